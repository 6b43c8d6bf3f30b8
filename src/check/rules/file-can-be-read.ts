import { START } from "../place.ts";
import { ANY_STATE, type Rule } from "../rule.ts";

export const fileCanBeRead: Rule = {
  id: "file-can-be-read",
  severity: "error",
  conserves: true,
  on: ANY_STATE,
  summary: "Every note file in the board's folder can be read, and is named by a date.",
  why: "A file that is passed over in silence may hold actions that nobody sees any more. So a note that can't be opened, is larger than 5 MB, is not UTF-8 text, is a link out of the folder, or has a name that is no date is an error.",
  source: "Backlog.md lost 32 files behind a warning",
  good: {
    files: {
      "README.md": "What this folder holds.\n",
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  bad: {
    files: {
      "january-final.md": `[||]---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  check: () => [],
  *checkFiles({ unread }) {
    for (const { path, message, advice } of unread) yield { path, span: START, message, advice };
  },
};
