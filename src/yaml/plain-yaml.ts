import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from "../source/yaml-node.ts";
import { findLineOffsets } from "./block-scalar.ts";
import { isComment, readFlow, readKey, readPlain, readQuoted, skipSpaces } from "./plain-yaml-line.ts";

/** One line: where its indentation ends, and where the line does, its line break aside. */
interface Line {
  readonly start: number;
  readonly indent: number;
  readonly end: number;
}

interface Lines {
  readonly text: string;
  readonly lines: Line[];
  /** The next line to read. */
  at: number;
  depth: number;
}

const DEEPEST = 8;

/** Control characters, tabs, stray line ends, and a comment that may be a Markdown heading are for the full reader. */
const UNSURE = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\r(?!\n)|^##/m;

/**
 * Reads the YAML that people write in front matter: a block map of scalars, lists and maps, and of flow lists and maps
 * that end on their line. Null where it is anything else, in error, or in doubt: wherever this answers, it answers as
 * the `yaml` package does.
 */
export function readPlainMap(text: string, start: number, end: number): YamlMap | null {
  if (UNSURE.test(text.slice(start, end))) return null;
  return readMap({ text, lines: splitLines(text, start, end), at: 0, depth: 0 }, 0);
}

function splitLines(text: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  for (let at = from; at < to; ) {
    const found = text.indexOf("\n", at);
    const end = found === -1 || found >= to ? to : found;
    const start = skipSpaces(text, at, end);
    lines.push({ start, indent: start - at, end: text[end - 1] === "\r" ? end - 1 : end });
    at = end + 1;
  }
  return lines;
}

/** The next line that is neither blank nor a comment. */
function nextLine(from: Lines): Line | null {
  for (; from.at < from.lines.length; from.at++) {
    const line = from.lines[from.at]!;
    if (line.start < line.end && from.text[line.start] !== "#") return line;
  }
  return null;
}

function readMap(from: Lines, indent: number): YamlMap | null {
  const entries: YamlEntry[] = [];
  for (let line = nextLine(from); line !== null && line.indent >= indent; line = nextLine(from)) {
    const key = line.indent === indent ? readKey(from.text, line.start) : null;
    if (key === null) return null;
    from.at++;
    const value = readValue(from, key.span.end + 1, line.end, indent);
    if (value === null) return null;
    entries.push({ key, value });
  }
  return mapOf(entries);
}

function mapOf(entries: readonly YamlEntry[]): YamlMap | null {
  if (entries.length === 0 || new Set(entries.map((entry) => entry.key.value)).size < entries.length)
    return null;
  const span = { start: entries[0]!.key.span.start, end: entries[entries.length - 1]!.value.span.end };
  return { kind: "map", entries, span };
}

function readList(from: Lines, indent: number): YamlList | null {
  const items: YamlNode[] = [];
  const first = from.lines[from.at]!.start;
  for (let line = nextLine(from); line !== null && line.indent >= indent; line = nextLine(from)) {
    if (line.indent > indent) return null;
    if (!isDash(from.text, line)) break;
    const item = readItem(from, line);
    if (item === null) return null;
    items.push(item);
  }
  return { kind: "list", items, span: { start: first, end: items[items.length - 1]!.span.end } };
}

function isDash(text: string, line: Line): boolean {
  return text[line.start] === "-" && text[line.start + 1] === " ";
}

function readItem(from: Lines, line: Line): YamlNode | null {
  const start = skipSpaces(from.text, line.start + 1, line.end);
  if (start === line.end || from.text[start] === "#") return null;
  if (readKey(from.text, start) === null) {
    from.at++;
    return readValue(from, start, line.end, line.indent);
  }
  // A map that starts beside its dash goes on in that column.
  const indent = line.indent + start - line.start;
  from.lines[from.at] = { start, indent, end: line.end };
  return readMap(from, indent);
}

/** The value that starts at an offset of the line just read, whose block is indented by `indent`. */
function readValue(from: Lines, offset: number, end: number, indent: number): YamlNode | null {
  const { text } = from;
  const start = skipSpaces(text, offset, end);
  if (start === end || isComment(text, start)) return readBelow(from, start, indent);
  if (text[start] === "|") return readLiteral(from, start, end, indent);
  return readRestOfLine(text, start, end);
}

function readRestOfLine(text: string, start: number, end: number): YamlNode | null {
  const first = text[start]!;
  if (first !== '"' && first !== "'" && first !== "[" && first !== "{")
    return readPlain(text, start, end, null);
  const value =
    first === "[" || first === "{" ? readFlow(text, start, end, DEEPEST) : readQuoted(text, start, end);
  if (value === null) return null;
  const rest = skipSpaces(text, value.span.end, end);
  return rest === end || isComment(text, rest) ? value : null;
}

/** The block below a key; an empty value at `start` where there is none. */
function readBelow(from: Lines, start: number, indent: number): YamlNode | null {
  const next = nextLine(from);
  const dash = next !== null && isDash(from.text, next);
  if (next === null || next.indent < indent || (next.indent === indent && !dash)) {
    return { kind: "scalar", text: "", plain: true, span: { start, end: start } };
  }
  if (from.depth === DEEPEST) return null;
  from.depth++;
  const value = dash ? readList(from, next.indent) : readMap(from, next.indent);
  from.depth--;
  return value;
}

/** A literal block scalar without surprises: no blank line first, none that is longer than the indentation. */
function readLiteral(from: Lines, start: number, end: number, indent: number): YamlScalar | null {
  const { text, lines } = from;
  const header = text.slice(start, end);
  const first = lines[from.at];
  if ((header !== "|" && header !== "|-") || first === undefined) return null;
  if (first.start === first.end || first.indent <= indent) return null;
  const written: string[] = [];
  let filled = 0;
  let last = first;
  for (; from.at < lines.length; from.at++) {
    const line = lines[from.at]!;
    const blank = line.start >= line.end;
    if (blank && line.indent > first.indent) return null;
    if (!blank && line.indent < first.indent) break;
    written.push(blank ? "" : text.slice(line.start - line.indent + first.indent, line.end));
    if (!blank) [filled, last] = [written.length, line];
  }
  const value = written.slice(0, filled).join("\n") + (header === "|" ? "\n" : "");
  const lineOffsets = findLineOffsets(text, start, value);
  return { kind: "scalar", text: value, plain: false, span: { start, end: last.end }, lineOffsets };
}
