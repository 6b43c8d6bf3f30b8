import type { Piece } from "../sheet/pieces.ts";
import { mainBaseline, makeStretch, type Stretch } from "./stretch.ts";

/** All that stands on one height of a page, from left to right. */
export interface Line {
  readonly stretches: readonly Stretch[];
  readonly baseline: number;
}

/** Parts of the size of the letters: a wider gap may part two columns. */
const COLUMN_GAP = 0.55;
/** However large the letters, this much may part two columns; in points. */
const GUTTER = 6.5;

/** The lines of some pieces, from the top down; superscripts stand in the line that they belong to. */
export function findLines(pieces: readonly Piece[]): Line[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row !== undefined && piece.baseline - row[0]!.baseline <= Math.max(1, piece.size * 0.2))
      row.push(piece);
    else rows.push([piece]);
  }
  return settleScripts(rows).map((row) => {
    const sorted = row.toSorted((a, b) => a.left - b.left);
    return { stretches: divideAtGaps(sorted), baseline: mainBaseline(sorted) };
  });
}

/** Small letters right behind a word, a little above or below it, are part of its line. */
function settleScripts(rows: readonly Piece[][]): Piece[][] {
  const settled = rows.map((row) => [...row]);
  for (const [index, row] of rows.entries()) {
    for (const piece of row) {
      const near = [index - 1, index + 1, index + 2, index - 2];
      const host = near.find((at) => rows[at]?.some((word) => isScriptOf(piece, word)));
      if (host === undefined) continue;
      settled[index]!.splice(settled[index]!.indexOf(piece), 1);
      settled[host]!.push(piece);
    }
  }
  return settled.filter(({ length }) => length > 0);
}

function isScriptOf(piece: Piece, word: Piece): boolean {
  const rise = word.baseline - piece.baseline;
  if (piece.size > word.size * 0.85 || rise > word.size * 0.65 || rise < word.size * -0.4) return false;
  const gap = piece.left - word.right;
  return gap > word.size * -0.2 && gap < word.size * 0.4;
}

function divideAtGaps(pieces: readonly Piece[]): Stretch[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group === undefined || before === undefined) groups.push([piece]);
    else if (isOverprint(before, piece)) continue;
    else if (piece.left - before.right > Math.min(COLUMN_GAP * Math.max(piece.size, before.size), GUTTER))
      groups.push([piece]);
    else group.push(piece);
  }
  return groups.map(makeStretch);
}

/** Some programs print a word twice, a hair apart, to make it bold. */
function isOverprint(before: Piece, piece: Piece): boolean {
  return piece.text === before.text && Math.abs(piece.left - before.left) < piece.size * 0.15;
}

/** Which line of the page each height is, counted from 1 from the top over all columns. */
export function countLines(pieces: readonly Piece[]): (baseline: number) => number {
  const baselines = findLines(pieces).map(({ baseline }) => baseline);
  return (baseline) => {
    let line = 1;
    while (line < baselines.length && baselines[line]! <= baseline + 0.5) line++;
    return line;
  };
}
