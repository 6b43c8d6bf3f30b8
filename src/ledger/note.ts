import type { Meeting } from "../model/meeting.ts";
import { hearBlanket } from "./blanket.ts";
import { type Book, moveLast } from "./book.ts";
import { bookBlanket, bookHearing, bookSilence, judgeMoves, type Tally } from "./entries.ts";
import { raiseAction } from "./raising.ts";
import { groupRows, hearRows } from "./reports.ts";
import { finderAmong } from "./row-numbers.ts";
import { bookRows } from "./rows.ts";
import { NONE } from "./running-action.ts";

/** Books a held note: what it raises, what its rows say, what it says of all, and what it is silent on. */
export function bookNote(book: Book, meeting: Meeting): void {
  const opening = [...book.open];
  book.notes.set(meeting.id, finderAmong(meeting, book.bookedTo));
  const tally: Tally = { reopened: [], closed: [], withdrawn: [], moved: [], noUpdate: [], unaccounted: [] };
  for (const raised of meeting.actions) {
    const { state, ref } = raiseAction(book, meeting, raised);
    if (state !== "open") tally[state].push(ref);
  }
  const { actionOf, broughtForward } = bookRows(book, meeting, opening);
  // What was brought forward is older than what was raised here, and stands before it in every list.
  if (broughtForward.size > 0) for (const { ref } of meeting.actions) moveLast(book, ref);
  const groups = groupRows(meeting.progress, (row) => actionOf.get(row) ?? null);
  const hearings = new Map([...groups].map(([action, rows]) => [action, hearRows(book, rows)]));
  const blanketed = hearBlanket(book, meeting, opening, hearings);
  const sitting = { book, meeting, hearings, blanketed, tally };

  const failedMoves = judgeMoves(sitting);
  for (const [action, hearing] of hearings) {
    bookHearing(sitting, action, hearing, failedMoves.get(action) ?? null);
  }
  for (const action of blanketed) bookBlanket(sitting, action);
  for (const action of opening) bookSilence(sitting, action);

  book.accounts.push({
    meeting: meeting.id,
    opening: refsOf(opening),
    broughtForward: refsOf([...broughtForward]),
    reopened: held(tally.reopened),
    raised: refsOf(meeting.actions),
    closed: held(tally.closed),
    withdrawn: held(tally.withdrawn),
    moved: held(tally.moved),
    carried: refsOf([...book.open]),
    noUpdate: held(tally.noUpdate),
    unaccounted: held(tally.unaccounted),
    reportedLate: NONE,
  });
}

function refsOf(actions: readonly { readonly ref: string }[]): readonly string[] {
  return held(actions.map(({ ref }) => ref));
}

/** A list as an account holds it: most lists of most accounts are empty, and those are one. */
function held(refs: readonly string[]): readonly string[] {
  return refs.length === 0 ? NONE : refs;
}
