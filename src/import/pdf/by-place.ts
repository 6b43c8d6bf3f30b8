import type { Block } from "../block.ts";
import { type Carried, readFlow } from "./flow.ts";
import { type Body, findBody } from "./lines/body.ts";
import { rank, type Weighed } from "./lines/heading.ts";
import { findLines } from "./lines/line.ts";
import type { Strip } from "./lines/strip.ts";
import { placesOn, type ReadPage, readTurned } from "./pages/page.ts";
import type { Point } from "./sheet/matrix.ts";
import type { Piece } from "./sheet/pieces.ts";
import { findColumns } from "./tables/columns.ts";
import { isInGrid, readRuled } from "./tables/ruled.ts";

/** The blocks of each column, page by page. */
export function readByPlace(pages: readonly ReadPage[]): Block[][] {
  const body = findBody(pages.map(({ pieces }) => findLines(pieces)));
  const headings: Weighed[] = [];
  const read: Block[][] = [];
  let carried: Carried | null = null;
  for (const page of pages) {
    const placeOf = placesOn(page.sheet);
    const columns = readColumns(page, body, placeOf);
    // A page that is one column is as wide as its margins leave it, and these are mostly as wide as one another.
    const edgeFrom = (left: number) => (columns.length === 1 ? page.sheet.width - left : 0);
    for (const column of columns) {
      const blocks: Block[] = [];
      carried = readFlow(column, carried, { body, placeOf, blocks, headings, edgeFrom });
      read.push(blocks);
    }
    read.push([...(read.pop() ?? []), ...readTurned(page.sheet)]);
  }
  return rank(read, headings);
}

/** The columns of a page in their order, from the top down. */
function readColumns(
  { sheet, grids, pieces }: ReadPage,
  body: Body,
  place: (on: { readonly baseline: number }) => number,
): Strip[][] {
  const strips: Strip[] = [];
  let words = pieces;
  for (const grid of grids) {
    const inside = words.filter((piece) => isInGrid(piece, grid));
    words = words.filter((piece) => !isInGrid(piece, grid));
    const content = readRuled(grid, inside, place);
    if (content.length === 0) continue;
    strips.push({
      baseline: grid.top,
      size: body.size,
      spans: [{ left: grid.left, right: grid.right, content }],
    });
  }
  for (const { stretches, baseline } of findLines(addBullets(words, sheet.drawing.dots))) {
    const size = Math.max(...stretches.map((stretch) => stretch.size));
    const spans = stretches.map((content) => ({ left: content.left, right: content.right, content }));
    strips.push({ baseline, size, spans });
  }
  return findColumns(strips.toSorted((a, b) => a.baseline - b.baseline));
}

/** The widest gap between a bullet and its words, in points. */
const BULLET_GAP = 30;

/** Some programs draw the bullets of a list: they get a letter for each, where the words of a line begin beside one. */
function addBullets(pieces: readonly Piece[], dots: readonly Point[]): readonly Piece[] {
  const bullets = dots.flatMap((dot): Piece[] => {
    const beside = pieces.filter(
      ({ baseline, size, left }) =>
        dot.y < baseline && dot.y > baseline - size * 0.8 && left > dot.x && left < dot.x + BULLET_GAP,
    );
    const isFirst = !pieces.some(
      ({ baseline, size, left, right }) =>
        dot.y < baseline && dot.y > baseline - size * 0.8 && left < dot.x && right > dot.x - BULLET_GAP,
    );
    const [word] = beside;
    if (word === undefined || !isFirst) return [];
    return [{ ...word, text: "\u2022", left: dot.x - 2, right: dot.x + 2, isApart: true }];
  });
  return [...pieces, ...bullets];
}
