import { plainText } from "../markdown/plain-text.ts";
import type { Span } from "../source/source-file.ts";
import type { Passage } from "./passage.ts";
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

/** A heading as a note of either form has it. */
export interface Heading {
  readonly title: string;
  readonly number: number | null;
  readonly isItem: boolean;
  readonly level: number;
  readonly span: Span;
  /** What stands in the same passage behind the heading. */
  readonly rest: Passage | null;
}

/** A heading whose rank no marks tell: below every item, above nothing. */
export const LOWEST_LEVEL = 7;

/** Divides a note of rrb's own form: headings are Markdown's, items are `## N. Title`. */
export function outlineOwnForm(text: string, passages: readonly Passage[]): Outline {
  return divide(
    passages,
    (passage) => {
      if (passage.kind !== "heading") return null;
      const { level, lines, span } = passage;
      const plain = plainText(text, lines);
      const { title, number } = numberOf(plain.text);
      const isItem = level === 2 && (number !== null || partOf(plain.text) === null);
      return { title, number, isItem, level, span, rest: null };
    },
    partOf,
  );
}

/** `3. Performance` taken apart; a title without a number is itself. */
function numberOf(title: string): { title: string; number: number | null } {
  const match = /^\s*(?:(?:agenda\s+)?item\s+)?(\d{1,3})\s*(?:[.):]|\s[-\u2013\u2014])\s*(\S.*)$/i.exec(
    title,
  );
  if (match === null) return { title: title.trim(), number: null };
  return { title: match[2]!.trim(), number: Number(match[1]) };
}

/** Divides passages at their headings; `partOfTitle` tells the part that a title gives to its section. */
export function divide(
  passages: readonly Passage[],
  headingAt: (passage: Passage) => Heading | null,
  partOfTitle: (title: string) => Part | null,
): Outline {
  const preamble: Passage[] = [];
  const sections: (Section & { passages: Passage[] })[] = [];
  const above: { level: number; part: Part | null }[] = [];
  let open = preamble;
  for (const passage of passages) {
    const heading = headingAt(passage);
    if (heading === null) {
      open.push(passage);
      continue;
    }
    const own = partOfTitle(heading.title);
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
    open = rest === null ? [] : [rest];
    sections.push({
      title,
      number,
      isItem,
      part,
      hasOwnPart: own !== null,
      outerPart,
      heading: span,
      passages: open,
    });
  }
  return { preamble, sections };
}
