import type { Meeting, ProgressRow } from "../model/meeting.ts";
import { broughtForwardReference } from "../model/reference.ts";
import { greatest } from "../source/many.ts";

/**
 * The number that each row bears, or would bear, in a `bf` reference: the one it cites itself, else its own, else its
 * place. Numbers are unique within a note; they depend on its rows alone, not on what other notes are at hand.
 */
export function numberRows(meeting: Meeting): ReadonlyMap<ProgressRow, number> {
  const numbers = new Map<ProgressRow, number>();
  const taken = new Set<number>();
  const claims = [
    (row: ProgressRow) => ownNameNumber(meeting, row),
    (row: ProgressRow) => row.number,
    (row: ProgressRow) => row.place,
  ];
  for (const claim of claims) {
    for (const row of meeting.progress) {
      const number = claim(row);
      if (number === null || numbers.has(row) || taken.has(number)) continue;
      numbers.set(row, number);
      taken.add(number);
    }
  }
  let next = greatest(taken, 0);
  for (const row of meeting.progress) if (!numbers.has(row)) numbers.set(row, ++next);
  return numbers;
}

/** Whether a row cites the name that it has in its own note: it says of itself that it is brought forward here. */
export function citesItself(meeting: Meeting, row: ProgressRow): boolean {
  return ownNameNumber(meeting, row) !== null;
}

/** What a row of a note was booked to, by the number of the row: a reference; undefined where it was to nothing. */
export type RowFinder = (number: number) => string | undefined;

/** Finds among the rows of a note that is at hand, and may still be being booked. */
export function finderAmong(meeting: Meeting, bookedTo: ReadonlyMap<ProgressRow, string>): RowFinder {
  return (number) => {
    const numbers = numberRows(meeting);
    const row = meeting.progress.find((other) => numbers.get(other) === number);
    return row === undefined ? undefined : bookedTo.get(row);
  };
}

/** Finds the same when the rows have been let go. */
export function finderWithoutRows(meeting: Meeting, bookedTo: ReadonlyMap<ProgressRow, string>): RowFinder {
  const { progress } = meeting;
  const refs = progress.map((row) => bookedTo.get(row));
  // In rrb's own form a row bears no number of its own, and its place is its number.
  if (progress.every((row) => row.number === null && !citesItself(meeting, row))) return finderByPlace(refs);
  const numbers = numberRows(meeting);
  return finderByNumber(new Map(progress.map((row, index) => [numbers.get(row)!, refs[index]])));
}

// Apart, so that what finds holds nothing but these.
const finderByPlace =
  (refs: readonly (string | undefined)[]): RowFinder =>
  (number) =>
    refs[number - 1];
const finderByNumber =
  (refs: ReadonlyMap<number, string | undefined>): RowFinder =>
  (number) =>
    refs.get(number);

function ownNameNumber(meeting: Meeting, row: ProgressRow): number | null {
  const prefix = broughtForwardReference(meeting.id, 0).slice(0, -1);
  const cited = row.cited?.value ?? "";
  return cited.startsWith(prefix) ? Number(cited.slice(prefix.length)) : null;
}
