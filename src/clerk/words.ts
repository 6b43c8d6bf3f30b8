import { findAction, type Ledger } from "../ledger/ledger.ts";
import type { Action } from "../model/action.ts";
import type { Meeting } from "../model/meeting.ts";
import type { OpenBoard } from "../open-board.ts";
import { Refusal } from "../refusal.ts";
import { suggest } from "../source/nearest.ts";

/** The action that a word names: by its reference, by another name of it, or by a number that it alone bears. */
export function readAction(typed: string, ledger: Ledger): Action {
  const named = findAction(ledger, typed);
  if (named !== null) return named;
  const refs = [...ledger.actions.keys()];
  if (/^(?:bf)?\d+$/.test(typed)) {
    const bearers = refs.filter((ref) => ref.endsWith(`/${typed}`));
    if (bearers.length === 1) return ledger.actions.get(bearers[0]!)!;
    if (bearers.length > 1) throw new Refusal(`${manyMean(bearers)} Write the whole reference.`);
  }
  const advice = suggest(typed, refs, "`rrb actions` lists them all.");
  throw new Refusal(`There is no action \`${typed}\`. ${advice}`);
}

function manyMean(refs: readonly string[]): string {
  const named = refs.slice(-3).map((ref) => `\`${ref}\``);
  const others = refs.length > 3 ? ` or ${refs.length - 3} earlier ones` : "";
  return `That may be ${named.join(" or ")}${others}.`;
}

/** The meeting that a word names: by its id, or by the path of its file. */
export function readMeeting(typed: string, { meetings }: OpenBoard): Meeting {
  const named = meetings.find(({ id, path }) => id === typed || path === typed);
  if (named !== undefined) return named;
  const ids = meetings.map(({ id }) => id);
  const advice = suggest(typed, ids, "`rrb meetings` lists them.");
  throw new Refusal(`There is no note of a meeting \`${typed}\`. ${advice}`);
}
