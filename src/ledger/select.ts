import { type Action, isOverdue } from "../model/action.ts";
import { type Board, findOrganisation, foldName } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import { successionOf } from "./bodies.ts";
import type { Ledger } from "./ledger.ts";

/** Which actions are wanted: those for which all that is asked holds. `open` and `closed` together mean both. */
export interface Selection {
  readonly open?: boolean | undefined;
  /** Closed, withdrawn or moved. */
  readonly closed?: boolean | undefined;
  readonly overdue?: boolean | undefined;
  readonly unaccounted?: boolean | undefined;
  /** A body by any of its names, or an owner as the notes write it. */
  readonly owner?: string | undefined;
  /** The id of the meeting that raised them. */
  readonly raised?: string | undefined;
}

/** The clock, and the register by which owners are known. */
export interface SelectionTerms {
  readonly board: Board;
  readonly today: Day;
}

/** The actions of a ledger that are wanted, in the order in which they were first seen. */
export function selectActions(ledger: Ledger, wanted: Selection, { board, today }: SelectionTerms): Action[] {
  const ownerWanted = wanted.owner === undefined ? null : asksFor(board, wanted.owner);
  return [...ledger.actions.values()].filter(
    (action) =>
      (!(wanted.open || wanted.closed) || (action.state === "open" ? wanted.open : wanted.closed)) &&
      (!wanted.overdue || isOverdue(action, today)) &&
      (!wanted.unaccounted || action.unaccounted) &&
      (ownerWanted === null || action.owners.some(ownerWanted)) &&
      (wanted.raised === undefined || action.raisedAt === wanted.raised),
  );
}

/**
 * Whether an owner is the one asked for, under any name that it goes by, went by, or has now: who asks for the
 * Probation Service means what the National Probation Service left to it, and the other way about.
 */
function asksFor(board: Board, asked: string): (owner: string) => boolean {
  const line = successionOf(board, asked);
  return (owner) => {
    const name = foldName(findOrganisation(board, owner)?.id ?? owner);
    return line.includes(name) || successionOf(board, owner).includes(line[0]!);
  };
}
