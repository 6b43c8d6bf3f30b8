import { readColumns } from "../read/columns.ts";
import { greatest } from "../source/many.ts";
import type { Block, Cell, Entry, Row, Table } from "./block.ts";
import { wordsOfBlocks } from "./cell-lines.ts";

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
    .map((row) => ({ ...row, cells: row.cells.map(unfoldCell) }))
    .filter(({ cells }) => cells.some(({ blocks }) => blocks.length > 0));
  const titles = countTitles(rows);
  const above = rows.slice(0, titles);
  const body = alignCells(rows.slice(titles));
  const columns = new Set(body.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const arranges = columns.size < 2 || body.some(({ cells }) => cells.some(isPage));
  if (arranges) return blocksOf(rows);
  return [...blocksOf(above), { ...table, rows: dropEmptyColumns(body) }];
}

function unfoldCell(cell: Cell): Cell {
  return { ...cell, blocks: unfoldBlocks(cell.blocks) };
}

/** How many rows of titles stand above the row that names the columns, or over the whole width of a table. */
function countTitles(rows: readonly Row[]): number {
  const widest = greatest(
    rows.map(({ cells }) => cells.length),
    0,
  );
  const named = rows
    .slice(0, 4)
    .findIndex(({ cells }) => readColumns(cells.map(({ blocks }) => wordsOfBlocks(blocks))) !== null);
  if (named > 0 && rows.slice(0, named).every(({ cells }) => cells.length < widest)) return named;
  const first = rows.findIndex(
    ({ cells }) => cells.length !== 1 || cells[0]!.column > 0 || cells[0]!.width < 2,
  );
  return first < 0 ? rows.length : first;
}

/** Where every row has as many cells, the first ones stand below each other, however their edges were drawn. */
function alignCells(rows: readonly Row[]): readonly Row[] {
  const count = rows[0]?.cells.length ?? 0;
  if (rows.some(({ cells }) => cells.length !== count)) return rows;
  return rows.map((row) => ({ ...row, cells: row.cells.map((cell, column) => ({ ...cell, column })) }));
}

/** Columns without a word are the edges of other rows' cells; but one beside a single column may be left to fill in. */
function dropEmptyColumns(rows: readonly Row[]): readonly Row[] {
  const filled = new Set(
    rows.flatMap(({ cells }) => cells.flatMap(({ column, blocks }) => (blocks.length > 0 ? [column] : []))),
  );
  if (filled.size < 2) return rows;
  return rows.map((row) => ({ ...row, cells: row.cells.filter(({ column }) => filled.has(column)) }));
}

/** Whether a cell holds what only a page holds. */
function isPage({ blocks }: Cell): boolean {
  return blocks.some(({ kind }) => kind === "heading" || kind === "table");
}

function blocksOf(rows: readonly Row[]): Block[] {
  return rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks));
}
