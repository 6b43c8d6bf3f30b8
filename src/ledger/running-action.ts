import type { Action, Entry, ReportedFor } from "../model/action.ts";
import type { Day } from "../model/day.ts";
import type { Meeting, Undertaking } from "../model/meeting.ts";
import type { State } from "../model/status.ts";
import { type Bag, bagOf } from "./words.ts";

/** A meeting that did not speak of an action, until a later one does. */
export interface RunningGap {
  readonly meeting: string;
  readonly kind: "unaccounted";
  readonly ref: string;
  readonly lastSeen: Entry;
  healedAt: string | null;
}

/** An action as it stands while the notes are being booked, one after another. */
export interface RunningAction {
  readonly ref: string;
  readonly aliases: string[];
  readonly raisedAt: string | null;
  /** Every number under which a note has written it. */
  readonly numbers: number[];
  readonly wordings: string[];
  /** The bags of `wordings`, made when first asked for. */
  readonly bags: Bag[];
  readonly entries: Entry[];
  readonly gaps: RunningGap[];
  text: string;
  owners: readonly string[];
  due: Day | null;
  dueText: string | null;
  state: State;
  closedAt: string | null;
  movedTo: readonly string[];
  reportedFor: ReportedFor | null;
}

/** An action at its first mention: open, and nothing said of it yet. `number` is what the note writes before it. */
export function openAction(
  ref: string,
  raisedAt: string | null,
  text: string,
  number: number | null,
): RunningAction {
  return {
    ref,
    aliases: [],
    raisedAt,
    numbers: number === null ? [] : [number],
    wordings: [text],
    bags: [],
    entries: [],
    gaps: [],
    text,
    owners: [],
    due: null,
    dueText: null,
    state: "open",
    closedAt: null,
    movedTo: [],
    reportedFor: null,
  };
}

/** What a note says of an action beside the undertaking itself. */
export type Said = Pick<Entry, "kind" | "status" | "state" | "update" | "noUpdate">;

/** Adds an entry, and takes over the owners and the due date that it states. */
export function addEntry(action: RunningAction, note: Meeting, undertaking: Undertaking, said: Said): void {
  const text = undertaking.text.trim() === "" ? action.text : undertaking.text;
  const { owners, span } = undertaking;
  const { kind, status, state, update, noUpdate } = said;
  const { due, dueText } = takeDue(action, undertaking);
  const { id: meeting, path } = note;
  if (owners.length > 0) action.owners = owners;
  if (!action.wordings.includes(text)) action.wordings.push(text);
  action.entries.push({
    meeting,
    path,
    span,
    kind,
    text,
    owners,
    due,
    dueText,
    status,
    state,
    update,
    noUpdate,
  });
}

/** The bags of all wordings that an action has had. */
export function bagsOf(action: RunningAction): readonly Bag[] {
  const { bags, wordings } = action;
  while (bags.length < wordings.length) bags.push(bagOf(wordings[bags.length]!));
  return bags;
}

/** The action as the ledger keeps it; `isName` tells an alias from a reference that another action bears by now. */
export function settleAction(
  action: RunningAction,
  unaccounted: boolean,
  isName: (alias: string) => boolean,
): Action {
  const { ref, text, owners, due, dueText, raisedAt, entries, state, closedAt, movedTo, reportedFor } =
    action;
  const aliases = action.aliases.filter(isName);
  const gaps = action.gaps.map(({ meeting, healedAt }) => ({ meeting, healedAt }));
  const told = { ref, aliases, text, owners, due, dueText, raisedAt, entries, state, closedAt, movedTo };
  return { ...told, gaps, unaccounted, reportedFor };
}

type Due = Pick<Undertaking, "due" | "dueText">;

/** The due date that a note states. Words that are repeated keep the date that they had. */
function takeDue(action: RunningAction, stated: Due): Due {
  if (stated.due === null && stated.dueText === null) return { due: null, dueText: null };
  if (!repeatsDue(action, stated)) action.due = stated.due;
  action.dueText = stated.dueText ?? stated.due;
  return { due: action.due, dueText: action.dueText };
}

function repeatsDue(action: RunningAction, stated: Due): boolean {
  if (action.dueText === null || stated.dueText === null) return false;
  return stated.dueText === action.dueText || foldDue(stated.dueText) === foldDue(action.dueText);
}

/** Due words as they are compared: `by 14th February` and `14 Feb.` say the same. */
function foldDue(words: string): string {
  return words
    .toLowerCase()
    .replace(/^\s*(?:by|before|on|at|for|in)\s+/, "")
    .replace(/\b(?:the|of)\b/g, " ")
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/g, "$1")
    .replace(
      /\b(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)\b/g,
      "$1",
    )
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
