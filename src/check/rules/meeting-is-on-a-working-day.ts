import { bankHolidayOn, isWeekend } from "../../model/bank-holiday.ts";
import type { Board } from "../../model/board.ts";
import { type Day, formatDay, WEEKDAYS } from "../../model/day.ts";
import type { Span } from "../../source/source-file.ts";
import { entryOf } from "../../source/yaml-node.ts";
import { placeOfNote } from "../place.ts";
import type { Rule, RuleFinding } from "../rule.ts";

export const meetingIsOnAWorkingDay: Rule = {
  id: "meeting-is-on-a-working-day",
  severity: "warning",
  conserves: false,
  on: ["agenda", "draft"],
  summary:
    "The day of a coming meeting, and of the one that it announces, is no weekend and no bank holiday of England.",
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
next-meeting: [|2020-08-29|]
---

## 1. Performance
`,
    },
  },
  *check(note, { board }) {
    const { state, date } = note.meeting;
    if (state === "agenda" && date !== null) yield* judgeDay(date, placeOfNote(note), board);
  },
  *checkBooked({ meeting: { nextMeeting }, frontMatter }, { board, today, notes }) {
    const key = entryOf(frontMatter, "next-meeting");
    // Once a file claims the day, that file is asked; what is past cannot be moved.
    if (key === null || nextMeeting === null || nextMeeting < today) return;
    if (notes.some(({ meeting }) => meeting.date === nextMeeting)) return;
    yield* judgeDay(nextMeeting, key.span, board);
  },
};

function* judgeDay(day: Day, span: Span, { timeZone }: Board): Iterable<RuleFinding> {
  const holiday = timeZone === "Europe/London" ? bankHolidayOn(day) : null;
  const name = holiday ?? (isWeekend(day) ? `a ${WEEKDAYS[new Date(day).getUTCDay()]}` : null);
  if (name === null) return;
  yield {
    span,
    message: `${formatDay(day)} is ${name}.`,
    advice:
      "Choose another day, and rename a file that is named by it; or turn this rule off if the board does meet then.",
  };
}
