import type { Item, Note } from "../../model/meeting.ts";
import { isUnderlined } from "../item-note.ts";
import { excerpt, isYaml } from "../place.ts";
import type { Stretch } from "../prose.ts";
import { AGENDA_OR_HELD, type Context, type Rule, type RuleFinding } from "../rule.ts";

export const itemsAreNumbered: Rule = {
  id: "items-are-numbered",
  severity: "warning",
  conserves: false,
  on: AGENDA_OR_HELD,
  ofForm: true,
  summary: "Items are headings of level 2 that are numbered 1, 2, 3, with no gap and no repeat.",
  why: "Papers, members and later notes cite an item by its number. Nothing is renumbered for you, as somebody may have cited it already.",
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

[|## Drugs|]

The figures were shown.
`,
    },
  },
  *check(note, context) {
    const { items } = note.meeting;
    if (isYaml(note)) return;
    const numbered = numberedHeadings(note, context);
    const { text } = context.prose(note);
    if (items.every(({ number }) => number === null) && numbered.length > 0)
      yield atOtherLevel(numbered[0]!, 1);
    else if (items.length > 0 && items.every(({ number }) => number === null)) {
      yield noneNumbered(items);
    } else yield* checkSequence(items, numbered, text);
  },
};

function* checkSequence(
  items: readonly Item[],
  numbered: readonly Numbered[],
  text: string,
): Iterable<RuleFinding> {
  const byNumber = new Map(numbered.toReversed().map((heading) => [heading.number, heading]));
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
    if (number === last + 2 && elsewhere !== undefined && elsewhere.stretch.span.start < span.start)
      yield atOtherLevel(elsewhere, last + 1);
    else if (number < last + 1 || number > last + 1 + uncounted) yield outOfSequence(item, last);
    last = Math.max(last, number);
    uncounted = 0;
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

/** A heading of another level than 2 that is numbered as items are. */
interface Numbered {
  readonly stretch: Stretch;
  readonly number: number;
  readonly title: string;
}

function numberedHeadings(note: Note, { prose }: Context): Numbered[] {
  return prose(note).headings.flatMap((stretch) => {
    if (stretch.level === 2) return [];
    const match = /^(\d{1,3})[.):]\s+(\S.*)$/.exec(stretch.words);
    return match === null ? [] : [{ stretch, number: Number(match[1]), title: match[2]! }];
  });
}

function atOtherLevel({ stretch, title }: Numbered, number: number): RuleFinding {
  return {
    span: stretch.span,
    message: `This item is a heading of level ${stretch.level}, and items are of level 2.`,
    advice: `Write \`## ${number}. ${shown(title)}\`.`,
  };
}

function shown(title: string): string {
  return excerpt(title.replaceAll("`", "'"), 40);
}
