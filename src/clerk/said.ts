import { findAction } from "../ledger/ledger.ts";
import { dayOfMeeting } from "../ledger/order.ts";
import { squash } from "../markdown/plain-text.ts";
import type { Action } from "../model/action.ts";
import { type Board, foldName } from "../model/board.ts";
import { formatDay, isDay } from "../model/day.ts";
import { adviseStatus } from "../model/known-status.ts";
import type { Meeting } from "../model/meeting.ts";
import { type Disposition, readStatus } from "../model/status.ts";
import { findDay } from "../model/written-day.ts";
import type { OpenBoard } from "../open-board.ts";
import { readStatedDue } from "../read/due.ts";
import { knownNames } from "../read/names.ts";
import { areOwners, readNamedOwners } from "../read/owners.ts";
import { Refusal } from "../refusal.ts";
import { suggest } from "../source/nearest.ts";
import type { Said } from "../write/progress.ts";

/** What somebody typed about an action; null where nothing was typed. */
export interface Typed {
  readonly status: string | null;
  readonly update: string | null;
  readonly due: string | null;
  readonly owner: string | null;
}

/** Where nothing is typed, nothing is changed. */
export const NOTHING_TYPED: Typed = { status: null, update: null, due: null, owner: null };

/**
 * What was typed about an action, as it is to be written for a meeting: a status that is known, a day that exists, an
 * owner of the register. Throws a Refusal for what it is not.
 */
export function readSaid(typed: Typed, action: Action, meeting: Meeting, board: OpenBoard): Said {
  const disposition = typed.status === null ? null : readStatusWords(typed.status, action, board);
  const updates = [disposition?.update ?? null, typed.update].filter((words) => words !== null);
  return {
    status: disposition?.words ?? null,
    update: updates.length === 0 ? null : plainWords(updates.join(" ")),
    due: typed.due === null ? null : readDue(typed.due, meeting),
    owner: typed.owner === null ? null : readOwners(typed.owner, meeting, board),
  };
}

/** Words on one line, without what no one can see. */
function plainWords(words: string): string {
  return squash(words.replace(/[\u0000-\u001f\u007f-\u009f]/g, " "));
}

/** A status that is known, and whose targets are open actions of the board, this one aside. */
export function readStatusWords(
  typed: string,
  action: Action,
  { workspace, ledger }: OpenBoard,
): Disposition {
  const { statuses } = workspace.board;
  const disposition = readStatus(plainWords(typed), statuses);
  if (disposition === null)
    throw new Refusal("A status says something. Where nothing is known, write `no update`.");
  const { words, known, targets } = disposition;
  if (!known) throw new Refusal(`\`${words}\` is no status that is known. ${adviseStatus(words, statuses)}`);
  for (const target of targets) {
    const found = findAction(ledger, target);
    if (found === null) {
      const advice = suggest(target, ledger.actions.keys(), "`rrb actions --open` lists them.");
      throw new Refusal(`There is no action \`${target}\` that \`${action.ref}\` could move to. ${advice}`);
    }
    if (found.ref === action.ref)
      throw new Refusal(`\`${target}\` can't move into itself. Name another action.`);
    if (found.state !== "open")
      throw new Refusal(
        `\`${target}\` is not open any more. Name an action that is: \`rrb actions --open\`.`,
      );
  }
  return disposition;
}

/**
 * A due date as it is to be written: `2020-01-21` as the Board writes it, and a day without a year as the first such
 * day after the meeting that sets it.
 */
export function readDue(typed: string, meeting: Meeting): string {
  const words = plainWords(typed);
  const sets = dayOfMeeting(meeting);
  const { due, dueText } = readStatedDue(words, { raised: sets, nextMeeting: meeting.nextMeeting });
  const found = findDay(dueText ?? "", sets);
  if (found !== null && found.day === null)
    throw new Refusal(`There is no day \`${words}\`. Look it up, and write it as \`2020-01-21\`.`);
  if (due !== null && sets !== null && due < sets)
    throw new Refusal(
      `${formatDay(due)} lies before the meeting of ${formatDay(sets)} that would set it. Write a later day.`,
    );
  if (dueText === null) return words;
  if (found?.day == null || !(found.yearless || isDay(dueText))) return dueText;
  return `${dueText.slice(0, found.start)}${formatDay(found.day)}${dueText.slice(found.end)}`;
}

/** Owners by the ids of the register; as written on a board that has none. */
function readOwners(typed: string, meeting: Meeting, { workspace, ledger }: OpenBoard): string {
  const { board } = workspace;
  const { present, inAttendance, apologies, absent } = meeting;
  const names = knownNames(board, [...present, ...inAttendance, ...apologies, ...absent]);
  const owners = readNamedOwners(plainWords(typed), names);
  const before = [...ledger.actions.values()].flatMap(({ entries }) =>
    entries.flatMap((entry) => entry.owners),
  );
  const known = [...namesOf(board), ...before];
  // In small letters nobody passes for an abbreviation, which anything in capitals would.
  const isKnown = (owner: string) =>
    known.some((name) => foldName(name) === foldName(owner)) || areOwners(owner.toLowerCase(), names);
  const stray = board.organisations.length === 0 ? undefined : owners.find((owner) => !isKnown(owner));
  if (stray === undefined) return owners.join(", ");
  const advice = suggest(stray, known, "Name a body as `board.yaml` does.");
  throw new Refusal(`\`${stray}\` is in no list of this board. ${advice}`);
}

function namesOf({ organisations, people }: Board): string[] {
  return [
    ...organisations.flatMap(({ id, name, also }) => [id, name, ...also]),
    ...people.flatMap(({ name, initials }) => (initials === null ? [name] : [name, initials])),
  ];
}
