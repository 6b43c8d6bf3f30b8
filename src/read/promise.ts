import { type BagOfWords, bagOfWords, containment, sizeOf } from "../model/wording.ts";
import { beginsAsAction } from "./published/action-words.ts";

/** Words by which a sentence promises something, and what a text must hold for them to stand in it at all. */
export interface PromisePattern {
  readonly pattern: RegExp;
  readonly hint: RegExp;
}

// Words of unbounded length would be looked through from each of their capitals on.
const WHO =
  "(?:[Ii]t|[Tt]hey|[Mm]embers|[Tt]he\\s+(?:\\p{L}+\\s+){1,3}|\\p{Lu}[\\p{L}&.-]{0,60}(?:\\s+\\p{Lu}[\\p{L}&.-]{0,60}){0,3})\\s*";
/** Who agreed, and to what; `had agreed` tells of another day. */
const AGREED = new RegExp(
  [
    `(?<![\\p{L}])${WHO}(?:(?:was|were|is|has|have)\\s+)?(?:also\\s+|then\\s+|further\\s+)?(?:been\\s+)?(?<!\\b[Hh]ad\\s+(?:also\\s+|been\\s+)?)(?<agreed>(?:agreed|resolved|decided)\\s+(?:to|that))\\b`,
    "(?=[AR])(?<=^|\\n|[.;]\\s+)(?<agreedAlone>(?:Agreed|AGREED|Resolved|RESOLVED)\\s+(?:to|that))\\b",
    `(?<![\\p{L}])${WHO}(?:also\\s+)?(?:undertook|offered|promised)\\s+to\\b`,
    `(?<![\\p{L}])${WHO}(?:was|were)\\s+(?:also\\s+)?(?:asked|tasked)\\s+(?:to|with)\\b`,
  ].join("|"),
  "gu",
);
/** `Agreed 2:` and `agreed.` promise nothing: what stands between the words of a promise is space, or markup. */
const AGREED_HINT =
  /\b(?:agreed|resolved|decided|undert(?:ook|aken)|tasked)\b(?!\s*[\d:.,;])|\b(?:offered|promised|asked) to\b/i;

/** `MPS to bring the figures`: a sentence that gives somebody something to do. */
const ORDER =
  /(?=\p{Lu})(?<=^|\n|[.!?;]\s+)(?<name>\p{Lu}[\p{L}&'\u2019-]{0,60}(?:\s+\p{Lu}[\p{L}&'\u2019-]{0,60}){0,4})\s+to\s+(?!be\b)\p{Ll}{2,}/gu;

const NAME = "\\p{Lu}[\\p{L}.&'\u2019-]{0,60}";
/** `Head of Audit to ask`, `Lee and Vic will order`, `the Clerk is to write`: as other boards put it, wherever a clause begins. */
const ORDER_OF_ANY = new RegExp(
  `(?<=^|\\n|[.!?;:\\u2013\\u2014)\\]-]\\s+|[\\d*_>\\u2192\\u2022]\\s*|^[-*]\\s+)(?<name>(?:[Tt]he\\s+)?${NAME}(?:(?:[^\\S\\n]*[/,&][^\\S\\n]*|[^\\S\\n]+(?:(?:of|and|&|for|the|in)\\s+){0,2})${NAME}){0,4}|[Aa]ll|[Ee]veryone)\\s+(?:to|will|would|shall|must|should|agreed\\s+to|undertook\\s+to|offered\\s+to|(?:is|are|was|were)\\s+(?:(?:asked|going|due)\\s+)?to)\\s+(?!be\\b|have\\s+been\\b)(?<verb>\\p{Ll}{2,})`,
  "gu",
);
const ORDER_OF_ANY_HINT = /\b(?:to|will|would|shall|must|should)\s+\p{Ll}/u;
/** `action 103 (winter beds) was closed`: how an earlier action stands, in the midst of a sentence. */
const REPORT =
  /\b(?<report>[Aa]ctions?\s+(?:(?:points?|items?|nos?\.?)\s+)?\d+)\b[^.;\n]{0,160}?\b(?:closed|completed?|discharged|done|remains?|outstanding|ongoing|carried|open|progress)\b/gu;
