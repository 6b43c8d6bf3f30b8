import type { Candidate } from "../ledger/irregularity.ts";
import { bookLedger, findAction, type Ledger } from "../ledger/ledger.ts";
import { SAME_WORDS } from "../ledger/match.ts";
import type { Board } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import type { Meeting, Note, ProgressRow } from "../model/meeting.ts";
import { readNoteFile } from "../read/note-file.ts";
import { sourceFile } from "../source/source-file.ts";
import { applyEdits } from "../write/edit.ts";
import { referenceEdits } from "../write/row-reference.ts";

/** What a document is booked among: the meetings of the board, and those imported before it. */
export interface Books {
  readonly board: Board;
  readonly today: Day;
  readonly meetings: readonly Meeting[];
}

/** A row whose action the ledger is not sure of, and the actions that it may speak of, the most alike first. */
export interface UnsureRow {
  readonly row: ProgressRow;
  /** The action that the ledger takes it for, as its number helps; null where it takes it for none. */
  readonly takenFor: string | null;
  readonly candidates: readonly { readonly ref: string; readonly text: string; readonly agreement: number }[];
}

/** How the rows of a note are booked. */
export interface Booking {
  readonly ledger: Ledger;
  /** By the place of the row in its note: the reference of the action that its words leave no doubt of. */
  readonly sure: ReadonlyMap<number, string>;
  readonly unsure: readonly UnsureRow[];
}

/** How alike two wordings are at least where one may be the other reworded. */
const MAYBE = 0.3;

/** Books a note among others, and tells which of its rows could be given their references. */
export function bookAmong(meeting: Meeting, { board, today, meetings }: Books): Booking {
  const ledger = bookLedger([...meetings, meeting], { board, today });
  const sure = new Map<number, string>();
  const unsure: UnsureRow[] = [];
  const tell = ({ ref, agreement }: Candidate) => {
    const text = findAction(ledger, ref)?.text;
    return text === undefined || agreement < MAYBE ? [] : [{ ref, text, agreement }];
  };
  for (const met of ledger.irregularities) {
    if (met.meeting !== meeting.id) continue;
    if (met.kind === "matched by words" && met.agreement >= SAME_WORDS) sure.set(met.row.place, met.ref);
    else if (met.kind === "matched by words")
      unsure.push({ row: met.row, takenFor: met.ref, candidates: [met].flatMap(tell) });
    else if (met.kind === "not recognised") {
      const candidates = met.nearest.flatMap(tell);
      if (candidates.length > 0) unsure.push({ row: met.row, takenFor: null, candidates });
    }
  }
  return { ledger, sure, unsure };
}

/** A note with the references of some rows, which are given by their places in it; any other row stays as it is. */
export async function citeActions(
  text: string,
  { meeting, frontMatter, path, faults }: Note,
  refs: ReadonlyMap<number, string>,
  board: Board,
): Promise<{ text: string; note: Note }> {
  const note = { meeting, frontMatter, path, faults };
  const lacking = meeting.progress.flatMap((row) => {
    const ref = row.cited === null ? refs.get(row.place) : undefined;
    return ref === undefined ? [] : [{ row, ref }];
  });
  const edits = new Set(lacking.length === 0 ? [] : [...referenceEdits(note, lacking, text).values()].flat());
  if (edits.size === 0) return { text, note };
  const cited = applyEdits(text, [...edits]);
  const read = await readNoteFile(sourceFile(path, cited), board);
  // A reference that changes what else the note says is not worth it.
  const isSame = read.meeting.progress.length === meeting.progress.length;
  return isSame ? { text: cited, note: read } : { text, note };
}
