import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { Table as TableNode } from "mdast";
import { columnsFor, mayBreak, type Paper, type TableColumn, type TableColumns } from "../columns.ts";
import { wordsOf } from "../nodes.ts";
import { directionOf, runsOf } from "./inline.ts";

/** In twentieths of a point: the height of the type of tables, and the room beside the text of a cell, wide letters included. */
const TYPE = 200;
const MARGINS = 215;

/** What the columns of tables are measured on, where the text is of a width in twentieths of a point. */
export function paperOf(width: number): Paper {
  return { width: width / TYPE, gutter: MARGINS / TYPE };
}

/**
 * A table: its headings stand again on every sheet, and a short row is not cut in two. `known` are the columns of the
 * page, `width` is in twentieths of a point.
 */
export function tableOf(table: TableNode, known: TableColumns, width: number): Table {
  const columns = columnsFor(table, known, paperOf(width));
  const widths = wholeWidths(columns, width);
  const rows = table.children.map((row, index) => {
    const cells = widths.map((own, column) => {
      const cell = row.children[column];
      const paragraph = new Paragraph({
        style: index === 0 ? "TableHeading" : "TableText",
        ...directionOf(cell === undefined ? "" : wordsOf(cell)),
        children: runsOf(cell?.children ?? []),
      });
      return new TableCell({ width: { size: own, type: WidthType.DXA }, children: [paragraph] });
    });
    return new TableRow({
      ...(index === 0 && { tableHeader: true }),
      cantSplit: index === 0 || !mayBreak(row, columns),
      children: cells,
    });
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

/** The widths of columns as whole numbers that make up the width of the table exactly. */
function wholeWidths(columns: readonly TableColumn[], width: number): number[] {
  const widths = columns.map(({ share }) => Math.floor(share * width));
  widths[widths.length - 1]! += width - widths.reduce((sum, own) => sum + own, 0);
  return widths;
}
