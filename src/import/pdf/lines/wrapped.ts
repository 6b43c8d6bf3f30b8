import { tidyLine, type Line as Words } from "../../inline.ts";
import type { Piece } from "../sheet/pieces.ts";
import { makeStretch, type Stretch } from "./stretch.ts";

/** The words of lines that only the width of the page has parted. */
export function joinWrapped(stretches: readonly Stretch[]): Words {
  let words: Words = [];
  for (const [index, stretch] of stretches.entries())
    words = appendWrapped(words, stretches[index - 1], stretch);
  return words;
}

/** Words with those of the next line; a soft hyphen between them goes, every other character stays. */
function appendWrapped(words: Words, before: Stretch | undefined, next: Stretch): Words {
  const last = words.at(-1);
  if (before === undefined || last === undefined) return [...words, ...next.words];
  const isHyphened = /[\p{L}\p{N}][-\u2010]$/u.test(last.words) && /^[\p{L}\p{N}]/u.test(next.text);
  const isWhole = isHyphened || before.endsSoftly;
  return tidyLine([...words, ...(isWhole ? [] : [{ ...last, words: " " }]), ...next.words]);
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

/** Whether lines are as wide as their cell or column: all but the last are about as long, and some go on in small letters. */
export function fillTheirWidth(stretches: readonly Stretch[]): boolean {
  const widths = stretches.map(({ left, right }) => right - left);
  const widest = Math.max(...widths);
  const fill = widths.length > 2 && widths.slice(0, -1).every((width) => width > widest * 0.8);
  return fill && stretches.slice(1).some(({ text }) => /^\p{Ll}/u.test(text));
}

/** Whether the next line's first word found no more room on the line before. */
export function isWrapped(before: Stretch, next: Stretch, edge: number): boolean {
  if (before.endsSoftly || (/\p{L}[-\u2010]$/u.test(before.text) && /^\p{Ll}/u.test(next.text))) return true;
  if (opensBracket(before.text) && /^[^(]*\)/.test(next.text)) return true;
  const word = /^\S+/.exec(next.text)?.[0] ?? "";
  const letter = (next.right - next.left) / Math.max(1, next.text.length);
  // The edge is that of the longest line, and the word may have wide letters.
  return before.right + (word.length + 1) * letter * 1.15 > edge - 4;
}

function opensBracket(text: string): boolean {
  return text.lastIndexOf("(") > text.lastIndexOf(")");
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
