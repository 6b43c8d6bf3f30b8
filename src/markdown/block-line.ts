import type { Scan } from "./block-scan.ts";

const TAB = 9;
export const SPACE = 32;
const TAB_WIDTH = 4;

/** Goes on to the next line; false at the end of the text. */
export function nextLine(scan: Scan): boolean {
  const { text } = scan;
  const start = scan.nextLine;
  if (start >= text.length) return false;
  // Each search starts where the last one ended, so a text without carriage returns is searched once for them.
  if (scan.lineFeed < start) scan.lineFeed = offsetOf(text, "\n", start);
  if (scan.carriageReturn < start) scan.carriageReturn = offsetOf(text, "\r", start);
  const end = Math.min(scan.lineFeed, scan.carriageReturn);
  scan.previousLineEnd = scan.lineEnd;
  scan.lineStart = start;
  scan.lineEnd = end;
  scan.nextLine = scan.lineFeed === end + 1 && scan.carriageReturn === end ? end + 2 : end + 1;
  scan.at = start;
  scan.column = 0;
  scan.tabRest = 0;
  const isIndented = start < end && isSpace(text.charCodeAt(start));
  if (isIndented) measureIndent(scan);
  else {
    scan.first = start;
    scan.indent = 0;
  }
  return true;
}

function offsetOf(text: string, wanted: string, from: number): number {
  const found = text.indexOf(wanted, from);
  return found === -1 ? text.length : found;
}

/** Whether nothing but white space is left of the line. */
export function isBlank(scan: Scan): boolean {
  return scan.first === scan.lineEnd;
}

/** Reads the line up to an offset, none of it tabs, and measures the white space that follows. */
export function readTo(scan: Scan, offset: number): void {
  scan.column += scan.indent + offset - scan.first;
  scan.at = offset;
  scan.tabRest = 0;
  measureIndent(scan);
}

/** Reads so many columns of the white space that `indent` has measured. */
export function readColumns(scan: Scan, columns: number): void {
  scan.indent -= columns;
  let left = columns;
  while (left > 0) {
    if (scan.tabRest === 0) {
      const isTab = scan.text.charCodeAt(scan.at++) === TAB;
      scan.tabRest = isTab ? TAB_WIDTH - (scan.column % TAB_WIDTH) : 1;
    }
    const taken = Math.min(left, scan.tabRest);
    scan.tabRest -= taken;
    scan.column += taken;
    left -= taken;
  }
}

function measureIndent(scan: Scan): void {
  const { text, lineEnd } = scan;
  let at = scan.at;
  let column = scan.column;
  for (; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) column++;
    else if (code === TAB) column += TAB_WIDTH - (column % TAB_WIDTH);
    else break;
  }
  scan.first = at;
  scan.indent = column - scan.column;
}

/** The first offset from `at` on, before `end`, that is neither space nor tab; else `end`. */
export function skipSpace(text: string, at: number, end: number): number {
  let offset = at;
  for (; offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code !== SPACE && code !== TAB) break;
  }
  return offset;
}

/** The end of what stands between two offsets, spaces and tabs behind it left out. */
export function trimEnd(text: string, start: number, end: number): number {
  let offset = end;
  for (; offset > start; offset--) {
    const code = text.charCodeAt(offset - 1);
    if (code !== SPACE && code !== TAB) break;
  }
  return offset;
}

export function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}
