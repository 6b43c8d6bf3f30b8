import type { Question } from "../command.ts";
import { groupByOrigin, titleOfOrigin } from "../ledger/carry-forward.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { isHeld } from "../ledger/order.ts";
import type { Meeting, Note, ProgressRow } from "../model/meeting.ts";
import type { OpenBoard } from "../open-board.ts";
import { readNoteFile } from "../read/note-file.ts";
import { Refusal } from "../refusal.ts";
import { printProse } from "../report/prose.ts";
import { clean, print } from "../report/untrusted.ts";
import { sourceFile } from "../source/source-file.ts";
import { changeFiles } from "../workspace/write.ts";
import { applyEdits } from "../write/edit.ts";
import { rowEdits } from "../write/refresh.ts";
import { bookFor, nameRefs } from "./carrying.ts";
import { numberNote, tellNumbering } from "./numbering.ts";

/** Adds to an agenda or a draft the rows that it lacks. Throws a Refusal where there is none, or it is closed to that. */
export async function refreshMeeting(question: Question, board: OpenBoard, id: string | null): Promise<0> {
  const { world, options } = question;
  const { workspace } = board;
  const note = findNote(id, board);
  const { path, meeting } = note;
  const ledger = bookFor(note, board);
  const missing = findMissing(note, ledger);
  const numbering = await numberNote(heldBefore(meeting, board), board);
  const { text } = workspace.source(path);
  const groups = groupByOrigin(missing.map((ref) => ledger.actions.get(ref)!));
  const titleOf = (row: ProgressRow) => {
    const action = ledger.actions.get(ledger.bookedTo.get(row) ?? "");
    return action === undefined ? null : titleOfOrigin(action);
  };
  const after = applyEdits(text, rowEdits(note, { groups, titleOf }, text, options.list === true));
  await demandAdded(note, missing, after, board);
  const isTried = options.dryRun === true;
  if (!isTried) changeFiles(workspace, [...numbering.changes, { path, before: text, after }]);
  tellNumbering(numbering, isTried, world);
  if (isTried) print(world.stdout, clean(after));
  else printProse(world.stdout, clean(tell(path, missing)));
  return 0;
}

function tell(path: string, missing: readonly string[]): string {
  if (missing.length === 0) return `\`${path}\` has a row for every action that was open before it.`;
  return `Added ${missing.length === 1 ? "a row" : `${missing.length} rows`} to \`${path}\`: ${missing.join(", ")}.`;
}

/** The note meant: as named, else the coming agenda, else the last draft. */
function findNote(id: string | null, { ledger, meetings, workspace }: OpenBoard): Note {
  const last = meetings.findLast(isHeld);
  const meant = id === null ? (ledger.nextAgenda ?? last) : meetings.find((meeting) => meeting.id === id);
  if (meant === undefined) {
    const command = `rrb new-meeting${id === null ? "" : ` ${id}`}`;
    throw new Refusal(`There is no agenda${id === null ? "" : ` of ${id}`} yet. \`${command}\` writes one.`);
  }
  if (meant.state === "agenda" && last !== undefined && meetings.indexOf(meant) < meetings.indexOf(last)) {
    throw new Refusal(
      `\`${meant.path}\` is an agenda, yet later notes are at hand. Write \`state: draft\` if it was held.`,
    );
  }
  if (meant.state === "agenda" || meant.state === "draft") {
    return workspace.notes.find(({ meeting }) => meeting === meant)!;
  }
  throw new Refusal(`\`${meant.path}\` is ${meant.state}. Rows are added to an agenda or a draft.`);
}

/** The actions that were open before a note and have no row in it, oldest first. */
function findMissing({ meeting }: Note, { irregularities }: Ledger): string[] {
  const here = irregularities.filter((met) => met.meeting === meeting.id);
  const empty = new Set(here.flatMap((met) => (met.kind === "empty status" ? [met.ref] : [])));
  return here.flatMap((met) => {
    const isMissing = met.kind === "not on the agenda" || (met.kind === "unaccounted" && !empty.has(met.ref));
    return isMissing ? [met.ref] : [];
  });
}

function heldBefore(meeting: Meeting, { meetings }: OpenBoard): Meeting | null {
  return meetings.slice(0, meetings.indexOf(meeting)).findLast(isHeld) ?? null;
}

/** Demands that the rows are there when the note is read again, and that all it said before it says still. */
async function demandAdded(
  note: Note,
  missing: readonly string[],
  after: string,
  board: OpenBoard,
): Promise<void> {
  const again = await readNoteFile(sourceFile(note.path, after), board.workspace.board);
  const ledger = bookFor(again, board);
  const cited = again.meeting.progress
    .filter((row) => row.cited !== null)
    .map((row) => ledger.bookedTo.get(row));
  const lost = missing.filter((ref) => !cited.includes(ref));
  const count = note.meeting.items.length;
  const before = saidIn(note.meeting, [], count);
  const isSame = JSON.stringify(saidIn(again.meeting, missing, count)) === JSON.stringify(before);
  // A file that is read in spite of a fault in it may not be read so by others.
  const isSound = again.faults.length <= note.faults.length;
  if (lost.length === 0 && isSame && isSound) return;
  throw new Refusal(
    `\`${note.path}\` has no place where rrb can add a row for ${nameRefs(missing)}. Add it by hand, beside the others.`,
  );
}

/** All that a note says, without the places, but some rows that were added; and its first items, for one may be added too. */
function saidIn(
  { progress, actions, decisions, deferred, items }: Meeting,
  added: readonly string[],
  count: number,
): unknown {
  const others = progress.filter(({ cited }) => cited === null || !added.includes(cited.value));
  return [
    others.map(({ text, cited, disposition, update }) => [text, cited?.value, disposition, update]),
    [...actions, ...decisions].map(({ ref, text }) => [ref, text]),
    deferred.map(({ text }) => text),
    items.slice(0, count).map(({ title }) => title),
  ];
}
