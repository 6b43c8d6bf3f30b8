import type { Note, RaisedAction } from "../../model/meeting.ts";
import { numberEdits } from "../../write/numbers.ts";
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
  fixed: "writes the numbers that the references have already.",
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
  *check(note, { text }) {
    const unnumbered = note.meeting.actions.filter(({ written }) => written === null);
    // All numbers at once: one that is written alone would move those that are not.
    const fix = unnumbered.length === 0 ? [] : numberEdits({ ...note.meeting, decisions: [] }, text);
    for (const action of unnumbered) {
      yield {
        span: placeOfMarker(action),
        message: "This action has no number.",
        advice: `Write \`${asWritten(note, action)}\`; it is cited as \`${action.ref}\`.`,
        fix,
      };
    }
  },
};

function asWritten(note: Note, { number, fromLog, marker }: RaisedAction): string {
  // In YAML an action is a set of keys, or a marked line of an item's note.
  if (isYaml(note) && marker.start === marker.end) return `number: ${number}`;
  return fromLog ? `${number}` : `Action ${number}`;
}
