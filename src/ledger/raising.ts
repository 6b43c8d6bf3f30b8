import type { Meeting, RaisedAction } from "../model/meeting.ts";
import { addAction, type Book, closeAction } from "./book.ts";
import { bestAgreement, canCompare, SAME_WORDS } from "./match.ts";
import { addEntry, bagsOf, openAction, type RunningAction } from "./running-action.ts";
import { bagOf } from "./words.ts";

/** Books an action that a note raises. A published log may say at once that it is closed. */
export function raiseAction(book: Book, meeting: Meeting, raised: RaisedAction): RunningAction {
  const action = openAction(raised.ref, meeting.id, raised.text, raised.number);
  const said = raised.logRow?.disposition ?? null;
  const state = said?.state === "closed" || said?.state === "withdrawn" ? said.state : "open";
  addAction(book, action);
  addEntry(action, meeting, raised, {
    kind: "raised",
    status: said?.words ?? null,
    state,
    update: said?.update ?? null,
    noUpdate: said?.noUpdate ?? false,
  });
  if (state !== "open") closeAction(book, action, state, meeting.id, []);
  return action;
}

/** The actions that a new one might repeat: those of the opening, and those that the last meeting closed. */
export function findRepeatable(book: Book, opening: readonly RunningAction[]): readonly RunningAction[] {
  const last = book.accounts.at(-1);
  const refs = last === undefined ? [] : [...last.closed, ...last.withdrawn];
  return [...opening, ...refs.flatMap((ref) => book.actions.get(ref) ?? [])];
}

/** Tells of an action that is raised in the words of an earlier one, unless that one has just moved into it. */
export function tellIfRaisedAgain(
  book: Book,
  meeting: Meeting,
  again: RaisedAction,
  earlier: readonly RunningAction[],
): void {
  if (!canCompare(meeting.actions.length, earlier.length)) return;
  const bag = bagOf(again.text);
  let nearest: RunningAction | null = null;
  let agreement = 0;
  for (const action of earlier) {
    if (action.state === "moved") continue;
    const other = bestAgreement(bag, bagsOf(action), SAME_WORDS);
    if (other < SAME_WORDS || other <= agreement) continue;
    nearest = action;
    agreement = other;
  }
  if (nearest === null) return;
  const { ref, closedAt } = nearest;
  book.irregularities.push({ meeting: meeting.id, kind: "raised again", ref, again, closedAt });
}
