import type { Board } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import type { Imported } from "./imported.ts";
import { findStrayLines, type StrayLines } from "./lines.ts";
import { demandMinutes } from "./minutes.ts";
import { findPossibleActions, type PossibleAction } from "./possible-actions.ts";
import { type ReadDocument, readDocumentAsNote } from "./reading.ts";
import { type MeetingFile, rewriteDocument } from "./rewriting.ts";

/** A document as it is taken in: what it says, the file that it becomes, and all that must be told about it. */
export interface TakenDocument extends StrayLines {
  readonly document: ReadDocument;
  readonly file: MeetingFile;
  readonly possibleActions: readonly PossibleAction[];
}

/** Takes in a document as the note of a meeting. Throws a Refusal where it is none. */
export async function takeDocument(
  path: string,
  imported: Imported,
  board: Board,
  date: Day | null = null,
): Promise<TakenDocument> {
  const document = await readDocumentAsNote(path, imported, board, date);
  demandMinutes(document);
  return writeTaken(document, board);
}

/** The same document, where somebody says who the owners of some actions are, by their references. */
export function withOwners(
  { document }: TakenDocument,
  owners: ReadonlyMap<string, readonly string[]>,
  board: Board,
): Promise<TakenDocument> {
  const { meeting } = document.note;
  const actions = meeting.actions.map((one) => ({ ...one, owners: owners.get(one.ref) ?? one.owners }));
  return writeTaken({ ...document, note: { ...document.note, meeting: { ...meeting, actions } } }, board);
}

async function writeTaken(document: ReadDocument, board: Board): Promise<TakenDocument> {
  const file = await rewriteDocument(document, board);
  const stray = findStrayLines(document, file.ownForm);
  return { document, file, possibleActions: findPossibleActions(document, board), ...stray };
}
