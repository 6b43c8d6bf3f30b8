import type { ProgressRow } from "../model/meeting.ts";
import type { Disposition, State } from "../model/status.ts";
import { findNewOwners } from "./bodies.ts";
import type { Book } from "./book.ts";
import { NONE, type RunningAction } from "./running-action.ts";

/** A row that says something, and the state in which it means to leave its action. */
export interface Report {
  readonly row: ProgressRow;
  readonly disposition: Disposition;
  readonly state: State;
  /** Of a transfer within the board: the owners from now on. */
  readonly newOwners: readonly string[] | null;
}

/** What the rows of one action say together: `holds` is the report that counts, the others are kept for the reader. */
export interface Hearing {
  readonly rows: readonly ProgressRow[];
  readonly holds: Report | null;
  readonly others: readonly Report[];
}

/** Hears the rows of an action, in the order of the note. Where two speak, the one that leaves it open holds. */
export function hearRows(book: Book, rows: readonly ProgressRow[]): Hearing {
  const reports: Report[] = [];
  for (const row of rows) if (row.disposition !== null) reports.push(readReport(book, row, row.disposition));
  const [first = null] = reports;
  // Nearly every action has one row, and what it says holds.
  if (reports.length < 2) return { rows, holds: first, others: NONE };
  const holds = reports.find((report) => report.state === "open") ?? first;
  return { rows, holds, others: reports.filter((report) => report !== holds) };
}

/** The rows of a note by the action that each was booked to, in the order of the note. */
export function groupRows(
  rows: readonly ProgressRow[],
  actionOf: (row: ProgressRow) => RunningAction | null,
): Map<RunningAction, ProgressRow[]> {
  const groups = new Map<RunningAction, ProgressRow[]>();
  for (const row of rows) {
    const action = actionOf(row);
    if (action === null) continue;
    const others = groups.get(action);
    if (others === undefined) groups.set(action, [row]);
    else others.push(row);
  }
  return groups;
}

function readReport(book: Book, row: ProgressRow, disposition: Disposition): Report {
  const newOwners =
    disposition.transferredTo === null ? null : findNewOwners(book.board, disposition.transferredTo);
  const state = newOwners === null ? disposition.state : "open";
  return { row, disposition, state, newOwners };
}
