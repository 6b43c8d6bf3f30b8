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
export function countCells(text: string, { start, end }: Span): number {
  const row = text.slice(start, trimEnd(text, start, end));
  let at = 0;
  let cells = 0;
  if (row.charCodeAt(at) === PIPE) at = skipSpace(row, at + 1, row.length);
  while (at < row.length) {
    cells++;
    at = skipSpace(row, findPipe(row, at) + 1, row.length);
  }
  return cells;
}

/** The next pipe of a row without a backslash before it, else the row's end. */
function findPipe(row: string, from: number): number {
  // To look for one character costs a tenth of walking there, and few cells hold a backslash.
  const pipe = row.indexOf("|", from);
  const next = pipe < 0 ? row.length : pipe;
  return row.charCodeAt(next - 1) === BACKSLASH ? walkToPipe(row, from) : next;
}

function walkToPipe(row: string, from: number): number {
  for (let at = from; at < row.length; at++) {
    const code = row.charCodeAt(at);
    if (code === PIPE) return at;
    if (code === BACKSLASH) {
      const next = row.charCodeAt(at + 1);
      if (next === PIPE || next === BACKSLASH) at++;
    }
  }
  return row.length;
}

/** Adds a row and its cells. A cell begins at its pipe, the first one at the row's start, and the last ends with the row. */
export function pushRow(scan: Scan, table: number, start: number, end: number): void {
  const { text } = scan;
  const block = pushBlock(scan, "row", table, start, end);
  const row = text.slice(start, trimEnd(text, start, end));
  let cellStart = 0;
  let from = row.charCodeAt(0) === PIPE ? 1 : 0;
  for (;;) {
    const pipe = findPipe(row, from);
    const isLast = pipe === row.length || skipSpace(row, pipe + 1, row.length) === row.length;
    const first = skipSpace(row, from, pipe);
    const lines =
      first === pipe ? NO_LINES : [{ start: start + first, end: start + trimEnd(row, first, pipe) }];
    pushBlock(scan, "cell", block, start + cellStart, isLast ? end : start + pipe, 0, lines);
    if (isLast) return;
    cellStart = pipe;
    from = pipe + 1;
  }
}

const NO_LINES: readonly Span[] = [];
