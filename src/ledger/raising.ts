import type { Meeting, RaisedAction } from "../model/meeting.ts";
import { addAction, type Book, closeAction } from "./book.ts";
import { addEntry, NONE, openAction, type RunningAction, type Said } from "./running-action.ts";

/** Books an action that a note raises. A published log may say at once that it is closed. */
export function raiseAction(book: Book, meeting: Meeting, raised: RaisedAction): RunningAction {
  const action = openAction(raised.ref, meeting.id, book.keep.rare(raised.text), raised.number);
  const said = raised.logRow?.disposition ?? null;
  const state = said?.state === "closed" || said?.state === "withdrawn" ? said.state : "open";
  addAction(book, action);
  const told: Said = {
    kind: "raised",
    status: said?.words ?? null,
    state,
    update: said?.update ?? null,
    noUpdate: said?.noUpdate ?? false,
  };
  addEntry(action, meeting, raised, told, book.keep);
  if (state !== "open") closeAction(book, action, state, meeting.id, NONE);
  return action;
}
