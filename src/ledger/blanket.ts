import type { Meeting } from "../model/meeting.ts";
import type { Book } from "./book.ts";
import type { Hearing } from "./reports.ts";
import type { RunningAction } from "./running-action.ts";

/**
 * The actions of the opening for which one sentence speaks: all on which no row of their own says anything. Where it
 * counts them and the count is neither that of the opening nor theirs, it speaks for none, as nobody can say which.
 */
export function hearBlanket(
  book: Book,
  meeting: Meeting,
  opening: readonly RunningAction[],
  hearings: ReadonlyMap<RunningAction, Hearing>,
): ReadonlySet<RunningAction> {
  const blanket = meeting.blanket;
  if (blanket === null) return new Set();
  const silent = opening.filter((action) => (hearings.get(action)?.holds ?? null) === null);
  const { count } = blanket;
  if (count === null || count === opening.length || count === silent.length) return new Set(silent);
  book.irregularities.push({
    meeting: meeting.id,
    kind: "blanket miscounts",
    said: count,
    open: opening.length,
  });
  return new Set();
}
