import type { Meeting, ProgressRow } from "../model/meeting.ts";
import { broughtForwardReference } from "../model/reference.ts";
import { addAction, type Book, resolveReference } from "./book.ts";
import type { Candidate } from "./irregularity.ts";
import { SAME_WORDS } from "./match.ts";
import { placeRows } from "./placement.ts";
import { citesItself, numberRows } from "./row-numbers.ts";
import { openAction, type RunningAction } from "./running-action.ts";
import { agreementOf, type Bag, bagOf, containmentOf } from "./words.ts";

/** The action of each row of a note, and those of them that the note brings forward. */
export interface BookedRows {
  readonly actionOf: ReadonlyMap<ProgressRow, RunningAction>;
  readonly broughtForward: ReadonlySet<RunningAction>;
}

/** A row, the note that it stands in, and the `bf` reference that it has there. */
interface Place {
  readonly meeting: Meeting;
  readonly row: ProgressRow;
  readonly ref: string;
}

/**
 * Books the rows of a note to their actions. A row that speaks of none brings its action forward; in an agenda it is
 * left alone, since nothing is booked before the meeting.
 */
export function bookRows(book: Book, meeting: Meeting, opening: readonly RunningAction[]): BookedRows {
  const actionOf = new Map<ProgressRow, RunningAction>();
  const broughtForward = new Set<RunningAction>();
  if (meeting.progress.length === 0) return { actionOf, broughtForward };

  const place = placesOf(meeting);
  const placed = placeRows(book, meeting, opening);
  for (const row of meeting.progress) {
    const placement = placed.get(row)!;
    let action = placement.how === "nowhere" ? resolveCited(book, row) : placement.action;
    if (placement.how === "nowhere" && action === null) {
      action = bringForward(book, place(row), placement.nearest);
      if (action !== null) broughtForward.add(action);
    } else if (placement.how === "words")
      takeByWords(book, place(row), placement.action, placement.agreement);
    else takeByReference(book, meeting, row, action!);
    if (action === null) continue;
    actionOf.set(row, action);
    book.bookedTo.set(row, action.ref);
  }
  return { actionOf, broughtForward };
}

/** The rows are numbered only when one has no reference: in rrb's own form, none ever is. */
function placesOf(meeting: Meeting): (row: ProgressRow) => Place {
  let numbers: ReadonlyMap<ProgressRow, number> | null = null;
  return (row) => {
    numbers ??= numberRows(meeting);
    return { meeting, row, ref: broughtForwardReference(meeting.id, numbers.get(row)!) };
  };
}

/** A row above may have brought forward what this row cites. */
function resolveCited(book: Book, row: ProgressRow): RunningAction | null {
  return row.cited === null ? null : resolveReference(book, row.cited.value);
}

function takeByReference(book: Book, meeting: Meeting, row: ProgressRow, action: RunningAction): void {
  const cited = row.cited!.value;
  if (cited !== action.ref && !action.aliases.includes(cited)) addAlias(action, book.keep.rare(cited));
  if (row.accepted) action.text = book.keep.rare(row.text);
  if (isSameText(row.text, action.text) || row.text.trim() === "") return;
  const [said, meant] = [bagOf(row.text), bagOf(action.text)];
  const agreement = agreementOf(said, meant);
  if (agreement >= SAME_WORDS || isShortened(said, meant)) return;
  book.irregularities.push({ meeting: meeting.id, kind: "drifted", ref: action.ref, row, agreement });
}

/** Whether two texts differ by no more than the full stop that only the marked line has: most do, and need no closer look. */
function isSameText(a: string, b: string): boolean {
  return a === b || a === `${b}.` || b === `${a}.`;
}

/** Whether a row says nothing that its action did not: owner and due go into columns of their own, or a clause is dropped. */
function isShortened(said: Bag, meant: Bag): boolean {
  const isShorter = said.words.length > 1 && said.words.length < meant.words.length;
  return isShorter && containmentOf(said, meant) === 1;
}

function takeByWords(book: Book, place: Place, action: RunningAction, agreement: number): void {
  const { meeting, row } = place;
  if (meeting.state !== "agenda") {
    addAlias(action, place.ref);
    addNumber(action, row);
  }
  const found = { meeting: meeting.id, ref: action.ref, row };
  book.irregularities.push(
    citesAnother(meeting, row)
      ? { ...found, kind: "unknown reference", nearest: [{ ref: action.ref, agreement }] }
      : { ...found, kind: "matched by words", agreement },
  );
}

function bringForward(book: Book, place: Place, nearest: readonly Candidate[]): RunningAction | null {
  const { meeting, row, ref } = place;
  const isFirstNote = book.accounts.length === 0;
  if (citesAnother(meeting, row)) {
    book.irregularities.push({ meeting: meeting.id, kind: "unknown reference", ref, row, nearest });
  } else if (row.cited === null && !isFirstNote) {
    book.irregularities.push({ meeting: meeting.id, kind: "not recognised", ref, row, nearest });
  }
  if (meeting.state === "agenda") return null;

  const action = openAction(ref, null, book.keep.rare(row.text), row.number);
  addAction(book, action);
  if (citesAnother(meeting, row)) {
    const cited = book.keep.rare(row.cited!.value);
    book.names.set(cited, action);
    addAlias(action, cited);
  }
  return action;
}

function citesAnother(meeting: Meeting, row: ProgressRow): boolean {
  return row.cited !== null && !citesItself(meeting, row);
}

function addAlias(action: RunningAction, alias: string): void {
  action.aliases = [...action.aliases, alias];
}

function addNumber(action: RunningAction, row: ProgressRow): void {
  if (row.number !== null && !action.numbers.includes(row.number))
    action.numbers = [...action.numbers, row.number];
}
