import { type Action, isOverdue, lastEntry } from "../model/action.ts";
import type { Day } from "../model/day.ts";

/** A column of a sheet of actions. */
export interface Column {
  readonly heading: string;
  /** In letters of the usual size. */
  readonly width: number;
  /** Whether its cells are days: ISO 8601, or empty. */
  readonly isDay?: true;
}

/** What a sheet of actions tells, in whatever format it is printed. */
export const COLUMNS: readonly Column[] = [
  { heading: "Reference", width: 15 },
  { heading: "Action", width: 48 },
  { heading: "Owners", width: 20 },
  { heading: "Due", width: 19, isDay: true },
  { heading: "Due as written", width: 19 },
  { heading: "State", width: 11 },
  { heading: "Status", width: 16 },
  { heading: "Update", width: 40 },
  { heading: "Raised at", width: 13 },
  { heading: "Last seen at", width: 14 },
  { heading: "Closed at", width: 13 },
  { heading: "Overdue", width: 11 },
  { heading: "Unaccounted", width: 15 },
];

/** One action, a cell for each column. */
export function cellsOf(action: Action, asOf: Day): string[] {
  const last = lastEntry(action);
  return [
    action.ref,
    action.text,
    action.owners.join("; "),
    action.due ?? "",
    action.dueText ?? "",
    action.state,
    last.status ?? "",
    last.update ?? "",
    action.raisedAt ?? "",
    last.meeting,
    action.closedAt ?? "",
    isOverdue(action, asOf) ? "yes" : "no",
    action.unaccounted ? "yes" : "no",
  ];
}
