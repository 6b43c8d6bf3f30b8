import type { Board } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import type { Meeting, ProgressRow } from "../model/meeting.ts";
import { inCopies, type Keeping } from "../source/kept.ts";
import { type Book, openBook } from "./book.ts";
import { closeBook, type Ledger, tellOfTwins } from "./ledger.ts";
import { bookNote } from "./note.ts";
import { comesBefore, isHeld, orderMeetings } from "./order.ts";
import { finderWithoutRows } from "./row-numbers.ts";
import { NONE } from "./running-action.ts";

/** A ledger that is booked while the notes are being read, so that none of them need be kept. */
export interface PassingLedger {
  /** Takes the next meeting, in the order of their names, and gives what of it is still to be kept. */
  readonly take: (meeting: Meeting) => Meeting;
  /**
   * The ledger of all that was taken, without what its rows were booked to and, unless somebody looks, what was met at
   * them. Null where a note turned out to be older than one that was booked before it: then all must be read before any
   * is booked.
   */
  readonly close: (today: Day) => Ledger | null;
}

/** Is told of each note once it is booked, while it is still known what its rows were booked to. */
export type Look = (meeting: Meeting, bookedTo: ReadonlyMap<ProgressRow, string>) => void;

/**
 * Opens a passing ledger; with `asOf`, later meetings are left out. For whoever looks at each note as it is booked,
 * what was met there is kept too.
 */
export function openPassingLedger(board: Board, asOf: Day | null, look: Look | null = null): PassingLedger {
  const book = openBook(board, inCopies());
  const kept: Meeting[] = [];
  let ofOneDay: Meeting[] = [];
  let last: Meeting | null = null;
  let isInOrder = true;
  const bookDay = (): void => {
    // Names tell the day alone: which of a day comes first, and which are claimed twice, is known when all are read.
    for (const meeting of orderMeetings(ofOneDay, asOf).meetings) {
      if (!isHeld(meeting)) continue;
      isInOrder &&= last === null || comesBefore(last, meeting);
      if (isInOrder) bookInPassing(book, meeting, look);
      last = headOf(meeting, book.keep);
    }
    ofOneDay = [];
  };
  return {
    take: (meeting) => {
      if (ofOneDay.length > 0 && dayOfName(ofOneDay[0]!) !== dayOfName(meeting)) bookDay();
      ofOneDay.push(meeting);
      const head = isHeld(meeting) ? headOf(meeting, book.keep) : meeting;
      kept.push(head);
      return head;
    },
    close: (today) => {
      bookDay();
      if (!isInOrder) return null;
      const sequence = orderMeetings(kept, asOf);
      tellOfTwins(book, sequence);
      return closeBook(book, sequence, { board, today, asOf });
    },
  };
}

/** Books a note, and lets its rows go. */
function bookInPassing(book: Book, meeting: Meeting, look: Look | null): void {
  bookNote(book, meeting);
  look?.(meeting, book.bookedTo);
  book.notes.set(meeting.id, finderWithoutRows(meeting, book.bookedTo));
  // Not cleared: V8 would keep what stood in the map until it next looks through all memory.
  book.bookedTo = new Map();
  if (look === null) book.irregularities = [];
}

function dayOfName({ id }: Meeting): string {
  return id.slice(0, 10);
}

/** When a meeting was held, and nothing of what was said at it. */
function headOf({ id, path, date, time, state, nextMeeting, inquorate }: Meeting, keep: Keeping): Meeting {
  const kept = (text: string | null) => (text === null ? null : keep.common(text));
  return {
    id,
    path,
    date: kept(date),
    statedDates: NONE,
    time: kept(time),
    place: null,
    title: null,
    state,
    chair: null,
    present: NONE,
    inAttendance: NONE,
    apologies: NONE,
    absent: NONE,
    items: NONE,
    actions: NONE,
    log: NONE,
    logHeading: null,
    progress: NONE,
    progressHeading: null,
    progressSections: NONE,
    blanket: null,
    decisions: NONE,
    deferred: NONE,
    nextMeeting: kept(nextMeeting),
    confirmed: null,
    movedTo: null,
    movedFrom: null,
    inquorate,
  };
}
