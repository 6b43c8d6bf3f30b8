import { isYaml } from "../place.ts";
import { AGENDA_OR_HELD, type Rule, type RuleFinding } from "../rule.ts";
import type { Stretch } from "../stretch.ts";

export const headingsDoNotSkip: Rule = {
  id: "headings-do-not-skip",
  severity: "warning",
  conserves: false,
  on: AGENDA_OR_HELD,
  ofForm: true,
  summary: "A note has one title, its headings go down one level at a time, and none is empty.",
  why: "Who cannot see the page walks through it by its headings. A level that is left out reads as if a part of the note were missing.",
  source: "WCAG 2.2, success criterion 1.3.1",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

# Note of the meeting

## 1. Performance

### Custody

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

# Note of the meeting

## 1. Performance

[|#### Custody|]

The figures were shown.
`,
    },
  },
  *check(note, { prose }) {
    if (isYaml(note)) return;
    const { headings } = prose;
    // Numbered headings of another level are items that slipped: `items-are-numbered` points at them.
    const hasItems = note.meeting.items.some(({ number }) => number !== null);
    let above = 1;
    let title: Stretch | null = null;
    for (const heading of headings) {
      const { level, words } = heading;
      if (words.trim() === "")
        yield told(heading, "This heading is empty.", "Give it its words, or delete it.");
      else if (level === 1 && title !== null && hasItems && !isRunningHead(words, title.words)) {
        yield told(heading, "This note has a title already.", "Write `##` for an item, or `###` within one.");
      } else if (level > above + 1 && (hasItems || !/^\d/.test(words))) {
        const wanted = "#".repeat(above + 1);
        yield told(
          heading,
          `This heading is of level ${level}, right below one of level ${above}.`,
          `Write \`${wanted}\`.`,
        );
      }
      if (level === 1) title ??= heading;
      above = level;
    }
  },
};

/** A title that comes again is the head of a page, of which `no-import-debris` tells. */
function isRunningHead(words: string, title: string): boolean {
  return words.startsWith(title) || title.startsWith(words);
}

function told({ span }: Stretch, message: string, advice: string): RuleFinding {
  return { span, message, advice };
}
