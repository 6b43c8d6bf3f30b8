import type { Block } from "../../block.ts";
import type { Looks } from "../lines/heading.ts";
import type { Piece } from "../sheet/pieces.ts";
import { marksOf, type Tag } from "../sheet/tag.ts";

/** What stands on the pages of a tagged PDF, for whoever reads its tags. */
export interface Marked {
  /** The pieces of each marked content, by its name. */
  readonly pieces: ReadonlyMap<string, readonly Piece[]>;
  /** What is in a block by now: damaged tags may name it twice, or in a place that holds no words. */
  readonly told: Set<Piece>;
  readonly placeOf: (piece: Piece) => number;
  /** How far to the right text goes that begins with a piece, in points. */
  readonly edgeOf: (piece: Piece) => number;
  /** What tells headings, where the tags tell none. */
  readonly looks: Looks | null;
}

/** Reads the blocks that an element holds. */
export type ReadHeld = (tag: Tag, marked: Marked) => Block[];

/** The pieces of each marked content, in the order of the file. */
export function groupByMark(pieces: readonly Piece[]): Map<string, Piece[]> {
  const marked = new Map<string, Piece[]>();
  for (const piece of pieces) {
    if (piece.mark === null) continue;
    const known = marked.get(piece.mark);
    if (known === undefined) marked.set(piece.mark, [piece]);
    else known.push(piece);
  }
  return marked;
}

/** The pieces of an element, or of a marked content, that are in no block yet. */
export function untoldOf(part: Tag | string, { pieces, told }: Pick<Marked, "pieces" | "told">): Piece[] {
  const marks = typeof part === "string" ? [part] : marksOf(part);
  return marks.flatMap((mark) => pieces.get(mark) ?? []).filter((piece) => !told.has(piece));
}

/** Takes those pieces into a block: nobody else gets them. */
export function takePieces(part: Tag | string, marked: Marked): Piece[] {
  const taken = untoldOf(part, marked);
  for (const piece of taken) marked.told.add(piece);
  return taken;
}
