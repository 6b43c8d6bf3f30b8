import type { Span } from "../source/source-file.ts";

/** What a reader sees of some lines: inline markup taken off, and for every character the place it came from. */
export interface Plain {
  /** The lines are joined by `\n`. */
  readonly text: string;
  /** The offset of each character; null where the text is one line without markup, and counting on from `start` will do. */
  readonly offsetsOf: (() => readonly number[]) | null;
  readonly start: number;
  readonly end: number;
}

const MARKUP = /[*_\\`<[\]&]/;

/** The text of some lines of a file, without its inline markup. */
export function plainText(text: string, lines: readonly Span[]): Plain {
  const first = lines[0];
  if (first === undefined) return { text: "", offsetsOf: null, start: 0, end: 0 };
  const last = lines[lines.length - 1]!;
  if (lines.length === 1) {
    const line = text.slice(first.start, first.end);
    if (!MARKUP.test(line)) return { text: line, offsetsOf: null, start: first.start, end: first.end };
  }
  return stripMarkup(text, lines, first.start, last.end);
}

/** What a line must hold for its words to be anything but the line itself. */
const MARKUP_OR_SPACE = /[*_\\`<[\]&]|[^\S ]| {2}|^ | $/;

/** The words of some lines of a file: no inline markup, one space wherever there is white space, none at the ends. */
export function plainWords(text: string, lines: readonly Span[]): string {
  const first = lines[0];
  if (first === undefined) return "";
  if (lines.length === 1) {
    const line = text.slice(first.start, first.end);
    // Nearly every cell of a table is its own words, and one look tells.
    if (!MARKUP_OR_SPACE.test(line)) return line;
  }
  return squash(plainText(text, lines).text);
}

/** Where a part of a plain text stands in the file. */
export function spanIn(plain: Plain, from: number, to: number): Span {
  if (plain.offsetsOf === null) return { start: plain.start + from, end: plain.start + to };
  const offsets = plain.offsetsOf();
  const start = offsets[from] ?? plain.end;
  return { start, end: to <= from ? start : offsets[to - 1]! + 1 };
}

const NEEDS_SQUASHING = /[^\S ]| {2}|^ | $/;

/** One space wherever there is white space, none at the ends. */
export function squash(text: string): string {
  // Most texts need nothing done to them, and looking costs less than doing it.
  if (!NEEDS_SQUASHING.test(text)) return text;
  return text.replace(/\s+/g, " ").trim();
}

function stripMarkup(text: string, lines: readonly Span[], start: number, end: number): Plain {
  const whole = text.slice(start, end);
  const paired = new Set(["*", "_", "`"].filter((mark) => isPaired(whole, mark)));
  let words = "";
  stripLines(text, lines, paired, (piece) => {
    words += piece;
  });
  let offsets: readonly number[] | null = null;
  // Few texts hold what somebody points at, and to find where each character came from takes longer than the text.
  const offsetsOf = () => {
    offsets ??= findOffsets(text, lines, paired, end);
    return offsets;
  };
  return { text: words, offsetsOf, start, end };
}

function findOffsets(
  text: string,
  lines: readonly Span[],
  paired: ReadonlySet<string>,
  end: number,
): readonly number[] {
  const offsets: number[] = [];
  stripLines(text, lines, paired, (piece, at) => {
    for (let i = 0; i < piece.length; i++) offsets.push(at + Math.min(i, end - at - 1));
  });
  return offsets;
}

function stripLines(text: string, lines: readonly Span[], paired: ReadonlySet<string>, keep: Keep): void {
  for (const [index, line] of lines.entries()) {
    if (index > 0) keep("\n", lines[index - 1]!.end);
    stripLine(text.slice(line.start, endOfWords(text, line)), line.start, paired, keep);
  }
}

/** An odd number of backslashes at the end of a line that another follows: the last of them breaks the line. */
const BREAK = /(?<=(?<!\\)(?:\\\\)*)\\(?:\r\n|\n|\r)[ \t]*\S/y;

/** Where the words of a line end: a backslash that only breaks the line is none of them. */
function endOfWords(text: string, { end }: Span): number {
  if (text[end - 1] !== "\\") return end;
  BREAK.lastIndex = end - 1;
  return BREAK.test(text) ? end - 1 : end;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "\u2013",
  mdash: "\u2014",
  lsquo: "\u2018",
  rsquo: "\u2019",
  ldquo: "\u201c",
  rdquo: "\u201d",
  pound: "\u00a3",
  hellip: "\u2026",
};

/** What each kind of markup looks like where it begins, and what of it is kept. */
const TOKEN =
  /\\([!-/:-@[-`{-~])|<!--.*?-->|<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|<([a-z]+:[^<>\s]*)>|!?\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)|&(#?[a-z0-9]+);|\*+|_+|`+/giy;

type Keep = (piece: string, at: number) => void;

function stripLine(line: string, at: number, paired: ReadonlySet<string>, keep: Keep): void {
  let i = 0;
  while (i < line.length) {
    const next = findToken(line, i);
    if (next > i) keep(line.slice(i, next), at + i);
    if (next === line.length) return;
    i = next;
    TOKEN.lastIndex = i;
    const token = TOKEN.exec(line);
    if (token === null) {
      keep(line[i]!, at + i);
      i++;
      continue;
    }
    const [all, escaped, link, label, entity] = token;
    if (escaped !== undefined) keep(escaped, at + i + 1);
    else if (link !== undefined) keep(link, at + i + 1);
    else if (label !== undefined) stripLine(label, at + i + all.indexOf("[") + 1, paired, keep);
    else if (entity !== undefined) keep(decodeEntity(entity) ?? all, at + i);
    else if (/^<br\b/i.test(all)) keep(" ", at + i);
    else if (isDelimiter(all) && !(paired.has(all[0]!) && isMarkupRun(line, i, all))) keep(all, at + i);
    i += all.length;
  }
}

const TOKEN_START = /[*_\\`<[\]&!]/g;

/** Where the next piece of markup may begin; the line's end where none does. */
function findToken(line: string, from: number): number {
  TOKEN_START.lastIndex = from;
  return TOKEN_START.exec(line)?.index ?? line.length;
}

function isDelimiter(token: string): boolean {
  return token[0] === "*" || token[0] === "_" || token[0] === "`";
}

/** A mark that stands but once takes nothing in: it is a mark of the writer's own. */
function isPaired(text: string, mark: string): boolean {
  const first = text.indexOf(mark);
  return first >= 0 && /[^*_`]/.test(text.slice(first, text.lastIndexOf(mark)));
}

/** A run of `*` between spaces, or of `_` within a word, is no markup. */
function isMarkupRun(line: string, at: number, run: string): boolean {
  const before = line[at - 1] ?? " ";
  const after = line[at + run.length] ?? " ";
  if (/\s/.test(before) && /\s/.test(after)) return false;
  return run[0] !== "_" || !(/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after));
}

function decodeEntity(name: string): string | null {
  if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return Number.isNaN(code) || code < 32 || code > 0x10ffff ? null : String.fromCodePoint(code);
}
