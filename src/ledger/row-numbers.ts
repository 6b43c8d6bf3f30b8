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

function ownNameNumber(meeting: Meeting, row: ProgressRow): number | null {
  const prefix = broughtForwardReference(meeting.id, 0).slice(0, -1);
  const cited = row.cited?.value ?? "";
  return cited.startsWith(prefix) ? Number(cited.slice(prefix.length)) : null;
}
