import { type Plain, plainText, spanIn } from "../markdown/plain-text.ts";
import type { Span } from "../source/source-file.ts";
import { LONGEST_TITLE, partParagraphs } from "./parting.ts";
import type { Passage } from "./passage.ts";
import { findRunningHeads } from "./running-heads.ts";
import { type Part, partOf } from "./section-parts.ts";

/** A heading and what stands under it, up to the next heading. */
export interface Section {
  readonly title: string;
  /** The number before the title, where it is an item's. */
  readonly number: number | null;
  readonly isItem: boolean;
  /** The part that it plays, its own or that of the section it stands in. */
  readonly part: Part | null;
  /** Whether the part is its own. */
  readonly hasOwnPart: boolean;
  /** The part of the section around it, which goes on where an attendance list ends. */
  readonly outerPart: Part | null;
  readonly heading: Span;
  readonly passages: readonly Passage[];
}

export interface Outline {
  /** What stands before the first heading that is an item or plays a part: title, date, place. */
  readonly preamble: readonly Passage[];
  readonly sections: readonly Section[];
}

interface Heading {
  readonly passage: Passage;
  readonly title: string;
  readonly number: number | null;
  readonly isItem: boolean;
  readonly level: number;
  readonly span: Span;
  /** What stands in the same passage behind the heading. */
  readonly rest: Passage | null;
}

/** A heading whose rank no marks tell: below every item, above nothing. */
const LOWEST_LEVEL = 7;

/** Divides a note of rrb's own form: headings are Markdown's, items are `## N. Title`. */
export function outlineOwnForm(text: string, passages: readonly Passage[]): Outline {
  return divide(passages, (passage) => {
    if (passage.kind !== "heading") return null;
    const plain = plainText(text, passage.lines);
    const numbered = numberOf(plain.text);
    const isItem = passage.level === 2 && (numbered.number !== null || partOf(plain.text) === null);
    return { passage, ...numbered, isItem, level: passage.level, span: passage.span, rest: null };
  });
}

/** Divides a note as it stands: plain lines and bold ones may be headings, and depth is noise. */
export function outlinePublishedNote(text: string, all: readonly Passage[]): Outline {
  const running = findRunningHeads(text, all);
  const passages = partParagraphs(
    text,
    all.filter((passage) => !running.has(passage)),
  );
  const numbered = findNumberedHeadings(text, passages);
  const hasItems = numbered.size > 0;
  return divide(passages, (passage) => {
    const number = numbered.get(passage);
    if (number !== undefined) return headingOf(text, passage, 2, number, true);
    if (passage.kind === "row") return null;
    const plain = firstLine(text, passage);
    const part = partOf(plain.text);
    const isMarked = passage.kind === "heading" || isBold(text, passage);
    if (part !== null && (isMarked || isPlainHeading(plain.text, part))) {
      return headingOf(
        text,
        passage,
        LOWEST_LEVEL,
        null,
        !hasItems && isMarked && part.kind !== "attendance",
      );
    }
    if (!isMarked || isMarkedLine(plain.text)) return null;
    return headingOf(
      text,
      passage,
      passage.kind === "heading" && hasItems ? LOWEST_LEVEL : 6,
      null,
      !hasItems,
    );
  });
}

function divide(passages: readonly Passage[], headingAt: (passage: Passage) => Heading | null): Outline {
  const preamble: Passage[] = [];
  const sections: (Section & { passages: Passage[] })[] = [];
  const above: { level: number; part: Part | null }[] = [];
  for (const passage of passages) {
    const heading = headingAt(passage);
    const open = sections[sections.length - 1]?.passages ?? preamble;
    if (heading === null) {
      open.push(passage);
      continue;
    }
    const own = partOf(heading.title);
    if (sections.length === 0 && own === null && !heading.isItem) {
      preamble.push(passage);
      continue;
    }
    while (above.length > 0 && above[above.length - 1]!.level >= heading.level) above.pop();
    const outerPart = heading.isItem ? null : (above[above.length - 1]?.part ?? null);
    const part = own ?? outerPart;
    above.push({ level: heading.level, part });
    const { title, number, isItem, span, rest } = heading;
    const passagesOf = rest === null ? [] : [rest];
    sections.push({
      title,
      number,
      isItem,
      part,
      hasOwnPart: own !== null,
      outerPart,
      heading: span,
      passages: passagesOf,
    });
  }
  return { preamble, sections };
}

