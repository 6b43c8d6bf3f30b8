import type { Names } from "../names.ts";
import { areOwners, readLeadingOwners } from "../owners.ts";
import { beginsAsAction } from "./action-words.ts";

const TRAILING =
  /\s*(?:[([]\s*(?:action(?:\s+by)?|owner|lead|for action|by)?\s*:?\s*(?<bracket>[^()[\]]{1,80})[)\]]|\s[-\u2013\u2014]\s*(?<dash>[A-Z]{2,4}(?:\s*[,/&]\s*[A-Z]{2,4})*))\.?\s*$/iu;
const LEADING =
  /^(?:\((?<round>[^()]{1,60})\)|\[(?<square>[^[\]]{1,60})\]|(?<colon>[^:()[\]]{1,60}?)(?:\s*:|\s+[-\u2013\u2014])(?=\s))\s*/u;

/** Owners whom the words of an action name at their end or their beginning: `Send it out (AB/CD)`, `AB: send it out`. */
export function ownersInWords(text: string, names: Names): string | null {
  const leading = LEADING.exec(text)?.groups;
  const first = leading?.round ?? leading?.square ?? leading?.colon;
  if (first !== undefined && isNames(first, names)) return first;
  const beside = BESIDE_TOPIC.exec(text)?.groups?.names;
  if (beside !== undefined && areListed(beside, names)) return beside;
  const actor = ACTOR.exec(text)?.[0];
  if (actor !== undefined && beginsAsAction(text.slice(actor.length).trimStart()) && areListed(actor, names))
    return actor;
  const match = TRAILING.exec(text);
  const last = match?.groups?.bracket ?? match?.groups?.dash;
  if (match === null || last === undefined || !isNames(last, names)) return null;
  const before = text.slice(0, match.index);
  if (abbreviates(last, before, names)) return null;
  // A body that acts goes before the person of it who sees to that; what is only like a name does not.
  const subjects = readLeadingOwners(text, names);
  const isSure = last.split(/\s*[,/&]\s*|\s+and\s+/).every((part) => names.lists(part));
  return subjects.length === 0 || (isSure && !subjects.every((name) => names.lists(name))) ? last : null;
}

/** `Survey (LF): 14 of 20 are back`: whose a topic is. */
const BESIDE_TOPIC = /^[^():]{2,60}\((?<names>[^()]{1,40})\)\s*(?::|[-\u2013\u2014]\s)/u;

/** `Lee ask the school`, `Jean and Bob do the poster`: a name that the note lists, and what its bearer is to do. */
const ACTOR = /^\p{Lu}[\p{L}'\u2019-]*(?:\s+(?:(?:and|&)\s+)?\p{Lu}[\p{L}'\u2019-]*){0,3}(?=\s+\p{Ll})/u;

function areListed(words: string, names: Names): boolean {
  return words.split(/\s+(?:and|&)\s+|\s*[,/]\s*/).every((part) => names.lists(part));
}

function isNames(words: string, names: Names): boolean {
  return !/\d/.test(words) && areOwners(words, names);
}

/** `… Voluntary Organisations (NCVO)`: an abbreviation right behind a name, or its first letters, names nobody new. */
function abbreviates(brackets: string, before: string, names: Names): boolean {
  if (!/^[A-Z]\w{1,7}$/.test(brackets.trim())) return false;
  const words = before.trim().split(/\s+/).slice(-8);
  const initials = words.map((word) => word[0] ?? "").join("");
  const shortens = [initials, initials.replace(/[^A-Z]/g, "")].some((letters) =>
    letters.toLowerCase().endsWith(brackets.trim().toLowerCase()),
  );
  return shortens || (!names.lists(brackets) && /^\p{Lu}/u.test(words.at(-1)!));
}
