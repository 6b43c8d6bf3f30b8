import type { Decision } from "../../model/meeting.ts";
import { placeOfMarker } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const decisionNumberIsUnique: Rule = {
  id: "decision-number-is-unique",
  severity: "error",
  conserves: false,
  on: HELD,
  summary: "No decision number stands twice in a note.",
  why: "A decision is cited by its meeting and its number. Where two share one, nobody can tell which was meant.",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Decision 1: Stop and search comes first.
Decision 2: The figures are published every quarter.
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

Decision 1: Stop and search comes first.
[|Decision 1|]: The figures are published every quarter.
`,
    },
  },
  *check({ path, meeting }) {
    const first = new Map<number, Decision>();
    for (const decision of meeting.decisions) {
      if (decision.written === null) continue;
      const holder = first.get(decision.written);
      if (holder === undefined) {
        first.set(decision.written, decision);
        continue;
      }
      yield {
        span: placeOfMarker(decision),
        message: `The number ${decision.written} belongs to another decision of this note.`,
        advice: `Write \`${decision.number}\`, the next free number.`,
        related: [{ path, span: placeOfMarker(holder), message: "It first stands" }],
      };
    }
  },
};
