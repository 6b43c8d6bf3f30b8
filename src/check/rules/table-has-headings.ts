import type { Block } from "../../markdown/block.ts";
import type { Span } from "../../source/source-file.ts";
import { quoted } from "../place.ts";
import { AGENDA_OR_HELD, type Rule, type RuleFinding } from "../rule.ts";

export const tableHasHeadings: Rule = {
  id: "table-has-headings",
  severity: "warning",
  conserves: false,
  on: AGENDA_OR_HELD,
  ofForm: true,
  summary:
    "The columns of a table have headings, an image has words in its place, and a link says where it leads.",
  why: "Who has a page read out hears of a table one cell after the other, of an image its words, and of links a list without the text around them.",
  source: "WCAG 2.2, success criteria 1.1.1, 1.3.1 and 2.4.4; Publishing accessible documents (GDS)",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

| Month    | Cases |
| -------- | ----- |
| December | 112   |

![Cases a month: 98 in November, 112 in December](cases.png)

See [the figures for December](https://example.org/december).
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

[||          |       ||]
| -------- | ----- |
| December | 112   |

[|![](cases.png)|]

See [|[here](https://example.org/december)|].
`,
    },
  },
  *check(_note, { prose }) {
    const { blocks, indicesOf, text, blocksWith } = prose;
    const found = indicesOf("table").flatMap((index) => [...checkTable(blocks, index)]);
    for (const { kind, start, end } of blocksWith(IMAGE_OR_LINK_AT_ALL)) {
      if (kind === "paragraph" || kind === "cell" || kind === "html")
        found.push(...checkLinks(text.slice(start, end), start));
    }
    yield* found.sort((a, b) => a.span.start - b.span.start);
  },
};

function* checkTable(blocks: readonly Block[], table: number): Iterable<RuleFinding> {
  const { start, end } = blocks[table + 1]!;
  let next = table + 2;
  while (blocks[next]?.kind === "cell") next++;
  const cells = blocks.slice(table + 2, next);
  // The first column may hold the names of the rows, and its heading nothing.
  const named = cells.length > 1 ? cells.slice(1) : cells;
  const bare = named.filter(({ lines }) => lines.length === 0);
  if (bare.length === 0) return;
  const isAll = bare.length === named.length;
  yield {
    span: isAll ? { start, end } : spanOf(bare[0]!),
    message: isAll ? "The columns of this table have no headings." : "This column has no heading.",
    advice: isAll ? "Write a heading over each column." : "Write one over it.",
  };
}

function spanOf({ start, end }: Block): Span {
  return { start, end };
}

const IMAGE_OR_LINK =
  /(?<code>`[^`]*`)|!\[(?<alternative>[^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)|(?<!!)\[(?<label>[^[\]]*)\]\([^()]*\)|<img\b(?<img>[^<>]*)>/gi;
const SAYS_NOTHING =
  /^(?:(?:click |see )?here|this|link|this link|the link|more|read more|see more|more information|download|pdf|document|\W*)$/i;

const IMAGE_OR_LINK_AT_ALL = /\]\(|<img/i;

function* checkLinks(text: string, offset: number): Iterable<RuleFinding> {
  for (const match of text.matchAll(IMAGE_OR_LINK)) {
    const { alternative, label, img } = match.groups!;
    const span = { start: offset + match.index, end: offset + match.index + match[0].length };
    if (alternative?.trim() === "" || (img !== undefined && !/\balt\s*=\s*["']?[^"'\s>]/i.test(img))) {
      yield {
        span,
        message: "Nobody who cannot see this image learns what it shows.",
        advice: "Say it in the brackets: `![Cases a month](…)`.",
      };
    } else if (label !== undefined && SAYS_NOTHING.test(label.trim())) {
      yield {
        span,
        message:
          label.trim() === "" ? "This link has no words." : `${quoted(label)} does not say where this leads.`,
        advice: "Link the words that do: `[the figures for December](…)`.",
      };
    }
  }
}
