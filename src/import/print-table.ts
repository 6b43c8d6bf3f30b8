import { readColumns } from "../read/columns.ts";
import type { Block, Cell, Row, Table } from "./block.ts";
import { escapeWords } from "./escape.ts";
import { isStrong, wordsOf, writeLine } from "./inline.ts";

/** A line of Markdown, and the line or paragraph of the document that it came from; null for none. */
export interface Printed {
  readonly text: string;
  readonly line: number | null;
}

/**
 * A table as Markdown, one line a row. Its first row is its heading where the document, bold type or the words say
 * so; else the heading is left empty. `<br>` parts the paragraphs of a cell, a bullet begins an entry of a list.
 */
export function printTable({ rows }: Table): Printed[] {
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort(
    (a, b) => a - b,
  );
  const placeOf = new Map(columns.map((column, index) => [column, index]));
  const print = (row: Row): Printed => {
    const texts: string[] = [];
    for (const cell of row.cells) {
      const index = placeOf.get(cell.column)!;
      while (texts.length < index) texts.push("");
      texts.push(printCell(cell));
    }
    return { text: `| ${texts.join(" | ")} |`, line: row.place };
  };
  const [first, ...rest] = rows;
  if (first === undefined) return [];
  const isHeaded = isHeading(first, rest[0]);
  const heading = isHeaded ? print(first) : { text: `|${"   |".repeat(columns.length)}`, line: null };
  const missing = columns.length - Math.max(...first.cells.map(({ column }) => placeOf.get(column)!)) - 1;
  return [
    isHeaded ? { ...heading, text: heading.text + "   |".repeat(missing) } : heading,
    { text: `|${" --- |".repeat(columns.length)}`, line: null },
    ...(isHeaded ? rest : rows).map(print),
  ];
}

function isHeading(first: Row, second: Row | undefined): boolean {
  const words = first.cells.map((cell) =>
    linesOf(cell.blocks)
      .map(({ words }) => words)
      .join(" "),
  );
  return (
    first.isHead || readColumns(words) !== null || (isBold(first) && second !== undefined && !isBold(second))
  );
}

function isBold({ cells }: Row): boolean {
  return cells.every(({ blocks }) => linesOf(blocks).every(({ isBold }) => isBold));
}

interface CellLine {
  readonly words: string;
  readonly text: string;
  readonly isBold: boolean;
}

function linesOf(blocks: readonly Block[], label = ""): CellLine[] {
  return blocks.flatMap((block, index): CellLine[] => {
    const before = index === 0 ? label : "";
    if (block.kind === "list") {
      return block.entries.flatMap((entry) => linesOf(entry.blocks, `${entry.label ?? "\u2022"} `));
    }
    if (block.kind === "table") {
      return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => linesOf(cell.blocks)));
    }
    const lines = block.kind === "heading" ? [block.line] : block.lines;
    return lines.map((line, at) => {
      const lead = at === 0 ? before : "";
      return {
        words: lead + wordsOf(line),
        text: escapeWords(lead) + writeLine(line),
        isBold: isStrong(line),
      };
    });
  });
}

function printCell({ blocks }: Cell): string {
  return linesOf(blocks)
    .map(({ text }) => text.trim().replaceAll("\t", " ").replaceAll("|", "\\|"))
    .filter((text) => text !== "")
    .join("<br>");
}
