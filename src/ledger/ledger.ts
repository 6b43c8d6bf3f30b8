import type { Action } from "../model/action.ts";
import type { Board } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import type { Meeting, ProgressRow } from "../model/meeting.ts";
import type { MeetingAccount } from "./account.ts";
import { readAgenda, tellOfUnbooked } from "./agenda.ts";
import { type Book, openBook } from "./book.ts";
import { tellOfCeasedOwners } from "./ceased-owners.ts";
import type { Irregularity } from "./irregularity.ts";
import { bookNote } from "./note.ts";
import { isHeld, orderMeetings, type Sequence } from "./order.ts";
import { settleAction } from "./running-action.ts";

export type { MeetingAccount } from "./account.ts";
export type { Irregularity } from "./irregularity.ts";

/** All that the notes at hand say of every action. */
export interface Ledger {
  /** The held notes that were booked, in order. */
  readonly accounts: readonly MeetingAccount[];
  /** Every action by its reference, in the order in which they were first seen. */
  readonly actions: ReadonlyMap<string, Action>;
  /** The action that each row was booked to; rows of the coming agenda are there too, where they have one. */
  readonly bookedTo: ReadonlyMap<ProgressRow, string>;
  readonly irregularities: readonly Irregularity[];
  /** The first agenda after the last held note. */
  readonly nextAgenda: Meeting | null;
}

/** The clock and the board that the notes belong to; with `asOf`, later meetings are left out. */
export interface BookingOptions {
  readonly board: Board;
  readonly today: Day;
  readonly asOf?: Day | null;
}

/** Books all meetings of a board, in whatever order they come, into one ledger of actions. */
export function bookLedger(meetings: readonly Meeting[], options: BookingOptions): Ledger {
  const { board, asOf = null } = options;
  const sequence = orderMeetings(meetings, asOf);
  const book = openBook(board);
  tellOfTwins(book, sequence);
  for (const meeting of sequence.meetings) if (isHeld(meeting)) bookNote(book, meeting);
  return closeBook(book, sequence, options);
}

/** The action of a reference, other names understood. */
export function findAction(ledger: Ledger, ref: string): Action | null {
  const found = ledger.actions.get(ref);
  if (found !== undefined) return found;
  return [...ledger.actions.values()].find((action) => action.aliases.includes(ref)) ?? null;
}

/** Tells of the meetings that two files claim, of which neither is booked. */
export function tellOfTwins(book: Book, { claimedTwice }: Sequence): void {
  for (const [meeting, files] of claimedTwice) {
    const paths = files.map(({ path }) => path).sort();
    book.irregularities.push({ meeting, kind: "two files", paths });
  }
}

/** Closes a book in which every held note is booked: the agenda that follows is read, and every action settled. */
export function closeBook(book: Book, { meetings }: Sequence, { today, asOf }: BookingOptions): Ledger {
  const nextAgenda = findNextAgenda(meetings);
  if (nextAgenda !== null) readAgenda(book, nextAgenda);
  tellOfUnbooked(book, meetings, today);
  tellOfCeasedOwners(book, asOf ?? today);
  const actions = settleActions(book);
  return {
    accounts: book.accounts.map((account) =>
      account.unaccounted.length === 0
        ? account
        : { ...account, reportedLate: findReportedLate(account, actions) },
    ),
    actions,
    bookedTo: book.bookedTo,
    irregularities: book.irregularities,
    nextAgenda,
  };
}

function findNextAgenda(meetings: readonly Meeting[]): Meeting | null {
  const lastHeld = meetings.findLastIndex(isHeld);
  return meetings.slice(lastHeld + 1).find((meeting) => meeting.state === "agenda") ?? null;
}

function settleActions(book: Book): ReadonlyMap<string, Action> {
  const unaccounted = new Set(book.accounts.at(-1)?.unaccounted);
  const isAlias = (name: string) => !book.actions.has(name);
  const actions = new Map<string, Action>();
  for (const [ref, action] of book.actions) {
    actions.set(ref, settleAction(action, unaccounted.has(ref), isAlias));
  }
  return actions;
}

function findReportedLate(account: MeetingAccount, actions: ReadonlyMap<string, Action>): string[] {
  return account.unaccounted.filter((ref) =>
    actions.get(ref)!.gaps.some(({ meeting, healedAt }) => meeting === account.meeting && healedAt !== null),
  );
}
