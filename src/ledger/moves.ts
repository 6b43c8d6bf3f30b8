import type { State } from "../model/status.ts";
import type { MoveFailure } from "./irregularity.ts";
import type { RunningAction } from "./running-action.ts";

/** Where a report says that an action went: each target as written, and the action that it names. */
export type Targets = readonly { readonly written: string; readonly action: RunningAction | null }[];

/** What keeps an action where it is. */
export interface FailedMove {
  readonly target: string;
  readonly because: MoveFailure;
}

/** All that is wanted to judge the moves of one note. */
interface Moves {
  readonly wanted: ReadonlyMap<RunningAction, Targets>;
  /** The state after the note of an action that does not move at it. */
  readonly stateAfter: (action: RunningAction) => State;
  readonly actionOf: (ref: string) => RunningAction | null;
}

/**
 * The moves of a note that fail: an action goes only where every target exists, is open after the note and does not
 * lead back to it, be it over other actions or other meetings. Moves that fail for a target's sake are sorted out
 * first, since an action that stays after all is a target like any other.
 */
export function findFailedMoves(moves: Moves): ReadonlyMap<RunningAction, FailedMove> {
  const failed = new Map<RunningAction, FailedMove>();
  for (const [action, targets] of moves.wanted) {
    const failure = findDeadEnd(moves, action, targets);
    if (failure !== null) failed.set(action, failure);
  }
  const staying = new Set(failed.keys());
  for (const [action, targets] of moves.wanted) {
    if (staying.has(action)) continue;
    const back = targets.find((target) => leadsBack(moves, staying, action, target.action!));
    if (back !== undefined) failed.set(action, { target: back.written, because: "leads back" });
  }
  const judge = (action: RunningAction): boolean => {
    if (failed.has(action)) return false;
    const gone = moves.wanted
      .get(action)!
      .find(({ action: target }) => moves.wanted.has(target!) && judge(target!));
    if (gone !== undefined) failed.set(action, { target: gone.written, because: "not open" });
    return gone === undefined;
  };
  for (const action of moves.wanted.keys()) judge(action);
  return failed;
}

/** A target that will not be open whatever the other moves of this note do. */
function findDeadEnd(moves: Moves, action: RunningAction, targets: Targets): FailedMove | null {
  for (const { written, action: target } of targets) {
    if (target === null) return { target: written, because: "unknown" };
    if (moves.wanted.has(target) || moves.stateAfter(target) === "open") continue;
    const because = leadsBack(moves, new Set(), action, target) ? "leads back" : "not open";
    return { target: written, because };
  }
  return targets.length === 0 ? { target: "", because: "unknown" } : null;
}

/** Whether one comes from an action to another by moves: those of this note, but for `staying`, and earlier ones. */
function leadsBack(
  moves: Moves,
  staying: ReadonlySet<RunningAction>,
  to: RunningAction,
  from: RunningAction,
): boolean {
  const seen = new Set<RunningAction>();
  const ahead = [from];
  for (let here = ahead.pop(); here !== undefined; here = ahead.pop()) {
    if (here === to) return true;
    if (seen.has(here)) continue;
    seen.add(here);
    const wanted = staying.has(here) ? undefined : moves.wanted.get(here);
    if (wanted !== undefined) ahead.push(...wanted.flatMap(({ action }) => action ?? []));
    else if (moves.stateAfter(here) === "moved")
      ahead.push(...here.movedTo.flatMap((ref) => moves.actionOf(ref) ?? []));
  }
  return false;
}
