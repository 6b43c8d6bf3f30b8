import type { Block } from "../../markdown/block.ts";
import { REFERENCE } from "../../model/reference.ts";
import { isOwnForm } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const textIsRead: Rule = {
  id: "text-is-read",
  severity: "warning",
  conserves: false,
  on: HELD,
  summary: "Nothing that a note says stands in HTML or in code, where it is not read.",
  why: "An action that is indented by four spaces is code to every reader of Markdown, and one between `<p>` and `</p>` is HTML: nobody will carry it forward. (An error where an action, a decision or a reference stands in it.)",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.

<!-- The figures themselves are with MOPAC. -->
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

    [|Action 1 (MOPAC; by 14 February 2020): Send out the figures.|]

[|<p>Action 2 (MOPAC): Visit the new custody suite.</p>|]
`,
    },
  },
  *check(note, { prose }) {
    const { blocks, indicesOf, text } = prose;
    let isTold = false;
    for (const index of [...indicesOf("html"), ...indicesOf("code")].sort((a, b) => a - b)) {
      const block = blocks[index]!;
      const words = wordsOf(block, text);
      const isMarked = MARKED.test(words) || REFERENCE.test(words);
      const isText = block.kind === "html" && /\p{L}/u.test(words);
      // One place is enough to say that a note is written in HTML; each action in it counts where notes are rrb's own.
      if (!(isMarked || isText) || (isTold && !(isMarked && isOwnForm(note)))) continue;
      isTold = true;
      const { start, end } = block;
      const isIndented = block.kind === "code" && !/^[`~]/.test(text.slice(start, end));
      yield {
        span: isIndented ? trimmed(block, text) : { start, end },
        ...(isMarked && { severity: "error" }),
        message: `This is ${block.kind === "html" ? "HTML" : "code"}, and nothing that it says is read.`,
        advice: isIndented
          ? "Begin the line at the margin."
          : "Write it as Markdown: text, a list, or a table with `|`.",
      };
    }
  },
};

/** The start of a marked line. */
const MARKED =
  /(?:^|\n|>)[ \t*_>|-]{0,20}(?:agreed action|action|decision|agreed|resolved|deferred)s?\b[ \t]*(?:\d+[ \t]*)?(?:\([^)\n]*\)[ \t]*)?\**(?::|[ \t][-\u2013])/i;

/** What a block says, without its tags and comments. */
function wordsOf({ kind, start, end }: Block, text: string): string {
  const words = text.slice(start, end);
  return kind === "html" ? words.replace(/<!--.*?(?:-->|$)/gs, "").replace(/<[^<>]*>/g, "\n") : words;
}

function trimmed({ start, end }: Block, text: string): { start: number; end: number } {
  const words = text.slice(start, end);
  return { start: start + words.search(/\S/), end: start + words.trimEnd().length };
}
