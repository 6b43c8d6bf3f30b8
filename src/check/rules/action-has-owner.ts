import { isYaml, placeOfMarker } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const actionHasOwner: Rule = {
  id: "action-has-owner",
  severity: "warning",
  conserves: false,
  on: HELD,
  summary: "Every action says who is accountable for it.",
  why: "An action that belongs to nobody is chased by nobody. Three of the eight actions of the Board's meeting of January 2020 name no owner.",
  source: "ICSA, Minute taking; audit question 14 of The Christie NHS Foundation Trust",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
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

[|Action 1|]: The figures to be sent out by 14 February 2020.
`,
    },
  },
  *check(note) {
    for (const action of note.meeting.actions) {
      if (action.owners.length > 0) continue;
      yield {
        span: placeOfMarker(action),
        message: "This action names nobody who is accountable for it.",
        advice: isYaml(note)
          ? "Write who it is: `owners: [OWNER]`."
          : `Put who it is in brackets after the number: \`Action ${action.number} (OWNER): …\`.`,
      };
    }
  },
};
