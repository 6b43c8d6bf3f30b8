import type { Listener } from "../ask.ts";
import { type Booking, type Books, bookAmong, citeActions, type UnsureRow } from "../import/citing.ts";
import type { TakenDocument } from "../import/document.ts";
import { originOf } from "../import/lines.ts";
import { UNDATED } from "../import/reading.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { findDoubts } from "./doubts.ts";

/** A document imported: how its rows are booked, the text of its meeting file, and what is in doubt. */
export interface Import {
  readonly taken: TakenDocument;
  readonly booking: Booking;
  readonly text: string;
  readonly doubts: readonly Diagnostic[];
}

/** The board that documents are imported into: its notes, and nobody to ask where `listener` is null. */
export interface Destination extends Omit<Books, "meetings"> {
  /** Null where there is no board. */
  readonly workspace: Workspace | null;
  readonly listener: Listener | null;
}

/** Imports documents in the order of their meetings, each booked among those before it; null once somebody stops. */
export async function importInOrder(
  documents: readonly TakenDocument[],
  destination: Destination,
): Promise<readonly Import[] | null> {
  const { board, today, workspace, listener } = destination;
  const ids = new Set(documents.map(idOf));
  // Of a day that is imported once more, to look at it, the document counts.
  const before = (workspace?.notes ?? []).filter(({ meeting }) => !ids.has(meeting.id));
  const texts = new Map<string, string>();
  const textOf = (path: string) => texts.get(path) ?? workspace?.source(path).text ?? "";
  const imports: Import[] = [];
  for (const taken of documents.toSorted((a, b) => compare(idOf(a), idOf(b)))) {
    const { note } = taken.document;
    const books = { board, today, meetings: before.map(({ meeting }) => meeting) };
    const booking = bookAmong(note.meeting, books);
    const chosen = listener === null ? new Map() : await askRows(taken, booking.unsure, listener);
    if (chosen === null) return null;
    const refs = new Map<number, string>([...booking.sure, ...chosen]);
    const { text, note: written } = await citeActions(taken.file.text, taken.file.note, refs, board);
    const isAnswered = ({ rule, span }: Diagnostic) =>
      rule === "progress-names-its-action" &&
      note.meeting.progress.some((row) => chosen.has(row.place) && row.span.start === span.start);
    const doubts = findDoubts(taken, before, booking, books, textOf);
    imports.push({ taken, booking, text, doubts: doubts.filter((doubt) => !isAnswered(doubt)) });
    before.push(written);
    texts.set(written.path, text);
  }
  return imports;
}

function idOf({ document }: TakenDocument): string {
  return document.note.meeting.id;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Stands for no answer, and can't be a reference. */
const OPEN = "";

/** Asks of each row that is in doubt which action it speaks of; null once somebody stops. */
async function askRows(
  { document }: TakenDocument,
  unsure: readonly UnsureRow[],
  listener: Listener,
): Promise<ReadonlyMap<number, string> | null> {
  const chosen = new Map<number, string>();
  for (const { row, candidates } of unsure) {
    const { line } = originOf(document, row.span);
    const question = `${document.path}:${line}\n  ${row.text}\nWhich earlier action does this speak of?`;
    const choices = [
      ...candidates.map(({ ref, text }) => ({ value: ref, label: `${ref}  ${cut(text)}` })),
      { value: OPEN, label: "Leave it open" },
    ];
    const answer = await listener.choose(question, choices, OPEN);
    if (answer === null) return null;
    if (answer !== OPEN) chosen.set(row.place, answer);
  }
  return chosen;
}

/** A label has one line. */
function cut(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 60).trimEnd()} …`;
}

/** Whether a document says on which day its meeting was held. */
export function isDated({ document }: TakenDocument): boolean {
  return document.note.meeting.id !== UNDATED;
}
