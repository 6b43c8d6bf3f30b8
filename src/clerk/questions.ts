import type { Listener } from "../ask.ts";
import type { UnsureRow } from "../import/citing.ts";
import type { OwnerInDoubt } from "../import/likely-owners.ts";
import { originOf } from "../import/lines.ts";
import type { ReadDocument } from "../import/reading.ts";
import { type Board, findOrganisation } from "../model/board.ts";
import { placeInDocument, showLine } from "../report/import-report.ts";
import type { Span } from "../source/source-file.ts";

/** Stands for no answer, and can be neither a reference nor an owner. */
const OPEN = "";
const LEAVE_IT_OPEN = { value: OPEN, label: "Leave it open" };

/** Asks of each row that is in doubt which action it speaks of: references by the rows' places. Null once somebody stops. */
export async function askRows(
  document: ReadDocument,
  unsure: readonly UnsureRow[],
  listener: Listener,
): Promise<ReadonlyMap<number, string> | null> {
  const chosen = new Map<number, string>();
  for (const { row, candidates } of unsure) {
    const question = `${sourceOf(document, row)}\nWhich earlier action does this speak of?`;
    const choices = candidates.map(({ ref, text }) => ({ value: ref, label: `${ref}  ${cut(text)}` }));
    const answer = await listener.choose(question, [...choices, LEAVE_IT_OPEN], OPEN);
    if (answer === null) return null;
    if (answer !== OPEN) chosen.set(row.place, answer);
  }
  return chosen;
}

/** Asks of each action whose owner is in doubt who that is: owners by the actions' references. Null once somebody stops. */
export async function askOwners(
  document: ReadDocument,
  inDoubt: readonly OwnerInDoubt[],
  board: Board,
  listener: Listener,
): Promise<ReadonlyMap<string, readonly string[]> | null> {
  const chosen = new Map<string, readonly string[]>();
  for (const { action, misspelt, candidates } of inDoubt) {
    const question = `${sourceOf(document, action)}\nWho is accountable for this?`;
    const choices = candidates.map((owner) => ({ value: owner, label: labelOf(owner, board) }));
    const answer = await listener.choose(question, [...choices, LEAVE_IT_OPEN], OPEN);
    if (answer === null) return null;
    if (answer === OPEN) continue;
    const { owners } = action;
    chosen.set(
      action.ref,
      misspelt === null ? [answer] : owners.map((owner) => (owner === misspelt ? answer : owner)),
    );
  }
  return chosen;
}

/** A label has one line. */
const LONGEST = 60;

function sourceOf(document: ReadDocument, { span }: { readonly span: Span }): string {
  const { path, imported, source } = document;
  const place = placeInDocument(originOf(document, span), { path, countedIn: imported.countedIn });
  return `${place}\n  ${showLine(source, span)}`;
}

function labelOf(owner: string, board: Board): string {
  const body = findOrganisation(board, owner);
  if (body === null) return `${cut(owner)}, as it is written here`;
  return body.name === owner ? owner : `${owner}  ${cut(body.name)}`;
}

function cut(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).trimEnd()} …`;
}
