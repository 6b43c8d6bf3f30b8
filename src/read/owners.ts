import { squash } from "../markdown/plain-text.ts";
import type { Board } from "../model/board.ts";
import { detached } from "../source/kept.ts";
import { bodyNamed, maskRegister, type Names } from "./names.ts";
import { isGroup, isOwner, isUnlistedAbbreviation } from "./owner.ts";
import { isProperName } from "./published/names.ts";

/** The bodies that words in brackets or in an Owner column name; what the register does not know is kept as written. */
export function readNamedOwners(words: string, names: Names): readonly string[] {
  const known = ownersKnownTo(names.board);
  const alone = known.get(words);
  if (alone !== undefined) return alone;
  const written = squash(words).replace(/[.:]$/, "");
  if (written === "" || /^(?:[-\u2013\u2014]+|none|n\/?a|nil|tbc|tba|\?+)$/i.test(written)) return [];
  const id = bodyNamed(withoutArticle(written), names);
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
  if (bodyNamed(whole, names) !== null || names.lists(whole)) return [whole];
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

function cutAt(words: string, masked: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of masked.matchAll(new RegExp(separator, "gi"))) {
    pieces.push(words.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...pieces, words.slice(from)].map((piece) => piece.trim()).filter(Boolean);
}

/** Each owner once, those of the register by their id. */
function distinct(parts: readonly string[], names: Names): string[] {
  return [...new Set(parts.map((part) => bodyNamed(part, names) ?? part.replace(/^the\s+/i, "")))];
}
