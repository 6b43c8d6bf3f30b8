import type { Board } from "../model/board.ts";
import type { KeptNote } from "./kept-note.ts";
import { dayOf, isOwnForm } from "./place.ts";
import type { Rule } from "./rule.ts";

/** The rules that speak of some notes. */
export interface RuleGroup {
  /** Those whose faults reading may have found. */
  readonly ofFaults: readonly Rule[];
  /** Those that ask of a note by itself. */
  readonly alone: readonly Rule[];
  /** Those that ask the books or other notes. */
  readonly booked: readonly Rule[];
}

/** Whether a note is older than `check-from`: then it is asked only what guards the ledger. */
export function isBeforeChecks({ meeting }: KeptNote, { checkFrom }: Board): boolean {
  return checkFrom !== null && dayOf(meeting) < checkFrom;
}

/** Which of some rules speak of a note, found once for all notes of its state and form. */
export function groupRules(rules: readonly Rule[], board: Board): (note: KeptNote) => RuleGroup {
  const groups = new Map<string, RuleGroup>();
  return (note) => {
    const { state } = note.meeting;
    const isOwn = isOwnForm(note);
    const isEarly = isBeforeChecks(note, board);
    const key = `${state} ${isOwn} ${isEarly}`;
    const known = groups.get(key);
    if (known !== undefined) return known;
    const ofFaults = rules.filter(({ conserves }) => conserves || !isEarly);
    const asked = ofFaults.filter(
      ({ on, ofForm, where }) => on.includes(state) && (isOwn || !ofForm) && where?.(board) !== false,
    );
    const group = {
      ofFaults,
      alone: asked.filter(({ check }) => check !== undefined),
      booked: asked.filter(({ checkBooked }) => checkBooked !== undefined),
    };
    groups.set(key, group);
    return group;
  };
}
