import { append } from "../../../source/many.ts";
import { type Letters, lettersOf } from "./letters.ts";
import { combine, type Matrix, place } from "./matrix.ts";
import type { Item } from "./pdfjs.ts";
import { turnsOf } from "./turn.ts";

/** Some characters on a page that were set in one go, in points from its upper left corner. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where the letters stand, not their lower edge. */
  readonly baseline: number;
  readonly size: number;
  readonly isBold: boolean;
  /** Whether a space stands before it, wherever the piece before it ends. */
  readonly isApart: boolean;
  /** The marked content of the tagged PDF that it belongs to; null where it belongs to none. */
  readonly mark: string | null;
  /** Whether the PDF says that it is no part of the text. */
  readonly isArtifact: boolean;
}

/** The pieces of a page by how they stand. */
export interface Pieces {
  readonly upright: Piece[];
  /** From below or above. */
  readonly turned: Piece[];
  readonly askew: Piece[];
  /** How many letters they have. */
  letters: number;
}

/** What pdf.js says of marked content: where it begins, what it is called, and where it ends. */
interface Open {
  readonly id: string | null;
  readonly isArtifact: boolean;
}

/** What pdf.js tells of the words of a page, each piece with its place on the page that `matrix` makes. */
export function readPieces(
  items: readonly Item[],
  matrix: Matrix,
  hyphens: Letters["hyphens"],
  isBold: (font: string) => boolean,
): Pieces {
  const pieces: Pieces = { upright: [], turned: [], askew: [], letters: 0 };
  const open: Open[] = [];
  const bold = new Map<string, boolean>();
  let isApart = false;
  for (const item of items) {
    if (!("str" in item)) {
      const { type, id, tag } = item as { type: string; id?: string; tag?: string };
      if (type === "endMarkedContent") open.pop();
      else open.push({ id: id ?? null, isArtifact: tag === "Artifact" });
      continue;
    }
    if (item.str.trim() === "") {
      isApart ||= item.str !== "";
      continue;
    }
    if (!bold.has(item.fontName)) bold.set(item.fontName, isBold(item.fontName));
    const set = combine(matrix, item.transform as unknown as Matrix);
    const start = place(set, 0, 0);
    const piece = {
      text: addSoftHyphen(item.str, pieces, hyphens),
      left: start.x,
      right: start.x + item.width,
      baseline: start.y,
      size: Math.hypot(set[2], set[3]) || 1,
      isBold: bold.get(item.fontName)!,
      isApart,
      mark: open.findLast(({ id }) => id !== null)?.id ?? null,
      isArtifact: open.some(({ isArtifact }) => isArtifact),
    };
    isApart = /\s$/.test(item.str);
    const turns = turnsOf(set);
    if (turns === 0) append(pieces.upright, divide(piece));
    else (turns === null ? pieces.askew : pieces.turned).push(piece);
  }
  return pieces;
}

/** The words of a piece, with the soft hyphen that pdf.js has left out behind them. */
function addSoftHyphen(words: string, pieces: Pieces, hyphens: Letters["hyphens"]): string {
  const letters = lettersOf(words);
  pieces.letters += letters.length;
  const last = hyphens.get(pieces.letters);
  const isSoft = last !== undefined && last !== "" && letters.endsWith(last.slice(-letters.length));
  return isSoft ? `${words.trimEnd()}\u00ad` : words;
}

/** A run of spaces within a piece stands for a gap: what is on each side of it may belong to two columns. */
function divide(piece: Piece): Piece[] {
  const words = [...piece.text.matchAll(/\S+(?: {1,2}\S+)*/g)];
  const width = (piece.right - piece.left) / piece.text.length;
  return words.map((word, index) => ({
    ...piece,
    text: word[0],
    left: piece.left + width * word.index,
    right: piece.left + width * (word.index + word[0].length),
    isApart: piece.isApart || index > 0 || word.index > 0,
  }));
}
