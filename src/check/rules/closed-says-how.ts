import { RAISED } from "../example-notes.ts";
import { quoted } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const closedSaysHow: Rule = {
  id: "closed-says-how",
  severity: "information",
  conserves: false,
  on: HELD,
  ofForm: true,
  summary: "A row that closes an action says what was done, or where that is recorded.",
  why: "The word `Complete` alone is a claim. What was done, and when, is what an auditor asks for, and what the next secretary looks up.",
  source: "audit question 15 of The Christie NHS Foundation Trust",
  good: {
    files: {
      ...RAISED,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Due | Status | Update |
| ------------ | -------------------- | ----- | --- | ------ | ------ |
| 2020-01-21/1 | Send out the figures | MOPAC | 14 Feb 2020 | Complete | sent on 3 February 2020 |
`,
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

| Ref          | Action               | Owner | Due | Status | Update |
| ------------ | -------------------- | ----- | --- | ------ | ------ |
| 2020-01-21/1 | Send out the figures | MOPAC | 14 Feb 2020 | [|Complete|] |  |
`,
    },
  },
  *check({ meeting }) {
    for (const { disposition, update, statusSpan } of meeting.progress) {
      if (disposition === null || disposition.state !== "closed" || update !== null) continue;
      yield {
        span: statusSpan,
        message: `${quoted(disposition.words)} does not say what was done.`,
        advice: "Say it in the update, such as `sent on 3 February`, or where it is recorded.",
      };
    }
  },
};
