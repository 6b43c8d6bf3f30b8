import { placeOfNote } from "../place.ts";
import { ANY_STATE, type Rule } from "../rule.ts";

export const oneFileAMeeting: Rule = {
  id: "one-file-a-meeting",
  severity: "error",
  conserves: true,
  on: ANY_STATE,
  summary: "No two files claim one meeting.",
  why: "Two files of one day would book every action twice, so neither is booked until one of them is gone or has a name of its own.",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

The figures were shown.
`,
      "2020-01-21-extraordinary.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Budget

The budget was agreed.
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

The figures were shown.
`,
      "2020-01-21.yaml": `date: [|2020-01-21|]
present: [MOPAC]
items:
  - title: Performance
    note: The figures were shown.
`,
    },
  },
  *checkBooked(note, { met, notes }) {
    for (const { paths } of met(note, "two files")) {
      const first = notes.find((other) => other.path === paths[0]);
      if (first === undefined || first.path === note.path || !paths.includes(note.path)) continue;
      yield {
        span: placeOfNote(note),
        message: `This meeting has a file already, \`${first.path}\`; neither is booked.`,
        advice: `Keep one of the two, or name this one after what sets it apart: \`${note.meeting.id}-extraordinary.md\`.`,
        related: [{ path: first.path, span: placeOfNote(first), message: "The other file has its date" }],
      };
    }
  },
};
