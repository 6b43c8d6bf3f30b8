import type { Board } from "../model/board.ts";
import type { Meeting, Note, ProgressRow, RaisedAction } from "../model/meeting.ts";
import { readNoteFile } from "../read/note-file.ts";
import { sourceFile } from "../source/source-file.ts";
import { applyEdits } from "../write/edit.ts";
import { numberEdits } from "../write/numbers.ts";
import { type OwnForm, writeOwnForm } from "../write/own-form.ts";
import { NOTHING_SPELT_OUT, type SpeltOut } from "../write/rewriting.ts";
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
  let spelt = NOTHING_SPELT_OUT;
  for (let round = 0; round < 2; round++) {
    const more = findUnsaid(note.meeting, (await read(ownForm.text)).meeting, spelt);
    if (more === null) break;
    spelt = more;
    ownForm = writeOwnForm(published, spelt);
  }
  const { text, note: written } = await withNumbers(ownForm.text, read);
  return { text, note: written, ownForm, differing: differingFields(note.meeting, written.meeting) };
}

/** What reads otherwise once it is written anew, and must be spelt out too; null where nothing more does. */
function findUnsaid(meeting: Meeting, written: Meeting, spelt: SpeltOut): SpeltOut | null {
  const actions = unsaid(meeting.actions, written.actions, sayAction).map(({ ref }) => ref);
  const decisions = unsaid(meeting.decisions, written.decisions, ({ kind, text }) => [kind, text]);
  const deferred = unsaid(meeting.deferred, written.deferred, ({ text, to }) => [text, to]);
  const rows = unsaid(meeting.progress, written.progress, sayRow).map(({ place }) => place);
  const agreed = [...decisions, ...deferred].map(({ span }) => span.start);
  const all = {
    actions: new Set([...spelt.actions, ...actions]),
    decisions: new Set([...spelt.decisions, ...agreed]),
    rows: new Set([...spelt.rows, ...rows]),
  };
  const sizes = (of: SpeltOut) => of.actions.size + of.decisions.size + of.rows.size;
  return sizes(all) === sizes(spelt) ? null : all;
}

/** The things of a list that another one has not, wherever they stand in it. */
function unsaid<Thing>(
  things: readonly Thing[],
  others: readonly Thing[],
  say: (thing: Thing) => readonly unknown[],
): Thing[] {
  const said = new Map<string, number>();
  for (const other of others) {
    const words = JSON.stringify(say(other));
    said.set(words, (said.get(words) ?? 0) + 1);
  }
  return things.filter((thing) => {
    const words = JSON.stringify(say(thing));
    const left = said.get(words) ?? 0;
    said.set(words, left - 1);
    return left <= 0;
  });
}

function sayAction({ number, text, owners, due, dueText }: RaisedAction) {
  return [number, text, owners, due, dueText];
}

function sayRow({ text, owners, due, dueText, disposition, update }: ProgressRow) {
  return [text, owners, due, dueText, disposition?.words, disposition?.state, update];
}

/** The same note with the numbers by which its actions and decisions will be cited. */
async function withNumbers(text: string, read: (text: string) => Promise<Note>) {
  const note = await read(text);
  const numbered = applyEdits(text, numberEdits(note.meeting, text));
  return numbered === text ? { text, note } : { text: numbered, note: await read(numbered) };
}
