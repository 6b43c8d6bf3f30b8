import { plainText, spanIn } from "../markdown/plain-text.ts";
import type { Span } from "../source/source-file.ts";
import { firstLine, isBold, isMarkedLine, isPlainHeading, numberOf } from "./heading-line.ts";
import { findNumberedHeadings } from "./item-sequence.ts";
import { partParagraphs } from "./parting.ts";
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
    // Where depth is noise, only the log itself tells that what follows is no longer of the last item.
    if (heading.level === LOWEST_LEVEL && own?.kind === "log") above.length = 0;
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
