import type { Action } from "../model/action.ts";
import type { Meeting, RaisedAction } from "../model/meeting.ts";
import type { MeetingAccount } from "./account.ts";
import type { Ledger } from "./ledger.ts";
import { canCompare, SAME_WORDS } from "./match.ts";
import { agreementOf, type Bag, bagOf } from "./words.ts";

/** What is asked of an action that may repeat another. */
export type Raised = Pick<RaisedAction, "text" | "marker" | "span">;

/** What is asked of the meeting that raises it. */
export interface RaisingMeeting extends Pick<Meeting, "id"> {
  readonly actions: readonly Raised[];
}

/** An action that a note raises in the words of one that was open before it, or that the note before it closed. */
export interface Repeat {
  readonly again: Raised;
  /** The reference of the earlier action. */
  readonly ref: string;
  /** The meeting that closed it; null where it is open after the note. */
  readonly closedAt: string | null;
}

/** Tells of each note what it repeats. Nothing is booked by it, so it is found only where somebody asks. */
export function findRepeats(
  ledger: Pick<Ledger, "accounts" | "actions">,
): (meeting: RaisingMeeting) => readonly Repeat[] {
  const { accounts, actions } = ledger;
  const places = new Map(accounts.map(({ meeting }, place) => [meeting, place]));
  let kept: ReadonlyMap<string, readonly Wording[]> = new Map();
  let bags: ReadonlyMap<string, Bag> = new Map();
  return ({ id, actions: raised }) => {
    const place = places.get(id);
    if (place === undefined || raised.length === 0) return [];
    // What was found for the note asked of last serves for the next, and no more need be kept.
    const wordings = new Map(
      listRepeatable(accounts, place).map((ref) => [
        ref,
        kept.get(ref) ?? listWordings(actions.get(ref)!, places, bags),
      ]),
    );
    kept = wordings;
    if (!canCompare(raised.length, wordings.size)) return [];
    const raisedBags = new Map(raised.map(({ text }) => [text, bagOf(text)]));
    bags = raisedBags;
    return raised.flatMap((again) => {
      const ref = findNearest(raisedBags.get(again.text)!, wordings, place);
      return ref === null ? [] : [{ again, ref, closedAt: closedAt(ref, accounts, place) }];
    });
  };
}

/** Words that were used for an action, and the place in the order of the notes of the first that used them. */
interface Wording {
  readonly bag: Bag;
  readonly place: number;
}

function listWordings(
  { entries }: Action,
  places: ReadonlyMap<string, number>,
  bags: ReadonlyMap<string, Bag>,
): readonly Wording[] {
  const first = new Map<string, number>();
  for (const { text, meeting } of entries) if (!first.has(text)) first.set(text, places.get(meeting)!);
  return [...first].map(([text, place]) => ({ bag: bags.get(text) ?? bagOf(text), place }));
}

/** What a note may repeat. An action that has just moved into a new one is not repeated, it is replaced. */
function listRepeatable(accounts: readonly MeetingAccount[], place: number): readonly string[] {
  const { opening, moved } = accounts[place]!;
  const before = accounts[place - 1];
  const refs = [...new Set([...opening, ...(before?.closed ?? []), ...(before?.withdrawn ?? [])])];
  return moved.length === 0 ? refs : refs.filter((ref) => !moved.includes(ref));
}

/** The meeting that closed an action, the one at a place of the books or the one before; null where it is open. */
function closedAt(ref: string, accounts: readonly MeetingAccount[], place: number): string | null {
  const { meeting, closed, withdrawn, opening, reopened } = accounts[place]!;
  if (closed.includes(ref) || withdrawn.includes(ref)) return meeting;
  const isOpen = opening.includes(ref) || reopened.includes(ref);
  return isOpen ? null : (accounts[place - 1]?.meeting ?? null);
}

/** The reference of the action whose words, as far as they were used by then, agree best with a bag; null where none do. */
function findNearest(
  bag: Bag,
  earlier: ReadonlyMap<string, readonly Wording[]>,
  place: number,
): string | null {
  let nearest: string | null = null;
  let agreement = 0;
  for (const [ref, wordings] of earlier) {
    for (const wording of wordings) {
      if (wording.place > place) continue;
      const other = agreementOf(bag, wording.bag, SAME_WORDS);
      if (other < SAME_WORDS || other <= agreement) continue;
      nearest = ref;
      agreement = other;
    }
  }
  return nearest;
}
