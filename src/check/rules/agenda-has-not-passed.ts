import { placeOfKey } from "../place.ts";
import type { Rule } from "../rule.ts";

export const agendaHasNotPassed: Rule = {
  id: "agenda-has-not-passed",
  severity: "error",
  conserves: true,
  on: ["agenda"],
  summary: "No agenda whose day has passed is left as an agenda.",
  why: "An agenda books nothing. Where its meeting was held, every action raised and closed there is missing from the ledger until the note says that it is one. (A warning where the agenda holds no action, decision or status yet.)",
  source: "fsr-de/myHPI#162",
  good: {
    today: "2020-01-22",
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
state: draft
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
`,
    },
  },
  bad: {
    today: "2020-01-22",
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
state: [|agenda|]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
`,
    },
  },
  *checkBooked(note, { met }) {
    for (const { held } of met(note, "agenda has passed")) {
      const span = placeOfKey(note, "state");
      yield held
        ? {
            span,
            message: "This is still an agenda, but its day has passed and it says what was done there.",
            advice: "Write `state: draft`, so that its actions count.",
          }
        : {
            span,
            severity: "warning",
            message: "This is still an agenda, but its day has passed.",
            advice: "Write `state: draft` if the meeting was held, or `state: cancelled` if it was not.",
          };
    }
  },
};
