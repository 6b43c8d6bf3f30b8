import type { RaisedAction } from "../../model/meeting.ts";
import { placeOfMarker } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const actionNumberIsUnique: Rule = {
  id: "action-number-is-unique",
  severity: "error",
  conserves: true,
  on: HELD,
  summary: "No action number stands twice in a note.",
  why: "The meeting and the number are an action's name for ever. Where two actions share one, closing the first closes the second in everybody's mind.",
  source: "Backlog.md#997; two calls of the Ethereum developers, 62 and 80",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC, MPS]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
Action 2 (MPS; by 28 February 2020): Visit the new custody suite.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC, MPS]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
[|Action 1|] (MPS; by 28 February 2020): Visit the new custody suite.
`,
    },
  },
  *check({ path, meeting }) {
    const first = new Map<number, RaisedAction>();
    for (const action of meeting.actions) {
      const number = action.written ?? action.logRow?.number ?? null;
      const holder = number === null ? undefined : first.get(number);
      if (number === null) continue;
      if (holder === undefined) {
        first.set(number, action);
        continue;
      }
      yield {
        span: action.written === null && action.logRow !== null ? action.logRow.span : placeOfMarker(action),
        message: `The number ${number} belongs to another action of this note.`,
        advice: `Write \`${action.number}\`, the next free number.`,
        related: [{ path, span: placeOfMarker(holder), message: "It first stands" }],
      };
    }
  },
};
