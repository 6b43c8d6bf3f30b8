import type { Meeting, RaisedAction } from "../model/meeting.ts";
import type { Passage } from "../read/passage.ts";
import type { Edit } from "../source/diagnostic.ts";
import { insert, lineEndOf } from "./edit.ts";
import { writeCells, writeTableLine } from "./rows.ts";
import { endOfLine, findTables, startOfLine } from "./tables.ts";

/**
 * The edit that adds rows to the typed log of a note, below its last one, for actions that it lacks; null where the log
 * is no table with headings.
 */
export function logRowsEdit(missing: readonly RaisedAction[], meeting: Meeting, text: string): Edit | null {
  const from = meeting.logHeading?.start ?? meeting.log[0]?.span.start;
  if (from === undefined) return null;
  const starts = new Set(meeting.log.map(({ span }) => span.start));
  const isOfLog = ({ span }: Passage) => starts.has(span.start);
  const tables = findTables(text, from).filter(({ columns, isPasted }) => columns !== null && !isPasted);
  const table =
    tables.find(({ rows }) => rows.some(isOfLog)) ?? (meeting.log.length === 0 ? tables[0] : undefined);
  if (table === undefined) return null;
  const { rows, columns } = table;
  const [head] = rows;
  const last = rows.at(-1)!;
  const end = last === head ? text.indexOf("\n", endOfLine(text, head!.span.start)) + 1 : last.span.start;
  const start = `${lineEndOf(text)}${text.slice(startOfLine(text, last.span.start), last.span.start)}`;
  const widths = head!.cells.map(({ start }, index) => widthOf(text, start, head!.cells[index + 1]?.start));
  const lines = missing.map((action) => {
    const row = { ref: `${action.number}`, text: action.text.replace(/\.$/, "") };
    const words = { ...action, ...row, status: null, update: null, lastReported: null };
    return `${start}${writeTableLine(writeCells(words, columns!), widths)}`;
  });
  return insert(endOfLine(text, end), lines.join(""));
}

/** The width of a cell between its bars and the spaces beside them, in characters; the last one ends its line. */
function widthOf(text: string, start: number, end = endOfLine(text, start)): number {
  const cell = text
    .slice(start, end)
    .replace(/^\|/, "")
    .replace(/\|\s*$/, "");
  return Math.max(0, cell.length - 2);
}
