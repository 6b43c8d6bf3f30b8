import { readColumns } from "../read/columns.ts";
import type { Cell, Row, Table } from "./block.ts";
import { linesOf, wordsOfBlocks } from "./cell-lines.ts";

/** A line of Markdown, and the line or paragraph of the document that it came from; null for none. */
export interface Printed {
  readonly text: string;
  readonly line: number | null;
}

/** In wider tables the cells that end a row are left out where they are empty, as Markdown allows. */
const WIDEST_FILLED = 20;

/**
 * A table as Markdown, one line a row. Its first row is its heading where the document, bold type or the words say
 * so; else the heading is left empty. `<br>` parts the paragraphs of a cell, a bullet begins an entry of a list.
 */
export function printTable({ rows }: Table): Printed[] {
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort(
    (a, b) => a - b,
  );
  const placeOf = new Map(columns.map((column, index) => [column, index]));
  const print = (row: Row, width: number): Printed => {
    const texts: string[] = [];
    for (const cell of row.cells) {
      const index = placeOf.get(cell.column)!;
      while (texts.length < index) texts.push("");
      // Beyond the last column there is more than one cell in a place.
      texts[index] = [texts[index], printCell(cell)].filter(Boolean).join(" ");
    }
    while (texts.length < width) texts.push("");
    return { text: `| ${texts.join(" | ")} |`, line: row.place };
  };
  const [first, ...rest] = rows;
  if (first === undefined) return [];
  const width = columns.length <= WIDEST_FILLED ? columns.length : 0;
  const isHeaded = isHeading(first, rest[0]);
  return [
    isHeaded ? print(first, columns.length) : { text: `|${"   |".repeat(columns.length)}`, line: null },
    { text: `|${" --- |".repeat(columns.length)}`, line: null },
    ...(isHeaded ? rest : rows).map((row) => print(row, width)),
  ];
}

function isHeading(first: Row, second: Row | undefined): boolean {
  if (first.isHead || readColumns(first.cells.map(({ blocks }) => wordsOfBlocks(blocks))) !== null)
    return true;
  return isBold(first) && second !== undefined && !isBold(second);
}

function isBold({ cells }: Row): boolean {
  return cells.every(({ blocks }) => linesOf(blocks).every((line) => line.isBold));
}

function printCell({ blocks }: Cell): string {
  return linesOf(blocks)
    .map(({ text }) => text.trim().replaceAll("\t", " ").replaceAll("|", "\\|"))
    .filter((text) => text !== "")
    .join("<br>");
}
