import type { Passage } from "../passage.ts";
import { isMarkedHeading } from "./heading.ts";
import { firstLine, isBold } from "./heading-line.ts";
import { hasMinuteNumber, itemNumberOf, meetingNumberOf, titleBeforeColon } from "./item-number.ts";
import { LONGEST_TITLE } from "./parting.ts";

/** The number that a passage would bear as the heading of an item; null where it can't be one. */
type NumberIn = (text: string, passage: Passage) => number | null;

/** The ways in which real notes number their items, the surest first. */
const STYLES: readonly NumberIn[] = [
  (text, passage) =>
    passage.kind === "heading"
      ? (passage.marker ?? itemNumberOf(firstLine(text, passage).text).number)
      : null,
  (text, passage) => {
    if (passage.kind !== "text" || !(isBold(text, passage) || beginsInBold(text, passage))) return null;
    return (passage.marker ?? -1) > 0 ? passage.marker : itemNumberOf(firstLine(text, passage).text).number;
  },
  (text, passage) => {
    if (passage.kind !== "text" || passage.marker !== null) return null;
    const line = firstLine(text, passage).text;
    if (line.length > LONGEST_TITLE) return null;
    const isNumbered =
      /^\s*(?:agenda\s+)?item\s+\d/i.test(line) || (hasMinuteNumber(line) && !/[.;,]$/.test(line));
    return isNumbered ? itemNumberOf(line).number : null;
  },
  (text, passage) => {
    if (passage.kind !== "text" || passage.marker !== null) return null;
    const line = firstLine(text, passage).text.trim();
    if (passage.lines.length > 1 && (line.split(/\s+/).length > WORDS_OF_TITLE || !beginsAnew(text, passage)))
      return null;
    return /^\d{1,2}\s+\p{Lu}[^.;,!?]{2,80}$/u.test(line) ? itemNumberOf(line).number : null;
  },
  (text, passage) => {
    if (passage.kind !== "text" || (passage.marker ?? -1) < 0 || passage.depth !== 1) return null;
    const line = firstLine(text, passage).text.trim();
    const isSentence = /[.;,]$/.test(line) && !OUTCOME.test(line);
    return line.length > LONGEST_TITLE || isSentence || isMarkedHeading(line) ? null : passage.marker;
  },
];

/** `Minutes of the last meeting - signed.`: a title with its outcome. */
const OUTCOME =
  /^(?:apologies|welcome|minutes|notes|previous\s+minutes|last\s+minutes|declarations?)\b[^.:;]{0,50}\s[-\u2013\u2014]\s[^.]{2,50}\.$/i;

/** How many words, its number among them, the title of an item has that stands right above its minute. */
const WORDS_OF_TITLE = 9;

/** Whether the line below the first one is no more of the same sentence. */
function beginsAnew(text: string, { lines }: Passage): boolean {
  return /^\s*(?:[\p{Lu}\d"'\u2018\u201c([]|\P{L}\s)/u.test(text.slice(lines[1]!.start, lines[1]!.end));
}

/** `**4. Next meeting:** 18 September`: a numbered title in bold, and words behind it. */
function beginsInBold(text: string, { lines, marker }: Passage): boolean {
  const line = lines[0];
  if (line === undefined || marker !== null) return false;
  return /^\s*\*\*\s*\d{1,3}[.)]?\s+[^*]{2,80}(?::\s*\*\*|\*\*\s*:)/.test(text.slice(line.start, line.end));
}

/** Ways that lists have too: they count only where nothing surer numbers the items. */
const LAST_STYLES: readonly NumberIn[] = [
  (text, passage) => {
    if (passage.kind === "row" || !(passage.kind === "heading" || isBold(text, passage))) return null;
    return meetingNumberOf(firstLine(text, passage).text);
  },
  (text, passage) => {
    if (passage.kind !== "text" || (passage.marker ?? -1) < 0 || passage.depth !== 1) return null;
    const line = firstLine(text, passage).text.trim();
    return titleBeforeColon(line) === null || isMarkedHeading(line) ? null : passage.marker;
  },
];

/** How many styles mark their headings so well that their numbers may begin anywhere. */
const MARKED_STYLES = 3;

/** Some headings numbered 1, 2, 3 …; others of the same style may count between them. */
interface Sequence {
  readonly headings: Map<Passage, number>;
  /** How many of them have something below them; the entries of a mere list have not. */
  filled: number;
  last: Passage;
}

/** The headings of items, found by their sequence: each number is the last one and one more. */
export function findNumberedHeadings(
  text: string,
  passages: readonly Passage[],
): ReadonlyMap<Passage, number> {
  const surely = longestSequence(text, passages, STYLES, MARKED_STYLES);
  const loosely = longestSequence(text, passages, LAST_STYLES, LAST_STYLES.length);
  // A title may have its minute behind it; then the titles that stand alone are but some of them.
  const isPart = loosely.size > surely.size && [...surely.keys()].every((passage) => loosely.has(passage));
  return isPart ? loosely : surely;
}

function longestSequence(
  text: string,
  passages: readonly Passage[],
  styles: readonly NumberIn[],
  marked: number,
): ReadonlyMap<Passage, number> {
  let best: ReadonlyMap<Passage, number> = new Map();
  let most = 0;
  for (const [rank, numberIn] of styles.entries()) {
    for (const { headings, filled } of findSequences(text, passages, numberIn, rank < marked)) {
      const isList = filled * 2 < headings.size;
      const isOne = filled < 2;
      const [first] = headings.values();
      if (isOne && first !== 1) continue;
      if (isList || (isOne && rank > 1) || filled <= most) continue;
      best = headings;
      most = filled;
    }
  }
  return best;
}

function findSequences(
  text: string,
  passages: readonly Passage[],
  numberIn: NumberIn,
  mayBeginAnywhere: boolean,
): Sequence[] {
  const sequences: Sequence[] = [];
  // By the number that each waits for, in the order in which they began.
  const waiting = new Map<number, Sequence[]>();
  for (const [index, passage] of passages.entries()) {
    const number = numberIn(text, passage);
    if (number === null) continue;
    const goesOn = number === 1 ? null : takeNext(waiting.get(number) ?? [], passage);
    // The minutes of a year may be numbered through; the entries of a list begin with 1.
    if (goesOn === null && number !== 1 && !mayBeginAnywhere) continue;
    const sequence = goesOn ?? begin(passage, sequences);
    const next = passages[index + 1];
    const isFilled = passage.lines.length > 1 || (next !== undefined && numberIn(text, next) === null);
    sequence.headings.set(passage, number);
    sequence.filled += isFilled ? 1 : 0;
    sequence.last = passage;
    waiting.set(number + 1, [...(waiting.get(number + 1) ?? []).slice(0, LISTS_AT_ONCE), sequence]);
  }
  return sequences;
}

/** How many sequences may wait for one number: a note of ten thousand lists must not take all day. */
const LISTS_AT_ONCE = 50;

function begin(passage: Passage, sequences: Sequence[]): Sequence {
  const sequence = { headings: new Map<Passage, number>(), filled: 0, last: passage };
  sequences.push(sequence);
  return sequence;
}

/** The next entry of a list goes on with that list; anything else with the sequence that began first. */
function takeNext(waiting: Sequence[], passage: Passage): Sequence | null {
  const ofList = waiting.findIndex(({ last }) => last.list >= 0 && last.list === passage.list);
  return waiting.splice(Math.max(ofList, 0), 1)[0] ?? null;
}
