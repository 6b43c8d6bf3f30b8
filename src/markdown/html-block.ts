import { isSpace, skipSpace } from "./block-line.ts";

const DASH = 45;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
const EQUALS = 61;
const CLOSING_ANGLE = 62;
const UNDERSCORE = 95;

const RAW = "pre|script|style|textarea";
const NAMES =
  "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|" +
  "dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|" +
  "menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|" +
  "title|tr|track|ul";

/** CommonMark's kinds 1 to 5: how they begin, and what ends them, in the same line or a later one. */
const ENDED_BY_MARK = [
  { begins: new RegExp(`^<(?:${RAW})(?:[ \\t>]|$)`, "i"), ends: new RegExp(`</(?:${RAW})>`, "i") },
  { begins: /^<!--/, ends: /-->/ },
  { begins: /^<\?/, ends: /\?>/ },
  { begins: /^<![a-z]/i, ends: />/ },
  { begins: /^<!\[CDATA\[/, ends: /\]\]>/ },
];

/** Kind 6: a tag that makes a block. A blank line ends it. */
const BLOCK_TAG = new RegExp(`^</?(?:${NAMES})(?:[ \\t]|/?>|$)`, "i");

/**
 * What ends the HTML block that a line begins: a pattern, or null for a blank line; undefined where the line begins
 * none. `line` starts at its `<`. Kind 7 can't interrupt a paragraph.
 */
export function htmlEndOf(line: string, interrupts: boolean): RegExp | null | undefined {
  // Ordinary text has a space, a digit or nothing behind its `<`.
  const second = line.charCodeAt(1);
  if (Number.isNaN(second) || isSpace(second)) return undefined;
  const marked = ENDED_BY_MARK.find((kind) => kind.begins.test(line));
  if (marked !== undefined) return marked.ends;
  if (BLOCK_TAG.test(line)) return null;
  return !interrupts && isWholeTag(line) ? null : undefined;
}

/** Kind 7: whether any tag, opening or closing, has the line to itself. A blank line ends it. */
function isWholeTag(line: string): boolean {
  const isClosing = line.charCodeAt(1) === SLASH;
  const name = isClosing ? 2 : 1;
  if (!isLetter(line.charCodeAt(name))) return false;
  let at = skipWhile(line, name + 1, isTagNameCode);
  at = isClosing ? skipSpace(line, at, line.length) : skipAttributes(line, at);
  if (!isClosing && line.charCodeAt(at) === SLASH) at++;
  return line.charCodeAt(at) === CLOSING_ANGLE && skipSpace(line, at + 1, line.length) === line.length;
}

/** Where the attributes of a tag and the white space behind them end; the line's length where a value is broken off. */
function skipAttributes(line: string, start: number): number {
  let at = start;
  for (;;) {
    const name = skipSpace(line, at, line.length);
    if (name === at || !isAttributeStart(line.charCodeAt(name))) return name;
    at = skipWhile(line, name + 1, isAttributeCode);
    const equals = skipSpace(line, at, line.length);
    if (line.charCodeAt(equals) === EQUALS) at = skipValue(line, skipSpace(line, equals + 1, line.length));
  }
}

function skipValue(line: string, start: number): number {
  const quote = line.charAt(start);
  if (quote === '"' || quote === "'") {
    const end = line.indexOf(quote, start + 1);
    return end === -1 ? line.length : end + 1;
  }
  const end = skipWhile(line, start, isUnquotedCode);
  return end === start ? line.length : end;
}

function skipWhile(line: string, start: number, belongs: (code: number) => boolean): number {
  let at = start;
  while (at < line.length && belongs(line.charCodeAt(at))) at++;
  return at;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isTagNameCode(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === DASH;
}

function isAttributeStart(code: number): boolean {
  return isLetter(code) || code === COLON || code === UNDERSCORE;
}

function isAttributeCode(code: number): boolean {
  return isAttributeStart(code) || isDigit(code) || code === DASH || code === DOT;
}

/** Whether a character may stand in a value without quotes: none of white space, `"`, `'`, `=`, `<`, `>` and a backtick. */
function isUnquotedCode(code: number): boolean {
  return !isSpace(code) && code !== 34 && code !== 39 && (code < 60 || code > 62) && code !== 96;
}
