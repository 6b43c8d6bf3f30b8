import type { RootContent, Table, TableCell, TableRow } from "mdast";
import { wordsOf } from "./nodes.ts";

/** What a table is printed on. All lengths here are in em, the height of the type that tables are set in. */
export interface Paper {
  readonly width: number;
  /** The room between the texts of two columns. */
  readonly gutter: number;
}

/** A column of a table. */
export interface TableColumn {
  /** What part of the width of the table it has; those of a table add up to 1. */
  readonly share: number;
  /** How long its lines are. */
  readonly width: number;
}

/** The columns of the tables of a page, by the headings of each. */
export type TableColumns = ReadonlyMap<string, readonly TableColumn[]>;

/** A word that is longer is broken rather than given a column of its own width. */
const LONGEST_WORD = 11;
/** By how much a column grows at a time. */
const STEP = 0.5;
/** A row of more lines may run over the end of a sheet, rather than leave much of one empty. */
const MOST_LINES_KEPT = 14;
/** Where a line may end within a word: behind a hyphen with a letter to follow, and so in no number and no day. */
export const WITHIN_WORD = /(?<=-)(?=\p{L})/u;

/**
 * The columns of every table of a page. Tables with the same headings have the same columns, so that a log reads as
 * one. A column has room for its longest word, and a day with its month is one; what is left goes to those that say most.
 */
export function columnsOf(nodes: readonly RootContent[], paper: Paper): TableColumns {
  const alike = new Map<string, Table[]>();
  for (const table of nodes.filter((node) => node.type === "table")) {
    const headings = headingsOf(table);
    const group = alike.get(headings);
    if (group === undefined) alike.set(headings, [table]);
    else group.push(table);
  }
  return new Map([...alike].map(([headings, tables]) => [headings, shareWidth(tables, paper)]));
}

/** The columns of one table; one that stands within something else is none of those of the page. */
export function columnsFor(table: Table, known: TableColumns, paper: Paper): readonly TableColumn[] {
  return known.get(headingsOf(table)) ?? shareWidth([table], paper);
}

/** Whether a row is so high that it may run over the end of a sheet. */
export function mayBreak({ children }: TableRow, columns: readonly TableColumn[]): boolean {
  return columns.some(
    ({ width }, column) => emOf(textOf(children[column])) > MOST_LINES_KEPT * Math.max(1, width),
  );
}

/** The headings of a table, by which its columns are known. */
function headingsOf({ children: [head] }: Table): string {
  return (head?.children ?? []).map(wordsOf).join("\n");
}

function shareWidth(tables: readonly Table[], { width: whole, gutter }: Paper): TableColumn[] {
  const cells = tables.flatMap(({ children: [head, ...rows] }) =>
    [head!, ...rows].map(({ children }) => head!.children.map((_, column) => textOf(children[column]))),
  );
  const lengths = cells.map((row) => row.map(emOf));
  const longestWords = lengths[0]!.map((_, column) =>
    Math.min(
      LONGEST_WORD,
      cells.reduce((most, row) => Math.max(most, longestWordOf(row[column]!)), 0),
    ),
  );
  const room = Math.max(1, whole - gutter * longestWords.length);
  const widths = flatten(lengths, longestWords, room);
  const total = sum(widths) + gutter * widths.length;
  return widths.map((width) => ({ share: (width + gutter) / total, width }));
}

/**
 * Gives what is left of the room, little by little, to the column by which the rows lose most of their height. Heights
 * count by their squares: one row of twelve lines is worse than two of six.
 */
function flatten(lengths: readonly (readonly number[])[], least: readonly number[], room: number): number[] {
  const widths = narrow(least, room);
  for (let left = room - sum(widths); left > 0; left -= STEP) {
    const gains = widths.map(() => 0);
    for (const row of lengths) {
      const heights = row.map((length, column) => length / widths[column]!);
      const height = Math.max(...heights);
      const highest = heights.indexOf(height);
      const lower = row.map((length, column) => length / (widths[column]! + (column === highest ? STEP : 0)));
      gains[highest]! += height ** 2 - Math.max(...lower) ** 2;
    }
    widths[gains.indexOf(Math.max(...gains))]! += Math.min(STEP, left);
  }
  return widths;
}

/** Widths that are more than there is room for: the widest give way, down to what all can have. */
function narrow(widths: readonly number[], room: number): number[] {
  if (sum(widths) <= room) return [...widths];
  let most = room / widths.length;
  for (const width of widths.toSorted((a, b) => a - b)) {
    const kept = sum(widths.filter((own) => own <= width));
    const wider = widths.filter((own) => own > width).length;
    if (wider === 0 || kept + wider * width > room) break;
    most = (room - kept) / wider;
  }
  return widths.map((width) => Math.min(width, most));
}

/** The length of the longest part of a text that stands on one line; a day and its month do. */
function longestWordOf(text: string): number {
  return text
    .split(/(?<!(?:^|\s)\d{1,2})\s+/)
    .flatMap((word) => word.split(WITHIN_WORD))
    .reduce((most, part) => Math.max(most, emOf(part)), 0);
}

function textOf(cell: TableCell | undefined): string {
  return cell === undefined ? "" : wordsOf(cell);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** About how long a text is in the bold of Atkinson Hyperlegible, the widest that a table is set in. */
export function emOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/[iljtfr.,:;'’()|!/ -]/.test(letter)) width += 0.36;
    else if (/[\p{Lu}mw%@&–—]/u.test(letter)) width += 0.72;
    else width += 0.6;
  }
  return width;
}
