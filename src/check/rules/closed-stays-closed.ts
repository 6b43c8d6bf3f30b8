import { formatDay } from "../../model/day.ts";
import { RAISED, REPORTED } from "../example-notes.ts";
import { quoted } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const closedStaysClosed: Rule = {
  id: "closed-stays-closed",
  severity: "warning",
  conserves: false,
  on: HELD,
  summary: "An action that is closed is not reported on again, unless the Board means to open it again.",
  why: "An open word on a closed action opens it again, and everybody will be chased for it. Often it is only a row copied from an older note. (For information only where the row says that it is closed.)",
  good: {
    files: {
      ...RAISED,
      ...REPORTED,
      "2020-09-15.md": `---
date: 2020-09-15
present: [MOPAC]
---

## 1. Performance

The figures were discussed.
`,
    },
  },
  bad: {
    files: {
      ...RAISED,
      ...REPORTED,
      "2020-09-15.md": `---
date: 2020-09-15
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Status  | Update |
| ------------ | -------------------- | ----- | ------- | ------ |
| 2020-01-21/1 | Send out the figures | MOPAC | [|Ongoing|] |        |
`,
    },
  },
  *checkBooked(note, { met }) {
    for (const { ref, row, closedAt } of met(note, "reopened")) {
      if (row.update !== null) continue;
      yield {
        span: row.statusSpan,
        message: `\`${ref}\` was closed on ${dayOf(closedAt)}, and ${quoted(row.disposition?.words ?? "")} opens it again.`,
        advice: "Delete the row if that is not meant; if it is, say in the update why.",
      };
    }
    for (const { ref, row, closedAt } of met(note, "closed again")) {
      yield {
        span: row.statusSpan,
        severity: "information",
        message: `\`${ref}\` was closed on ${dayOf(closedAt)} already.`,
        advice: "The row may go.",
      };
    }
  },
};

function dayOf(meeting: string): string {
  return formatDay(meeting.slice(0, 10));
}
