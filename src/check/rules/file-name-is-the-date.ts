import { formatDay } from "../../model/day.ts";
import { nameOf } from "../../model/file-name.ts";
import { ANY_STATE, type Rule } from "../rule.ts";

export const fileNameIsTheDate: Rule = {
  id: "file-name-is-the-date",
  severity: "error",
  conserves: false,
  on: ANY_STATE,
  summary: "The file's name, its `date` and a date in its title agree.",
  why: "References such as `2020-01-21/3` are made from the file's name. Where the note itself gives another day, nobody can tell which meeting an action came from.",
  source: "a published board had a file of the 9th headed the 10th",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

# Note of the meeting of 21 January 2020

## 1. Performance

The figures were shown.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: [|2020-01-22|]
present: [MOPAC]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  *check({ meeting }) {
    const named = meeting.id.slice(0, 10);
    const reported = new Set([named]);
    for (const { value, span } of meeting.statedDates) {
      if (reported.has(value)) continue;
      reported.add(value);
      const renamed = nameOf(meeting.path).replace(named, value);
      yield {
        span,
        message: `Here the meeting is on ${formatDay(value)}, and by the file's name on ${formatDay(named)}.`,
        advice: `Write \`${named}\` here, or rename the file to \`${renamed}\`.`,
      };
    }
  },
};
