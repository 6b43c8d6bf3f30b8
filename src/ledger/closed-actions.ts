import { SAME_WORDS } from "./match.ts";
import { bagsOf, type RunningAction } from "./running-action.ts";
import type { Bag } from "./words.ts";

/**
 * The closed actions by their words, so that a row can be looked for among them without reading through all history.
 * Actions wait in `unsorted` until somebody looks: in rrb's own form, nobody ever does.
 */
export interface ClosedActions {
  readonly unsorted: RunningAction[];
  /** The actions that were ever worded so, the last closed last. */
  readonly byKey: Map<string, RunningAction[]>;
  /** The wordings in which a word stands. */
  readonly byWord: Map<string, Bag[]>;
}

export function noClosedActions(): ClosedActions {
  return { unsorted: [], byKey: new Map(), byWord: new Map() };
}

/** The closed actions that a row may speak of: of those worded alike to the letter, the one closed last. */
export function findClosed(closed: ClosedActions, bag: Bag): RunningAction[] {
  sortIn(closed);
  const found = new Set<RunningAction>();
  const exact = lastClosed(closed, bag.key);
  if (exact !== null) return [exact];
  for (const word of rareWords(closed, bag)) {
    for (const other of closed.byWord.get(word) ?? []) {
      const action = lastClosed(closed, other.key);
      if (action !== null) found.add(action);
    }
  }
  return [...found];
}

function sortIn(closed: ClosedActions): void {
  for (const action of closed.unsorted) {
    for (const bag of bagsOf(action)) {
      const same = closed.byKey.get(bag.key);
      if (same !== undefined) same.push(action);
      else {
        closed.byKey.set(bag.key, [action]);
        for (const word of new Set(bag.words)) {
          const wordings = closed.byWord.get(word);
          if (wordings === undefined) closed.byWord.set(word, [bag]);
          else wordings.push(bag);
        }
      }
    }
  }
  closed.unsorted.length = 0;
}

/** An action that was reopened since is still listed; it is not closed now. */
function lastClosed(closed: ClosedActions, key: string): RunningAction | null {
  return closed.byKey.get(key)?.findLast((action) => action.state !== "open") ?? null;
}

/**
 * The rarest words of a bag, just so many that every wording which agrees enough has one of them: bags of a and b
 * words that agree by d share d / 2 × (a + b) words, and b is at least a × d / (2 - d), so a × d / (2 - d) are shared.
 */
function rareWords(closed: ClosedActions, bag: Bag): string[] {
  const shared = Math.ceil((bag.words.length * SAME_WORDS) / (2 - SAME_WORDS) - 1e-9);
  const mayMiss = bag.words.length - shared;
  const rarity = (word: string) => closed.byWord.get(word)?.length ?? 0;
  const rarestFirst = [...bag.words].sort((a, b) => rarity(a) - rarity(b));
  return rarestFirst.slice(0, mayMiss + 1);
}
