import type { Span } from "../../source/source-file.ts";
import { isExtraordinary, isYaml, placeOfNote, quoted } from "../place.ts";
import { AGENDA_OR_HELD, type Rule } from "../rule.ts";
import { isSameItem } from "../title.ts";
import { findUnmadeHeadings } from "../unmade-heading.ts";

export const standingItemsAreThere: Rule = {
  id: "standing-items-are-there",
  severity: "warning",
  conserves: false,
  on: AGENDA_OR_HELD,
  ofForm: true,
  where: (board) => board.standingItems.length > 0,
  summary: "Every standing item of the board has its item.",
  why: "The items that come back at every meeting are those that nobody misses until they are needed: the minutes that were never confirmed, the actions that nobody asked after. (A meeting whose file's name goes on after the date, such as `2020-01-21-extraordinary`, has none.)",
  good: {
    files: {
      "board.yaml": `name: Example Board
standing-items: [Welcome and apologies, Any other business]
`,
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Welcome

The Chair welcomed members.

## 2. Performance

The figures were shown.

## 3. AOB

There was none.
`,
    },
  },
  bad: {
    files: {
      "board.yaml": `name: Example Board
standing-items: [Welcome and apologies, Minutes of the previous meeting, Any other business]
`,
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

[|## 1. Welcome|]

The Chair welcomed members.

## 2. Any other business

There was none.
`,
    },
  },
  *check(note, { board, prose }) {
    if (isExtraordinary(note) || note.meeting.items.length === 0) return;
    const headings: { title: string; span: Span }[] = isYaml(note)
      ? [...note.meeting.items]
      : [
          ...prose.headings.map(({ words, span }) => ({ title: words.replace(NUMBER, ""), span })),
          // That these are no headings `items-are-numbered` tells.
          ...findUnmadeHeadings(prose),
        ];
    let after = headings[0]?.span ?? placeOfNote(note);
    const missing = new Map<Span, string[]>();
    for (const standing of board.standingItems) {
      const found =
        headings.find(({ title }) => title === standing) ??
        headings.find(({ title }) => isSameItem(title, standing));
      if (found !== undefined) after = found.span;
      else missing.set(after, [...(missing.get(after) ?? []), standing]);
    }
    for (const [span, names] of missing) {
      const listed = names.map((name) => quoted(name)).join(", ");
      const them = names.length === 1 ? "it" : "them";
      const empty = note.meeting.state === "agenda" ? "" : ", if only to say that there was nothing";
      yield {
        span,
        message: `There is no item ${listed}.`,
        advice: `Add ${them}${empty}; or mend \`standing-items\` in \`board.yaml\`.`,
      };
    }
  },
};

const NUMBER = /^\d+[.):]\s*/;
