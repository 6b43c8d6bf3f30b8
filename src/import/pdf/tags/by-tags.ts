import type { Block } from "../../block.ts";
import { findBody } from "../lines/body.ts";
import { findEdges } from "../lines/edges.ts";
import { rank, type Weighed } from "../lines/heading.ts";
import { findLines } from "../lines/line.ts";
import { placesOn, type ReadPage, readTurned } from "../pages/page.ts";
import type { Piece } from "../sheet/pieces.ts";
import { HEADING, hasRole } from "../sheet/tag.ts";
import { joinTags } from "./joined-tags.ts";
import { groupByMark, type Marked } from "./marked.ts";
import { readTagged } from "./tagged.ts";

/** The blocks of each page as its tags tell them. */
export function readByTags(pages: readonly ReadPage[]): Block[][] {
  const headings: Weighed[] = [];
  const areTold = pages.some(({ sheet: { tags } }) => tags !== null && hasRole(tags, HEADING));
  const looks = areTold ? null : { body: findBody(pages.map(({ pieces }) => findLines(pieces))), headings };
  const marked = { ...markPieces(pages), told: new Set<Piece>(), looks };
  const tags = joinTags(pages.map(({ sheet }) => sheet.tags));
  const read = pages.map(({ sheet, pieces }, index) => [
    ...readTagged(tags[index]!, pieces, marked),
    ...readTurned(sheet),
  ]);
  return rank(read, headings);
}

/** The pieces of all pages, each with its place and with the edge of its own page. */
function markPieces(pages: readonly ReadPage[]): Pick<Marked, "pieces" | "placeOf" | "edgeOf"> {
  const grouped = groupByMark(pages.flatMap(({ pieces }) => pieces));
  const onPages = new Map<Piece, Pick<Marked, "placeOf" | "edgeOf">>();
  for (const { sheet, pieces } of pages) {
    const edgeAt = sheet.tags === null ? () => null : findEdges(sheet.tags, grouped);
    // The margins of a page are mostly as wide as one another.
    const margin = sheet.width - Math.min(...pieces.map(({ left }) => left));
    const edgeOf = (piece: Piece) => edgeAt(piece.left) ?? edgeBeside(piece, pieces, margin);
    const onPage = { placeOf: placesOn(sheet), edgeOf };
    for (const piece of pieces) onPages.set(piece, onPage);
  }
  return {
    pieces: grouped,
    placeOf: (piece) => onPages.get(piece)!.placeOf(piece),
    edgeOf: (piece) => onPages.get(piece)!.edgeOf(piece),
  };
}

/** As far as text may go that begins with a piece: to the margin, or to what stands beside it. */
function edgeBeside(piece: Piece, pieces: readonly Piece[], margin: number): number {
  const reach = piece.right + piece.size;
  let edge = margin;
  for (const { left, baseline } of pieces) {
    if (left > reach && left < edge && Math.abs(baseline - piece.baseline) < piece.size * 0.3) edge = left;
  }
  return edge;
}
