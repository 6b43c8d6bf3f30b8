import type { Action, Entry, ReportedFor } from "../model/action.ts";
import type { Day } from "../model/day.ts";
import type { Meeting, Undertaking } from "../model/meeting.ts";
import type { State } from "../model/status.ts";
import type { Keeping } from "../source/kept.ts";
import { type Bag, bagOf } from "./words.ts";

/** A list that is empty, one for all. */
export const NONE: readonly never[] = [];

/** A meeting that did not speak of an action, until a later one does. */
export interface RunningGap {
  readonly meeting: string;
  readonly kind: "unaccounted";
  readonly ref: string;
  readonly lastSeen: Entry;
  healedAt: string | null;
}

/**
 * An action as it stands while the notes are being booked, one after another. An archive has a hundred thousand, and
 * most of their lists stay empty or short: so such a list is one for all, or is made anew where it grows.
 */
export interface RunningAction {
  readonly ref: string;
  aliases: readonly string[];
  readonly raisedAt: string | null;
  /** Every number under which a note has written it. */
  numbers: readonly number[];
  wordings: readonly string[];
  /** The bags of `wordings`, as many as were asked for. */
  bags: readonly Bag[];
  readonly entries: Entry[];
  gaps: readonly RunningGap[];
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
    aliases: NONE,
    raisedAt,
    numbers: number === null ? NONE : [number],
    wordings: [text],
    bags: NONE,
    entries: [],
    gaps: NONE,
    text,
    owners: NONE,
    due: null,
    dueText: null,
    state: "open",
    closedAt: null,
    movedTo: NONE,
    reportedFor: null,
  };
}

/** What a note says of an action beside the undertaking itself. */
export type Said = Pick<Entry, "kind" | "status" | "state" | "update" | "noUpdate">;

/** Adds an entry, and takes over the owners and the due date that it states. */
export function addEntry(
  action: RunningAction,
  note: Meeting,
  undertaking: Undertaking,
  said: Said,
  keep: Keeping,
): void {
  const text = takeWording(action, undertaking.text, keep);
  const owners = undertaking.owners.length === 0 ? NONE : keep.list(undertaking.owners);
  const { span } = undertaking;
  const { kind, state, noUpdate } = said;
  const status = said.status === null ? null : keep.common(said.status);
  const update = said.update === null ? null : keep.common(said.update);
  const { due, dueText } = takeDue(action, undertaking, keep);
  const { id: meeting, path } = note;
  if (owners.length > 0) action.owners = owners;
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

/** The words of a note for an action, as it holds them; where the note has none, those that it had. */
function takeWording(action: RunningAction, text: string, keep: Keeping): string {
  const words = text.trim() === "" ? action.text : text;
  const known = action.wordings.indexOf(words);
  if (known >= 0) return action.wordings[known]!;
  const kept = keep.rare(words);
  action.wordings = [...action.wordings, kept];
  return kept;
}

/** The bags of all wordings that an action has had. */
export function bagsOf(action: RunningAction): readonly Bag[] {
  const { bags, wordings } = action;
  if (bags.length < wordings.length) action.bags = [...bags, ...wordings.slice(bags.length).map(bagOf)];
  return action.bags;
}

/** The action as the ledger keeps it; `isName` tells an alias from a reference that another action bears by now. */
export function settleAction(
  action: RunningAction,
  unaccounted: boolean,
  isName: (alias: string) => boolean,
): Action {
  const { ref, text, owners, due, dueText, raisedAt, entries, state, closedAt, movedTo, reportedFor } =
    action;
  const aliases = action.aliases.length === 0 ? NONE : action.aliases.filter(isName);
  const gaps =
    action.gaps.length === 0 ? NONE : action.gaps.map(({ meeting, healedAt }) => ({ meeting, healedAt }));
  return {
    ref,
    aliases,
    text,
    owners,
    due,
    dueText,
    raisedAt,
    entries,
    state,
    closedAt,
    movedTo,
    gaps,
    unaccounted,
    reportedFor,
  };
}

type Due = Pick<Undertaking, "due" | "dueText">;

/** The due date that a note states. Words that are repeated keep the date that they had. */
function takeDue(action: RunningAction, stated: Due, keep: Keeping): Due {
  if (stated.due === null && stated.dueText === null) return { due: null, dueText: null };
  if (!repeatsDue(action, stated)) action.due = stated.due === null ? null : keep.common(stated.due);
  const words = stated.dueText ?? stated.due!;
  if (words !== action.dueText) action.dueText = keep.common(words);
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
