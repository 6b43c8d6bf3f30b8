import type { Column } from "../read/columns.ts";
import type { Passage } from "../read/passage.ts";
import type { Edit } from "../source/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import { insert } from "./edit.ts";

/** What stands in a cell as it is written, without the white space around it; empty where the row is too short. */
export function cellText(text: string, row: Passage, index: number): string {
  const room = roomsOf(text, row)[index];
  return room === undefined ? "" : text.slice(room.start, room.end).trim();
}

/**
 * The edits that fill cells of one row of a table with Markdown, each column by what it holds. A cell is as wide as the
 * one in `head`, the heading row, where the text fits; a row that is shorter than its headings is filled up as far as needed.
 */
export function cellEdits(
  text: string,
  row: Passage,
  columns: readonly (Column | null)[],
  cells: ReadonlyMap<Column, string>,
  head = row,
): Edit[] {
  const rooms = roomsOf(text, row);
  const widths = roomsOf(text, head).map(({ start, end }) => end - start);
  const written = columns.map((column) => (column === null ? null : (cells.get(column) ?? null)));
  const within = rooms.flatMap((room, index) => fillRoom(text, room, written[index] ?? null, widths[index]));
  const last = written.findLastIndex((cell) => cell !== null);
  if (last < rooms.length) return within;
  const missing = written.slice(rooms.length, last + 1).map((cell) => ` ${cell ?? ""} |`);
  const end = endOfRow(text, row);
  return [...within, insert(end, `${isClosed(text, row) ? "" : " |"}${missing.join("")}`)];
}

function fillRoom(text: string, { start, end }: Span, cell: string | null, width = 0): Edit[] {
  if (cell === null) return [];
  const isLast = text[end] !== "|";
  const filled = ` ${cell} `.padEnd(width);
  return [{ span: { start, end }, text: isLast ? filled.trimEnd() : filled }];
}

/** The room of each cell between its bars. */
function roomsOf(text: string, row: Passage): Span[] {
  const end = endOfRow(text, row) - (isClosed(text, row) ? 1 : 0);
  return row.cells.map(({ start }, index) => ({
    start: start + (text[start] === "|" ? 1 : 0),
    end: row.cells[index + 1]?.start ?? end,
  }));
}

function endOfRow(text: string, { span }: Passage): number {
  return span.start + text.slice(span.start, span.end).trimEnd().length;
}

/** Whether a bar ends the row, rather than the words of its last cell. */
function isClosed(text: string, row: Passage): boolean {
  const end = endOfRow(text, row);
  const last = row.cells.at(-1);
  return text[end - 1] === "|" && end - 1 > (last?.start ?? -1) && last?.lines[0]?.end !== end;
}
