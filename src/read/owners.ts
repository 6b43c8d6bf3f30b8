import { squash } from "../markdown/plain-text.ts";
import { type Board, findOrganisation, foldName } from "../model/board.ts";
import type { Attendee } from "../model/meeting.ts";
import { detached } from "../source/kept.ts";
import { isKindOfOwner, isProperName, partialNames } from "./published/names.ts";

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

/** The bodies that words in brackets or in an Owner column name; what the register does not know is kept as written. */
export function readNamedOwners(words: string, names: Names): readonly string[] {
  const known = ownersKnownTo(names.board);
  const alone = known.get(words);
  if (alone !== undefined) return alone;
  const written = squash(words).replace(/[.:]$/, "");
  if (written === "" || /^(?:[-\u2013\u2014]+|none|n\/?a|nil|tbc|tba|\?+)$/i.test(written)) return [];
  const id = idOf(withoutArticle(written), names);
  if (id !== null) {
    if (known.size < MOST_KNOWN) known.set(detached(words), [id]);
    return [id];
  }
  return distinct(
    splitOwners(written, names).flatMap((part) => (isOwner(part, names) ? [part] : splitAtCommas(part))),
    names,
  );
}

/** By the words of a whole cell, the one body of the register that they name: an archive names the same few in every row. */
const KNOWN_OWNERS = new WeakMap<Board["organisations"], Map<string, readonly string[]>>();
const MOST_KNOWN = 1000;

function ownersKnownTo({ organisations }: Board): Map<string, readonly string[]> {
  const known = KNOWN_OWNERS.get(organisations) ?? new Map<string, readonly string[]>();
  if (known.size === 0) KNOWN_OWNERS.set(organisations, known);
  return known;
}

/** Whether words name owners, and nothing else. */
export function areOwners(words: string, names: Names): boolean {
  const parts = splitOwners(squash(words), names);
  return parts.length > 0 && parts.every((part) => isOwner(part, names));
}

/** Who stands at the start of an action before `to`, `will`, `shall`, `must` or `should`; nobody where that is in doubt. */
export function readLeadingOwners(text: string, names: Names): string[] {
  const connector = names.isPublished ? PUBLISHED_CONNECTOR : CONNECTOR;
  connector.lastIndex = 0;
  for (let match = connector.exec(text); match !== null; match = connector.exec(text)) {
    const subject = text.slice(0, match.index).trim();
    if (
      /(?<!\b(?:mr|mrs|ms|dr|prof|rev|cllr|supt|insp|st|hon|[a-z]))[.!?:]\s/i.test(subject) ||
      subject.split(/\s+/).length > LONGEST_SUBJECT
    )
      return [];
    if (/^be$/i.test(match[2]!) && /to$/i.test(match[1]!)) return [];
    const owners = readSubject(subject, match[2]!, names);
    if (owners !== null) return distinct(owners, names);
  }
  return [];
}

const CONNECTOR =
  /\s(to|will|shall|must|should|needs? to|(?:has|have) (?:agreed )?to|agreed to|is to|are to)\s+(\S+)/gi;
const PUBLISHED_CONNECTOR =
  /\s(to|will|would|shall|must|should|needs? to|(?:has|have) (?:agreed )?to|(?:agreed|undertook|offered|volunteered) to|(?:was|were|is|are) (?:asked )?to)\s+(\S+)/gi;

/** How many words may name those who have to do something. */
const LONGEST_SUBJECT = 16;

/** What a paper or a plan does, and nobody on a board: `PCP to go out to consultation` has no owner. */
const VERB_OF_A_THING =
  /^(?:go|come|include|remain|cover|follow|become|start|begin|end|take|run|continue|reflect|feature)$/i;

function readSubject(subject: string, verb: string, names: Names): string[] | null {
  const bare = subject.replace(/^the\s+/i, "").replace(/,$/, "");
  if (bare === "") return null;
  const parts = splitOwners(bare, names).flatMap((part) =>
    isOwner(part, names) ? [part] : splitAtCommas(part),
  );
  const isThing = (part: string): boolean =>
    isUnlistedAbbreviation(part, names) && VERB_OF_A_THING.test(verb);
  const isNamed = (part: string): boolean =>
    isOwner(part, names) || (names.isPublished && isProperName(part) && !VERB_OF_A_THING.test(verb));
  if (parts.every((part) => isNamed(part) && !isThing(part))) return parts;
  return isGroup(bare) ? [bare] : null;
}

