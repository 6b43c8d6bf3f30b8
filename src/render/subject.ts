import { bookLedger, type Ledger } from "../ledger/ledger.ts";
import { dayOfMeeting, isHeld } from "../ledger/order.ts";
import type { Board } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import type { Meeting, Note } from "../model/meeting.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { PageKind } from "./page.ts";

/** A meeting, and what a page of it is made from. */
export interface Subject {
  readonly note: Note;
  readonly source: SourceFile;
  readonly board: Board;
  /** The meetings of the board in order. */
  readonly meetings: readonly Meeting[];
}

/** The day of a meeting, which its file's name tells where nothing else does. */
export function dayOf(meeting: Meeting): Day {
  return dayOfMeeting(meeting) ?? meeting.id.slice(0, 10);
}

/** The books as they stood at the end of a meeting; before it where its agenda is wanted. */
export function bookUpTo({ note: { meeting }, board, meetings }: Subject, kind: PageKind): Ledger {
  const before = meetings.slice(
    0,
    meetings.findIndex(({ id }) => id === meeting.id),
  );
  const today = dayOf(meeting);
  if (kind !== "agenda") return bookLedger([...before, meeting], { board, today });
  // What a held note reports was not yet known when its agenda went out.
  const asked: Meeting = isHeld(meeting)
    ? { ...meeting, state: "agenda", progress: [], blanket: null }
    : meeting;
  return bookLedger([...before.filter(isHeld), asked], { board, today });
}
