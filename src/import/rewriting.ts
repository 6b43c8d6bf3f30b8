import type { Board } from "../model/board.ts";
import type { Meeting, Note } from "../model/meeting.ts";
import { readNoteFile } from "../read/note-file.ts";
import { sourceFile } from "../source/source-file.ts";
import { applyEdits } from "../write/edit.ts";
import { numberEdits } from "../write/numbers.ts";
import { type OwnForm, writeOwnForm } from "../write/own-form.ts";
import type { ReadDocument } from "./reading.ts";
import { differingFields } from "./same-meeting.ts";

/** The meeting file that a document becomes, and how far it says what the document says. */
export interface MeetingFile {
  readonly text: string;
  readonly note: Note;
  readonly ownForm: OwnForm;
  /** What rrb's own form could not say as the document does, field by field; none where it reads the same. */
  readonly differing: readonly string[];
}

/** Writes a document in rrb's own form, and reads it back: what its words alone don't say stands in brackets. */
export async function rewriteDocument(document: ReadDocument, board: Board): Promise<MeetingFile> {
  const { source, frontMatter, note, isOwnForm } = document;
  if (isOwnForm) {
    const ownForm = { text: source.text, rewritten: [], runningHeads: [], setAside: [] };
    return { text: source.text, note, ownForm, differing: [] };
  }
  const published = { text: source.text, frontMatter, note, board };
  const read = (text: string) => readNoteFile(sourceFile(source.path, text), board);
  let ownForm = writeOwnForm(published);
  const stated = unsaid(note.meeting, (await read(ownForm.text)).meeting);
  if (stated.size > 0) ownForm = writeOwnForm(published, stated);
  const { text, note: written } = await withNumbers(ownForm.text, read);
  return { text, note: written, ownForm, differing: differingFields(note.meeting, written.meeting) };
}

/** The references of the actions that read otherwise once they are written anew. */
function unsaid({ actions }: Meeting, { actions: written }: Meeting): ReadonlySet<string> {
  const found = new Map(written.map((action) => [action.ref, action]));
  const says = (action: Meeting["actions"][number] | undefined) =>
    JSON.stringify([action?.text, action?.owners, action?.due, action?.dueText]);
  return new Set(actions.filter((one) => says(one) !== says(found.get(one.ref))).map(({ ref }) => ref));
}

/** The same note with the numbers by which its actions and decisions will be cited. */
async function withNumbers(text: string, read: (text: string) => Promise<Note>) {
  const note = await read(text);
  const numbered = applyEdits(text, numberEdits(note.meeting, text));
  return numbered === text ? { text, note } : { text: numbered, note: await read(numbered) };
}
