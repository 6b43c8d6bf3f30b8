import type { Span } from "../source/source-file.ts";
import { isSpace, skipSpace, trimEnd } from "./block-line.ts";
import type { Scan } from "./block-scan.ts";

const HASH = 35;
const BACKTICK = 96;
const MOST_HASHES = 6;
const LEAST_FENCE = 3;
const LEAST_BREAK = 3;

/** The level of the heading that the line is by its `#` marks, 1 to 6; 0 where it is none. */
export function headingLevel(scan: Scan): number {
  const { text, first, lineEnd } = scan;
  const level = runLength(text, first, lineEnd, HASH);
  if (level === 0 || level > MOST_HASHES) return 0;
  return first + level === lineEnd || isSpace(text.charCodeAt(first + level)) ? level : 0;
}

/** The text of a heading, without its marks before and behind; empty where it has none. */
export function headingText(scan: Scan, level: number): Span[] {
  const { text, first, lineEnd } = scan;
  const start = skipSpace(text, first + level, lineEnd);
  const end = trimEnd(text, start, lineEnd);
  let beforeMarks = end;
  while (beforeMarks > start && text.charCodeAt(beforeMarks - 1) === HASH) beforeMarks--;
  const closes = beforeMarks === start || isSpace(text.charCodeAt(beforeMarks - 1));
  const stop = closes ? trimEnd(text, start, beforeMarks) : end;
  return start === stop ? [] : [{ start, end: stop }];
}

/** How many backticks or tildes open a fence in this line; 0 where it opens none. */
export function fenceSize(scan: Scan): number {
  const { text, first, lineEnd } = scan;
  const fence = text.charCodeAt(first);
  const size = runLength(text, first, lineEnd, fence);
  if (size < LEAST_FENCE) return 0;
  return fence === BACKTICK && text.slice(first + size, lineEnd).includes("`") ? 0 : size;
}

/** Whether the line closes the open fence. */
export function closesFence(scan: Scan): boolean {
  const { text, first, lineEnd, fence } = scan;
  if (scan.indent > 3 || text.charCodeAt(first) !== fence) return false;
  const size = runLength(text, first, lineEnd, fence);
  return size >= scan.fenceSize && skipSpace(text, first + size, lineEnd) === lineEnd;
}

/** Whether the line is nothing but a run of one character, `=` or `-`. */
export function isUnderline(scan: Scan): boolean {
  const { text, first, lineEnd } = scan;
  const size = runLength(text, first, lineEnd, text.charCodeAt(first));
  return skipSpace(text, first + size, lineEnd) === lineEnd;
}

/** Whether the rest of the line is a thematic break: three or more of its first character, white space aside. */
export function isBreak(scan: Scan): boolean {
  const { text, first, lineEnd } = scan;
  const marker = text.charCodeAt(first);
  // Each of many list markers in one line asks this of the rest of the line.
  if (marker === scan.breakMarker && first <= scan.breakStop) return false;
  let size = 0;
  for (let at = first; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === marker) size++;
    else if (!isSpace(code)) {
      scan.breakMarker = marker;
      scan.breakStop = at;
      return false;
    }
  }
  return size >= LEAST_BREAK;
}

function runLength(text: string, start: number, end: number, wanted: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === wanted) at++;
  return at - start;
}
