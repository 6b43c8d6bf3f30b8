import type { Action } from "../model/action.ts";
import type { Meeting, RaisedAction } from "../model/meeting.ts";
import type { MeetingAccount } from "./account.ts";
import type { Ledger } from "./ledger.ts";
import { bestAgreement, canCompare, SAME_WORDS } from "./match.ts";
import { type Bag, bagOf } from "./words.ts";

/** An action that a note raises in the words of one that was open before it, or that the note before it closed. */
export interface Repeat {
  readonly again: RaisedAction;
  /** The reference of the earlier action. */
  readonly ref: string;
  /** The meeting that closed it; null where it is open after the note. */
  readonly closedAt: string | null;
}

/** An action that may be repeated, as it stood after a note. */
type Repeatable = Pick<Repeat, "ref" | "closedAt">;

/** Tells of each note what it repeats. Nothing is booked by it, so it is found only where somebody asks. */
export function findRepeats(ledger: Ledger): (meeting: Meeting) => readonly Repeat[] {
  const { accounts, actions } = ledger;
  const places = new Map(accounts.map(({ meeting }, place) => [meeting, place]));
  const kept = new Map<string, readonly Wording[]>();
  const wordingsOf = (ref: string) => {
    const wordings = kept.get(ref) ?? listWordings(actions.get(ref)!, places);
    kept.set(ref, wordings);
    return wordings;
  };
  return ({ id, actions: raised }) => {
    const place = places.get(id);
    if (place === undefined || raised.length === 0) return [];
    const earlier = listRepeatable(accounts, place).map((one) => {
      const said = wordingsOf(one.ref).filter((wording) => wording.place <= place);
      return { ...one, bags: said.map(({ bag }) => bag) };
    });
    if (!canCompare(raised.length, earlier.length)) return [];
    return raised.flatMap((again) => {
      const nearest = findNearest(bagOf(again.text), earlier);
      return nearest === null ? [] : [{ again, ref: nearest.ref, closedAt: nearest.closedAt }];
    });
  };
}

/** Words that were used for an action, and the place in the order of the notes of the first that used them. */
interface Wording {
  readonly bag: Bag;
  readonly place: number;
}

function listWordings({ entries }: Action, places: ReadonlyMap<string, number>): readonly Wording[] {
  const first = new Map<string, number>();
  for (const { text, meeting } of entries) if (!first.has(text)) first.set(text, places.get(meeting)!);
  return [...first].map(([text, place]) => ({ bag: bagOf(text), place }));
}

/** What a note may repeat. An action that has just moved into a new one is not repeated, it is replaced. */
function listRepeatable(accounts: readonly MeetingAccount[], place: number): readonly Repeatable[] {
  const account = accounts[place]!;
  const before = accounts[place - 1];
  const closed = new Set([...account.closed, ...account.withdrawn]);
  const open = new Set([...account.opening, ...account.reopened]);
  const refs = new Set([...account.opening, ...(before?.closed ?? []), ...(before?.withdrawn ?? [])]);
  const closedAt = (ref: string) => {
    if (closed.has(ref)) return account.meeting;
    return open.has(ref) ? null : (before?.meeting ?? null);
  };
  return [...refs]
    .filter((ref) => !account.moved.includes(ref))
    .map((ref) => ({ ref, closedAt: closedAt(ref) }));
}

function findNearest<Earlier extends { readonly bags: readonly Bag[] }>(
  bag: Bag,
  earlier: readonly Earlier[],
): Earlier | null {
  let nearest: Earlier | null = null;
  let agreement = 0;
  for (const one of earlier) {
    const other = bestAgreement(bag, one.bags, SAME_WORDS);
    if (other < SAME_WORDS || other <= agreement) continue;
    nearest = one;
    agreement = other;
  }
  return nearest;
}
