import type { Action, Entry } from "../model/action.ts";
import type { Meeting, ProgressRow, RaisedAction } from "../model/meeting.ts";

/** The books of one held meeting. Each list holds references, in the order of the note. */
export interface MeetingAccount {
  readonly meeting: string;
  readonly opening: readonly string[];
  readonly broughtForward: readonly string[];
  readonly reopened: readonly string[];
  readonly raised: readonly string[];
  readonly closed: readonly string[];
  readonly withdrawn: readonly string[];
  readonly moved: readonly string[];
  /** Everything still open after the meeting, the unaccounted included. */
  readonly carried: readonly string[];
  /** Reported on as `no update`. */
  readonly noUpdate: readonly string[];
  /** Open before the meeting, and not spoken of at it. */
  readonly unaccounted: readonly string[];
  /** Those of `unaccounted` on which a later note reported after all. */
  readonly reportedLate: readonly string[];
}

/** How alike two wordings are, from 0 to 1. */
export interface Candidate {
  readonly ref: string;
  readonly agreement: number;
}

/** Whatever booking met that a reader should know; the rules turn each into a finding. */
export type Irregularity = { readonly meeting: string } & (
  | {
      readonly kind: "unaccounted";
      readonly ref: string;
      readonly lastSeen: Entry;
      readonly healedAt: string | null;
    }
  /** An open action that the first agenda after the last held note has no row for. */
  | { readonly kind: "not on the agenda"; readonly ref: string; readonly lastSeen: Entry }
  | {
      readonly kind: "two rows";
      readonly ref: string;
      readonly row: ProgressRow;
      readonly first: ProgressRow;
    }
  | { readonly kind: "empty status"; readonly ref: string | null; readonly row: ProgressRow }
  | { readonly kind: "reopened"; readonly ref: string; readonly row: ProgressRow; readonly closedAt: string }
  | {
      readonly kind: "closed again";
      readonly ref: string;
      readonly row: ProgressRow;
      readonly closedAt: string;
    }
  | {
      readonly kind: "move fails";
      readonly ref: string;
      readonly row: ProgressRow;
      readonly target: string;
      readonly because: "unknown" | "not open" | "leads back";
    }
  | {
      readonly kind: "moved within the board";
      readonly ref: string;
      readonly row: ProgressRow;
      readonly body: string;
    }
  /** A row without a reference whose action was found by its words. */
  | { readonly kind: "matched by words"; readonly ref: string; readonly row: ProgressRow }
  /** A row that is taken for an action brought forward, at a note that is not the first. */
  | {
      readonly kind: "not recognised";
      readonly ref: string;
      readonly row: ProgressRow;
      readonly nearest: readonly Candidate[];
    }
  /** A row that cites a reference which no note at hand has. */
  | {
      readonly kind: "unknown reference";
      readonly ref: string;
      readonly row: ProgressRow;
      readonly nearest: readonly Candidate[];
    }
  /** A row whose words no longer agree with the action it cites. */
  | { readonly kind: "drifted"; readonly ref: string; readonly row: ProgressRow; readonly agreement: number }
  | {
      readonly kind: "raised again";
      readonly ref: string;
      readonly again: RaisedAction;
      readonly closedAt: string | null;
    }
  | { readonly kind: "blanket miscounts"; readonly said: number; readonly open: number }
  /** An agenda whose day has passed; `held` where it holds a marked line or a status. */
  | { readonly kind: "agenda has passed"; readonly held: boolean }
  /** Two files for one meeting; neither is booked. */
  | { readonly kind: "two files"; readonly paths: readonly string[] }
  | {
      readonly kind: "owner has ceased";
      readonly ref: string;
      readonly owner: string;
      readonly successor: string | null;
    }
);

/** All that the notes at hand say of every action. */
export interface Ledger {
  /** The held notes that were booked, in order. */
  readonly accounts: readonly MeetingAccount[];
  /** Every action by its reference, in the order in which they were first seen. */
  readonly actions: ReadonlyMap<string, Action>;
  /** The action that each row was booked to. */
  readonly bookedTo: ReadonlyMap<ProgressRow, string>;
  readonly irregularities: readonly Irregularity[];
  /** The first agenda after the last held note. */
  readonly nextAgenda: Meeting | null;
}

/** The action of a reference, other names understood. */
export function findAction(ledger: Ledger, ref: string): Action | null {
  const found = ledger.actions.get(ref);
  if (found !== undefined) return found;
  return [...ledger.actions.values()].find((action) => action.aliases.includes(ref)) ?? null;
}
