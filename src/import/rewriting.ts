import type { Board } from "../model/board.ts";
import type { Meeting, Note, ProgressRow, RaisedAction } from "../model/meeting.ts";
import { readNoteFile } from "../read/note-file.ts";
import { coverOf } from "../source/many.ts";
import { sourceFile } from "../source/source-file.ts";
import { applyEdits } from "../write/edit.ts";
import { numberEdits } from "../write/numbers.ts";
import { type OwnForm, writeAside, writeOwnForm } from "../write/own-form.ts";
import { NOTHING_SPELT_OUT, type SpeltOut } from "../write/rewriting.ts";
import { findLostLines } from "./lost-lines.ts";
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
  const read = readerOf(source.path, board);
  let ownForm = writeOwnForm(published);
  let spelt = NOTHING_SPELT_OUT;
  for (let round = 0; round < 3; round++) {
    const more = findUnsaid(note.meeting, (await read(ownForm.text)).meeting, spelt);
    if (more === null) break;
    spelt = more;
    ownForm = writeOwnForm(published, spelt);
  }
  const plain = await withoutStrays(ownForm.text, note.meeting, read);
  const lost = findLostLines(document, ownForm, plain + writeAside(ownForm.setAside, source.text));
  // A line of which a part is set aside already is set aside whole.
  const isLost = coverOf(lost);
  ownForm = { ...ownForm, setAside: [...ownForm.setAside.filter(({ start }) => !isLost(start)), ...lost] };
  const whole = plain + writeAside(ownForm.setAside, source.text);
  const { text, note: written } = await withNumbers(whole, read);
  return { text, note: written, ownForm, differing: differingFields(note.meeting, written.meeting) };
}

/** What reads otherwise once it is written anew, and must be spelt out too; null where nothing more does. */
function findUnsaid(meeting: Meeting, written: Meeting, spelt: SpeltOut): SpeltOut | null {
  const actions = unsaid(meeting.actions, written.actions, sayAction).map(({ ref }) => ref);
  const decisions = unsaid(meeting.decisions, written.decisions, ({ kind, text }) => [kind, text]);
  const deferred = unsaid(meeting.deferred, written.deferred, ({ text, to }) => [text, to]);
  const rows = unsaid(meeting.progress, written.progress, sayRow).map(({ place }) => place);
  const agreed = [...decisions, ...deferred].map(({ span }) => span.start);
  const isLogged = meeting.actions.some(({ fromLog, logRow }) => !fromLog && logRow !== null);
  const all = {
    actions: new Set([...spelt.actions, ...actions]),
    decisions: new Set([...spelt.decisions, ...agreed]),
    rows: new Set([...spelt.rows, ...rows]),
    numbers: spelt.numbers || (isLogged && written.actions.length > meeting.actions.length),
  };
  const sizes = (of: SpeltOut) => of.actions.size + of.decisions.size + of.rows.size + Number(of.numbers);
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

function sayRow({ text, owners, due, dueText, disposition, update, number, cited }: ProgressRow) {
  return [number, cited?.value, text, owners, due, dueText, disposition?.words, disposition?.state, update];
}

/** The same note in which no entry of a log is one that the document was not read to have: such are paragraphs. */
async function withoutStrays(text: string, { actions }: Meeting, read: Reader): Promise<string> {
  const { meeting } = await read(text);
  const strays = unsaid(meeting.actions, actions, ({ text: words }) => [words]).filter(
    ({ fromLog }) => fromLog,
  );
  const edits = strays.flatMap(({ span }) => {
    const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
    const isEntry = /^\s*(?:[-*+]|\d{1,9}[.)])\s+$/.test(text.slice(lineStart, span.start));
    return isEntry ? [{ span: { start: lineStart, end: span.start }, text: "\n" }] : [];
  });
  return applyEdits(text, edits);
}

type Reader = (text: string) => Promise<Note>;

/** Reads a note of one file. The last text is remembered, as most are as they should be at the first reading. */
function readerOf(path: string, board: Board): Reader {
  let last: { readonly text: string; readonly note: Promise<Note> } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, note: readNoteFile(sourceFile(path, text), board) };
    return last.note;
  };
}

/** The same note with the numbers by which its actions and decisions will be cited. */
async function withNumbers(text: string, read: Reader) {
  const note = await read(text);
  const numbered = applyEdits(text, numberEdits(note.meeting, text));
  return numbered === text ? { text, note } : { text: numbered, note: await read(numbered) };
}
