import type { Block, Row, Cell as TableCell } from "../../block.ts";
import { findLines } from "../lines/line.ts";
import { divideWords, makeStretch, type Stretch } from "../lines/stretch.ts";
import { joinLines } from "../lines/wrapped.ts";
import { isWithin, type Point } from "../sheet/matrix.ts";
import type { Piece } from "../sheet/pieces.ts";
import type { Cell, Grid } from "./grid.ts";

/** Whether a piece stands in a table that is drawn with lines. */
export function isInGrid(piece: Piece, grid: Grid): boolean {
  return isWithin(grid, middleOf(piece));
}

/** The table that stands in a grid, below what heads it in a row of its own; nothing where the grid is empty. */
export function readRuled(grid: Grid, pieces: readonly Piece[], placeOf: (piece: Piece) => number): Block[] {
  const inCells = new Map<Cell, Piece[]>(grid.cells.map((cell) => [cell, []]));
  for (const piece of pieces.flatMap((whole) => cutAtLines(whole, grid))) {
    inCells.get(cellOf(piece, grid))!.push(piece);
  }
  const rows: Row[] = [];
  const above: Block[] = [];
  for (let row = 0; row < grid.rows; row++) {
    const cells = grid.cells.filter((cell) => cell.row === row && inCells.get(cell)!.length > 0);
    const [first] = cells;
    if (first === undefined) continue;
    const isTitle = rows.length === 0 && first.right - first.left > (grid.right - grid.left) * 0.95;
    for (const part of partRow(cells, inCells)) {
      const place = Math.min(...part.flatMap((filled) => filled.pieces.map(placeOf)));
      const tableCells = part.map((filled) => makeCell(filled, placeOf));
      if (isTitle) above.push(...tableCells[0]!.blocks);
      else rows.push({ place, isHead: false, cells: tableCells });
    }
  }
  return rows.length === 0 ? above : [...above, { kind: "table", place: rows[0]!.place, rows }];
}

/** A little inside its left end, and in the middle of its small letters. */
function middleOf({ left, right, baseline, size }: Piece): Point {
  return { x: left + Math.min(2, (right - left) / 2), y: baseline - size * 0.3 };
}

/** What was set in one go over several cells, word by word. */
function cutAtLines(piece: Piece, grid: Grid): Piece[] {
  const { y } = middleOf(piece);
  const isWithinOne = grid.cells.some(
    (cell) =>
      y >= cell.top && y <= cell.bottom && piece.left >= cell.left - 2 && piece.right <= cell.right + 2,
  );
  return isWithinOne ? [piece] : divideWords(piece);
}

function cellOf(piece: Piece, grid: Grid): Cell {
  const middle = { ...middleOf(piece), x: (piece.left + piece.right) / 2 };
  const around = grid.cells.filter((cell) => isWithin(cell, middle));
  const distance = ({ left, right, top, bottom }: Cell) =>
    Math.hypot((left + right) / 2 - middle.x, (top + bottom) / 2 - middle.y);
  return (around.length > 0 ? around : grid.cells).reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

interface FilledCell {
  readonly cell: Cell;
  readonly pieces: readonly Piece[];
}

const NUMBER = /^(?:\d{1,3}[.)]?|\d{1,3}(?:\.\d{1,3})+|\d{4}-\d\d-\d\d\/\d+)$/;

/** Some tables have lines between their columns only: there each number in the first column begins a row. */
function partRow(cells: readonly Cell[], inCells: ReadonlyMap<Cell, readonly Piece[]>): FilledCell[][] {
  const filled = cells.map((cell) => ({ cell, pieces: inCells.get(cell)! }));
  const starts = findLines(filled[0]!.pieces).map(({ baseline, stretches }) => ({
    baseline,
    text: stretches.map(({ text }) => text).join(" "),
  }));
  if (filled.length < 2 || starts.length < 2 || starts.some(({ text }) => !NUMBER.test(text)))
    return [filled];
  const parts = starts.map(({ baseline }, index) => {
    const from = index === 0 ? Number.NEGATIVE_INFINITY : baseline;
    const to = starts[index + 1]?.baseline ?? Number.POSITIVE_INFINITY;
    const isHere = ({ baseline: at, size }: Piece) => at > from - size * 0.5 && at <= to - size * 0.5;
    return filled
      .map(({ cell, pieces }) => ({ cell, pieces: pieces.filter(isHere) }))
      .filter(({ pieces }) => pieces.length > 0);
  });
  return parts.filter(({ length }) => length > 0);
}

function makeCell({ cell, pieces }: FilledCell, placeOf: (piece: Piece) => number): TableCell {
  const lines = findLines(pieces).map(({ stretches }) =>
    makeStretch(stretches.flatMap((part) => part.pieces)),
  );
  const left = Math.min(...lines.map((line) => line.left));
  // The margin on the left is about that on the right, unless the words are in the middle.
  const edge = cell.right - Math.min(left - cell.left, 8);
  const place = (line: Stretch) => placeOf(line.pieces[0]!);
  const paragraph: Block = {
    kind: "paragraph",
    place: place(lines[0]!),
    lines: joinLines(lines, edge, place),
  };
  return { column: cell.column, width: 1, blocks: [paragraph] };
}
