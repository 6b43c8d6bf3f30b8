import type { Board } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import type { Undertaking } from "../model/meeting.ts";
import type { Span } from "../source/source-file.ts";
import { type Due, type DueContext, readClosingDue, readStatedDue } from "./due.ts";
import type { Names } from "./names.ts";
import { readLeadingOwners, readNamedOwners } from "./owners.ts";
import { dueInWords, spellMonth } from "./published/due-in-words.ts";
import { ownersInWords } from "./published/owners-in-words.ts";

/** What the readers of one note's parts need to know of the whole. */
export interface Reading {
  readonly text: string;
  readonly board: Board;
  readonly names: Names;
  /** The meeting's id, by which its references begin. */
  readonly id: string;
  readonly date: Day | null;
  readonly nextMeeting: Day | null;
  /** Whether the note is in rrb's own form, with its date in the front matter; else it is read as it stands. */
  readonly isOwnForm: boolean;
}

/** Words and their place. */
export interface Words {
  readonly text: string;
  readonly span: Span;
}

/** What a row or a line states apart from the text of the action. */
export interface Stated {
  readonly owner: string | null;
  readonly due: string | null;
}

export const NOTHING_STATED: Stated = { owner: null, due: null };

/** Reads who has to do what until when: as stated apart, else from the words of the action themselves. */
export function readUndertaking(
  words: Words,
  stated: Stated,
  reading: Reading,
  context: DueContext,
): Undertaking {
  const apart = stated.owner ?? (reading.isOwnForm ? null : ownersInWords(words.text, reading.names));
  const named = apart === null ? [] : readNamedOwners(apart, reading.names);
  const owners = named.length > 0 ? named : readLeadingOwners(words.text, reading.names);
  const { due, dueText } = readDue(words.text, stated.due, context);
  const behind = dueText === null && !reading.isOwnForm ? dueInWords(words.text) : null;
  if (behind !== null) {
    const day = readStatedDue(spellMonth(behind), context).due;
    return { text: words.text, owners, due: day, dueText: behind, span: words.span };
  }
  return { text: words.text, owners, due, dueText, span: words.span };
}

function readDue(text: string, stated: string | null, context: DueContext): Due {
  const due = stated === null ? null : readStatedDue(stated, context);
  return due !== null && due.dueText !== null ? due : readClosingDue(text, context);
}

/** `HMPPS; by 28 February 2020` in its two parts; a comma before `by` will do. */
export function readBrackets(brackets: string | null): Stated {
  if (brackets === null) return NOTHING_STATED;
  const due = /(?:^|[;,]\s*)((?:by|before|due|at|for|in|after|once|when)\b.*)$/i.exec(brackets);
  // `AT` and `IN` may be somebody's initials.
  if (due !== null && !/^[A-Z]{2}$/.test(due[1]!))
    return { owner: brackets.slice(0, due.index), due: due[1]! };
  const semicolon = brackets.indexOf(";");
  if (semicolon < 0) return { owner: brackets, due: null };
  return { owner: brackets.slice(0, semicolon), due: brackets.slice(semicolon + 1) };
}

/** A day without a year comes after the meeting that raised the action; only the reference tells which that was. */
export function dueContextOf(cited: string | null, reading: Reading): DueContext {
  return { raised: cited?.slice(0, 10) ?? null, nextMeeting: cited === null ? null : reading.nextMeeting };
}

/** The update, whole: what follows the status words, then what stands apart. */
export function joinUpdates(updates: readonly (string | null | undefined)[]): string | null {
  let joined = "";
  for (const update of updates) if (update) joined = joined === "" ? update : `${joined} ${update}`;
  return joined || null;
}
