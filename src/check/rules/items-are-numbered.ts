import type { Item } from "../../model/meeting.ts";
import type { Edit } from "../../source/diagnostic.ts";
import { isUnderlined } from "../item-note.ts";
import { excerpt, isYaml } from "../place.ts";
import type { Prose } from "../prose.ts";
import { AGENDA_OR_HELD, type Rule, type RuleFinding } from "../rule.ts";
import { findUnmadeHeadings, type UnmadeHeading } from "../unmade-heading.ts";

export const itemsAreNumbered: Rule = {
  id: "items-are-numbered",
  severity: "warning",
  conserves: false,
  on: AGENDA_OR_HELD,
  ofForm: true,
  summary: "Items are headings of level 2 that are numbered 1, 2, 3, with no gap and no repeat.",
  why: "Papers, members and later notes cite an item by its number. Nothing is renumbered for you, as somebody may have cited it already.",
  fixed: "makes headings of items that stand in bold or lack the space behind `##`.",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

The figures were shown.

## 2. Custody

The figures were shown.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

The figures were shown.

[|## 3. Custody|]

The figures were shown.

[|##4. Women|]

The figures were shown.

[|## Drugs|]

The figures were shown.
`,
    },
  },
  *check(note, { prose }) {
    const { items } = note.meeting;
    if (isYaml(note)) return;
    const misplaced = findMisplaced(prose);
    const hasNumbers = items.some(({ number }) => number !== null);
    if (!hasNumbers && misplaced.length > 0) yield firstMisplaced(misplaced);
    else if (!hasNumbers && items.length > 0) yield noneNumbered(items);
    else yield* checkSequence(items, misplaced, prose.text);
  },
};

function* checkSequence(
  items: readonly Item[],
  misplaced: readonly Misplaced[],
  text: string,
): Iterable<RuleFinding> {
  const byNumber = new Map(misplaced.toReversed().map((line) => [line.number, line]));
  const isTold = new Set<Misplaced>();
  let last = 0;
  // Items without a number may have been counted by those that follow, or not.
  let uncounted = 0;
  for (const item of items) {
    const { number, span } = item;
    const elsewhere = byNumber.get(last + 1);
    if (number === null) {
      yield isUnderlined(item, text) ? madeByALine(item) : unnumbered(item, last + uncounted + 1);
      uncounted++;
      continue;
    }
    if (number === last + 2 && elsewhere !== undefined && elsewhere.span.start < span.start) {
      isTold.add(elsewhere);
      yield told(elsewhere, last + 1);
    } else if (number < last + 1 || number > last + 1 + uncounted) yield outOfSequence(item, last);
    last = Math.max(last, number);
    uncounted = 0;
  }
  // What lacks but a space was meant for a heading, whether or not a number is missing without it.
  for (const line of misplaced) {
    if (text.startsWith("#", line.span.start) && line.fix !== null && !isTold.has(line))
      yield told(line, line.number);
  }
}

function unnumbered({ span, title }: Item, number: number): RuleFinding {
  return {
    span,
    message: "This item has no number.",
    advice: `Write \`## ${number}. ${shown(title)}\`.`,
  };
}

function noneNumbered([first, second]: readonly Item[]): RuleFinding {
  const next = second === undefined ? "" : `, \`## 2. ${shown(second.title)}\` and so on`;
  return {
    span: first!.span,
    message: "No item of this note has a number.",
    advice: `Write \`## 1. ${shown(first!.title)}\`${next}.`,
  };
}

function madeByALine({ span }: Item): RuleFinding {
  return {
    span,
    message: "The line of hyphens right below makes this a heading.",
    advice: "Leave a blank line between the two, or delete the hyphens.",
  };
}

function outOfSequence({ span, number, title }: Item, last: number): RuleFinding {
  const message =
    last === 0
      ? `The first item is numbered ${number}.`
      : number === last
        ? `There is an item ${number} already.`
        : `Item ${number} comes after item ${last}.`;
  return {
    span,
    message,
    advice: `Write \`## ${last + 1}. ${shown(title)}\` if nobody has cited it by the other number yet.`,
  };
}

/** A line that is numbered as items are, and is no heading of level 2. */
type Misplaced = Omit<UnmadeHeading, "fix"> & { readonly fix: Edit | null };

function findMisplaced(prose: Prose): readonly Misplaced[] {
  const headings = prose.headings.flatMap(({ level, words, span }) => {
    const match = level === 2 ? null : /^(\d{1,3})[.):]\s+(\S.*)$/.exec(words);
    if (match === null) return [];
    const message = `This item is a heading of level ${level}, and items are of level 2.`;
    return [{ span, number: Number(match[1]), title: match[2]!, message, fix: null }];
  });
  return [...headings, ...findUnmadeHeadings(prose)].toSorted((a, b) => a.span.start - b.span.start);
}

function told({ span, title, message, fix }: Misplaced, number: number): RuleFinding {
  return { span, message, advice: `Write \`## ${number}. ${shown(title)}\`.`, ...(fix && { fix }) };
}

/** Where no item is a heading, the first says it for all; they are mended together where they run 1, 2, 3. */
function firstMisplaced(misplaced: readonly Misplaced[]): RuleFinding {
  const [first] = misplaced;
  const fixes = misplaced.flatMap(({ number, fix }, index) => (number === index + 1 ? (fix ?? []) : []));
  const { fix: _own, ...finding } = told(first!, 1);
  return fixes.length === misplaced.length ? { ...finding, fix: fixes } : finding;
}

function shown(title: string): string {
  return excerpt(title.replaceAll("`", "'"), 40);
}
