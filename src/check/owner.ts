import { BARE_BOARD, foldName } from "../model/board.ts";
import type { Attendee, Meeting } from "../model/meeting.ts";
import { areOwners, knownNames } from "../read/owners.ts";

const NOBODY_KNOWN = knownNames(BARE_BOARD, []);

/** Whether an owner is a part that somebody plays, or a group: `Chair`, `Secretariat`, `All`, `Working group of members`. */
export function isRoleOrGroup(owner: string): boolean {
  return !isAbbreviation(owner) && areOwners(owner, NOBODY_KNOWN);
}

function isAbbreviation(owner: string): boolean {
  return /^\S*\p{Lu}\S*\p{Lu}\S*$/u.test(owner) && !/^all$/i.test(owner);
}

/** Whether an owner is on one of a note's attendance lists, or among some other names. */
export function isListed(owner: string, meeting: Meeting, others: readonly string[] = []): boolean {
  const { present, inAttendance, apologies, absent } = meeting;
  return isAmong(owner, [...present, ...inAttendance, ...apologies, ...absent], others);
}

/** Whether a name is that of somebody on a list, of the body that they come from, or a word of their entry. */
export function isAmong(
  name: string,
  attendees: readonly Attendee[],
  others: readonly string[] = [],
): boolean {
  const wanted = foldName(name);
  return (
    others.some((other) => foldName(other) === wanted) ||
    attendees.some(
      ({ organisation, name: person, as }) =>
        [organisation, person, as].some((known) => known !== null && foldName(known) === wanted) ||
        ` ${foldName(as).replace(/[^\p{L}\p{N}&']+/gu, " ")} `.includes(` ${wanted} `),
    )
  );
}
