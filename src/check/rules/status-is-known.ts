import { adviseStatus } from "../../model/known-status.ts";
import { RAISED, REPORTED } from "../example-notes.ts";
import { quoted } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const statusIsKnown: Rule = {
  id: "status-is-known",
  severity: "error",
  conserves: false,
  on: HELD,
  summary: "Every status begins with words that are known.",
  why: "Whether an action is open or closed is read from these words and never guessed. Words that nobody knows leave the action open, whatever was meant.",
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
| 2020-01-21/1 | Send out the figures | MOPAC | [|Compleat|] | sent on 3 February 2020 |
`,
    },
  },
  *check({ meeting }, { board, text }) {
    for (const row of meeting.progress) {
      if (row.disposition === null || row.disposition.known) continue;
      const { start, end } = row.statusSpan;
      yield {
        span: row.statusSpan,
        message: `${quoted(row.disposition.words)} is no status that is known, so the action stays open.`,
        advice: adviseStatus(row.disposition.words, board.statuses, text.slice(start, end)),
      };
    }
  },
};
