import type { Located } from "../source/source-file.ts";
import type { YamlEntry, YamlNode, YamlScalar } from "../source/yaml-node.ts";

/** A plain key of letters a keyboard has, with its colon right after it and a blank or a line end after that. */
const KEY = /[A-Za-z0-9_](?:[A-Za-z0-9_ .-]{0,80}[A-Za-z0-9_.-])?(?=:(?:[ \r\n]|$))/y;

/** What a plain scalar may not start with, or what only the full reader may judge. */
const INDICATOR = /[-?:,[\]{}#&*!|>'"%@`]/;

const FLOW_INDICATOR = /[,[\]{}]/g;

/** The first offset from `at` that holds no space. */
export function skipSpaces(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && text[next] === " ") next++;
  return next;
}

/** Whether a comment starts here: a `#` with a space, or nothing of its line, before it. */
export function isComment(text: string, at: number): boolean {
  return text[at] === "#" && text[at - 1] === " ";
}

/** The plain key at an offset; null where there is none, or one that the full reader must judge. */
export function readKey(text: string, start: number): Located<string> | null {
  KEY.lastIndex = start;
  const found = KEY.exec(text);
  return found === null ? null : { value: found[0], span: { start, end: start + found[0].length } };
}

/** A plain scalar up to the end of its line, or up to what ends it within brackets (`stop`). */
export function readPlain(text: string, start: number, end: number, stop: number | null): YamlScalar | null {
  if (INDICATOR.test(text[start]!)) return null;
  const line = text.slice(start, stop ?? end);
  const comment = line.indexOf(" #");
  const written = trimSpaces(comment === -1 ? line : line.slice(0, comment));
  if (written.includes(": ") || written.endsWith(":")) return null;
  return { kind: "scalar", text: written, plain: true, span: { start, end: start + written.length } };
}

/** A text without the spaces at its end; other white space is part of a scalar. */
function trimSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === " ") end--;
  return text.slice(0, end);
}

/** A quoted scalar that ends on its line and holds no escape but a doubled apostrophe. */
export function readQuoted(text: string, start: number, end: number): YamlScalar | null {
  const quote = text[start]!;
  let close = text.indexOf(quote, start + 1);
  while (quote === "'" && close !== -1 && text[close + 1] === "'") close = text.indexOf(quote, close + 2);
  if (close === -1 || close >= end) return null;
  const inner = text.slice(start + 1, close);
  if (quote === '"' && inner.includes("\\")) return null;
  const value = quote === "'" ? inner.replaceAll("''", "'") : inner;
  return { kind: "scalar", text: value, plain: false, span: { start, end: close + 1 } };
}

/** A list in brackets or a map in braces that ends on its line, nested at most so deep. */
export function readFlow(text: string, start: number, end: number, depth: number): YamlNode | null {
  if (depth === 0) return null;
  const isList = text[start] === "[";
  const close = isList ? "]" : "}";
  const items: YamlNode[] = [];
  const entries: YamlEntry[] = [];
  let at = skipSpaces(text, start + 1, end);
  while (text[at] !== close || items.length + entries.length > 0) {
    const key = isList ? null : readKey(text, at);
    if (!isList && key === null) return null;
    const value = readFlowValue(
      text,
      key === null ? at : skipSpaces(text, key.span.end + 1, end),
      end,
      depth,
    );
    if (value === null) return null;
    if (key === null) items.push(value);
    else entries.push({ key, value });
    at = skipSpaces(text, value.span.end, end);
    if (at >= end || (text[at] !== "," && text[at] !== close)) return null;
    if (text[at] === close) break;
    at = skipSpaces(text, at + 1, end);
  }
  const span = { start, end: at + 1 };
  if (isList) return { kind: "list", items, span };
  const keys = new Set(entries.map((entry) => entry.key.value));
  return keys.size < entries.length ? null : { kind: "map", entries, span };
}

function readFlowValue(text: string, start: number, end: number, depth: number): YamlNode | null {
  const first = text[start];
  if (start >= end || first === undefined) return null;
  if (first === "[" || first === "{") return readFlow(text, start, end, depth - 1);
  if (first === '"' || first === "'") return readQuoted(text, start, end);
  FLOW_INDICATOR.lastIndex = start;
  const stop = FLOW_INDICATOR.exec(text)?.index ?? end;
  return stop >= end ? null : readPlain(text, start, end, stop);
}
