import type { Entry } from "../model/action.ts";
import type { ProgressRow } from "../model/meeting.ts";

/** How alike two wordings are, from 0 to 1. */
export interface Candidate {
  readonly ref: string;
  readonly agreement: number;
}

/** Why a move does not take its action away. */
export type MoveFailure = "unknown" | "not open" | "leads back";

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
      readonly because: MoveFailure;
    }
  | {
      readonly kind: "moved within the board";
      readonly ref: string;
      readonly row: ProgressRow;
      readonly body: string;
    }
  /** A row without a reference whose action was found by its words; below 0.75 its number helped. */
  | {
      readonly kind: "matched by words";
      readonly ref: string;
      readonly row: ProgressRow;
      readonly agreement: number;
    }
  /** A row that is taken for an action brought forward, at a note that is not the first. */
  | {
      readonly kind: "not recognised";
      readonly ref: string;
      readonly row: ProgressRow;
      readonly nearest: readonly Candidate[];
    }
  /** A row that cites a reference which no note at hand has; `ref` is what it was booked to. */
  | {
      readonly kind: "unknown reference";
      readonly ref: string;
      readonly row: ProgressRow;
      readonly nearest: readonly Candidate[];
    }
  /** A row whose words no longer agree with the action it cites. */
  | { readonly kind: "drifted"; readonly ref: string; readonly row: ProgressRow; readonly agreement: number }
  /** `all 12 complete` where another number is open: nobody can say which are meant, so none is closed. */
  | { readonly kind: "blanket miscounts"; readonly said: number; readonly open: number }
  /** An agenda whose day has passed; `held` where it holds a marked line or a status. */
  | { readonly kind: "agenda has passed"; readonly held: boolean }
  /** A cancelled meeting that holds a marked line or a status. */
  | { readonly kind: "cancelled but held" }
  /** Two files for one meeting; neither is booked. */
  | { readonly kind: "two files"; readonly paths: readonly string[] }
  | {
      readonly kind: "owner has ceased";
      readonly ref: string;
      readonly owner: string;
      readonly successor: string | null;
    }
);