// It looks for `to` and then for the name before it, as there are fewer of these than of capitals.
const ORDER_HINT = /to(?<=\p{Lu}[\p{L}&'\u2019-]{0,60}\s+to)\s+\p{Ll}/u;

/** What a sentence may say that is an action or a decision without being marked as one; `isPromise` judges a match. */
export const PROMISE_PATTERNS: readonly PromisePattern[] = [
  { pattern: AGREED, hint: AGREED_HINT },
  { pattern: ORDER, hint: ORDER_HINT },
];

/** `Eric: the list`, `Dot – six stewards`: an entry, and before it whose it is. */
const OWNED_AHEAD = new RegExp(
  `(?<=^|\\n)(?<owner>${NAME}(?:(?:[^\\S\\n]*[/,&][^\\S\\n]*|[^\\S\\n]+(?:and[^\\S\\n]+)?)${NAME}){0,3})(?::|[^\\S\\n]+[-\\u2013\\u2014\\u2192])(?=\\s)`,
  "gu",
);
/** `Cakes – Joan (by 3 May)`: whose it is stands behind it. */
const OWNED_BEHIND = new RegExp(
  `(?<=^|\\n|[.!?;]\\s+)[^():.\\n]{2,60}[^\\S\\n][-\\u2013\\u2014][^\\S\\n]+(?<owner>${NAME}(?:[^\\S\\n]+(?:(?:and|&)[^\\S\\n]+)?${NAME}){0,3})(?=[^\\S\\n]*(?:\\(|\\n|$))`,
  "gu",
);
/** `Survey (LF): half of it is back`, `First aid (Bea)`: whose it is stands in brackets. */
const OWNED_BESIDE = /(?<=^|\n|[.!?;]\s+)[^().\n]{2,60}\((?<owner>[^()\n]{1,40})\)(?::|[^\S\n]*(?=\n|$))/gu;

const OWNED_HINT = /[:\u2013\u2014\u2192]|\s-\s/;

/** The same in notes that others wrote, who mark their actions in their own ways or not at all. */
export const PUBLISHED_PATTERNS: readonly PromisePattern[] = [
  { pattern: AGREED, hint: AGREED_HINT },
  { pattern: ORDER_OF_ANY, hint: ORDER_OF_ANY_HINT },
  { pattern: REPORT, hint: /\bactions?\s/i },
  { pattern: OWNED_AHEAD, hint: OWNED_HINT },
  { pattern: OWNED_BEHIND, hint: OWNED_HINT },
  { pattern: OWNED_BESIDE, hint: /\(/ },
];

/** Whether what one of the patterns found in a sentence promises something; `isSomebody` knows the names of a board. */
export function isPromise(
  match: RegExpMatchArray,
  sentence: string,
  isSomebody: (name: string) => boolean,
): boolean {
  const name = match.groups?.name;
  if (name !== undefined) return isSomebody(name) || mayBeSomebody(name, match.groups?.verb);
  if (match.groups?.report !== undefined) return true;
  const owner = match.groups?.owner;
  if (owner !== undefined) return owner.split(/\s*[,/&]\s*|\s+and\s+/).every(isSomebody);
  if (
    /\?$|\b(?:not|never|nor|if|whether|until|unless|once|before|see (?:also )?action)\b[^,]*\bagreed\b|\(see action/i.test(
      sentence,
    )
  )
    return false;
  if (!/that$/.test(match.groups?.agreed ?? "")) return true;
  return /\bthat\b.*\b(?:would|will|should|shall|must|to be|be)\b/is.test(
    sentence.slice(sentence.search(/agreed|resolved|decided/)),
  );
}

/** Words with a capital before `to` that are no name: `Proposal to raise fares`. */
const NO_NAME =
  /^(?:the\s+)?(?:proposals?|requests?|needs?|plans?|decisions?|options?|motions?|agreed|agreement|permission|how|what|when|where|who|why|it|this|that|there|these|those|they|we|he|she|you|i|work|time|due|thanks|nothing|everything)$/i;

/** Whether a name that nobody lists is before a verb by which minutes tell somebody what to do. */
function mayBeSomebody(name: string, verb: string | undefined): boolean {
  return verb !== undefined && beginsAsAction(verb) && !NO_NAME.test(name);
}

/** How far, in characters, a sentence reaches from the words that were found in it. */
const LONGEST_SENTENCE = 400;

/** The sentence in which an offset lies. */
export function sentenceAt(words: string, at: number): string {
  const before = words.slice(Math.max(0, at - LONGEST_SENTENCE), at);
  const behind = words.slice(at, at + LONGEST_SENTENCE);
  const end = behind.search(/[.?;](?:\s|$)/);
  return `${/(?:^|[.?;]\s)((?:(?![.?;]\s).)*)$/s.exec(before)?.[1] ?? ""}${end < 0 ? behind : behind.slice(0, end + 1)}`;
}

/** How much of the shorter wording stands in both, where they say the same. */
const SAME = 0.6;
/** Of fewer words a sentence may hold most by chance. */
const FEWEST_WORDS = 4;

/** Tells whether a sentence says what one of some marked lines says. */
export function repeaterOf(lines: readonly string[]): (sentence: string) => boolean {
  let marked: readonly BagOfWords[] | null = null;
  return (sentence) => {
    // Most notes hold no sentence of which this is asked, and one that holds some may hold hundreds.
    marked ??= lines.map(bagOfWords).filter((bag) => sizeOf(bag) >= FEWEST_WORDS);
    const said = bagOfWords(sentence);
    return marked.some((bag) => containment(said, bag) >= SAME);
  };
}
