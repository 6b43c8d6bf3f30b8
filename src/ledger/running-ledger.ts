import type { Action } from "../model/action.ts";
import type { Board } from "../model/board.ts";
import type { Meeting, ProgressRow } from "../model/meeting.ts";
import { readAgenda } from "./agenda.ts";
import { openBook } from "./book.ts";
import type { Irregularity } from "./irregularity.ts";
import type { Ledger } from "./ledger.ts";
import { bookNote } from "./note.ts";
import { isHeld } from "./order.ts";
import { placeRows } from "./placement.ts";
import { settleAction } from "./running-action.ts";

/** An action that a row may speak of, and how alike their words are, from 0 to 1. */
export interface LikelyAction {
  readonly ref: string;
  readonly text: string;
  readonly agreement: number;
}

/** What a row without a reference would be booked to: an action, by its words; or none, and what comes nearest. */
export interface RowInDoubt {
  readonly row: ProgressRow;
  readonly found: LikelyAction | null;
  readonly nearest: readonly LikelyAction[];
}

/** A ledger that is booked one meeting after another, in their order, so that none is booked twice. */
export interface RunningLedger {
  /** Tells what the rows of a meeting would be booked to that bear no reference, in their order. Books nothing. */
  readonly seek: (meeting: Meeting) => readonly RowInDoubt[];
  /** Books a meeting. The ledger that it gives has what was met there alone, and the actions that its rows met. */
  readonly book: (meeting: Meeting) => Ledger;
}

/** A running ledger with nothing in it. */
export function openLedger(board: Board): RunningLedger {
  const book = openBook(board);
  const seek = (meeting: Meeting): RowInDoubt[] => {
    if (!isHeld(meeting) && meeting.state !== "agenda") return [];
    const placed = placeRows(book, meeting, [...book.open]);
    const tell = (ref: string, agreement: number) => ({ ref, text: book.actions.get(ref)!.text, agreement });
    return meeting.progress.flatMap((row): RowInDoubt[] => {
      const placement = placed.get(row);
      if (row.cited !== null || placement === undefined || placement.how === "cited") return [];
      if (placement.how === "words")
        return [{ row, found: tell(placement.action.ref, placement.agreement), nearest: [] }];
      // Every archive starts somewhere: at its first note, all that is reported on was brought forward.
      if (book.accounts.length === 0) return [];
      return [
        { row, found: null, nearest: placement.nearest.map(({ ref, agreement }) => tell(ref, agreement)) },
      ];
    });
  };
  return {
    seek,
    book: (meeting) => {
      // Of two files for one meeting the second is not booked.
      if (isHeld(meeting) && !book.notes.has(meeting.id)) bookNote(book, meeting);
      else if (meeting.state === "agenda") readAgenda(book, meeting);
      const irregularities = book.irregularities.splice(0);
      const actions = new Map<string, Action>();
      for (const ref of irregularities.flatMap(refsIn)) {
        const action = book.actions.get(ref);
        if (action !== undefined)
          actions.set(
            ref,
            settleAction(action, false, (name) => !book.actions.has(name)),
          );
      }
      const accounts = book.accounts.slice(-1);
      return { accounts, actions, bookedTo: book.bookedTo, irregularities, nextAgenda: null };
    },
  };
}

/** The actions that a row is told to mean. What no row speaks of may be all that is open. */
function refsIn(met: Irregularity): string[] {
  if (!("row" in met)) return [];
  const own = "ref" in met && met.ref !== null ? [met.ref] : [];
  return "nearest" in met ? [...own, ...met.nearest.map(({ ref }) => ref)] : own;
}
