import { type Action, isOverdue, lastEntry } from "../model/action.ts";
import { type Day, formatDay } from "../model/day.ts";
import { writeMarkdownTable } from "./markdown-table.ts";
import type { Shown } from "./untrusted.ts";

/** Actions as a table of Markdown, in the columns of a note's own table of earlier actions. */
export function writeActionsMarkdown(actions: readonly Action[], asOf: Day): Shown {
  const rows = actions.map((action) => {
    const last = lastEntry(action);
    const due = action.due === null ? (action.dueText ?? "") : formatDay(action.due);
    return [
      action.ref,
      action.text,
      action.owners.join(", "),
      isOverdue(action, asOf) ? `${due} (overdue)` : due,
      last.status ?? "",
      last.update ?? "",
    ];
  });
  return writeMarkdownTable(["Ref", "Action", "Owner", "Due", "Status", "Update"], rows);
}
