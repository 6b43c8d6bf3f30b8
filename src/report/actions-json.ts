import { type Action, isOverdue, lastEntry } from "../model/action.ts";
import type { Day } from "../model/day.ts";
import { placeOf, type SourceFile } from "../source/source-file.ts";
import { writeJson } from "./json.ts";
import type { Shown } from "./untrusted.ts";

/** Actions for machines: days as ISO 8601, lines from 1. */
export function writeActionsJson(
  actions: readonly Action[],
  asOf: Day,
  source: (path: string) => SourceFile,
): Shown {
  return writeJson({ asOf, actions: actions.map((action) => actionJson(action, asOf, source)) });
}

function actionJson(action: Action, asOf: Day, source: (path: string) => SourceFile) {
  const last = lastEntry(action);
  return {
    ref: action.ref,
    text: action.text,
    owners: action.owners,
    due: action.due,
    dueText: action.dueText,
    state: action.state,
    status: last.status,
    update: last.update,
    reportedFor: action.reportedFor,
    raisedAt: action.raisedAt,
    lastSeenAt: last.meeting,
    closedAt: action.closedAt,
    overdue: isOverdue(action, asOf),
    unaccounted: action.unaccounted,
    history: action.entries.map((entry) => ({
      meeting: entry.meeting,
      status: entry.status,
      state: entry.state,
      update: entry.update,
      due: entry.due,
      line: placeOf(source(entry.path), entry.span.start).line,
    })),
  };
}
