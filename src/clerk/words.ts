import type { OpenBoard } from "../command.ts";
import { findAction, type Ledger } from "../ledger/ledger.ts";
import type { Action } from "../model/action.ts";
import type { Meeting, Note } from "../model/meeting.ts";
import { readNoteFile } from "../read/note-file.ts";
import { Refusal } from "../refusal.ts";
import { nearest } from "../source/nearest.ts";
import type { SourceFile } from "../source/source-file.ts";

/** The action that a word names: by its reference, by another name of it, or by a number that it alone bears. */
export function readAction(typed: string, ledger: Ledger): Action {
  const named = findAction(ledger, typed);
  if (named !== null) return named;
  const refs = [...ledger.actions.keys()];
  if (/^(?:bf)?\d+$/.test(typed)) {
    const bearers = refs.filter((ref) => ref.endsWith(`/${typed}`));
    if (bearers.length === 1) return ledger.actions.get(bearers[0]!)!;
    if (bearers.length > 1) throw new Refusal(`${manyMean(bearers)} Write the whole reference.`);
  }
  const near = nearest(typed, refs);
  const advice = near === null ? "`rrb actions` lists them all." : `Did you mean \`${near}\`?`;
  throw new Refusal(`There is no action \`${typed}\`. ${advice}`);
}

function manyMean(refs: readonly string[]): string {
  const named = refs.slice(-3).map((ref) => `\`${ref}\``);
  const others = refs.length > 3 ? ` or ${refs.length - 3} earlier ones` : "";
  return `That may be ${named.join(" or ")}${others}.`;
}

/** The meeting that a word names: by its id, or by the path of its file. */
export function readMeeting(typed: string, { meetings }: OpenBoard): Meeting {
  const named = meetings.find(({ id, path }) => id === typed || path === typed);
  if (named !== undefined) return named;
  const near = nearest(
    typed,
    meetings.map(({ id }) => id),
  );
  const advice = near === null ? "`rrb meetings` lists them." : `Did you mean \`${near}\`?`;
  throw new Refusal(`There is no note of a meeting \`${typed}\`. ${advice}`);
}

/** A note and the text that it was read from, so that every place in it holds. */
export interface ReadNote {
  readonly source: SourceFile;
  readonly note: Note;
}

/** Reads the file of a meeting once more, to change it. Throws a Refusal where it has become another meeting's. */
export async function readAgain({ path, state }: Meeting, { workspace }: OpenBoard): Promise<ReadNote> {
  const source = workspace.source(path);
  const note = await readNoteFile(source, workspace.board);
  if (note.meeting.state === state) return { source, note };
  throw new Refusal(`\`${path}\` has changed since rrb read it. Run the same command again.`);
}
