import type { Span } from "../source/source-file.ts";
import type { Day } from "./day.ts";
import type { State } from "./status.ts";

/** One posting in the ledger: what one meeting said of one action. */
export interface Entry {
  /** The id of the meeting. */
  readonly meeting: string;
  readonly path: string;
  readonly span: Span;
  readonly kind: "raised" | "brought forward" | "reported";
  /** The action in the words of this meeting. */
  readonly text: string;
  readonly owners: readonly string[];
  readonly due: Day | null;
  readonly dueText: string | null;
  /** The status as written; null where it was raised, or nothing was said. */
  readonly status: string | null;
  readonly state: State;
  readonly update: string | null;
  /** `no update`, or a sentence for all that did not review it. */
  readonly noUpdate: boolean;
}

/** What the coming agenda says already; it counts at the meeting. */
export interface ReportedFor {
  readonly meeting: string;
  readonly day: Day | null;
  readonly status: string;
  readonly state: State;
  readonly update: string | null;
  readonly due: Day | null;
  readonly dueText: string | null;
}

/** A meeting that should have spoken of an action and did not. */
export interface Gap {
  readonly meeting: string;
  /** The later meeting that reported on it after all; null while nobody has. */
  readonly healedAt: string | null;
}

/** An action and its whole life, as the notes tell it. Its state is computed, never stored. */
export interface Action {
  readonly ref: string;
  /** Other references it is known by: `2020-01-21/bf3`, before the note that raised it was at hand. */
  readonly aliases: readonly string[];
  /** As first written, or as last accepted. */
  readonly text: string;
  /** Who owns it now: the last owners that a note stated. */
  readonly owners: readonly string[];
  /** The due date now; repeating the same words keeps the earlier date. */
  readonly due: Day | null;
  readonly dueText: string | null;
  /** The meeting that raised it; null where it was brought forward from a note that is not at hand. */
  readonly raisedAt: string | null;
  /** In the order of the meetings; the first is `raised` or `brought forward`. */
  readonly entries: readonly Entry[];
  readonly state: State;
  /** The meeting that closed, withdrew or moved it; null while it is open. */
  readonly closedAt: string | null;
  /** Where a move took it. */
  readonly movedTo: readonly string[];
  readonly gaps: readonly Gap[];
  /** Whether the latest held note does not speak of it although it was open then. */
  readonly unaccounted: boolean;
  readonly reportedFor: ReportedFor | null;
}

/** The last thing that a held note said of an action. */
export function lastEntry(action: Action): Entry {
  return action.entries[action.entries.length - 1]!;
}

/** Whether an open action's due date lies before a day. */
export function isOverdue(action: Action, today: Day): boolean {
  return action.state === "open" && action.due !== null && action.due < today;
}
