import { checkBoard } from "../check/check.ts";
import type { Rule } from "../check/rule.ts";
import { RULES } from "../check/rules.ts";
import type { Booking, Books, UnsureRow } from "../import/citing.ts";
import type { TakenDocument } from "../import/document.ts";
import { formatDay } from "../model/day.ts";
import type { Note } from "../model/meeting.ts";
import type { Diagnostic } from "../source/diagnostic.ts";

/** The rules whose findings in a document are doubts about what it says, rather than about how it is written. */
const ABOUT_WHAT_IT_SAYS: ReadonlySet<string> = new Set([
  "file-name-is-the-date",
  "weekday-agrees",
  "date-exists",
  "dates-in-order",
  "start-before-end",
  "attendance-is-recorded",
  "in-one-list-only",
  "organisation-is-known",
  "action-number-is-unique",
  "action-has-owner",
  "due-after-raised",
  "log-agrees",
  "one-row-an-action",
  "progress-names-its-action",
  "moved-action-arrives",
  "status-is-known",
  "status-is-filled",
  "decision-number-is-unique",
]);

const ASKED: readonly Rule[] = RULES.filter(({ id }) => ABOUT_WHAT_IT_SAYS.has(id));

/** What is in doubt in a document: what no rule can decide for whoever imports it. `textOf` has the notes before it. */
export function findDoubts(
  { document }: TakenDocument,
  before: readonly Note[],
  { ledger, unsure }: Booking,
  { board, today }: Omit<Books, "meetings">,
  textOf: (path: string) => string,
): Diagnostic[] {
  const { note, source, path } = document;
  const text = (of: string) => (of === note.path ? source.text : textOf(of));
  const found = checkBoard(
    { board, boardFile: null, notes: [...before, note], unread: [], ledger, today, text },
    ASKED,
  );
  const own = found
    .filter((doubt) => doubt.path === note.path && !isNewBody(doubt, note))
    .filter(({ rule }) => document.datedBy === "text" || rule !== "file-name-is-the-date")
    .map((doubt) => ({ ...doubt, path }));
  return [...dateDoubts(document), ...own, ...matchDoubts(unsure, path)].toSorted(
    (a, b) => a.span.start - b.span.start,
  );
}

/** A body that the register does not know, and that is like none of it: an old note may name many, and each is right. */
function isNewBody({ rule, advice, span }: Diagnostic, { faults }: Note): boolean {
  const isFault = faults.some((fault) => fault.rule === rule && fault.span.start === span.start);
  return rule === "organisation-is-known" && !isFault && !advice.startsWith("Did you mean");
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

function dateDoubts({ datedBy, note, path }: TakenDocument["document"]): Diagnostic[] {
  const span = note.meeting.items[0]?.span ?? { start: 0, end: 0 };
  const doubt = { rule: "file-name-is-the-date", path, span };
  if (datedBy === null) {
    const message = "The document does not say when the meeting was held.";
    return [{ ...doubt, severity: "error", message, advice: "Name the day: `--date 2020-01-21`." }];
  }
  const { date, statedDates } = note.meeting;
  const [stated] = statedDates;
  if (datedBy === "you" && stated !== undefined && !statedDates.some(({ value }) => value === date)) {
    const message = `The document says ${formatDay(stated.value)}, and you say ${formatDay(date!)}.`;
    const advice = "Leave out `--date` if the document is right.";
    return [{ ...doubt, span: stated.span, severity: "warning", message, advice }];
  }
  if (datedBy !== "name") return [];
  const message = "The day of the meeting stands in the file's name alone.";
  return [
    {
      ...doubt,
      severity: "warning",
      message,
      advice: `See whether it was ${formatDay(date!)}.`,
    },
  ];
}
