import { PLAIN, tidyLine, type Line as Words, wordsOf } from "../../inline.ts";
import type { Piece } from "../sheet/pieces.ts";

/** Pieces that follow one another on one height of a page, with no gap between them that could part two columns. */
export interface Stretch extends Pick<Piece, "left" | "right" | "baseline" | "size" | "isBold"> {
  readonly pieces: readonly Piece[];
  readonly words: Words;
  /** The words, undressed. */
  readonly text: string;
  /** Whether its last word goes on in the next line, without the hyphen that is seen. */
  readonly endsSoftly: boolean;
}

/** Parts of the size of the letters: a wider gap parts two words. */
const WORD_GAP = 0.16;

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

/** The height at which most of some pieces stand; there must be one. */
export function mainBaseline(pieces: readonly Piece[]): number {
  const main = pieces.reduce((a, b) => (b.size * b.text.length > a.size * a.text.length ? b : a));
  return main.baseline;
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
