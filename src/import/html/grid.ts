import type { Element, ElementContent } from "hast";
import { type PlacedCell, placeCells } from "../grid.ts";

/** A row of a table in HTML, its cells by the columns that they stand in. */
export interface GridRow {
  readonly element: Element;
  readonly isHead: boolean;
  readonly cells: readonly PlacedCell<Element>[];
}

/** The rows of a table, without those of tables in it. */
export function readGrid(table: Element): GridRow[] {
  const rows = rowsOf(table.children, false).map((row) => ({
    ...row,
    own: row.element.children.filter(isCell),
  }));
  const placed = placeCells(
    rows.map(({ own }) =>
      own.map((cell) => ({ cell, width: spanOf(cell, "colSpan"), height: spanOf(cell, "rowSpan") })),
    ),
  );
  return rows.map(({ element, isHead, own }, index) => ({
    element,
    isHead: isHead || (own.length > 1 && own.every(({ tagName }) => tagName === "th")),
    cells: placed[index]!,
  }));
}

function rowsOf(nodes: readonly ElementContent[], isHead: boolean): { element: Element; isHead: boolean }[] {
  return nodes.flatMap((node) => {
    if (node.type !== "element") return [];
    if (node.tagName === "tr") return [{ element: node, isHead }];
    return /^t(?:head|body|foot)$/.test(node.tagName) ? rowsOf(node.children, node.tagName === "thead") : [];
  });
}

function isCell(node: ElementContent): node is Element {
  return node.type === "element" && (node.tagName === "td" || node.tagName === "th");
}

/** HTML's own bound is 65,534 rows; a page may say 0 for all that follow. */
function spanOf({ properties }: Element, name: "colSpan" | "rowSpan"): number {
  const span = Math.trunc(Number(properties[name] ?? 1));
  return span === 0 && name === "rowSpan" ? 65_534 : Math.min(Math.max(span || 1, 1), 65_534);
}
