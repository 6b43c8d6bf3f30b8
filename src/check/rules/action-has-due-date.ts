import type { RaisedAction } from "../../model/meeting.ts";
import { isYaml, placeOfMarker } from "../place.ts";
import { holdsPlaceholder } from "../placeholder.ts";
import { HELD, type Rule } from "../rule.ts";

export const actionHasDueDate: Rule = {
  id: "action-has-due-date",
  severity: "information",
  conserves: false,
  on: HELD,
  where: (board) => board.defaultDue === null,
  summary: "Every action says by when: a day, a meeting or an event, or why there is none.",
  why: "What is due on no day is never late. (Not asked where `default-due` in `board.yaml` says when such an action is due.)",
  source: "ICSA, Minute taking: who, what, by when",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC): Send out the figures by the next meeting.
Action 2 (MOPAC; ongoing): Tell members when new figures are published.
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

[|Action 1|] (MOPAC): Send out the figures.
`,
    },
  },
  *check(note, { text }) {
    for (const action of note.meeting.actions) {
      if (action.dueText !== null || (action.logRow?.dueText ?? null) !== null || saysWhy(action)) continue;
      const { span, marker } = action;
      if (holdsPlaceholder(text(note.path).slice(Math.min(span.start, marker.start), span.end))) continue;
      const owner = action.owners[0] ?? "OWNER";
      yield {
        span: placeOfMarker(action),
        message: "This action does not say by when.",
        advice: isYaml(note)
          ? "Write it: `due: 14 February 2020`, or a meeting, an event, or a reason for none."
          : `Write it behind the owner: \`Action ${action.number} (${owner}; by …): …\`.`,
      };
    }
  },
};

/** A reason for no date, in the action's own words. */
function saysWhy({ text }: RaisedAction): boolean {
  return /\b(?:ongoing|on-going|standing action|until further notice|no (?:due )?date (?:yet|as|because)|at (?:each|every) meeting|each (?:week|month|quarter|year)|every (?:week|month|quarter|year)|weekly|monthly|quarterly|annually)\b/i.test(
    text,
  );
}
