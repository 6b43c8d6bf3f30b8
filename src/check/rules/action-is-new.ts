import { formatDay } from "../../model/day.ts";
import { placeOfMarker } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const actionIsNew: Rule = {
  id: "action-is-new",
  severity: "warning",
  conserves: false,
  on: HELD,
  summary: "An action that is raised does not repeat one that is open, or was just closed.",
  why: "An old action written out again starts a second life with a new number: its age is lost, and the first one stays open for ever.",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures for every borough.
`,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action                                 | Owner | Status      | Update               |
| ------------ | -------------------------------------- | ----- | ----------- | -------------------- |
| 2020-01-21/1 | Send out the figures for every borough | MOPAC | In progress | half of them are out |
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

Action 1 (MOPAC; by 14 February 2020): Send out the figures for every borough.
`,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action                                 | Owner | Status      | Update               |
| ------------ | -------------------------------------- | ----- | ----------- | -------------------- |
| 2020-01-21/1 | Send out the figures for every borough | MOPAC | In progress | half of them are out |

## 2. Performance

[|Action 1|] (MOPAC; by 29 May 2020): Send out the figures for every borough.
`,
    },
  },
  *check({ meeting }, { repeats, ledger }) {
    for (const { ref, again, closedAt } of repeats(meeting)) {
      const first = ledger.actions.get(ref)?.entries[0];
      yield {
        span: placeOfMarker(again),
        message:
          closedAt === null
            ? `This repeats \`${ref}\`, which is open.`
            : `This repeats \`${ref}\`, which was closed on ${formatDay(closedAt.slice(0, 10))}.`,
        advice:
          closedAt === null
            ? "Report on it in its row under the actions from previous meetings instead, or say here what is different."
            : "Give it a row with an open status, which opens it again, or say here what is different.",
        ...(first && { related: [{ path: first.path, span: first.span, message: "It was first written" }] }),
      };
    }
  },
};
