import type { Listener } from "../ask.ts";
import { checkBoard } from "../check/check.ts";
import type { Rule } from "../check/rule.ts";
import { RULES } from "../check/rules.ts";
import { type Booking, type Books, bookAmong, citeActions, type UnsureRow } from "../import/citing.ts";
import type { TakenDocument } from "../import/document.ts";
import { originOf } from "../import/lines.ts";
import { UNDATED } from "../import/reading.ts";
import { formatDay } from "../model/day.ts";
import type { Note } from "../model/meeting.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** A document imported: how its rows are booked, the text of its meeting file, and what is in doubt. */
export interface Import {
  readonly taken: TakenDocument;
  readonly booking: Booking;
  readonly text: string;
  readonly doubts: readonly Diagnostic[];
}

/** The board that documents are imported into: its notes, and nobody to ask where `listener` is null. */
export interface Destination extends Omit<Books, "meetings"> {
  /** Null where there is no board. */
  readonly workspace: Workspace | null;
  readonly listener: Listener | null;
}

/** Imports documents in the order of their meetings, each booked among those before it; null once somebody stops. */
export async function importInOrder(
  documents: readonly TakenDocument[],
  destination: Destination,
): Promise<readonly Import[] | null> {
  const { board, today, workspace, listener } = destination;
  const ids = new Set(documents.map(idOf));
  // Of a day that is imported once more, to look at it, the document counts.
  const before = (workspace?.notes ?? []).filter(({ meeting }) => !ids.has(meeting.id));
  const texts = new Map<string, string>();
  const imports: Import[] = [];
  for (const taken of documents.toSorted((a, b) => compare(idOf(a), idOf(b)))) {
    const { note } = taken.document;
    const books = { board, today, meetings: before.map(({ meeting }) => meeting) };
    const booking = bookAmong(note.meeting, books);
    const chosen = listener === null ? new Map() : await askRows(taken, booking.unsure, listener);
    if (chosen === null) return null;
    const refs = new Map<number, string>([...booking.sure, ...chosen]);
    const { text, note: written } = await citeActions(taken.file.text, taken.file.note, refs, board);
    const isAnswered = ({ rule, span }: Diagnostic) =>
      rule === "progress-names-its-action" &&
      note.meeting.progress.some((row) => chosen.has(row.place) && row.span.start === span.start);
    const doubts = findDoubts(taken, before, booking, { ...destination, texts });
    imports.push({ taken, booking, text, doubts: doubts.filter((doubt) => !isAnswered(doubt)) });
    before.push(written);
    texts.set(written.path, text);
  }
  return imports;
}

function idOf({ document }: TakenDocument): string {
  return document.note.meeting.id;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

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

/** What is in doubt in a document: what no rule can decide for whoever imports it. */
function findDoubts(
  { document }: TakenDocument,
  before: readonly Note[],
  { ledger, unsure }: Booking,
  { board, today, workspace, texts }: Destination & { readonly texts: ReadonlyMap<string, string> },
): Diagnostic[] {
  const { note, source, path } = document;
  const text = (of: string) =>
    of === note.path ? source.text : (texts.get(of) ?? workspace?.source(of).text ?? "");
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

/** Stands for no answer, and can't be a reference. */
const OPEN = "";

/** Asks of each row that is in doubt which action it speaks of; null once somebody stops. */
async function askRows(
  { document }: TakenDocument,
  unsure: readonly UnsureRow[],
  listener: Listener,
): Promise<ReadonlyMap<number, string> | null> {
  const chosen = new Map<number, string>();
  for (const { row, candidates } of unsure) {
    const { line } = originOf(document, row.span);
    const question = `${document.path}:${line}\n  ${row.text}\nWhich earlier action does this speak of?`;
    const choices = [
      ...candidates.map(({ ref, text }) => ({ value: ref, label: `${ref}  ${cut(text)}` })),
      { value: OPEN, label: "Leave it open" },
    ];
    const answer = await listener.choose(question, choices, OPEN);
    if (answer === null) return null;
    if (answer !== OPEN) chosen.set(row.place, answer);
  }
  return chosen;
}

/** A label has one line. */
function cut(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 60).trimEnd()} …`;
}

/** Whether a document says on which day its meeting was held. */
export function isDated({ document }: TakenDocument): boolean {
  return document.note.meeting.id !== UNDATED;
}
