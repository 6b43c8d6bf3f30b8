import type { Note, RaisedAction } from "../../model/meeting.ts";
import { isYaml, placeOfMarker } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const actionIsNumbered: Rule = {
  id: "action-is-numbered",
  severity: "warning",
  confirmed: "error",
  conserves: false,
  on: HELD,
  summary: "Every action has its number written beside it.",
  why: "Later notes cite an action by its number. While that is not written, an action put in above it takes its place, and the reference points at another one. (An error in a confirmed note.)",
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

[|Action|] (MOPAC; by 14 February 2020): Send out the figures.
`,
    },
  },
  *check(note) {
    for (const action of note.meeting.actions) {
      if (action.written !== null || (action.fromLog && action.logRow?.number != null)) continue;
      yield {
        span: placeOfMarker(action),
        message: "This action has no number.",
        advice: `Write \`${asWritten(note, action)}\`; it is cited as \`${action.ref}\`.`,
      };
    }
  },
};

function asWritten(note: Note, { number, fromLog }: RaisedAction): string {
  if (isYaml(note)) return `number: ${number}`;
  return fromLog ? `${number}` : `Action ${number}`;
}
