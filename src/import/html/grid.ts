import type { Element, ElementContent } from "hast";

/** A row of a table in HTML, its cells by the columns that they stand in. */
export interface GridRow {
  readonly element: Element;
  readonly isHead: boolean;
  readonly cells: readonly { readonly element: Element; readonly column: number; readonly width: number }[];
}

/** No table of actions has more columns; further cells stand in the last one. */
const MOST_COLUMNS = 1000;

/** The rows of a table, without those of tables in it. A cell that spreads over rows keeps others from its columns. */
export function readGrid(table: Element): GridRow[] {
  const below: number[] = [];
  return rowsOf(table.children, false).map(({ element, isHead }) => {
    const cells: { element: Element; column: number; width: number }[] = [];
    const spread: { column: number; width: number; rows: number }[] = [];
    let column = 0;
    for (const cell of element.children) {
      if (cell.type !== "element" || (cell.tagName !== "td" && cell.tagName !== "th")) continue;
      while ((below[column] ?? 0) > 0) column++;
      const width = Math.min(spanOf(cell, "colSpan"), Math.max(MOST_COLUMNS - column, 1));
      cells.push({ element: cell, column: Math.min(column, MOST_COLUMNS), width });
      spread.push({ column, width, rows: spanOf(cell, "rowSpan") });
      column += width;
    }
    for (let i = 0; i < below.length; i++) below[i] = Math.max((below[i] ?? 0) - 1, 0);
    for (const { column: from, width, rows } of spread) {
      for (let i = from; i < from + width && i < MOST_COLUMNS; i++)
        below[i] = Math.max(below[i] ?? 0, rows - 1);
    }
    return { element, isHead: isHead || isAllHeadings(cells.map((cell) => cell.element)), cells };
  });
}

function rowsOf(nodes: readonly ElementContent[], isHead: boolean): { element: Element; isHead: boolean }[] {
  return nodes.flatMap((node) => {
    if (node.type !== "element") return [];
    if (node.tagName === "tr") return [{ element: node, isHead }];
    return /^t(?:head|body|foot)$/.test(node.tagName) ? rowsOf(node.children, node.tagName === "thead") : [];
  });
}

function isAllHeadings(cells: readonly Element[]): boolean {
  return cells.length > 1 && cells.every(({ tagName }) => tagName === "th");
}

function spanOf({ properties }: Element, name: "colSpan" | "rowSpan"): number {
  const span = Math.trunc(Number(properties[name] ?? 1));
  return span >= 1 ? Math.min(span, name === "colSpan" ? MOST_COLUMNS : 65_534) : 1;
}
