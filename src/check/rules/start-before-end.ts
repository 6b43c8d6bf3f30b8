import { placeOfKey } from "../place.ts";
import { AGENDA_OR_HELD, type Rule } from "../rule.ts";

export const startBeforeEnd: Rule = {
  id: "start-before-end",
  severity: "warning",
  conserves: false,
  on: AGENDA_OR_HELD,
  ofForm: true,
  summary: "A meeting ends after it starts, and a note that says when also says where, or by which medium.",
  why: "A slip such as `10:30-09:30` sends people to the right room at the wrong hour. A time without a place sends them nowhere.",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
time: 10:30-12:30
place: Online
present: [MOPAC]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
time: [|12:30-10:30|]
place: City Hall
present: [MOPAC]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  *check(note) {
    const { time, place } = note.meeting;
    const clock = /^(\d{2}:\d{2})-(\d{2}:\d{2})$/.exec(time ?? "");
    if (clock === null) return;
    const [, start, end] = clock;
    if (end! <= start!) {
      yield {
        span: placeOfKey(note, "time"),
        message: start === end ? "This meeting ends as it starts." : "This meeting ends before it starts.",
        advice: "Write when it starts, then when it ends: `10:30-12:30`.",
      };
    } else if (place === null) {
      yield {
        span: placeOfKey(note, "time"),
        message: "This note says when the meeting is, and not where.",
        advice: "Write `place: City Hall`, or `place: Online`.",
      };
    }
  },
};
