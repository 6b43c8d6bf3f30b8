import { bodyNamed, type Names } from "./names.ts";
import { isKindOfOwner } from "./published/names.ts";

const ROLE =
  /^(?:(?:vice|deputy|co)[- ])?(?:chairs?|chairman|chairwoman|chairperson|secretariat|secretary|clerk|treasurer|all|everyone)$/i;

/** Whether a few words name one owner: somebody listed, a role, an abbreviation or a group of people. */
export function isOwner(part: string, names: Names): boolean {
  return (
    bodyNamed(part, names) !== null ||
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

/** Whether a part is an abbreviation that nobody lists: of a body that is not known, or of a thing. */
export function isUnlistedAbbreviation(part: string, names: Names): boolean {
  return isAbbreviation(part) && bodyNamed(part, names) === null && !names.lists(part);
}

const GROUP =
  /^(?:sub-?|work(?:ing)?-?)?(?:boards?|panels?|groups?|teams?|members?|officials|partners|councils?|committees?|offices?|departments?|services?|subgroups?)$/i;

/** A phrase whose head noun names a group of people: `Small group of Board members`, not `Paper for the group`. */
export function isGroup(part: string): boolean {
  const [head] = part.split(/\s+of\s+/i);
  const noun = /(\S+)$/.exec(head ?? "")?.[1] ?? "";
  const isQualified = /\s(?:for|on|from|in|with|at|to|by|about|across|who|that|which|is|are)\s/i.test(
    head ?? "",
  );
  return GROUP.test(noun) && !isQualified && !/[,;:.]/.test(part);
}
