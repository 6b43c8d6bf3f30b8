import { PLAIN, tidyLine, type Line as Words, wordsOf } from "../inline.ts";
import type { Piece } from "./pieces.ts";

/** Pieces that follow one another on one height of a page, with no gap between them that could part two columns. */
export interface Stretch {
  readonly pieces: readonly Piece[];
  readonly words: Words;
  /** The words, undressed. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly isBold: boolean;
  /** Whether its last word goes on in the next line, without the hyphen that is seen. */
  readonly endsSoftly: boolean;
}

/** All that stands on one height of a page, from left to right. */
export interface Line {
  readonly stretches: readonly Stretch[];
  readonly baseline: number;
}

/** Parts of the size of the letters: a wider gap may part two columns, a narrower one parts two letters of a word. */
const COLUMN_GAP = 0.55;
/** However large the letters, this much may part two columns; in points. */
const GUTTER = 6.5;
const WORD_GAP = 0.16;

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

function mainBaseline(pieces: readonly Piece[]): number {
  const main = pieces.reduce((a, b) => (b.size * b.text.length > a.size * a.text.length ? b : a));
  return main.baseline;
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

/** Parts of the size that letters take, as most fonts have it. */
const NARROW = /[iljtfrI.,;:'\u2019!|()[\]/ -]/;
const WIDE = /[mwMW\u2014%@]/;

function widthOf(letters: string): number {
  let width = 0;
  for (const letter of letters) width += NARROW.test(letter) ? 0.3 : WIDE.test(letter) ? 0.85 : 0.55;
  return width;
}

/** The words of a piece by themselves, about where each of them stands. */
export function divideWords(piece: Piece): Piece[] {
  const scale = (piece.right - piece.left) / widthOf(piece.text);
  return [...piece.text.matchAll(/\S+/g)].map(({ 0: text, index }) => {
    const left = piece.left + widthOf(piece.text.slice(0, index)) * scale;
    return { ...piece, text, left, right: left + widthOf(text) * scale, isApart: index > 0 || piece.isApart };
  });
}

/** Some pieces, from left to right, as one stretch; there must be one. */
export function makeStretch(pieces: readonly Piece[]): Stretch {
  const letters = new Map<number, number>();
  for (const { size, text } of pieces) letters.set(size, (letters.get(size) ?? 0) + text.length);
  const [size] = [...letters].reduce((a, b) => (b[1] > a[1] ? b : a));
  const words = joinPieces(pieces);
  return {
    pieces,
    words,
    text: wordsOf(words),
    left: pieces[0]!.left,
    right: Math.max(...pieces.map(({ right }) => right)),
    baseline: mainBaseline(pieces),
    size,
    isBold: pieces.every(({ isBold, text }) => isBold || !/[\p{L}\p{N}]/u.test(text)),
    endsSoftly: pieces.at(-1)!.text.trimEnd().endsWith("\u00ad"),
  };
}

/** The words of pieces on one height: a space where the page shows a gap. A soft hyphen at the end stays. */
function joinPieces(pieces: readonly Piece[]): Words {
  const words = pieces.map((piece, index) => {
    const before = pieces[index - 1];
    const isGap =
      before !== undefined &&
      (piece.left - before.right > WORD_GAP * Math.min(piece.size, before.size) ||
        (piece.isApart && piece.left - before.right > -0.05 * piece.size));
    return { ...PLAIN, words: (isGap ? " " : "") + piece.text, strong: piece.isBold, line: null };
  });
  return tidyLine(words);
}

/** The words of lines that only the width of the page has parted. */
export function joinWrapped(stretches: readonly Stretch[]): Words {
  let words: Words = [];
  for (const [index, stretch] of stretches.entries())
    words = appendWrapped(words, stretches[index - 1], stretch);
  return words;
}

/** Words with those of the next line; a soft hyphen between them goes, every other character stays. */
export function appendWrapped(words: Words, before: Stretch | undefined, next: Stretch): Words {
  const last = words.at(-1);
  if (before === undefined || last === undefined) return [...words, ...next.words];
  const isHyphened = /[\p{L}\p{N}][-\u2010]$/u.test(last.words) && /^[\p{L}\p{N}]/u.test(next.text);
  const isWhole = isHyphened || before.endsSoftly;
  return tidyLine([...words, ...(isWhole ? [] : [{ ...last, words: " " }]), ...next.words]);
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
