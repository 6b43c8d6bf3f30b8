import { formatDay } from "../../model/day.ts";
import type { ProgressRow } from "../../model/meeting.ts";
import { normalisePhrase } from "../../model/status.ts";
import { RAISED } from "../example-notes.ts";
import { quoted } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const lateSaysWhy: Rule = {
  id: "late-says-why",
  severity: "warning",
  conserves: false,
  on: HELD,
  summary: "A row that says an action is delayed or overdue gives a reason.",
  why: "A delay that nobody explains is carried from meeting to meeting. The reason tells the board whether to wait, to help or to give up.",
  source: "audit question 16 of The Christie NHS Foundation Trust",
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
| 2020-01-21/1 | Send out the figures | MOPAC | 14 Feb 2020 | Delayed | the figures for October were lost |
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
| 2020-01-21/1 | Send out the figures | MOPAC | 14 Feb 2020 | [|Delayed|] |  |
`,
    },
  },
  *check({ meeting }) {
    for (const row of meeting.progress) {
      const { disposition, update, statusSpan } = row;
      if (disposition === null || update !== null || disposition.state !== "open") continue;
      if (isCalledLate(disposition.words)) {
        yield {
          span: statusSpan,
          message: `${quoted(disposition.words)} does not say why.`,
          advice: "Give the reason in the update, and what happens now.",
        };
      } else if (isPast(row, meeting.date)) {
        yield {
          span: statusSpan,
          message: `This was due on ${formatDay(row.due!)}, and nothing says why it is late.`,
          advice: "Give the reason in the update, and the day on which it will be done.",
        };
      }
    }
  },
};

function isCalledLate(words: string): boolean {
  return /^(?:delayed|overdue)$/.test(normalisePhrase(words));
}

/** Whether the day in the row has passed. Of `no update` there is nothing more to say. */
function isPast({ due, disposition }: ProgressRow, date: string | null): boolean {
  return due !== null && date !== null && due < date && disposition!.known && !disposition!.noUpdate;
}
