import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { Table as TableNode } from "mdast";
import { wordsOf } from "../nodes.ts";
import { directionOf, runsOf } from "./inline.ts";

/** A table: its headings stand again on every sheet, and no row is cut in two. `width` in twentieths of a point. */
export function tableOf({ children }: TableNode, width: number): Table {
  const words = children.map((row) => row.children.map(wordsOf));
  const widths = shareWidth(words, width);
  const rows = children.map((row, index) => {
    const cells = widths.map((own, column) => {
      const content = row.children[column]?.children ?? [];
      const paragraph = new Paragraph({
        style: index === 0 ? "TableHeading" : "TableText",
        ...directionOf(words[index]![column] ?? ""),
        children: runsOf(content),
      });
      return new TableCell({ width: { size: own, type: WidthType.DXA }, children: [paragraph] });
    });
    return new TableRow({ ...(index === 0 && { tableHeader: true }), cantSplit: true, children: cells });
  });
  return new Table({
    style: "MinutesTable",
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noVBand: true },
    rows,
  });
}

/** In twentieths of a point: a letter of the text of tables, which is a digit, and the space beside a cell. */
const LETTER = 112;
const MARGINS = 210;

/** How much of a table one word may claim so that it is not broken, in letters; a longer one is. */
const LONGEST_WORD = 16;

/**
 * Shares a width among the columns of a table: each takes its longest word whole, and no more than its longest cell. In
 * between, a column has the fourth root of the cubes of what its cells say: that makes the sum of the cubes of their
 * heights least, and the cube, for which a long cell counts far more than two short ones, stands for the height of rows.
 */
export function shareWidth(rows: readonly (readonly string[])[], width: number): number[] {
  const columns = rows[0]!.map((_, column) => {
    const cells = rows.map((row) => row[column] ?? "");
    // A heading is bold, and takes the room of a letter more.
    const words = cells.flatMap((cell, row) =>
      cell.split(/\s+/).map(({ length }) => length + (row === 0 ? 1 : 0)),
    );
    return {
      least: widthOf(Math.min(LONGEST_WORD, most(words))),
      greatest: widthOf(most(cells.map(({ length }) => length))),
      weight: sum(cells.map(({ length }) => length ** 3)) ** (1 / 4),
    };
  });
  const widthsAt = (scale: number) =>
    columns.map(({ least, greatest, weight }) => Math.max(least, Math.min(greatest, weight * scale)));
  let [low, high] = [0, width];
  for (let halvings = 0; halvings < 40; halvings++) {
    const middle = (low + high) / 2;
    if (sum(widthsAt(middle)) > width) high = middle;
    else low = middle;
  }
  return fill(widthsAt(low), width);
}

/** The same widths in proportion, as whole numbers that make up the width of the table exactly. */
function fill(widths: readonly number[], width: number): number[] {
  const all = sum(widths);
  const whole = widths.map((own) => Math.floor((own * width) / all));
  whole[whole.length - 1]! += width - sum(whole);
  return whole;
}

function widthOf(letters: number): number {
  return letters * LETTER + MARGINS;
}

/** Not `Math.max(...)`: a log may have more rows than a call takes arguments. */
function most(numbers: readonly number[]): number {
  return numbers.reduce((greatest, number) => Math.max(greatest, number), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
