import { type Board, findOrganisation, foldName } from "../model/board.ts";
import type { Meeting, RaisedAction } from "../model/meeting.ts";
import { nearest } from "../source/nearest.ts";

/** An action of which it is in doubt who is accountable, and who that may be, the likeliest first. */
export interface OwnerInDoubt {
  readonly action: RaisedAction;
  /** The owner whom the document names, and whom the register knows by a name much like it; null where it names none. */
  readonly misspelt: string | null;
  /** Bodies of the register by id, others as written. */
  readonly candidates: readonly string[];
}

/** Nobody chooses among more. */
const MOST = 8;

/** The actions whose owner is in doubt, and for whom the document itself names somebody. */
export function findOwnersInDoubt(meeting: Meeting, board: Board): OwnerInDoubt[] {
  const knows = listerOf(meeting);
  return meeting.actions.flatMap((action): OwnerInDoubt[] => {
    const misspelt = action.owners.find((owner) => !knows(owner) && likeIt(owner, board) !== null) ?? null;
    if (misspelt !== null) return [{ action, misspelt, candidates: [likeIt(misspelt, board)!, misspelt] }];
    if (action.owners.length > 0) return [];
    const named = [
      ...phrasesIn(action.text).flatMap((phrase) => meantBy(phrase, board, knows)),
      ...bodiesIn(action.text, board),
    ];
    const candidates = [...new Set(named)].slice(0, MOST);
    return candidates.length === 0 ? [] : [{ action, misspelt, candidates }];
  });
}

/** Tells whether somebody of this name, or of these initials, is on a list of the note. */
function listerOf({ present, inAttendance, apologies, absent }: Meeting): (name: string) => boolean {
  const listed = new Set(
    [...present, ...inAttendance, ...apologies, ...absent].flatMap(({ name, organisation }) =>
      [name, organisation].flatMap((one) => (one === null ? [] : [foldName(one), initialsOf(one)])),
    ),
  );
  return (name) => listed.has(foldName(name)) || listed.has(name);
}

function initialsOf(name: string): string {
  return (
    name
      .replace(/\s*\(.*/, "")
      .match(/\b\p{Lu}/gu)
      ?.join("") ?? ""
  );
}

/** The body of the register that a name is much like, without being one of its names; null where there is none. */
function likeIt(name: string, board: Board): string | null {
  if (findOrganisation(board, name) !== null) return null;
  const near = nearest(
    name,
    board.organisations.flatMap((body) => [body.id, body.name, ...body.also]),
  );
  return near === null ? null : (findOrganisation(board, near)?.id ?? null);
}

/** Where somebody may stand who is not read as an owner: `Ann: send`, `(AO) send`, `send (AO)`, `Ann Other to send`. */
const PLACES = [
  /^(?<who>[^:()]{1,60}):\s/,
  /^(?<who>[^()]{1,60}?)\s+[-\u2013\u2014]\s/,
  /\((?<who>[^()]{1,60})\)/g,
  /^(?<who>\p{Lu}[\p{L}'\u2019-]*(?:\s+\p{Lu}[\p{L}'\u2019-]*){0,3})\s+(?:to(?!\s+be\b)|will|shall|must|should)\s/u,
];

function phrasesIn(text: string): string[] {
  return PLACES.flatMap((place) => {
    const found = place.global ? [...text.matchAll(place)] : [place.exec(text)];
    return found.flatMap((match) => match?.groups?.who?.trim() || []);
  });
}

function meantBy(phrase: string, board: Board, knows: (name: string) => boolean): string[] {
  const body = findOrganisation(board, phrase);
  if (body !== null) return [body.id];
  const near = likeIt(phrase, board);
  if (near !== null) return [near, phrase];
  return knows(phrase) || /^\p{Lu}[\p{Lu}&]{1,7}$/u.test(phrase) ? [phrase] : [];
}

/** The bodies of the register that some words name, whole. */
function bodiesIn(text: string, { organisations }: Board): string[] {
  const words = ` ${text.replace(/[^\p{L}\p{N}'\u2019&]+/gu, " ")} `;
  return organisations.flatMap(({ id, name, also }) =>
    [id, name, ...also].some((one) => words.includes(` ${one} `)) ? [id] : [],
  );
}
