import type { ReportedFor } from "../model/action.ts";
import type { Day } from "../model/day.ts";
import type { Meeting } from "../model/meeting.ts";
import type { Book } from "./book.ts";
import { dayOfMeeting } from "./order.ts";
import { groupRows, hearRows, type Report } from "./reports.ts";
import { bookRows } from "./rows.ts";

/**
 * Reads the agenda that follows the last held note. It books nothing: what its rows say is shown as reported for the
 * meeting. Every open action must have a row in it, or one sentence that speaks for all.
 */
export function readAgenda(book: Book, agenda: Meeting): void {
  const opening = [...book.open];
  const { actionOf } = bookRows(book, agenda, opening);
  const groups = groupRows(agenda.progress, (row) => actionOf.get(row) ?? null);
  for (const [action, rows] of groups) {
    const [first, ...more] = rows;
    for (const row of more) {
      book.irregularities.push({ meeting: agenda.id, kind: "two rows", ref: action.ref, row, first: first! });
    }
    const { holds } = hearRows(book, rows);
    if (holds !== null) action.reportedFor = reportFor(agenda, holds);
  }
  if (agenda.blanket !== null) return;
  for (const action of opening) {
    if (groups.has(action)) continue;
    const lastSeen = action.entries.at(-1)!;
    book.irregularities.push({ meeting: agenda.id, kind: "not on the agenda", ref: action.ref, lastSeen });
  }
}

function reportFor(agenda: Meeting, { row, disposition, state }: Report): ReportedFor {
  const { due, dueText, update } = row;
  return {
    meeting: agenda.id,
    day: dayOfMeeting(agenda),
    status: disposition.words,
    state,
    update,
    due,
    dueText,
  };
}

/**
 * Tells of what looks held and is in no book: agendas whose day has passed (held without a note, or not at all), and
 * cancelled meetings that raise or report something all the same.
 */
export function tellOfUnbooked(book: Book, meetings: readonly Meeting[], today: Day): void {
  for (const meeting of meetings) {
    if (meeting.state === "cancelled" && saysSomething(meeting)) {
      book.irregularities.push({ meeting: meeting.id, kind: "cancelled but held" });
    }
    const day = dayOfMeeting(meeting);
    if (meeting.state !== "agenda" || day === null || day >= today) continue;
    book.irregularities.push({
      meeting: meeting.id,
      kind: "agenda has passed",
      held: saysSomething(meeting),
    });
  }
}

/** Whether a file holds what only a meeting can have said: a marked line, or a status. */
function saysSomething({ actions, decisions, deferred, blanket, progress }: Meeting): boolean {
  const marked = actions.length + decisions.length + deferred.length > 0;
  return marked || blanket !== null || progress.some((row) => row.disposition !== null);
}
