import { namesIn } from "../owner.ts";
import { placeOfKey, quoted } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const chairWasPresent: Rule = {
  id: "chair-was-present",
  severity: "warning",
  conserves: false,
  on: HELD,
  ofForm: true,
  summary: "Whoever took the chair is on the list of those present.",
  why: "The chair is copied from the last note, and stays there when somebody else took it. What a meeting decided is signed by whoever led it.",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
chair: Ruth Adeyemi
present: [MOPAC, "Ruth Adeyemi, MPS"]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
chair: [|MOPAC|]
present: [MPS]
apologies: [MOPAC]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  *check(note) {
    const { chair, present, inAttendance } = note.meeting;
    if (chair === null || present.length === 0) return;
    const there = namesIn([...present, ...inAttendance]);
    const called = [chair, ...chair.split(/\s*[,(]\s*|\s+\p{Pd}\s+/u)];
    if (called.some((name) => there.has(name.replace(/\)$/, "")))) return;
    yield {
      span: placeOfKey(note, "chair"),
      message: `${quoted(chair)} took the chair and is not on the list of those present.`,
      advice: "Add them to `present`, or name whoever did take the chair.",
    };
  },
};
