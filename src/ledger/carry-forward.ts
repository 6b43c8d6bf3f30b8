import type { Action } from "../model/action.ts";
import { type Day, formatDay } from "../model/day.ts";
import type { Meeting } from "../model/meeting.ts";
import { findAskedFor } from "./asked-for.ts";
import { findDeferred } from "./deferred.ts";
import type { Ledger } from "./ledger.ts";
import { SAME_WORDS } from "./match.ts";
import { agreementOf, bagOf } from "./words.ts";

/** An open action, as the next agenda has it. */
export interface Carried extends Pick<Action, "ref" | "text" | "owners" | "due" | "dueText"> {
  /** The status and the update that the last report gave, in the words used; null where nobody has reported. */
  readonly lastReported: string | null;
}

/** The open actions that come from one meeting; `title` says which: `From 21 January 2020`. */
export interface CarriedGroup {
  readonly title: string;
  readonly actions: readonly Carried[];
}

/** An item that a note put off, or that an open action asks for. */
export interface OfferedItem {
  readonly title: string;
  /** Who is accountable for the action that asks for it. */
  readonly lead: string | null;
  /** Where it comes from: `deferred from 21 January 2020`, `asked for by action 2020-01-21/2`. */
  readonly comesFrom: readonly string[];
}

/** What goes onto the next agenda beside the standing items. */
export interface CarriedForward {
  /** Oldest first; every open action stands in one group, once. */
  readonly groups: readonly CarriedGroup[];
  /** What was deferred, then what was asked for; each oldest first. */
  readonly offered: readonly OfferedItem[];
}

/** What is to be carried forward to a meeting of this day: `meetings` are those at hand, in order. */
export function carryForward(ledger: Ledger, meetings: readonly Meeting[], day: Day): CarriedForward {
  const open = [...ledger.actions.values()].filter(({ state }) => state === "open");
  return {
    groups: groupByOrigin(open),
    offered: mergeItems([...findDeferred(meetings, day).map(offerDeferred), ...open.flatMap(offerFor(day))]),
  };
}

/** Some actions by the meeting that they come from, in the order in which they come. */
export function groupByOrigin(actions: readonly Action[]): CarriedGroup[] {
  const groups = new Map<string, Carried[]>();
  for (const action of actions) {
    const title = titleOfOrigin(action);
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [carry(action)]);
    else group.push(carry(action));
  }
  return [...groups].map(([title, carried]) => ({ title, actions: carried }));
}

/** The heading under which an agenda has an action: the meeting that raised it, or before which it was raised. */
export function titleOfOrigin({ entries, raisedAt }: Pick<Action, "entries" | "raisedAt">): string {
  const meeting = nameMeeting(raisedAt ?? entries[0]!.meeting);
  return raisedAt === null ? `From before ${meeting}` : `From ${meeting}`;
}

/** A meeting by its day, and by its word where that day has two: `17 July 2025 (extraordinary)`. */
export function nameMeeting(id: string): string {
  const day = formatDay(id.slice(0, 10));
  return id.length > 10 ? `${day} (${id.slice(11).replaceAll("-", " ")})` : day;
}

function carry(action: Action): Carried {
  const { ref, text, owners, due, dueText, entries } = action;
  // A meeting that did not review an action reported nothing on it.
  const last = entries.findLast(
    ({ status, noUpdate }) => status !== null && !(noUpdate && status === "not reviewed"),
  );
  const lastReported = [last?.status, last?.update].filter(Boolean).join(" – ") || null;
  return { ref, text, owners, due, dueText, lastReported };
}

function offerDeferred({ title, meeting }: { title: string; meeting: Meeting }): OfferedItem {
  return { title, lead: null, comesFrom: [`deferred from ${nameMeeting(meeting.id)}`] };
}

/** The item that an action asks for, if it does; one that is due later is not yet offered. */
function offerFor(day: Day): (action: Action) => OfferedItem[] {
  return ({ ref, text, owners, due }) => {
    const title = due !== null && due > day ? null : findAskedFor(text);
    return title === null
      ? []
      : [{ title, lead: owners[0] ?? null, comesFrom: [`asked for by action ${ref}`] }];
  };
}

/** Items in the same words are one, and it says where all of them come from. */
function mergeItems(items: readonly OfferedItem[]): OfferedItem[] {
  const merged: OfferedItem[] = [];
  for (const item of items) {
    const same = merged.findIndex(({ title }) => agreementOf(bagOf(title), bagOf(item.title)) >= SAME_WORDS);
    const first = merged[same];
    if (first === undefined) merged.push(item);
    else
      merged[same] = {
        ...first,
        lead: first.lead ?? item.lead,
        comesFrom: [...first.comesFrom, ...item.comesFrom],
      };
  }
  return merged;
}
