import type { Block, Entry } from "../block.ts";
import { tidyLine, type Line as Words, wordsOf } from "../inline.ts";
import { appendWrapped, makeStretch, type Stretch } from "./line.ts";
import type { Piece } from "./pieces.ts";

/** Bullets of all programs; Word's own stand in the private part of Unicode. */
const BULLET =
  /^[\u2022\u25cf\u25cb\u25e6\u25aa\u25ab\u25a0\u25a1\u2023\u2043\u2219\u00b7\u27a2\u2713\u2714\u2756\u25c6\u25ba\u25b8\uf000-\uf0ff\u2013\u2014*-]$/u;
const LABEL = /^(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})[.)]|\d{1,3}(?:\.\d{1,3})+[.)]?)$/i;

/** What stands before the words of an entry of a list (null for a bullet), and the words. */
export interface Labelled {
  readonly label: string | null;
  readonly words: Words;
}

/** The label and the words of a line that begins an entry of a list; null where it begins none. */
export function splitLabel(words: Words): Labelled | null {
  // A number of two figures may leave no room before the words of its entry.
  const label = /^(?:(\(?\d{1,3}[.)])(?=\p{Lu})|(\S+)\s+\S)/u.exec(wordsOf(words))?.slice(1).find(Boolean);
  if (label === undefined || !(BULLET.test(label) || LABEL.test(label))) return null;
  return { label: cleanLabel(label), words: dropStart(words, label.length) };
}

/** A label as blocks have it: a bullet is null. */
export function cleanLabel(label: string): string | null {
  return label === "" || BULLET.test(label) ? null : label;
}

function dropStart(words: Words, letters: number): Words {
  let left = letters;
  const rest = words.map((piece) => {
    const kept = piece.words.slice(left);
    left = Math.max(0, left - piece.words.length);
    return { ...piece, words: kept };
  });
  return tidyLine(rest);
}

/** Entries that follow one another, with their depths from 0, as lists within lists. */
export function nest(entries: readonly { readonly entry: Entry; readonly depth: number }[]): Entry[] {
  const nested: Entry[] = [];
  for (let i = 0; i < entries.length; ) {
    const { entry, depth } = entries[i]!;
    let next = i + 1;
    while (next < entries.length && entries[next]!.depth > depth) next++;
    const inner = nest(entries.slice(i + 1, next));
    const list: Block[] =
      inner.length === 0 ? [] : [{ kind: "list", place: inner[0]!.place, entries: inner }];
    nested.push({ ...entry, blocks: [...entry.blocks, ...list] });
    i = next;
  }
  return nested;
}

/** The lines of a paragraph, each whole: those that were only wrapped at the edge (in points) are joined. */
export function joinLines(
  stretches: readonly Stretch[],
  edge: number,
  placeOf: (stretch: Stretch) => number,
): Words[] {
  const lines: Words[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const before = stretches[index - 1];
    if (before !== undefined && isWrapped(before, stretch, edge)) {
      lines.push(appendWrapped(lines.pop()!, before, stretch));
    } else lines.push(stretch.words.map((piece) => ({ ...piece, line: placeOf(stretch) })));
  }
  return lines;
}

/** Whether some of these lines go on in small letters where the one before had no more room: proof that such lines are wrapped. */
export function areWrapped(stretches: readonly Stretch[], edge: number): boolean {
  return stretches.some((stretch, index) => {
    const before = stretches[index - 1];
    return before !== undefined && /^\p{Ll}/u.test(stretch.text) && isWrapped(before, stretch, edge);
  });
}

/** Whether all lines but the last are about as long as one another, which lines that were ended on purpose are not. */
export function fillTheirWidth(stretches: readonly Stretch[]): boolean {
  const widths = stretches.map(({ left, right }) => right - left);
  const widest = Math.max(...widths);
  const fill = widths.length > 2 && widths.slice(0, -1).every((width) => width > widest * 0.8);
  return fill && stretches.slice(1).some(({ text }) => /^\p{Ll}/u.test(text));
}

/** Whether the next line's first word found no more room on the line before. */
export function isWrapped(before: Stretch, next: Stretch, edge: number): boolean {
  if (before.endsSoftly || (/\p{L}[-\u2010]$/u.test(before.text) && /^\p{Ll}/u.test(next.text))) return true;
  const word = /^\S+/.exec(next.text)?.[0] ?? "";
  const letter = (next.right - next.left) / Math.max(1, next.text.length);
  // The edge is that of the longest line, and the word may have wide letters.
  return before.right + (word.length + 1) * letter * 1.15 > edge - 4;
}

/** Pieces in the order of the text, divided where the text goes on at another height. */
export function divideIntoLines(pieces: readonly Piece[]): Stretch[] {
  const lines: Piece[][] = [];
  let height = 0;
  let size = 0;
  for (const piece of pieces) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    const isScript = before !== undefined && Math.abs(piece.left - before.right) < size * 0.6;
    const reach = isScript ? Math.max(size, piece.size) * 0.65 : size * 0.35;
    if (line === undefined || Math.abs(piece.baseline - height) > reach || piece.right < line[0]!.left) {
      lines.push([piece]);
      height = piece.baseline;
      size = piece.size;
      continue;
    }
    line.push(piece);
    if (piece.size > size) {
      height = piece.baseline;
      size = piece.size;
    }
  }
  return lines.map(makeStretch);
}