/** A heading that may be the first line of a longer passage. */
function headingOf(
  text: string,
  passage: Passage,
  level: number,
  number: number | null,
  isItem: boolean,
): Heading {
  const plain = firstLine(text, passage);
  const part = partOf(plain.text);
  const named = number === null ? { title: plain.text.trim(), number } : { ...numberOf(plain.text), number };
  // `Apologies: Ann Other` is heading and content in one.
  const cut = part !== null && part.contentFrom !== null ? part.contentFrom : null;
  const span = cut === null ? spanIn(plain, 0, plain.text.length) : spanIn(plain, 0, cut);
  const rest =
    cut === null
      ? passage.lines.slice(1)
      : [spanIn(plain, cut, plain.text.length), ...passage.lines.slice(1)];
  const restPassage: Passage | null =
    rest.length === 0
      ? null
      : {
          ...passage,
          kind: "text",
          level: 0,
          marker: null,
          lines: rest,
          span: { start: rest[0]!.start, end: passage.span.end },
        };
  return { passage, ...named, isItem, level, span, rest: restPassage };
}

function firstLine(text: string, passage: Passage): Plain {
  return plainText(text, passage.lines.slice(0, 1));
}

/** `3. Performance` taken apart; a title without a number is itself. */
function numberOf(title: string): { title: string; number: number | null } {
  const match = /^\s*(?:(?:agenda\s+)?item\s+)?(\d{1,3})\s*(?:[.):]|\s[-\u2013\u2014])\s*(\S.*)$/i.exec(
    title,
  );
  if (match === null) return { title: title.trim(), number: null };
  return { title: match[2]!.trim(), number: Number(match[1]) };
}

/** Whether the whole of a passage's first line stands in bold. */
function isBold(text: string, passage: Passage): boolean {
  const line = passage.lines[0];
  if (line === undefined || passage.marker === -1) return false;
  const raw = text.slice(line.start, line.end).trim();
  return (
    /^(?:\*\*|__)(?:(?!\*\*|__).)+(?:\*\*|__):?$/.test(raw.replace(/\*\*\s*\*\*/g, " ")) &&
    raw.length <= LONGEST_TITLE
  );
}

/** A plain line that is a heading by what it says alone. */
function isPlainHeading(line: string, part: Part): boolean {
  if (part.contentFrom !== null) return true;
  return line.trim().split(/\s+/).length <= 12 && !/[.;,?!]$/.test(line.trim()) && !isMarkedLine(line);
}

function isMarkedLine(line: string): boolean {
  return /^\s*(?:agreed\s+)?(?:actions?|decisions?|agreed|resolved|endorsed|noted|recommended|deferred)\b\s*\d*\s*(?:\([^)]*\))?\s*(?::|\s[-\u2013\u2014])/i.test(
    line,
  );
}

/** The number that a passage would bear as the heading of an item; null where it can't be one. */
type NumberIn = (text: string, passage: Passage) => number | null;

/** The ways in which real notes number their items, the surest first. */
const STYLES: readonly NumberIn[] = [
  (text, passage) => (passage.kind === "heading" ? numberOf(firstLine(text, passage).text).number : null),
  (text, passage) => {
    if (passage.kind !== "text" || !isBold(text, passage)) return null;
    return (passage.marker ?? -1) > 0 ? passage.marker : numberOf(firstLine(text, passage).text).number;
  },
  (text, passage) => {
    if (passage.kind !== "text" || passage.marker !== null) return null;
    const line = firstLine(text, passage).text;
    return /^\s*(?:agenda\s+)?item\s+\d/i.test(line) && line.length <= LONGEST_TITLE
      ? numberOf(line).number
      : null;
  },
  (text, passage) => {
    if (passage.kind !== "text" || (passage.marker ?? -1) < 0 || passage.depth !== 1) return null;
    const line = firstLine(text, passage).text.trim();
    return line.length > LONGEST_TITLE || /[.;,]$/.test(line) || isMarkedLine(line) ? null : passage.marker;
  },
];

/** Some headings numbered 1, 2, 3 …; others of the same style may count between them. */
interface Sequence {
  readonly headings: Map<Passage, number>;
  /** How many of them have something below them; the entries of a mere list have not. */
  filled: number;
  last: Passage;
}

/** The headings of items, found by their sequence: each number is the last one and one more. */
function findNumberedHeadings(text: string, passages: readonly Passage[]): ReadonlyMap<Passage, number> {
  let best: ReadonlyMap<Passage, number> = new Map();
  let most = 0;
  for (const [rank, numberIn] of STYLES.entries()) {
    for (const { headings, filled } of findSequences(text, passages, numberIn)) {
      const isList = filled * 2 < headings.size;
      const isOne = filled < 2;
      if (isList || (isOne && rank > 1) || filled <= most) continue;
      best = headings;
      most = filled;
    }
  }
  return best;
}

function findSequences(text: string, passages: readonly Passage[], numberIn: NumberIn): Sequence[] {
  const sequences: Sequence[] = [];
  // By the number that each waits for, in the order in which they began.
  const waiting = new Map<number, Sequence[]>();
  for (const [index, passage] of passages.entries()) {
    const number = numberIn(text, passage);
    if (number === null) continue;
    const sequence = number === 1 ? begin(passage, sequences) : takeNext(waiting.get(number) ?? [], passage);
    if (sequence === null) continue;
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
