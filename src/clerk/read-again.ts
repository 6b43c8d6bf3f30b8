import type { Meeting, Note } from "../model/meeting.ts";
import type { OpenBoard } from "../open-board.ts";
import { readNoteFile } from "../read/note-file.ts";
import { Refusal } from "../refusal.ts";
import type { SourceFile } from "../source/source-file.ts";

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
