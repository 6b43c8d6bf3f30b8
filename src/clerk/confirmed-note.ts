import type { Board } from "../model/board.ts";
import { fingerprintOf } from "../model/fingerprint.ts";
import type { Note } from "../model/meeting.ts";
import { readCorrections } from "../read/confirmations.ts";
import { readNoteFile } from "../read/note-file.ts";
import { Refusal } from "../refusal.ts";
import { sourceFile } from "../source/source-file.ts";
import { confirmationEdits, confirmingEdits } from "../write/confirmation.ts";
import { correctionEdit, haveSameBlocks } from "../write/correction.ts";
import { applyEdits } from "../write/edit.ts";
import { numberEdits } from "../write/numbers.ts";
import { writeYamlText } from "../write/yaml-text.ts";
import type { How } from "./how-confirmed.ts";
import type { ReadNote } from "./read-again.ts";

/** A note in which what was to be put right is put right, and what was done to it, a sentence each. */
export interface AmendedNote extends ReadNote {
  readonly told: readonly string[];
}

/** Writes missing numbers into a note, and makes the corrections that it does not list already. */
export async function amendNote(
  read: ReadNote,
  corrections: readonly string[],
  board: Board,
): Promise<AmendedNote> {
  const { text, path } = read.source;
  const numbers = numberEdits(read.note.meeting, text);
  const numbered = await readText(path, applyEdits(text, numbers), board);
  const listed = readCorrections(read.note);
  const told = numbers.length === 0 ? [] : [`Missing numbers are written into \`${path}\` first.`];
  let amended = numbered;
  for (const correction of corrections.filter((one) => !listed.includes(one))) {
    const edit = correctionEdit(correction, amended.note.meeting, amended.source.text);
    const next = await readText(path, applyEdits(amended.source.text, [edit]), board);
    if (!saysTheRest(amended, next))
      throw new Refusal(
        `\`${correction}\` would change more of \`${path}\` than its words. Write it there by hand.`,
      );
    amended = next;
    told.push(`Put right: item ${correction.trim()}`);
  }
  return { ...amended, told };
}

async function readText(path: string, text: string, board: Board): Promise<ReadNote> {
  const source = sourceFile(path, text);
  return { source, note: await readNoteFile(source, board) };
}

/** Whether a correction has left everything standing that has a place of its own: items, actions, decisions, rows. */
function saysTheRest(before: ReadNote, after: ReadNote): boolean {
  const outline = ({ meeting, faults }: Note) =>
    JSON.stringify([
      meeting.items.map(({ number, title }) => [number, title]),
      meeting.actions.map(({ ref }) => ref),
      meeting.decisions.map(({ ref }) => ref),
      meeting.progress.map(({ cited, disposition }) => [cited?.value, disposition?.state]),
      faults.length,
    ]);
  const isMarkdown = /\.md$/i.test(before.source.path);
  const hasSameBlocks = !isMarkdown || haveSameBlocks(before.source.text, after.source.text);
  return hasSameBlocks && outline(before.note) === outline(after.note);
}

/** A note that is confirmed, as it is to be written. */
export interface ConfirmedNote {
  readonly note: Note;
  readonly text: string;
  readonly fingerprint: string;
}

/** Writes into a note that it is confirmed, and its fingerprint. Throws a Refusal where it would not read back so. */
export async function confirmNote(
  { source, note }: ReadNote,
  { confirmation }: How,
  corrections: readonly string[],
  board: Board,
): Promise<ConfirmedNote> {
  const { path, text } = source;
  const fingerprint = fingerprintOf(text, path);
  const { at, on, by } = confirmation;
  const confirmed = at === null ? `{ on: ${on}, by: ${writeYamlText(by!, "flow")} }` : `{ at: ${at} }`;
  const edits = confirmationEdits(note, text, { confirmed, fingerprint, corrections });
  const after = await readText(path, applyEdits(text, edits), board);
  const says = JSON.stringify([after.note.meeting.state, after.note.meeting.confirmed]);
  const isSame = fingerprintOf(after.source.text, path) === fingerprint;
  if (!isSame || says !== JSON.stringify(["confirmed", { at, on, by }]))
    throw new Refusal(
      `The front matter of \`${path}\` can't be added to. Write each of its keys on a line of its own.`,
    );
  return { note: after.note, text: after.source.text, fingerprint };
}

/** The text of the confirming meeting's note, in which it is put down which note was confirmed, and as what. */
export function putDown({ source, note }: ReadNote, confirmed: ConfirmedNote): string {
  return applyEdits(source.text, confirmingEdits(note, source.text, confirmed.note, confirmed.fingerprint));
}
