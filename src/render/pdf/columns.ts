import type { RootContent, Table, TableCell } from "mdast";
import { wordsOf } from "../nodes.ts";

/** A column of a table. */
export interface SheetColumn {
  /** What part of the width of the table it has; those of a table add up to 1. */
  readonly share: number;
  /** How long its lines are. */
  readonly width: number;
}

/** The room between the texts of two columns. All lengths here are in em, the height of the type. */
const GUTTER = 0.9;
/** A word that is longer is broken rather than given a column of its own width. */
const LONGEST_WORD = 11;
/** By how much a column grows at a time. */
const STEP = 0.5;

/**
 * The columns of every table of a page that is `width` em wide. Tables with the same headings have the same columns, so
 * that a log reads as one. A column has room for its longest word; what is left goes to those that say most.
 */
export function columnsOf(nodes: readonly RootContent[], width: number): Map<string, SheetColumn[]> {
  const alike = new Map<string, Table[]>();
  for (const table of nodes.filter((node) => node.type === "table")) {
    const headings = headingsOf(table);
    const group = alike.get(headings);
    if (group === undefined) alike.set(headings, [table]);
    else group.push(table);
  }
  return new Map([...alike].map(([headings, tables]) => [headings, shareWidth(tables, width)]));
}

/** The headings of a table, by which its columns are known. */
export function headingsOf({ children: [head] }: Table): string {
  return (head?.children ?? []).map(wordsOf).join("\n");
}

function shareWidth(tables: readonly Table[], width: number): SheetColumn[] {
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
  const room = width - GUTTER * longestWords.length;
  const widths = flatten(lengths, longestWords, room);
  const total = sum(widths) + GUTTER * widths.length;
  return widths.map((width) => ({ share: (width + GUTTER) / total, width }));
}

/**
 * Gives what is left of the room, little by little, to the column by which the rows lose most of their height. Heights
 * count by their squares: one row of twelve lines is worse than two of six.
 */
function flatten(lengths: readonly (readonly number[])[], least: readonly number[], room: number): number[] {
  const tooWide = Math.max(1, sum(least) / room);
  const widths = least.map((width) => width / tooWide);
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

/** The longest word of a text; a day and its month are one. */
function longestWordOf(text: string): number {
  return text.split(/(?<!(?:^|\s)\d{1,2})\s+/).reduce((most, word) => Math.max(most, emOf(word)), 0);
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
