import { bankHolidayOn, isWeekend } from "../../model/bank-holiday.ts";
import { formatDay, WEEKDAYS } from "../../model/day.ts";
import { placeOfNote } from "../place.ts";
import type { Rule } from "../rule.ts";

export const meetingIsOnAWorkingDay: Rule = {
  id: "meeting-is-on-a-working-day",
  severity: "warning",
  conserves: false,
  on: ["agenda"],
  summary: "The day of a coming meeting is no weekend and no bank holiday of England.",
  why: "A date that was counted out in weeks from the last meeting falls on Easter Monday without anybody noticing. (Bank holidays are asked for where the board's `time-zone` is Europe/London, and are worked out by their rule.)",
  source: "Banking and Financial Dealings Act 1971",
  good: {
    files: {
      "2020-05-18.md": `---
date: 2020-05-18
state: agenda
---

## 1. Performance
`,
    },
  },
  bad: {
    files: {
      "2020-05-25.md": `---
date: [|2020-05-25|]
state: agenda
---

## 1. Performance
`,
    },
  },
  *check(note, { board }) {
    const { date } = note.meeting;
    if (date === null) return;
    const holiday = board.timeZone === "Europe/London" ? bankHolidayOn(date) : null;
    const name = holiday ?? (isWeekend(date) ? `a ${WEEKDAYS[new Date(date).getUTCDay()]}` : null);
    if (name === null) return;
    yield {
      span: placeOfNote(note),
      message: `${formatDay(date)} is ${name}.`,
      advice:
        "Choose another day, and rename the file with it; or turn this rule off if the board does meet then.",
    };
  },
};
