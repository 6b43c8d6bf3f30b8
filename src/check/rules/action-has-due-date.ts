import type { RaisedAction } from "../../model/meeting.ts";
import { isOwnForm, isYaml, placeOfMarker } from "../place.ts";
import { holdsPlaceholder } from "../placeholder.ts";
import { HELD, type Rule } from "../rule.ts";

export const actionHasDueDate: Rule = {
  id: "action-has-due-date",
  severity: "information",
  conserves: false,
  on: HELD,
  where: (board) => board.defaultDue === null,
  summary: "Every action says by when: a day, a meeting or an event, or why there is none.",
  why: "What is due on no day is never late. (In a note that is not in rrb's own form it is told once. Not asked where `default-due` in `board.yaml` says when such an action is due.)",
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
    const undated = note.meeting.actions.filter((action) => !saysWhen(action, text));
    // A note that was published as it stands is told once: nobody will date its actions now.
    const told = isOwnForm(note) ? undated : undated.slice(0, 1);
    for (const action of told) {
      const others = undated.length - told.length;
      const more =
        others === 0 ? "" : `, nor ${others === 1 ? "does another" : `do ${others} others`} of this note`;
      const owner = action.owners[0] ?? "OWNER";
      yield {
        span: placeOfMarker(action),
        message: `This action does not say by when${more}.`,
        advice: isYaml(note)
          ? "Write it: `due: 14 February 2020`, or a meeting, an event, or a reason for none."
          : `Write it behind the owner: \`Action ${action.number} (${owner}; by …): …\`.`,
      };
    }
  },
};

/** Whether an action has a due date, or a reason for none; what is still open `no-placeholder-left` points at. */
function saysWhen({ dueText, logRow, text, span, marker }: RaisedAction, source: string): boolean {
  if (dueText !== null || (logRow?.dueText ?? null) !== null || REASON.test(text)) return true;
  return holdsPlaceholder(source.slice(Math.min(span.start, marker.start), span.end));
}

const REASON =
  /\b(?:ongoing|on-going|standing action|until further notice|no (?:due )?date (?:yet|as|because)|(?:at|before) (?:each|every) meeting|(?:each|every) (?:week|month|quarter|year)|in\s+(?:\w+|\d+)\s+(?:days?|weeks?|months?)['\u2019]?(?:\s+time)?|weekly|monthly|quarterly|annually)\b|\((?:by|before|next|this|end of|early|late|in)\s[^()]*\)/i;
