import { hasNote } from "../item-note.ts";
import { HELD, type Rule } from "../rule.ts";

export const interestsAreDeclared: Rule = {
  id: "interests-are-declared",
  severity: "warning",
  conserves: false,
  on: HELD,
  ofForm: true,
  where: (board) => board.standingItems.some((item) => INTERESTS.test(item)),
  summary:
    "Where the declaration of interests is a standing item, the note says who declared what, or that nobody did.",
  why: "An interest that was declared and not written down protects nobody: neither the member nor the decision. (Asked only of boards that have it among their `standing-items`.)",
  source:
    "The Local Authorities (Executive Arrangements) Regulations 2012, SI 2012/2089, regulation 12, as a model",
  good: {
    files: {
      "board.yaml": `name: Example Board
standing-items: [Declarations of interest]
`,
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Declarations of interest

None were declared.
`,
    },
  },
  bad: {
    files: {
      "board.yaml": `name: Example Board
standing-items: [Declarations of interest]
`,
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

[|## 1. Declarations of interest|]

## 2. Performance

The figures were shown.
`,
    },
  },
  *check(note, { prose }) {
    const item = note.meeting.items.find(({ title }) => INTERESTS.test(title));
    if (item === undefined || hasNote(item, note, prose)) return;
    yield {
      span: item.span,
      message: "This note does not say whether anybody declared an interest.",
      advice: "Write who declared what, or `None were declared.`",
    };
  },
};

const INTERESTS = /\binterests?\b/i;
