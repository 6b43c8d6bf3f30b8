import { SAME_WORDS } from "../ledger/match.ts";
import type { LikelyAction, RowInDoubt } from "../ledger/running-ledger.ts";
import type { Board } from "../model/board.ts";
import type { Meeting, Note, ProgressRow } from "../model/meeting.ts";
import { readNoteFile } from "../read/note-file.ts";
import { sourceFile } from "../source/source-file.ts";
import { applyEdits } from "../write/edit.ts";
import { referenceEdits } from "../write/row-reference.ts";

/** A row whose action the ledger is not sure of, and the actions that it may speak of, the most alike first. */
export interface UnsureRow {
  readonly row: ProgressRow;
  /** The action that the ledger takes it for, as its number helps; null where it takes it for none. */
  readonly takenFor: string | null;
  readonly candidates: readonly LikelyAction[];
}

/** Which rows of a note can be given their references. */
export interface FoundReferences {
  /** By the place of the row in its note: the reference of the action that its words leave no doubt of. */
  readonly sure: ReadonlyMap<number, string>;
  readonly unsure: readonly UnsureRow[];
}

/** How alike two wordings are at least where one may be the other reworded. */
const MAYBE = 0.3;

/** Tells the rows whose words leave no doubt from those that somebody has to look at. */
export function sortRows(rows: readonly RowInDoubt[]): FoundReferences {
  const sure = new Map<number, string>();
  const unsure: UnsureRow[] = [];
  for (const { row, found, nearest } of rows) {
    if (found !== null && found.agreement >= SAME_WORDS) {
      sure.set(row.place, found.ref);
      continue;
    }
    const candidates = (found === null ? nearest : [found]).filter(({ agreement }) => agreement >= MAYBE);
    if (found !== null || candidates.length > 0)
      unsure.push({ row, takenFor: found?.ref ?? null, candidates });
  }
  return { sure, unsure };
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

/** A meeting as its document tells it, but for the references that its rows bear in what was written of it. */
export function withReferences(meeting: Meeting, written: Meeting): Meeting {
  const progress = meeting.progress.map((row): ProgressRow => {
    const cited = written.progress[row.place - 1]?.cited;
    if (row.cited !== null || cited == null) return row;
    // A row bears a reference in place of its number.
    return { ...row, cited: { value: cited.value, span: row.span }, number: null };
  });
  return { ...meeting, progress };
}
