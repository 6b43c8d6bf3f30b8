import type { Attendee } from "../../model/meeting.ts";

const TITLE =
  /^(?:(?:the|dr|prof|professor|sir|dame|lord|lady|baroness|cllrs?|councillors?|mr|mrs|ms|miss|rev|revd|hon|rt|supt|insp|sgt|pc|col|capt|major|canon|father|sister|judge)\.?\s+)+/i;

/** The parts of a person's name by which minutes go on to speak of them: `Ruth`, `Adeyemi`, `RA`. */
export function partialNames({ name, as }: Attendee): string[] {
  const whole = (name ?? as.split(/\s*[,(;]|\s+[-\u2013\u2014]\s/)[0]!).replace(TITLE, "");
  const words = whole.split(/\s+/);
  const isPerson =
    words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{Lu}[\p{L}.'\u2019-]*$/u.test(word));
  if (!isPerson) return [];
  const initials = words.map((word) => word[0]).join("");
  const ends = [words[0]!, words.at(-1)!].filter((word) => word.length > 2 || /^\p{Lu}\p{Ll}$/u.test(word));
  return [...ends, initials, `${words[0]![0]}${words.at(-1)![0]}`];
}

const ROLE =
  /^(?:the\s+)?(?:[\p{L}'\u2019&-]+\s+){0,4}(?:chair(?:man|woman|person)?|clerk|secretary|secretariat|treasurer|director|manager|officers?|head|headteacher|head\s?teacher|principal|leads?|leader|co-?ordinator|governors?|trustees?|councillors?|engineer|warden|bursar|administrator|executive|advis[eo]r|surveyor|accountant|solicitor|auditors?|librarian|registrar|ministers?|commissioner|caretaker|superintendent|inspector|officials|staff|colleagues|volunteers|attendees|delegates|representatives?|nurse|pharmacist|architect|analyst|editor|agency|unit|forum|network|association|trust|school|police|directorate|division|branch|authority|authorities|university|college)$/iu;
const OFFICE =
  /^(?:the\s+)?(?:(?:[Hh]ead|[Dd]irector|[Cc]hair|[Ll]eader|[Dd]ean|[Mm]aster|[Cc]hief|[Mm]embers?|[Gg]overnor)\s+of|(?:[Cc]lerk|[Ss]ecretary|[Aa]dvis[eo]r)\s+to)\s+(?:the\s+)?\p{Lu}[\p{L}&'\u2019-]*(?:\s+(?:and\s+)?\p{Lu}[\p{L}&'\u2019-]*){0,3}$/u;
/** Words that no owner holds: they begin a clause. */
const CLAUSE =
  /\b(?:for|on|from|in|with|at|by|about|who|that|which|is|are|was|were|be|not|it|this|if|when|has|have|and|the|to|will|shall|must|should)\b/i;
const TITLED =
  /^(?:the\s+)?(?:dr|prof|professor|sir|dame|lord|lady|baroness|cllrs?|councillors?|mr|mrs|ms|miss|rev|revd|supt|insp|sgt|pc|col|capt|major)\.?\s+(?:\p{Lu}[\p{L}.'\u2019-]*\s*){1,3}$/iu;

/** `bell Lead` is two things; a title has its capital at the front or nowhere, a common word before it aside. */
const CAPITAL_LATE =
  /^(?:the\s+)?(?!(?:deputy|vice|acting|assistant|interim|parish|town|school|club)\s)\p{Ll}.*\s\p{Lu}/u;

/** Whether words name an owner by what they are: `Head of Finance`, `the Amenities Officer`, `Cllr Udall`. */
export function isKindOfOwner(part: string): boolean {
  if (TITLED.test(part)) return true;
  if (/[,;:]/.test(part) || /^(?:an?|any|each|every|some|no|none|nil)\s/i.test(part)) return false;
  if (CAPITAL_LATE.test(part)) return false;
  return (ROLE.test(part) && !CLAUSE.test(part.replace(/^the\s+/i, ""))) || OFFICE.test(part);
}

/** Nouns that end the name of a thing, not of somebody: nobody asks a report to do anything. */
const THING =
  /(?:reports?|plans?|papers?|polic(?:y|ies)|strateg(?:y|ies)|reviews?|updates?|data|minutes|budgets?|agendas?|lists?|letters?|statements?|guidance|dates?|items?|programmes?|bills?|acts?|registers?|websites?|sites?|terms|reference|actions?|risks?|issues?|documents?|forms?|projects?|discussions?|meetings?|items?|figures|results|proposals?|accounts|contracts?|costs?|training|framework|model|pilot|drafts?|slides?|information|deadline|options?|schedule|survey|consultation|log|lease|licences?|licenses?|services|arrangements?|findings|dive|search|topics?|bank|number|works?|street|road|lane|park|hall|school|centre|field|gate)$/i;

/** Whether words are a proper name of somebody: two to five capitalised words, not the name of a thing. */
export function isProperName(part: string): boolean {
  return (
    /^(?:the\s+)?\p{Lu}[\p{L}.'\u2019-]*(?:\s+(?:(?:of|for|and|the|de|van|von|&|O['\u2019])\s+){0,2}\p{Lu}[\p{L}.'\u2019-]*){1,4}$/u.test(
      part,
    ) && !THING.test(part)
  );
}
