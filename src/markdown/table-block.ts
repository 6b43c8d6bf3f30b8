import type { Span } from "../source/source-file.ts";
import { skipSpace, trimEnd } from "./block-line.ts";
import { pushBlock, type Scan } from "./block-scan.ts";

const BACKSLASH = 92;
const COLON = 58;
const DASH = 45;
const PIPE = 124;

/** How many columns the delimiter row between two offsets has, such as `| --- | :-: |`; 0 where it is none. */
export function countDelimiters(text: string, start: number, end: number): number {
  const stop = trimEnd(text, start, end);
  let at = start;
  let columns = 0;
  let isRow = false;
  if (text.charCodeAt(at) === PIPE) {
    isRow = true;
    at = skipSpace(text, at + 1, stop);
  }
  while (at < stop) {
    if (text.charCodeAt(at) === COLON) {
      isRow = true;
      at++;
    }
    if (at >= stop || text.charCodeAt(at) !== DASH) return 0;
    while (at < stop && text.charCodeAt(at) === DASH) at++;
    if (at < stop && text.charCodeAt(at) === COLON) {
      isRow = true;
      at++;
    }
    columns++;
    at = skipSpace(text, at, stop);
    if (at < stop) {
      if (text.charCodeAt(at) !== PIPE) return 0;
      isRow = true;
      at = skipSpace(text, at + 1, stop);
    }
  }
  // A row of dashes alone underlines a heading, or is a thematic break.
  return isRow ? columns : 0;
}

/** How many cells a row has. A row that is a single pipe has none. */
export function countCells(text: string, row: Span): number {
  const stop = trimEnd(text, row.start, row.end);
  let at = row.start;
  let cells = 0;
  if (text.charCodeAt(at) === PIPE) at = skipSpace(text, at + 1, stop);
  while (at < stop) {
    cells++;
    at = skipSpace(text, findPipe(text, at, stop) + 1, stop);
  }
  return cells;
}

/** The next pipe without a backslash before it, else `end`. */
function findPipe(text: string, start: number, end: number): number {
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === PIPE) return at;
    if (code === BACKSLASH) {
      const next = text.charCodeAt(at + 1);
      if (next === PIPE || next === BACKSLASH) at++;
    }
  }
  return end;
}

/** Adds a row and its cells. A cell begins at its pipe, the first one at the row's start, and the last ends with the row. */
export function pushRow(scan: Scan, table: number, start: number, end: number): void {
  const { text } = scan;
  const row = pushBlock(scan, "row", table, start, end);
  const stop = trimEnd(text, start, end);
  let cellStart = start;
  let from = text.charCodeAt(start) === PIPE ? start + 1 : start;
  for (;;) {
    const pipe = findPipe(text, from, stop);
    const isLast = pipe === stop || skipSpace(text, pipe + 1, stop) === stop;
    const first = skipSpace(text, from, pipe);
    const lines = first === pipe ? [] : [{ start: first, end: trimEnd(text, first, pipe) }];
    pushBlock(scan, "cell", row, cellStart, isLast ? end : pipe, 0, lines);
    if (isLast) return;
    cellStart = pipe;
    from = pipe + 1;
  }
}
