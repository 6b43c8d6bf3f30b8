import type { Action, Entry, ReportedFor } from "../model/action.ts";
import type { Day } from "../model/day.ts";
import type { Undertaking } from "../model/meeting.ts";
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
  readonly aliases: Set<string>;
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

/** An action at its first mention: open, and nothing said of it yet. */
export function openAction(ref: string, raisedAt: string | null, text: string): RunningAction {
  return {
    ref,
    aliases: new Set(),
    raisedAt,
    numbers: [],
    wordings: [],
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

/** What an entry says beside the undertaking itself. */
export type Said = Pick<Entry, "meeting" | "path" | "kind" | "status" | "state" | "update" | "noUpdate">;

/** Adds an entry, and takes over the owners and the due date that it states. */
export function addEntry(action: RunningAction, undertaking: Undertaking, said: Said): void {
  const text = undertaking.text.trim() === "" ? action.text : undertaking.text;
  const due = takeDue(action, undertaking);
  if (undertaking.owners.length > 0) action.owners = undertaking.owners;
  if (!action.wordings.includes(text)) action.wordings.push(text);
  action.entries.push({ ...said, text, owners: undertaking.owners, ...due, span: undertaking.span });
}

/** The bags of all wordings that an action has had. */
export function bagsOf(action: RunningAction): readonly Bag[] {
  for (const wording of action.wordings.slice(action.bags.length)) action.bags.push(bagOf(wording));
  return action.bags;
}

/** The action as the ledger keeps it; `isName` tells an alias from a reference that another action bears by now. */
export function settleAction(
  action: RunningAction,
  unaccounted: boolean,
  isName: (alias: string) => boolean,
): Action {
  const { numbers: _numbers, wordings: _wordings, bags: _bags, aliases, gaps, ...told } = action;
  return {
    ...told,
    aliases: [...aliases].filter(isName),
    gaps: gaps.map(({ meeting, healedAt }) => ({ meeting, healedAt })),
    unaccounted,
  };
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
