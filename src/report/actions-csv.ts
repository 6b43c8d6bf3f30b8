import { type Action, isOverdue, lastEntry } from "../model/action.ts";
import type { Day } from "../model/day.ts";
import { writeCsv } from "./csv.ts";
import type { Shown } from "./untrusted.ts";

const HEADINGS = [
  "Reference",
  "Action",
  "Owners",
  "Due",
  "Due as written",
  "State",
  "Status",
  "Update",
  "Raised at",
  "Last seen at",
  "Closed at",
  "Overdue",
  "Unaccounted",
];

/** Actions for a spreadsheet: one a row, days as ISO 8601. */
export function writeActionsCsv(actions: readonly Action[], asOf: Day): Shown {
  return writeCsv(
    HEADINGS,
    actions.map((action) => rowOf(action, asOf)),
  );
}

function rowOf(action: Action, asOf: Day): string[] {
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
