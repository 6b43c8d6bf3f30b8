import type { Meeting, ProgressRow } from "../model/meeting.ts";
import { type Book, resolveReference } from "./book.ts";
import { findClosed } from "./closed-actions.ts";
import type { Candidate } from "./irregularity.ts";
import { bestAgreement, canCompare, matchRows } from "./match.ts";
import { bagsOf, type RunningAction } from "./running-action.ts";
import { type Bag, bagOf } from "./words.ts";

/** How a row came to its action; `nearest` are the open actions that no row speaks of, the most alike first. */
export type Placement =
  | { readonly how: "cited"; readonly action: RunningAction }
  | { readonly how: "words"; readonly action: RunningAction; readonly agreement: number }
  | { readonly how: "nowhere"; readonly nearest: readonly Candidate[] };

interface Seeking {
  readonly row: ProgressRow;
  readonly bag: Bag;
  readonly number: number | null;
}

const NEAREST = 3;

/** Finds the action of every row of a note: by its reference, else by its words among the opening, then the closed. */
export function placeRows(
  book: Book,
  meeting: Meeting,
  opening: readonly RunningAction[],
): ReadonlyMap<ProgressRow, Placement> {
  const placed = new Map<ProgressRow, Placement>();
  const seeking: Seeking[] = [];
  for (const row of meeting.progress) {
    const action = row.cited === null ? null : resolveReference(book, row.cited.value);
    if (action !== null) placed.set(row, { how: "cited", action });
    else seeking.push({ row, bag: bagOf(row.text), number: row.number });
  }
  if (seeking.length === 0) return placed;

  findAmong(opening, seeking, placed);
  findAmong(opening, firstOfEachWording(seeking, placed), placed);
  findAmongClosed(book, opening, seeking, placed);
  findRepeated(seeking, placed);
  placeNowhere(opening, seeking, placed);
  return placed;
}

type Placed = Map<ProgressRow, Placement>;

function takenBy(placed: Placed): ReadonlySet<RunningAction> {
  return new Set(
    [...placed.values()].flatMap((placement) => ("action" in placement ? [placement.action] : [])),
  );
}

function findAmong(actions: readonly RunningAction[], seeking: readonly Seeking[], placed: Placed): void {
  const rows = seeking.filter(({ row }) => !placed.has(row));
  if (rows.length === 0) return;
  const taken = takenBy(placed);
  const sought = actions.map((action) => ({
    bags: bagsOf(action),
    numbers: numbersOf(action),
    taken: taken.has(action),
  }));
  for (const [index, match] of matchRows(rows, sought).entries()) {
    if (match === null) continue;
    placed.set(rows[index]!.row, {
      how: "words",
      action: actions[match.sought]!,
      agreement: match.agreement,
    });
  }
}

/** Two rows in the same words are in each other's way: the first speaks for both. */
function firstOfEachWording(seeking: readonly Seeking[], placed: Placed): readonly Seeking[] {
  const first = new Map<string, Seeking>();
  for (const row of seeking) if (!placed.has(row.row) && !first.has(row.bag.key)) first.set(row.bag.key, row);
  return [...first.values()];
}

/** The number of an action long closed is no support: it has been used again at every meeting since. */
function numbersOf(action: RunningAction): readonly number[] {
  return action.state === "open" ? action.numbers : [];
}

/** The opening stays in the comparison: a row in doubt between an open and a closed action is in doubt. */
function findAmongClosed(
  book: Book,
  opening: readonly RunningAction[],
  seeking: readonly Seeking[],
  placed: Placed,
): void {
  const rows = firstOfEachWording(seeking, placed);
  const closed = new Set(rows.flatMap(({ bag }) => (bag.key === "" ? [] : findClosed(book.closed, bag))));
  if (closed.size > 0) findAmong([...opening, ...closed], rows, placed);
}

/** A row in the very words of another row, or of its action, is a second row for that action. */
function findRepeated(seeking: readonly Seeking[], placed: Placed): void {
  const spoken = new Map<string, RunningAction>();
  for (const [row, placement] of placed) {
    if (placement.how === "nowhere") continue;
    spoken.set(bagOf(row.text).key, placement.action);
    for (const bag of bagsOf(placement.action)) spoken.set(bag.key, placement.action);
  }
  for (const { row, bag } of seeking) {
    const action = spoken.get(bag.key);
    if (placed.has(row) || action === undefined || bag.key === "") continue;
    placed.set(row, { how: "words", action, agreement: 1 });
  }
}

function placeNowhere(opening: readonly RunningAction[], seeking: readonly Seeking[], placed: Placed): void {
  const taken = takenBy(placed);
  const unspoken = opening.filter((action) => !taken.has(action));
  const comparable = canCompare(seeking.length, unspoken.length) ? unspoken : [];
  for (const { row, bag } of seeking) {
    if (placed.has(row)) continue;
    const nearest = comparable
      .map((action) => ({ ref: action.ref, agreement: bestAgreement(bag, bagsOf(action)) }))
      .sort((a, b) => b.agreement - a.agreement)
      .slice(0, NEAREST);
    placed.set(row, { how: "nowhere", nearest });
  }
}
