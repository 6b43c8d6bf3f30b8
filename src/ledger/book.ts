import type { Board } from "../model/board.ts";
import type { ProgressRow } from "../model/meeting.ts";
import type { State } from "../model/status.ts";
import { AS_THEY_ARE, type Keeping } from "../source/kept.ts";
import type { MeetingAccount } from "./account.ts";
import { type ClosedActions, noClosedActions } from "./closed-actions.ts";
import type { Irregularity } from "./irregularity.ts";
import type { RowFinder } from "./row-numbers.ts";
import { NONE, type RunningAction } from "./running-action.ts";

/** The book while it is being kept: what the notes booked so far say. */
export interface Book {
  readonly board: Board;
  readonly actions: Map<string, RunningAction>;
  /** References of which no note at hand has the action: names of what was brought forward under them. */
  readonly names: Map<string, RunningAction>;
  readonly open: Set<RunningAction>;
  readonly closed: ClosedActions;
  /** The held notes booked so far, the present one included: what each row was booked to, by its number. */
  readonly notes: Map<string, RowFinder>;
  readonly accounts: MeetingAccount[];
  bookedTo: Map<ProgressRow, string>;
  irregularities: Irregularity[];
  /** How the words of a note are held: they may be copied out of it, so that it can be let go. */
  readonly keep: Keeping;
}

/** A book with nothing in it. */
export function openBook(board: Board, keep: Keeping = AS_THEY_ARE): Book {
  return {
    board,
    actions: new Map(),
    names: new Map(),
    open: new Set(),
    closed: noClosedActions(),
    notes: new Map(),
    accounts: [],
    bookedTo: new Map(),
    irregularities: [],
    keep,
  };
}

/**
 * The action that a reference names. `2020-01-21/bf3` is understood where no action bears it: it names whatever
 * row 3 of that note was booked to, once the note that raised it is at hand.
 */
export function resolveReference(book: Book, ref: string): RunningAction | null {
  const known = book.actions.get(ref) ?? book.names.get(ref);
  if (known !== undefined) return known;
  const [, id, number] = /^(.+)\/bf(\d+)$/.exec(ref) ?? [];
  const booked = id === undefined ? undefined : book.notes.get(id)?.(Number(number));
  return booked === undefined ? null : (book.actions.get(booked) ?? null);
}

/** Adds an action. A reference is for ever and for one, so a second bearer is a fault of the reader, not of the note. */
export function addAction(book: Book, action: RunningAction): void {
  if (book.actions.has(action.ref)) throw new Error(`two actions bear the reference ${action.ref}`);
  book.actions.set(action.ref, action);
  book.open.add(action);
}

/** Puts an action behind all others, in the order in which lists show them. */
export function moveLast(book: Book, ref: string): void {
  const action = book.actions.get(ref)!;
  book.actions.delete(ref);
  book.actions.set(ref, action);
  if (book.open.delete(action)) book.open.add(action);
}

/** Closes, withdraws or moves an action. */
export function closeAction(
  book: Book,
  action: RunningAction,
  state: Exclude<State, "open">,
  meeting: string,
  movedTo: readonly string[],
): void {
  action.state = state;
  action.closedAt = meeting;
  action.movedTo = movedTo;
  book.open.delete(action);
  book.closed.unsorted.push(action);
}

/** Opens again what was closed, withdrawn or moved. */
export function reopenAction(book: Book, action: RunningAction): void {
  action.state = "open";
  action.closedAt = null;
  action.movedTo = NONE;
  book.open.add(action);
}
