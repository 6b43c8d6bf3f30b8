import { type Action, type Entry, lastEntry } from "../model/action.ts";
import { type Day, daysBetween } from "../model/day.ts";
import type { Ledger } from "./ledger.ts";
import { bagOf } from "./words.ts";

/** A due date, and the meeting that set it. */
export interface DueSet {
  readonly due: Day | null;
  readonly dueText: string | null;
  readonly meeting: string;
}

/** Owners, and the meeting that named them. */
export interface OwnersSet {
  readonly owners: readonly string[];
  readonly meeting: string;
}

/** A wording, and the meeting that first used it. */
export interface Wording {
  readonly text: string;
  readonly meeting: string;
}

/** The life of one action, as its entries tell it. */
export interface Biography {
  /** Every due date in order; words that are repeated set none. */
  readonly dues: readonly DueSet[];
  /** How often a due day was put off to a later one. */
  readonly slips: number;
  readonly owners: readonly string[];
  /** Who owned it before, in order. */
  readonly ownersBefore: readonly OwnersSet[];
  /** Every wording in order, case and punctuation aside. */
  readonly wordings: readonly Wording[];
  /** From its first mention to the day asked for, or to the meeting that closed it. */
  readonly ageInDays: number;
  /** The held meetings after its first mention, up to the one that closed it. */
  readonly ageInMeetings: number;
  /** What closed, withdrew or moved it; null while it is open. */
  readonly closing: Entry | null;
}

/** The biography of an action, as of a day. */
export function tellBiography(action: Action, ledger: Ledger, asOf: Day): Biography {
  const dues = tellDues(action);
  const owners = tellOwners(action);
  const first = action.entries[0]!.meeting;
  return {
    dues,
    slips: countSlips(dues),
    owners: action.owners,
    ownersBefore: owners.slice(0, -1),
    wordings: tellWordings(action),
    ageInDays: Math.max(0, daysBetween(dayNamed(first), dayNamed(action.closedAt ?? asOf))),
    ageInMeetings: countMeetings(ledger, first, action.closedAt),
    closing: action.closedAt === null ? null : findClosing(action),
  };
}

/** A meeting's id begins with its day. */
function dayNamed(meeting: string): Day {
  return meeting.slice(0, 10);
}

function tellDues({ entries }: Action): readonly DueSet[] {
  const dues: DueSet[] = [];
  for (const { due, dueText, meeting } of entries) {
    if (due === null && dueText === null) continue;
    const last = dues.at(-1);
    const isRepeated = last !== undefined && (due === null ? last.dueText === dueText : last.due === due);
    if (!isRepeated) dues.push({ due, dueText, meeting });
  }
  return dues;
}

function countSlips(dues: readonly DueSet[]): number {
  const days = dues.flatMap(({ due }) => due ?? []);
  return days.filter((day, index) => index > 0 && day > days[index - 1]!).length;
}

function tellOwners({ entries }: Action): readonly OwnersSet[] {
  const named: OwnersSet[] = [];
  for (const { owners, meeting } of entries) {
    if (owners.length === 0 || named.at(-1)?.owners.join("\n") === owners.join("\n")) continue;
    named.push({ owners, meeting });
  }
  return named;
}

function tellWordings({ entries }: Action): readonly Wording[] {
  const wordings = new Map<string, Wording>();
  for (const { text, meeting } of entries) {
    const { key } = bagOf(text);
    if (!wordings.has(key)) wordings.set(key, { text, meeting });
  }
  return [...wordings.values()];
}

function countMeetings({ accounts }: Ledger, first: string, closedAt: string | null): number {
  const from = accounts.findIndex(({ meeting }) => meeting === first);
  const to = accounts.findIndex(({ meeting }) => meeting === closedAt);
  return (to < 0 ? accounts.length - 1 : to) - from;
}

function findClosing(action: Action): Entry {
  const closing = action.entries.findLast(({ meeting }) => meeting === action.closedAt);
  return closing ?? lastEntry(action);
}
