import type { Block, Cell, Entry, Row, Table } from "./block.ts";

/** Blocks without what a reader does not see: empty ones, and tables that only arrange what stands in them. */
export function unfoldBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === "paragraph") {
      const lines = block.lines.filter((line) => line.length > 0);
      return lines.length > 0 ? [{ ...block, lines }] : [];
    }
    if (block.kind === "heading") return block.line.length > 0 ? [block] : [];
    if (block.kind === "list") return unfoldList(block.place, block.entries);
    return unfoldTable(block);
  });
}

function unfoldList(place: number, entries: readonly Entry[]): Block[] {
  const kept = entries
    .map((entry) => ({ ...entry, blocks: unfoldBlocks(entry.blocks) }))
    .filter(({ blocks }) => blocks.length > 0);
  return kept.length > 0 ? [{ kind: "list", place, entries: kept }] : [];
}

function unfoldTable(table: Table): Block[] {
  const rows = table.rows
    .map((row) => ({ ...row, cells: row.cells.map(unfoldCell).filter(({ blocks }) => blocks.length > 0) }))
    .filter(({ cells }) => cells.length > 0);
  // A title that spreads over the whole width stands above the table, not in it.
  const titles = rows.findIndex((row) => !isTitle(row));
  const body = rows.slice(titles < 0 ? rows.length : titles);
  const above = rows.slice(0, rows.length - body.length);
  const arranges = new Set(body.flatMap(({ cells }) => cells.map(({ column }) => column))).size < 2;
  if (arranges || body.some(({ cells }) => cells.some(isPage))) return blocksOf(rows);
  return [...blocksOf(above), { ...table, rows: body }];
}

function unfoldCell(cell: Cell): Cell {
  return { ...cell, blocks: unfoldBlocks(cell.blocks) };
}

function isTitle({ cells }: Row): boolean {
  return cells.length === 1 && cells[0]!.column === 0 && cells[0]!.width > 1;
}

/** Whether a cell holds what only a page holds. */
function isPage({ blocks }: Cell): boolean {
  return blocks.some(({ kind }) => kind === "heading" || kind === "table");
}

function blocksOf(rows: readonly Row[]): Block[] {
  return rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks));
}
