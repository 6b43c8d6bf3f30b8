import { scanBlocks } from "../markdown/blocks.ts";
import { plainText, squash } from "../markdown/plain-text.ts";
import { type Column, readColumns } from "../read/columns.ts";
import type { Passage } from "../read/passage.ts";
import { readPassages } from "../read/passages.ts";

/** A table of a note as it stands. */
export interface WrittenTable {
  /** Its rows in order, the heading row among them. */
  readonly rows: readonly Passage[];
  /** What its columns hold, by their headings; null where it has none that speak of actions. */
  readonly columns: readonly (Column | null)[] | null;
  /** Whether tabs part its cells, as in a table pasted from Word. */
  readonly isPasted: boolean;
}

/** The tables of a note from the line on in which an offset lies. */
export function findTables(text: string, offset: number): WrittenTable[] {
  const blocks = scanBlocks(text, startOfLine(text, offset));
  const tables = new Map<number, Passage[]>();
  for (const passage of readPassages(text, blocks)) {
    if (passage.kind !== "row") continue;
    const rows = tables.get(passage.table);
    if (rows === undefined) tables.set(passage.table, [passage]);
    else rows.push(passage);
  }
  return [...tables].map(([at, rows]) => {
    const [head] = rows;
    const headings = head!.cells.map(({ lines }) => squash(plainText(text, lines).text));
    const columns = head!.isHeader ? readColumns(headings) : null;
    return { rows, columns, isPasted: blocks[at]!.kind !== "table" };
  });
}

/** Where the line of an offset begins. */
export function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line of an offset ends, before its line break. */
export function endOfLine(text: string, offset: number): number {
  const found = text.indexOf("\n", offset);
  if (found < 0) return text.length;
  return found > offset && text[found - 1] === "\r" ? found - 1 : found;
}
