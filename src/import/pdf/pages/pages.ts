import { readColumns } from "../../../read/columns.ts";
import type { Block, Entry, Row, Table } from "../../block.ts";
import type { Dropped } from "../../imported.ts";
import { tidyLine, wordsOf } from "../../inline.ts";
import { growLast } from "../lines/label.ts";
import { originOf } from "./place.ts";

/** The blocks of a document, page by page made one, and the headings of tables that were only repeated. */
export interface Joined {
  readonly blocks: readonly Block[];
  readonly dropped: readonly Dropped[];
}

/** What stands at the top of a page below no label, as far in as the words of the entry that ends the page before. */
export interface Rest extends Entry {
  readonly isRest: true;
}

/** Joins what the end of a page has parted: a table of the same columns, an entry of a list, a paragraph that breaks off. */
export function joinPages(pages: readonly (readonly Block[])[]): Joined {
  const blocks: Block[] = [];
  const dropped: Dropped[] = [];
  for (const page of pages) {
    const [first, ...others] = page;
    if (first === undefined) continue;
    const joined = joinBlocks(blocks.at(-1), first, dropped);
    if (joined !== null) blocks.pop();
    blocks.push(...(joined === null ? loosen(first) : [joined]), ...others);
  }
  return { blocks, dropped };
}

/** A rest of nothing is no entry of a list. */
function loosen(block: Block): readonly Block[] {
  const [first, ...others] = block.kind === "list" ? block.entries : [];
  if (block.kind !== "list" || first === undefined || !isRestOf(first)) return [block];
  return others.length === 0 ? first.blocks : [...first.blocks, { ...block, entries: others }];
}

function isRestOf(entry: Entry): entry is Rest {
  return "isRest" in entry;
}

/** The blocks of a cell that may stand on two pages, where a paragraph that breaks off is one again. */
export function joinParted(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const isNext = before !== undefined && originOf(before.place).page < originOf(block.place).page;
    const whole = isNext ? joinBlocks(before, block, []) : null;
    if (whole !== null) joined.pop();
    joined.push(whole ?? block);
  }
  return joined;
}

function joinBlocks(before: Block | undefined, after: Block, dropped: Dropped[]): Block | null {
  if (before?.kind === "table" && after.kind === "table") return joinTables(before, after, dropped);
  if (before?.kind === "list" && after.kind === "list") {
    const [first, ...others] = after.entries;
    if (first === undefined || !isRestOf(first))
      return { ...before, entries: [...before.entries, ...after.entries] };
    const grown = growLast(before, (blocks) => goOn(blocks, first.blocks));
    return { ...grown, entries: [...grown.entries, ...others] };
  }
  if (after.kind !== "paragraph") return null;
  if (before?.kind === "list") {
    const entry = before.entries.at(-1)!;
    const joined = joinBlocks(entry.blocks.at(-1), after, dropped);
    if (joined === null) return null;
    const grown = { ...entry, blocks: [...entry.blocks.slice(0, -1), joined] };
    return { ...before, entries: [...before.entries.slice(0, -1), grown] };
  }
  if (before?.kind !== "paragraph") return null;
  const last = before.lines.at(-1)!;
  const [first, ...others] = after.lines;
  const goesOn = /[^.!?:;]$/.test(wordsOf(last)) && /^\p{Ll}/u.test(wordsOf(first!));
  if (!goesOn) return null;
  const line = tidyLine([...last, { ...last.at(-1)!, words: " " }, ...first!]);
  return { ...before, lines: [...before.lines.slice(0, -1), line, ...others] };
}

function joinTables(before: Table, after: Table, dropped: Dropped[]): Table | null {
  if (widthOf(before) !== widthOf(after)) return null;
  let rows = after.rows;
  const [head] = before.rows;
  const repeated = rows[0];
  if (head !== undefined && repeated !== undefined && textOf(repeated) === textOf(head)) {
    dropped.push({ ...originOf(repeated.place), text: textOf(repeated) });
    rows = rows.slice(1);
  } else if (repeated !== undefined && readColumns(repeated.cells.map(cellText)) !== null) return null;
  const last = before.rows.at(-1)!;
  const next = rows[0];
  if (next !== undefined && before.rows.length > 1 && isRest(next, before)) {
    return { ...before, rows: [...before.rows.slice(0, -1), mergeRows(last, next), ...rows.slice(1)] };
  }
  return { ...before, rows: [...before.rows, ...rows] };
}

function widthOf({ rows }: Table): number {
  return Math.max(...rows.flatMap(({ cells }) => cells.map(({ column, width }) => column + width)));
}

/** Whether a row is what found no room on the page before: its first cell is empty, which no row's there was. */
function isRest(row: Row, { rows }: Table): boolean {
  const isFilled = ({ cells }: Row) => cells.some(({ column, blocks }) => column === 0 && blocks.length > 0);
  return !isFilled(row) && rows.every(isFilled);
}

function mergeRows(row: Row, rest: Row): Row {
  const cells = row.cells.map((cell) => {
    const more = rest.cells.find(({ column }) => column === cell.column);
    return more === undefined ? cell : { ...cell, blocks: goOn(cell.blocks, more.blocks) };
  });
  const missing = rest.cells.filter(({ column }) => !row.cells.some((cell) => cell.column === column));
  return { ...row, cells: [...cells, ...missing].toSorted((a, b) => a.column - b.column) };
}

function goOn(before: readonly Block[], after: readonly Block[]): readonly Block[] {
  const joined = after[0] === undefined ? null : joinBlocks(before.at(-1), after[0], []);
  return joined === null ? [...before, ...after] : [...before.slice(0, -1), joined, ...after.slice(1)];
}

/** The words of a row, cell by cell. */
function textOf({ cells }: Row): string {
  return cells.map(cellText).join(" ");
}

function cellText({ blocks }: Row["cells"][number]): string {
  return blocks.map(blockText).join(" ");
}

function blockText(block: Block): string {
  if (block.kind === "heading") return wordsOf(block.line);
  if (block.kind === "paragraph") return block.lines.map(wordsOf).join(" ");
  if (block.kind === "table") return block.rows.map(textOf).join(" ");
  return block.entries.flatMap(({ blocks }) => blocks.map(blockText)).join(" ");
}
