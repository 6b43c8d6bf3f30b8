import { plainText, squash } from "../markdown/plain-text.ts";
import type { LogRow, ProgressRow } from "../model/meeting.ts";
import { append } from "../source/many.ts";
import { type ActionRow, readActionTable, readRefCell } from "./action-table.ts";
import { findMarkedLines } from "./marked-line.ts";
import { type Passage, tableAt } from "./passage.ts";
import { progressOfRow } from "./progress-table.ts";
import { readCellReport } from "./published/status.ts";
import { NOTHING_STATED, type Reading, readBrackets, readUndertaking, type Stated } from "./reading.ts";

/** A row of the log, and what it would be if it reported on an earlier action. */
export interface LogReading {
  readonly row: LogRow;
  readonly asProgress: Omit<ProgressRow, "place"> | null;
  /** The number of the item in which it stands; none where the log is a section of its own. */
  readonly item?: number | null;
  /** Whether it stands in a log that is the whole of its document: there any status is a report. */
  readonly standsAlone?: boolean;
}

/** Reads the section headed `Actions log`: a table, or a list. */
export function readLog(passages: readonly Passage[], reading: Reading): LogReading[] {
  const rows: LogReading[] = [];
  for (const [index, passage] of passages.entries()) {
    if (passage.kind === "text") append(rows, readLogLines(passage, reading));
    else if (passages[index - 1]?.table !== passage.table) {
      append(rows, readLogTable(tableAt(passages, index), reading));
    }
  }
  return rows;
}

function readLogTable(rows: readonly Passage[], reading: Reading): LogReading[] {
  return readLogRows(readActionTable(rows, reading), reading);
}

/** Rows of a table of actions as a log has them. */
export function readLogRows(rows: readonly ActionRow[], reading: Reading): LogReading[] {
  return rows.map((row) => ({ row: logRow(row, reading), asProgress: progressOfRow(row, reading) }));
}

function logRow({ cells, span }: ActionRow, reading: Reading): LogRow {
  const stated = { owner: cells.owner?.text ?? null, due: cells.due?.text ?? null };
  const words = { text: cells.action?.text ?? "", span };
  const disposition = readCellReport(statusIn(cells, reading), reading);
  return {
    ...undertakingOf(words.text, stated, span, reading),
    ...numberIn(cells.ref?.text ?? "", reading),
    disposition,
  };
}

/** The status of a row; in a published log the column of updates may say it. */
function statusIn(cells: ActionRow["cells"], reading: Reading): string {
  const status = cells.status?.text ?? "";
  if (reading.isOwnForm || status !== "") return status;
  const update = cells.update?.text ?? "";
  return readCellReport(update, reading)?.known ? update : "";
}

/** A log cites its own meeting's actions, by number or in full. */
function numberIn(ref: string, reading: Reading): { number: number | null } {
  const { cited, number } = readRefCell(ref);
  const own = cited?.startsWith(`${reading.id}/`) ? Number(cited.slice(reading.id.length + 1)) : Number.NaN;
  return { number: Number.isInteger(own) ? own : number };
}

/** What an action of this meeting says, wherever it stands. */
export function undertakingOf(
  text: string,
  stated: Stated,
  span: LogRow["span"],
  reading: Reading,
): Omit<LogRow, "number" | "disposition"> {
  return readUndertaking({ text, span }, stated, reading, {
    raised: reading.date,
    nextMeeting: reading.nextMeeting,
  });
}

function readLogLines(passage: Passage, reading: Reading): LogReading[] {
  const plain = plainText(reading.text, passage.lines);
  const marked = findMarkedLines(plain, false).filter((line) => line.kind === "Action");
  if (marked.length > 0) {
    return marked.map((line) => {
      const undertaking = undertakingOf(line.text, readBrackets(line.brackets), line.span, reading);
      return { row: { ...undertaking, number: line.number, disposition: null }, asProgress: null };
    });
  }
  if (passage.marker === null) return [];
  const number = passage.marker > 0 ? passage.marker : null;
  const undertaking = undertakingOf(squash(plain.text), NOTHING_STATED, passage.span, reading);
  return [{ row: { ...undertaking, number, disposition: null }, asProgress: null }];
}
