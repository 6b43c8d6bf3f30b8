import type { Element, ElementContent, Text } from "hast";
import type { Table, TableCell } from "mdast";
import { readColumns } from "../../read/columns.ts";
import type { TableColumn } from "../columns.ts";
import { wordsOf } from "../nodes.ts";
import { element } from "./element.ts";

const LINE_END: Text = { type: "text", value: "\n" };

/** What a table's cells hold, printed. */
type ContentOf = (cell: TableCell) => ElementContent[];

/**
 * A table that stays one to a screen reader where the stylesheet shows each row as a card, on a narrow screen: its
 * roles are written out, and each cell bears the words of its heading. `label` is the id of the heading above it.
 */
export function elementOfTable(
  table: Table,
  columns: readonly TableColumn[],
  label: string | null,
  contentOf: ContentOf,
): Element {
  const [head, ...rows] = table.children;
  const headings = head!.children.map((cell) => wordsOf(cell).trim());
  const isOfActions = readColumns(headings)?.[0] === "ref";
  const headRow = head!.children.map((cell, index) => {
    const isHeading = headings[index] !== "";
    const own = isHeading ? { scope: "col", role: "columnheader" } : { role: "cell" };
    return element(isHeading ? "th" : "td", { ...own, ...sideOf(table, index) }, contentOf(cell));
  });
  const bodyRows = rows.map(({ children: cells }) =>
    Array.from({ length: Math.max(cells.length, headings.length) }, (_, index) => {
      const isReference = isOfActions && index === 0;
      const own = isReference ? { scope: "row", role: "rowheader" } : { role: "cell" };
      const named = headings[index] ? { dataLabel: headings[index] } : {};
      const cell = cells[index];
      return element(
        isReference ? "th" : "td",
        { ...own, ...named, ...sideOf(table, index) },
        cell === undefined ? [] : contentOf(cell),
      );
    }),
  );
  return element("table", { role: "table", ...(label === null ? {} : { ariaLabelledBy: label }) }, [
    element("colgroup", {}, columns.map(columnOf)),
    element("thead", { role: "rowgroup" }, [rowOf(headRow)]),
    element("tbody", { role: "rowgroup" }, onLines(bodyRows.map(rowOf))),
  ]);
}

function columnOf({ share }: TableColumn): Element {
  return element("col", { style: `width:${Math.round(share * 1000) / 10}%` });
}

function rowOf(cells: Element[]): Element {
  return element("tr", { role: "row" }, cells);
}

/** One to a line, so that two versions of a page can be compared. */
function onLines(rows: Element[]): ElementContent[] {
  return [LINE_END, ...rows.flatMap((row) => [row, LINE_END])];
}

/** On which side of its column a cell's words stand, where that is not the usual one. */
function sideOf({ align }: Table, index: number): { className?: string[] } {
  const side = align?.[index] ?? "left";
  return side === "left" ? {} : { className: [side] };
}
