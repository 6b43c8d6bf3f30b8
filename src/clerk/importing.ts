import type { Listener } from "../ask.ts";
import { citeActions, sortRows, withReferences } from "../import/citing.ts";
import { type TakenDocument, withOwners } from "../import/document.ts";
import { findOwnersInDoubt } from "../import/likely-owners.ts";
import { UNDATED } from "../import/reading.ts";
import { comesBefore, orderMeetings } from "../ledger/order.ts";
import { openLedger, type RunningLedger } from "../ledger/running-ledger.ts";
import type { Board } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import type { Meeting, ProgressRow } from "../model/meeting.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { findDoubts } from "./doubts.ts";
import { askOwners, askRows } from "./questions.ts";

/** A document imported: the text of its meeting file, what its rows were booked to, and what is in doubt. */
export interface Import {
  readonly taken: TakenDocument;
  /** As the document tells it, with the references that its rows were given. */
  readonly meeting: Meeting;
  readonly text: string;
  /** The action that a row was booked to; null where that is none. */
  readonly refOf: (row: ProgressRow) => string | null;
  readonly doubts: readonly Diagnostic[];
}

/** The board that documents are imported into: its notes, and nobody to ask where `listener` is null. */
export interface Destination {
  readonly board: Board;
  readonly today: Day;
  /** Null where there is no board. */
  readonly workspace: Workspace | null;
  readonly listener: Listener | null;
}

/** Imports documents in the order of their meetings, each booked behind those before it; null once somebody stops. */
export async function importInOrder(
  documents: readonly TakenDocument[],
  destination: Destination,
): Promise<readonly Import[] | null> {
  const { board, workspace } = destination;
  const ids = new Set(documents.map(idOf));
  // Of a day that is imported once more, to look at it, the document counts.
  const others = (workspace?.notes ?? []).filter(({ meeting }) => !ids.has(meeting.id));
  const waiting = orderMeetings(
    others.map(({ meeting }) => meeting),
    null,
  ).meetings.toReversed();
  const ledger = openLedger(board);
  const imports: Import[] = [];
  for (const taken of documents.toSorted((a, b) => compare(idOf(a), idOf(b)))) {
    const { meeting } = taken.document.note;
    while (waiting.length > 0 && comesBefore(waiting.at(-1)!, meeting)) ledger.book(waiting.pop()!);
    // Nobody knows what came before a meeting whose day nobody knows.
    const imported = await importOne(taken, isDated(taken) ? ledger : openLedger(board), destination);
    if (imported === null) return null;
    imports.push(imported);
  }
  return imports;
}

const NOBODY: ReadonlyMap<string, readonly string[]> = new Map();

async function importOne(
  first: TakenDocument,
  ledger: RunningLedger,
  { board, today, listener }: Destination,
): Promise<Import | null> {
  // What is in rrb's own form stays as somebody wrote it.
  const inDoubt = first.document.isOwnForm ? [] : findOwnersInDoubt(first.document.note.meeting, board);
  const owners = listener === null ? NOBODY : await askOwners(first.document, inDoubt, board, listener);
  if (owners === null) return null;
  const taken = owners.size === 0 ? first : await withOwners(first, owners, board);
  const { document, file } = taken;
  const { note } = document;
  const { sure, unsure } = sortRows(ledger.seek(note.meeting));
  const chosen = listener === null ? new Map() : await askRows(document, unsure, listener);
  if (chosen === null) return null;
  const cited = await citeActions(file.text, file.note, new Map([...sure, ...chosen]), board);
  const meeting = withReferences(note.meeting, cited.note.meeting);
  const booked = ledger.book(meeting);
  const { bookedTo } = booked;
  const settled = note.meeting.actions.filter(({ ref }) => owners.has(ref)).map(({ span }) => span);
  const left = unsure.filter(({ row }) => !chosen.has(row.place));
  return {
    taken,
    meeting,
    text: cited.text,
    refOf: (row) => bookedTo.get(row) ?? null,
    doubts: findDoubts({ ...document, note: { ...note, meeting } }, left, settled, {
      board,
      today,
      ledger: booked,
    }),
  };
}

function idOf({ document }: TakenDocument): string {
  return document.note.meeting.id;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether a document says on which day its meeting was held. */
export function isDated({ document }: TakenDocument): boolean {
  return document.note.meeting.id !== UNDATED;
}
