import { type Action, lastEntry } from "../model/action.ts";
import type { Board } from "../model/board.ts";
import { formatDay } from "../model/day.ts";
import { domainOf, type ToDo, writeCalendar } from "./calendar.ts";
import type { Shown } from "./untrusted.ts";

/** Actions as to-dos for a calendar: each known by its reference, with its due day where it has one. */
export function writeActionsCalendar(actions: readonly Action[], board: Board): Shown {
  const domain = domainOf(board.name);
  const name = board.name === null ? "Actions" : `${board.name}: Actions`;
  const toDos = actions.map((action) => toDoOf(action, domain));
  return writeCalendar({ toDos }, { name, timeZone: board.timeZone });
}

function toDoOf(action: Action, domain: string): ToDo {
  const { ref, text, owners, due, dueText, state, entries, closedAt } = action;
  const { status, update, meeting } = lastEntry(action);
  const lines = [
    `Owner: ${owners.join(", ") || "nobody is named"}`,
    ...(due === null && dueText !== null ? [`Due: ${dueText}`] : []),
    ...(status === null ? [] : [`Status: ${[status, update].filter(Boolean).join(" – ")}`]),
    `Last spoken of on ${formatDay(dayNamed(meeting))}`,
    ...(action.unaccounted ? ["The latest note does not speak of it."] : []),
  ];
  return {
    uid: `action-${ref.replace("/", "-")}@${domain}`,
    said: dayNamed(meeting),
    revision: entries.length - 1,
    summary: `${ref}: ${text}`,
    lines,
    due,
    status: state === "open" ? "NEEDS-ACTION" : state === "closed" ? "COMPLETED" : "CANCELLED",
    completed: state === "closed" && closedAt !== null ? dayNamed(closedAt) : null,
  };
}

/** A meeting's id begins with its day. */
function dayNamed(meeting: string): string {
  return meeting.slice(0, 10);
}
