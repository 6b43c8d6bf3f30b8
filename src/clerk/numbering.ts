import type { Meeting } from "../model/meeting.ts";
import type { OpenBoard } from "../open-board.ts";
import { readNoteFile } from "../read/note-file.ts";
import { Refusal } from "../refusal.ts";
import { printProse } from "../report/prose.ts";
import { clean } from "../report/untrusted.ts";
import { sourceFile } from "../source/source-file.ts";
import { entryOf } from "../source/yaml-node.ts";
import type { FileChange } from "../workspace/write.ts";
import type { World } from "../world.ts";
import { applyEdits } from "../write/edit.ts";
import { numberEdits } from "../write/numbers.ts";

/** The numbers that are to be written into a note. */
export interface Numbering {
  readonly changes: readonly FileChange[];
  /** `Action 2`, `Decision 1`: what gets its number. */
  readonly numbered: readonly string[];
}

const NOTHING: Numbering = { changes: [], numbered: [] };

/**
 * What it takes to write the missing numbers into a note, so that no reference to it can come to mean another action.
 * A note that bears the fingerprint of its confirmation is not touched.
 */
export async function numberNote(meeting: Meeting | null, { workspace }: OpenBoard): Promise<Numbering> {
  const note = workspace.notes.find((one) => one.meeting === meeting);
  if (note === undefined || entryOf(note.frontMatter, "fingerprint") !== null) return NOTHING;
  if ([...note.meeting.actions, ...note.meeting.decisions].every(({ written }) => written !== null))
    return NOTHING;
  const { path, text } = workspace.source(note.path);
  const after = applyEdits(text, numberEdits(note.meeting, text));
  const again = (await readNoteFile(sourceFile(path, after), workspace.board)).meeting;
  if (JSON.stringify(namesIn(again)) !== JSON.stringify(namesIn(note.meeting))) {
    throw new Refusal(
      `The numbers missing in \`${path}\` can't be written there. Write them by hand, as \`rrb check\` says.`,
    );
  }
  const decided = new Set(again.decisions.filter(({ written }) => written !== null).map(({ ref }) => ref));
  const raised = new Set(again.actions.filter(({ written }) => written !== null).map(({ ref }) => ref));
  const numbered = [
    ...note.meeting.actions
      .filter(({ written, ref }) => written === null && raised.has(ref))
      .map(({ number }) => `Action ${number}`),
    ...note.meeting.decisions
      .filter(({ written, ref }) => written === null && decided.has(ref))
      .map(({ kind, number }) => `${kind} ${number}`),
  ];
  return { changes: [{ path, before: text, after }], numbered };
}

/** What a note raises and decides, by name. */
function namesIn({ actions, decisions }: Meeting): unknown {
  return [...actions, ...decisions].map(({ ref, text }) => [ref, text]);
}

/** Says which numbers were written, or would be. */
export function tellNumbering({ changes, numbered }: Numbering, isTried: boolean, { stderr }: World): void {
  const [change] = changes;
  if (change === undefined || numbered.length === 0) return;
  const did = isTried ? "Would first write" : "Wrote";
  printProse(stderr, clean(`${did} missing numbers into \`${change.path}\`: ${numbered.join(", ")}.`));
}
