import { BARE_BOARD, foldName } from "../model/board.ts";
import type { Attendee, Meeting } from "../model/meeting.ts";
import { knownNames } from "../read/names.ts";
import { areOwners } from "../read/owners.ts";

const NOBODY_KNOWN = knownNames(BARE_BOARD, []);

/** Whether an owner is a part that somebody plays, or a group: `Chair`, `Secretariat`, `All`, `Working group of members`. */
export function isRoleOrGroup(owner: string): boolean {
  return !isAbbreviation(owner) && areOwners(owner, NOBODY_KNOWN);
}

function isAbbreviation(owner: string): boolean {
  return /^\S*\p{Lu}\S*\p{Lu}\S*$/u.test(owner) && !/^all$/i.test(owner);
}

/** The names by which somebody on a list may be called: the person, the body, and the words of their entry. */
export function namesIn(
  attendees: readonly Attendee[],
  others: () => readonly string[] = () => [],
): KnownNames {
  let names: ReadonlySet<string> | null = null;
  return {
    has: (name) => {
      // Nearly everybody is called as the list has them, and to gather all else they may be called takes long.
      if (attendees.some(({ organisation, name: person }) => organisation === name || person === name))
        return true;
      names ??= gatherNames(attendees, others());
      return names.has(foldName(name));
    },
  };
}

/** Names that may be asked for, as somebody wrote them. They are gathered where they are asked for: in few notes. */
export interface KnownNames {
  readonly has: (name: string) => boolean;
}

function gatherNames(attendees: readonly Attendee[], others: readonly string[]): ReadonlySet<string> {
  const names = new Set(others.map(foldName));
  for (const { organisation, name, as } of attendees) {
    for (const known of [organisation, name, as]) if (known !== null) names.add(foldName(known));
    const words = foldName(as).match(/[\p{L}\p{N}&']+/gu) ?? [];
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_NAME); to++) {
        names.add(words.slice(from, to).join(" "));
      }
    }
  }
  return names;
}

/** How many words of an entry may be a name of their own. */
const LONGEST_NAME = 4;

/** The names of everybody whom a note lists, there or not. */
export function listedNames(
  { present, inAttendance, apologies, absent }: Meeting,
  others?: () => readonly string[],
): KnownNames {
  return namesIn([...present, ...inAttendance, ...apologies, ...absent], others);
}
