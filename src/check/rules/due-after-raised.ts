import { formatDay } from "../../model/day.ts";
import { placeOfDue } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const dueAfterRaised: Rule = {
  id: "due-after-raised",
  severity: "error",
  conserves: false,
  on: HELD,
  summary: "No action is due before the meeting that raised it.",
  why: "Such an action is overdue from the start. Mostly it is last year's year, written out of habit in January.",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
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

Action 1 (MOPAC; by [|14 February 2019|]): Send out the figures.
`,
    },
  },
  *check(note, { text }) {
    const { date, actions } = note.meeting;
    for (const action of actions) {
      if (date === null || action.due === null || action.due >= date) continue;
      yield {
        span: placeOfDue(action, note, text),
        message: `This is due on ${formatDay(action.due)}, before the meeting of ${formatDay(date)} that raised it.`,
        advice: "Write the day that is meant.",
      };
    }
  },
};
