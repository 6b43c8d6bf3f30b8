import type { Block } from "../../markdown/block.ts";
import { readPassages } from "../../read/passages.ts";
import { findRunningHeads } from "../../read/published/running-heads.ts";
import { isOwnForm, quoted } from "../place.ts";
import type { Prose } from "../prose.ts";
import { HELD, type Rule, type RuleFinding } from "../rule.ts";
import { isSpoken } from "../stretch.ts";

export const noImportDebris: Rule = {
  id: "no-import-debris",
  severity: "warning",
  conserves: false,
  on: HELD,
  summary: "Nothing is left in a note that only a conversion from Word or PDF can have written.",
  why: "Such marks are read out to whoever cannot see the page, and hide what they stand in: a table of tabs is no table, and a date with tags in it is found by nobody. (In a note that is not in rrb's own form they are told once.)",
  source: "the Board's note of August 2021, as it was converted",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

The figures of 30th December were shown.

1. Custody
2. Release
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

The figures of 30[|<sup>th</sup>|] December were shown[| \\_|]

[|- |]1. Custody
[|- |]2. Release
`,
    },
  },
  *check(note, context) {
    const prose = context.prose;
    const found = [
      ...findMarks(prose),
      ...findLists(prose),
      ...findPasted(prose),
      ...findHeads(prose, isOwnForm(note)),
    ];
    const [first, ...more] = found.toSorted((a, b) => a.span.start - b.span.start);
    if (first === undefined) return;
    if (isOwnForm(note)) yield* [first, ...more];
    else {
      const others =
        more.length === 0 ? "" : `, and ${more.length} more such mark${more.length === 1 ? "" : "s"},`;
      const { span, message } = first;
      yield { span, message, advice: `Mend it${others} when the note gets its front matter.` };
    }
  },
};

/** What a conversion leaves within a line, what it is, and what belongs in its place; null where that takes a judgement. */
const MARKS: readonly (readonly [pattern: RegExp, name: string, replacement: string | null])[] = [
  [/<sup>\s*(st|nd|rd|th)\s*<\/sup>/gi, "A tag around the end of a number", "$1"],
  [/(?<=\S)[ \t]+\\_(?=[ \t]*$)|(?<=^|[ \t])\\_[ \t]+/gm, "A lone underscore", ""],
  [/\\(?=['"]|\.{3})/g, "A backslash that hides nothing", ""],
  [/&nbsp;/g, "The name of a space", " "],
  [/\[([^[\]]+)\]\{\.(?:underline|mark|smallcaps)\}/g, "The name of a style", "$1"],
  [/\[\]\{#[^{}]*\}| \{#[\w.-]+(?: [.][\w-]+)*\}$/gm, "A bookmark of Word", ""],
  [
    /\bError! (?:Bookmark|Reference source) not (?:defined|found)\.?/g,
    "A reference that Word had lost",
    null,
  ],
  [/^[ \t]*page \d+ of \d+[ \t]*$/gim, "The number of a page", ""],
];
const MARKS_AT_ALL = /<sup|\\[_'".]|&nbsp;|\{[.#]|Error! |\bpage \d+ of/i;

function* findMarks({ text, blocksWith }: Prose): Iterable<RuleFinding> {
  for (const block of blocksWith(MARKS_AT_ALL)) {
    if (!isSpoken(block)) continue;
    const words = text.slice(block.start, block.end);
    for (const [pattern, name, replacement] of MARKS) {
      for (const match of words.matchAll(pattern)) {
        const start = block.start + match.index;
        const span = { start, end: start + match[0].length };
        const fixed = replacement?.replace("$1", match[1] ?? "");
        yield {
          span,
          message: `${name} is left here from a conversion.`,
          advice:
            fixed === undefined
              ? "Write what it stood for."
              : fixed.trim() === ""
                ? "Delete it."
                : `Write ${quoted(fixed)}.`,
          ...(fixed !== undefined && { fix: { span, text: fixed } }),
        };
      }
    }
  }
}

/** `- 1. Custody`: a list of one in every entry of a list. */
function* findLists({ blocks, indicesOf, text }: Prose): Iterable<RuleFinding> {
  for (const index of indicesOf("item")) {
    const block = blocks[index]!;
    const inner = blocks[index + 1];
    if (block.level !== -1 || inner?.kind !== "list" || inner.level < 0) continue;
    // What lies deeper is told with the outermost.
    if (inner.parent !== index || blocks[blocks[block.parent]!.parent]?.kind === "item") continue;
    const span = { start: block.start, end: inner.start };
    const isOneLine = !text.slice(block.start, block.end).trimEnd().includes("\n");
    yield {
      span,
      message: "A list within a list is left here from a conversion.",
      advice: "Leave the number alone: `1. …`.",
      ...(isOneLine && { fix: { span, text: "" } }),
    };
  }
}

const PASTED_ROW = /^(?:\d{1,3}[.)]?|ref|no\.?|#)[ ]*\t+\S/i;

/** A table pasted from Word, its columns parted by tabs; told at its first row. */
function* findPasted({ blocks, text }: Prose): Iterable<RuleFinding> {
  if (!text.includes("\t")) return;
  let last: Block | null = null;
  for (const block of blocks) {
    if (block.kind !== "paragraph" || !PASTED_ROW.test(text.slice(block.start, block.end))) continue;
    const goesOn: boolean = last !== null && text.slice(last.end, block.start).trim() === "";
    last = block;
    const line = block.lines[0];
    if (goesOn || line === undefined) continue;
    yield {
      span: line,
      message: "This is a table whose columns only tabs tell apart.",
      advice: "Write `| No | Action | Status |` over it, and `|` between the columns.",
    };
  }
}

/** The head of a page that a conversion put into the text; in rrb's own form only a title that comes again. */
function* findHeads({ blocks, text, headings }: Prose, isOwn: boolean): Iterable<RuleFinding> {
  const message = "This is the head of a page, left here from a conversion.";
  const advice = "Delete it.";
  if (isOwn) {
    const [title, ...others] = headings.filter(({ level }) => level === 1);
    if (others.length === 0) return;
    const letters = lettersOf(title?.words ?? "");
    const again = others.filter(({ words }) => letters.startsWith(lettersOf(words) || " "));
    for (const { span } of again) yield { span, message, advice };
  } else {
    for (const { span } of findRunningHeads(text, readPassages(text, blocks)))
      yield { span, message, advice };
  }
}

function lettersOf(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}]/gu, "");
}
