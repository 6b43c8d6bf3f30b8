import { RAISED, REPORTED } from "../example-notes.ts";
import { AGENDA_OR_HELD, type Rule } from "../rule.ts";

export const oneRowAnAction: Rule = {
  id: "one-row-an-action",
  severity: "error",
  conserves: true,
  on: AGENDA_OR_HELD,
  summary: "No action has two rows in a note.",
  why: "Two rows may tell two stories, and the reader can't know which one the Board was told. Until one is gone, the row that leaves the action open counts.",
  good: {
    files: {
      ...RAISED,
      ...REPORTED,
    },
  },
  bad: {
    files: {
      ...RAISED,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Status   | Update                  |
| ------------ | -------------------- | ----- | -------- | ----------------------- |
| 2020-01-21/1 | Send out the figures | MOPAC | Complete | sent on 3 February 2020 |
[|| 2020-01-21/1 | Send out the figures | MOPAC | Ongoing  | some are still missing  ||]
`,
    },
  },
  *checkBooked(note, { met }) {
    for (const { ref, row, first } of met(note, "two rows")) {
      yield {
        span: row.span,
        message: `\`${row.cited?.value ?? ref}\` has a row already.`,
        advice: "Keep one row, and write in it all that was said.",
        related: [{ path: note.path, span: first.span, message: "The first one stands" }],
      };
    }
  },
};
