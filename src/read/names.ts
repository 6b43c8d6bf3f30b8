import { type Board, findOrganisation, foldName } from "../model/board.ts";
import type { Attendee } from "../model/meeting.ts";
import { partialNames } from "./published/names.ts";

/** The names by which an owner may be known in one note: the register's, and those of the note's own attendance. */
export interface Names {
  readonly board: Board;
  /** Names of the register as they are looked for within words, the longest first. */
  readonly register: readonly string[];
  /** Whether the board or the note itself lists somebody of this name. */
  readonly lists: (name: string) => boolean;
  /** Whether the note stands as it was published: then it may name people by part of their name, and by what they are. */
  readonly isPublished: boolean;
}

/** The names known in a note whose attendance lists hold these people and bodies. */
export function knownNames(board: Board, attendance: readonly Attendee[], isPublished = false): Names {
  let listed: ReadonlySet<string> | null = null;
  return {
    board,
    register: registerNames(board),
    // Most owners stand in the register, and then nobody need read the lists.
    lists: (name) => {
      listed ??= isPublished
        ? new Set([...listNames(board, attendance), ...attendance.flatMap(partialNames).map(foldPerson)])
        : listNames(board, attendance);
      return listed.has(foldPerson(name));
    },
    isPublished,
  };
}

/** The names follow from the list of bodies alone, so they are put in order once for each list. */
const REGISTER_NAMES = new WeakMap<Board["organisations"], readonly string[]>();

function registerNames({ organisations }: Board): readonly string[] {
  const made = REGISTER_NAMES.get(organisations);
  if (made !== undefined) return made;
  const names = organisations.flatMap((body) => [body.id, body.name, ...body.also].map(foldPerson));
  const ordered = [...new Set(names)].filter(Boolean).sort((a, b) => b.length - a.length);
  REGISTER_NAMES.set(organisations, ordered);
  return ordered;
}

function listNames(board: Board, attendance: readonly Attendee[]): ReadonlySet<string> {
  const people = board.people.flatMap(({ name, initials }) => [name, initials]);
  const present = attendance.flatMap(({ as, name, organisation }) => [
    as,
    name,
    organisation,
    ...namesWithin(as),
  ]);
  return new Set([...people, ...present].flatMap((name) => (name?.trim() ? [foldPerson(name)] : [])));
}

/** The parts of an entry such as `Ann Other, Office for Tests (OfT)`: each is a name of somebody. */
function namesWithin(as: string): string[] {
  const outside = as.replace(/\([^()]*\)/g, " ");
  const inside = [...as.matchAll(/\(([^()]*)\)/g)].map((match) => match[1]!);
  return [outside, ...inside]
    .flatMap((part) => part.split(/\s*[,;]\s*|\s+[-\u2013\u2014]\s+/))
    .filter(Boolean);
}

const HONORIFIC =
  /^(?:(?:the|dr|prof|professor|sir|dame|lord|lady|baroness|cllr|councillor|mr|mrs|ms|miss|rev|hon|rt)\.?\s+)+/;

/** A name as it is compared: no honorific, no space after an apostrophe. */
function foldPerson(name: string): string {
  return foldName(name).replace(/'\s+/g, "'").replace(HONORIFIC, "");
}

/** The id of the body that goes by this name, an honorific or an article before it aside. */
export function bodyNamed(part: string, { board }: Names): string | null {
  const body = findOrganisation(board, part) ?? findOrganisation(board, foldPerson(part));
  return body?.id ?? null;
}

/** The text with every name of the register blotted out, so that no cut falls into one. */
export function maskRegister(words: string, names: Names): string {
  let masked = words;
  for (const name of names.register) {
    for (let at = indexOfName(masked, name); at >= 0; at = indexOfName(masked, name)) {
      masked = masked.slice(0, at) + "\u0000".repeat(name.length) + masked.slice(at + name.length);
    }
  }
  return masked;
}

/** Where a folded name stands in a text as whole words; -1 where it does not. */
export function indexOfName(text: string, name: string): number {
  const folded = text.toLowerCase().replace(/[\u2018\u2019`\u00b4]/g, "'");
  if (name === "" || folded.length !== text.length) return -1;
  for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
    const before = folded[at - 1] ?? " ";
    const after = folded[at + name.length] ?? " ";
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return at;
  }
  return -1;
}