function splitAtCommas(part: string): string[] {
  return part.split(/\s*[,;]\s*/).filter(Boolean);
}

function withoutArticle(words: string): string {
  return words.trim().replace(/^(?:both|the)\s+/i, "");
}

/** Cuts a list of owners where that leaves owners on both sides; names of the register are never cut. */
function splitOwners(words: string, names: Names): string[] {
  const whole = withoutArticle(words);
  if (whole === "") return [];
  if (idOf(whole, names) !== null || names.lists(whole)) return [whole];
  if (names.isPublished && /^[A-Z]{2,4}(?:\s+[A-Z]{2,4})+$/.test(whole)) return whole.split(/\s+/);
  const masked = maskRegister(whole, names);
  for (const separator of [/\s*[,;]\s*(?:and\s+)?|\s*\/\s*|\s+\+\s+/, /\s+(?:and|&)\s+/i]) {
    const pieces = cutAt(whole, masked, separator);
    if (pieces.length < 2) continue;
    const parts = pieces.flatMap((piece) => splitOwners(piece, names));
    if (parts.every((part) => isOwner(part, names))) return parts;
  }
  return [whole];
}

/** The text with every name of the register blotted out, so that no cut falls into one. */
function maskRegister(words: string, names: Names): string {
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

function cutAt(words: string, masked: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of masked.matchAll(new RegExp(separator, "gi"))) {
    pieces.push(words.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...pieces, words.slice(from)].map((piece) => piece.trim()).filter(Boolean);
}

const ROLE =
  /^(?:(?:vice|deputy|co)[- ])?(?:chairs?|chairman|chairwoman|chairperson|secretariat|secretary|clerk|treasurer|all|everyone)$/i;

function isOwner(part: string, names: Names): boolean {
  return (
    idOf(part, names) !== null ||
    names.lists(part) ||
    ROLE.test(part.replace(/^the\s+/i, "")) ||
    (names.isPublished && isKindOfOwner(part)) ||
    isAbbreviation(part) ||
    isGroup(part)
  );
}

/** `MOPAC`, `MoJ`, `LHoCS`: more capitals than not, and no word for something left open. */
function isAbbreviation(part: string): boolean {
  if (!/^[A-Z][A-Za-z0-9&]{1,9}$/.test(part) || /^(?:TBC|TBA|AOB|NB|NA|ACTION|NONE|ITEM|NOTE)$/.test(part))
    return false;
  const capitals = part.replace(/[^A-Z]/g, "").length;
  return capitals >= 2 && capitals * 2 > part.length;
}

function isUnlistedAbbreviation(part: string, names: Names): boolean {
  return isAbbreviation(part) && idOf(part, names) === null && !names.lists(part);
}

const GROUP =
  /^(?:sub-?|work(?:ing)?-?)?(?:boards?|panels?|groups?|teams?|members?|officials|partners|councils?|committees?|offices?|departments?|services?|subgroups?)$/i;

/** A phrase whose head noun names a group of people: `Small group of Board members`, not `Paper for the group`. */
function isGroup(part: string): boolean {
  const [head] = part.split(/\s+of\s+/i);
  const noun = /(\S+)$/.exec(head ?? "")?.[1] ?? "";
  const isQualified = /\s(?:for|on|from|in|with|at|to|by|about|across|who|that|which|is|are)\s/i.test(
    head ?? "",
  );
  return GROUP.test(noun) && !isQualified && !/[,;:.]/.test(part);
}

/** The id of the body that goes by this name, an honorific or an article before it aside. */
function idOf(part: string, names: Names): string | null {
  const body = findOrganisation(names.board, part) ?? findOrganisation(names.board, foldPerson(part));
  return body?.id ?? null;
}

/** Each owner once, those of the register by their id. */
function distinct(parts: readonly string[], names: Names): string[] {
  return [...new Set(parts.map((part) => idOf(part, names) ?? part.replace(/^the\s+/i, "")))];
}
