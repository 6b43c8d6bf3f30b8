import { askRules } from "../check/asking.ts";
import type { BoardAtHand, Rule } from "../check/rule.ts";
import { actionHasOwner } from "../check/rules/action-has-owner.ts";
import { actionNumberIsUnique } from "../check/rules/action-number-is-unique.ts";
import { attendanceIsRecorded } from "../check/rules/attendance-is-recorded.ts";
import { dateExists } from "../check/rules/date-exists.ts";
import { datesInOrder } from "../check/rules/dates-in-order.ts";
import { decisionNumberIsUnique } from "../check/rules/decision-number-is-unique.ts";
import { dueAfterRaised } from "../check/rules/due-after-raised.ts";
import { fileNameIsTheDate } from "../check/rules/file-name-is-the-date.ts";
import { inOneListOnly } from "../check/rules/in-one-list-only.ts";
import { logAgrees } from "../check/rules/log-agrees.ts";
import { movedActionArrives } from "../check/rules/moved-action-arrives.ts";
import { oneRowAnAction } from "../check/rules/one-row-an-action.ts";
import { organisationIsKnown } from "../check/rules/organisation-is-known.ts";
import { ownerIsKnown } from "../check/rules/owner-is-known.ts";
import { progressNamesItsAction } from "../check/rules/progress-names-its-action.ts";
import { startBeforeEnd } from "../check/rules/start-before-end.ts";
import { statusIsFilled } from "../check/rules/status-is-filled.ts";
import { statusIsKnown } from "../check/rules/status-is-known.ts";
import { weekdayAgrees } from "../check/rules/weekday-agrees.ts";
import type { UnsureRow } from "../import/citing.ts";
import type { ReadDocument } from "../import/reading.ts";
import { type Day, formatDay } from "../model/day.ts";
import type { Note } from "../model/meeting.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Span } from "../source/source-file.ts";

/**
 * The rules whose findings in a document are doubts about what it says, rather than about how it is written. Each is
 * named here, since the whole shelf takes as long to load as a document to be read.
 */
const ASKED: readonly Rule[] = [
  fileNameIsTheDate,
  weekdayAgrees,
  dateExists,
  datesInOrder,
  startBeforeEnd,
  attendanceIsRecorded,
  inOneListOnly,
  organisationIsKnown,
  actionNumberIsUnique,
  actionHasOwner,
  ownerIsKnown,
  dueAfterRaised,
  logAgrees,
  oneRowAnAction,
  progressNamesItsAction,
  movedActionArrives,
  statusIsKnown,
  statusIsFilled,
  decisionNumberIsUnique,
];

/**
 * What is in doubt in a document: what no rule can decide for whoever imports it. Of the actions at the places in
 * `settled` somebody said who their owners are.
 */
export function findDoubts(
  document: ReadDocument,
  unsure: readonly UnsureRow[],
  settled: readonly Span[],
  booked: Pick<BoardAtHand, "board" | "today" | "ledger">,
): Diagnostic[] {
  const { note, source, path } = document;
  const atHand = { ...booked, boardFile: null, notes: [note], unread: [], text: () => source.text };
  const own = askRules(atHand, ASKED)
    .filter((doubt) => !isNewBody(doubt, note) && !isSettled(doubt, settled))
    .filter(({ rule }) => document.datedBy === "text" || rule !== "file-name-is-the-date")
    .map((doubt) => ({ ...doubt, path }));
  return [...dateDoubts(document, booked.today), ...own, ...matchDoubts(unsure, path)].toSorted(
    (a, b) => a.span.start - b.span.start,
  );
}

/** A body that the register does not know, and that is like none of it: an old note may name many, and each is right. */
function isNewBody({ rule, advice, span }: Diagnostic, { faults }: Note): boolean {
  const isFault = faults.some((fault) => fault.rule === rule && fault.span.start === span.start);
  const isAboutBody = rule === organisationIsKnown.id || rule === ownerIsKnown.id;
  return isAboutBody && !isFault && !advice.startsWith("Did you mean");
}

/** Whether somebody said who the owner of the action is that a doubt is about. */
function isSettled({ rule, span }: Diagnostic, settled: readonly Span[]): boolean {
  return (
    rule === ownerIsKnown.id && settled.some(({ start, end }) => start <= span.start && span.start < end)
  );
}

/** The rows that were taken for an action by their numbers too, as their words alone are not alike enough. */
function matchDoubts(unsure: readonly UnsureRow[], path: string): Diagnostic[] {
  return unsure.flatMap(({ row, takenFor, candidates }) => {
    const action = candidates.find(({ ref }) => ref === takenFor);
    if (action === undefined) return [];
    const message = `By its words and its number this is \`${action.ref}\`, "${action.text}"`;
    const advice = `If it is, write \`${action.ref}\` in place of the number.`;
    const rule = "progress-names-its-action";
    return [{ rule, severity: "information" as const, path, span: row.span, message, advice }];
  });
}

/** What is in doubt of the day of a meeting, which its file is named by. */
function dateDoubts({ datedBy, named, note, path }: ReadDocument, today: Day): Diagnostic[] {
  const { date, statedDates, state, items } = note.meeting;
  const [stated] = statedDates;
  const span = stated?.span ?? items[0]?.span ?? { start: 0, end: 0 };
  const doubt = { rule: "file-name-is-the-date", severity: "warning" as const, path, span };
  if (date === null) {
    const message = "The document does not say when the meeting was held.";
    return [{ ...doubt, severity: "error", message, advice: "Name the day: `--date 2020-01-21`." }];
  }
  const day = formatDay(date);
  const found: Diagnostic[] = [];
  const isStated = statedDates.some(({ value }) => value === date);
  if (datedBy === "you" && stated !== undefined && !isStated) {
    const message = `The document says ${formatDay(stated.value)}, and you say ${day}.`;
    found.push({ ...doubt, message, advice: "Leave out `--date` if the document is right." });
  }
  if (datedBy === "name") {
    const message = "The day of the meeting stands in the file's name alone.";
    found.push({ ...doubt, message, advice: `See whether it was ${day}.` });
  }
  if (datedBy === "text" && named !== null && named !== date) {
    const message = `The document says ${day}, and its file's name ${formatDay(named)}.`;
    found.push({ ...doubt, message, advice: `If the name is right, import it with \`--date ${named}\`.` });
  }
  if (date > today && (state === "draft" || state === "confirmed")) {
    const message = `${day} is still to come.`;
    found.push({ ...doubt, message, advice: "Name the day that is meant: `--date 2020-01-21`." });
  }
  return found;
}
