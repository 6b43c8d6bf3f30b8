import { agreementOf, type Bag, containmentOf } from "./words.ts";

/** Two wordings that agree so far are one action. */
export const SAME_WORDS = 0.75;

/** How much better than with the next action a row must agree with its own. */
const CLEAR_LEAD = 0.15;

/** How far words must agree before an equal number counts at all: boards begin again from 1 at every meeting. */
const HALF_THE_WORDS = 0.5;

const NUMBER_SUPPORT = 0.25;

/** Decimal fractions are not exact: 1 - 0.85 must count as a lead of 0.15. */
const TOLERANCE = 1e-9;

/** A hundred times as many as two meetings of a busy board give. */
const MOST_PAIRS = 4_000_000;

/** Whether so many rows and so many actions can be compared word by word: that takes time and room for each pair. */
export function canCompare(rows: number, actions: number): boolean {
  return rows * actions <= MOST_PAIRS;
}

/** A row that seeks its action; `number` is the row's own. */
export interface Seeker {
  readonly bag: Bag;
  readonly number: number | null;
}

/** An action that a row may speak of: every wording and every number it has had. */
export interface Sought {
  readonly bags: readonly Bag[];
  readonly numbers: readonly number[];
  /** Whether a row has it already: then it is still in the comparison, but not to be had. */
  readonly taken: boolean;
}

/** A row's action, by its index among the sought; `agreement` is that of the words alone. */
export interface Match {
  readonly sought: number;
  readonly agreement: number;
}

/**
 * Finds which action each row speaks of, one to one over the whole table: first by the very words, then by words
 * that agree, then by words with an equal number's support. A row in doubt between two actions gets null. Where there
 * are too many to be compared, only the very words count.
 */
export function matchRows(seekers: readonly Seeker[], sought: readonly Sought[]): (Match | null)[] {
  const untaken = [...sought.keys()].filter((action) => !sought[action]!.taken);
  const table: Table = {
    seekers,
    sought,
    rows: new Set(seekers.keys()),
    actions: new Set(untaken),
    matches: seekers.map(() => null),
  };
  const actionsByKey = groupByKey(sought.map((action) => action.bags));
  matchIdentical(table, actionsByKey);
  if (table.rows.size === 0 || table.actions.size === 0) return table.matches;
  if (!canCompare(table.rows.size, sought.length)) return table.matches;

  const byWords = scoreByWords(table, actionsByKey);
  while (matchClear(table, byWords, byWords));
  const withNumbers = supportByNumbers(table, byWords);
  for (const scores of [withNumbers, byWords]) while (matchClear(table, scores, byWords));
  return table.matches;
}

/** The best agreement of a bag with any of an action's wordings; what is less than `least` may come out as 0. */
export function bestAgreement(bag: Bag, wordings: readonly Bag[], least = 0): number {
  let best = 0;
  for (const wording of wordings) best = Math.max(best, agreementOf(bag, wording, least));
  return best;
}

interface Table {
  readonly seekers: readonly Seeker[];
  readonly sought: readonly Sought[];
  /** The rows and the actions not matched yet. */
  readonly rows: Set<number>;
  readonly actions: Set<number>;
  readonly matches: (Match | null)[];
}

/** By row, then by action: every row that was free at first, and every action. */
type Scores = ReadonlyMap<number, readonly number[]>;

function settle(table: Table, row: number, action: number, agreement: number): void {
  table.matches[row] = { sought: action, agreement };
  table.rows.delete(row);
  table.actions.delete(action);
}

/** Matches a row with the only action that was ever worded so, whatever else reads alike. */
function matchIdentical(table: Table, actionsByKey: ReadonlyMap<string, readonly number[]>): void {
  for (const [key, [row, ...otherRows]] of groupByKey(table.seekers.map(({ bag }) => [bag]))) {
    const [action, ...otherActions] = actionsByKey.get(key) ?? [];
    if (key === "" || action === undefined || otherRows.length + otherActions.length > 0) continue;
    if (table.actions.has(action)) settle(table, row!, action, 1);
  }
}

function groupByKey(wordings: readonly (readonly Bag[])[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, bags] of wordings.entries()) {
    for (const key of new Set(bags.map((bag) => bag.key))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [index]);
      else group.push(index);
    }
  }
  return groups;
}

/** A row in the very words of an action speaks of no other, unless that has the same words. */
function scoreByWords(table: Table, actionsByKey: ReadonlyMap<string, readonly number[]>): Scores {
  const scoreRow = ({ bag }: Seeker): number[] => {
    const sameWords = bag.key === "" ? undefined : actionsByKey.get(bag.key);
    return table.sought.map(({ bags }, action) => {
      if (sameWords !== undefined) return sameWords.includes(action) ? 1 : 0;
      return bestAgreement(bag, bags, HALF_THE_WORDS);
    });
  };
  return new Map([...table.rows].map((row) => [row, scoreRow(table.seekers[row]!)]));
}

/** An equal number lends support where the shorter wording stands mostly in the longer: one was cut or spun out. */
function supportByNumbers(table: Table, byWords: Scores): Scores {
  const support = ({ bag, number }: Seeker, action: number, agreement: number): number => {
    const { bags, numbers } = table.sought[action]!;
    if (number === null || agreement < HALF_THE_WORDS || !numbers.includes(number)) return agreement;
    const contained = Math.max(...bags.map((other) => containmentOf(bag, other)));
    return contained < SAME_WORDS ? agreement : contained + NUMBER_SUPPORT;
  };
  const scoreRow = (row: number): number[] =>
    byWords.get(row)!.map((agreement, action) => support(table.seekers[row]!, action, agreement));
  return new Map([...table.rows].map((row) => [row, scoreRow(row)]));
}

/** Matches every row that has a clear action and is that action's clear row; false when there was none. */
function matchClear(table: Table, scores: Scores, byWords: Scores): boolean {
  const clear: [row: number, action: number][] = [];
  for (const row of table.rows) {
    const action = clearAction(table, scores.get(row)!);
    if (action === null) continue;
    const score = scores.get(row)![action]!;
    const rivals = [...table.rows].filter((other) => other !== row && scores.get(other)![action]! >= score);
    if (rivals.length === 0) clear.push([row, action]);
  }
  for (const [row, action] of clear) settle(table, row, action, byWords.get(row)![action]!);
  return clear.length > 0;
}

/** The free action that a row agrees with enough, clearly better than with the next, and not clearly worse than with one taken. */
function clearAction(table: Table, scores: readonly number[]): number | null {
  let best: number | null = null;
  let next = 0;
  let taken = 0;
  for (const [action, score] of scores.entries()) {
    if (!table.actions.has(action)) taken = Math.max(taken, score);
    else if (best === null || score > scores[best]!) {
      next = best === null ? 0 : scores[best]!;
      best = action;
    } else next = Math.max(next, score);
  }
  const score = best === null ? 0 : scores[best]!;
  const enough = score >= SAME_WORDS - TOLERANCE;
  return enough && isClearlyBetter(score, next) && !isClearlyBetter(taken, score) ? best : null;
}

function isClearlyBetter(score: number, than: number): boolean {
  return score - than >= CLEAR_LEAD - TOLERANCE;
}
