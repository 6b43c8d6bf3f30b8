import { HELD, type Rule } from "../rule.ts";
import { findUnreadActions, type UnreadAction } from "../unread-actions.ts";

export const actionIsRead: Rule = {
  id: "action-is-read",
  severity: "error",
  conserves: false,
  on: HELD,
  ofForm: true,
  summary: "What is written as an action is, or as a report on one, is read as one.",
  why: "Notes are typed in a hurry: a heading misspelt, a list where a table was, `ACTION - JB` at the end of a line. A reader sees an action there; the ledger sees none, and nobody will carry it forward. (A warning where an entry among the earlier actions names neither a reference nor a status, and where only a word looks like a marker.)",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.

### Actions log

| No | Action               | Owner | Due              |
| -- | -------------------- | ----- | ---------------- |
| 1  | Send out the figures | MOPAC | 14 February 2020 |
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Actions from previous meeting

- [|The map of the rooms|]

## 2. Performance

[|Action|] MOPAC: Send out the figures.

[|2019-09-27/2|] is still open.

## [|3. To do|]

- Ask for a longer lease.

## 4. Custody

[|| Action                   | Owner ||]
| ------------------------ | ----- |
| Visit the custody suites | MPS   |
`,
    },
  },
  *check(note, { prose }) {
    for (const { span, kind } of findUnreadActions(note, prose)) {
      const severity = kind === "entry" || kind === "loosely marked" ? { severity: "warning" as const } : {};
      yield { span, ...severity, ...SAID[kind] };
    }
  },
};

const LOOKS_MARKED = {
  message: "This is marked as an action is, and not read as one.",
  advice: "Write it on a line of its own: `Action (OWNER): …`.",
};
const HEADINGS = "Head it `### Actions log`, or `## 2. Actions from previous meeting`.";

const SAID: Readonly<Record<UnreadAction["kind"], { readonly message: string; readonly advice: string }>> = {
  marked: LOOKS_MARKED,
  "loosely marked": LOOKS_MARKED,
  cited: {
    message: "This cites an action, and is not read as a report on it.",
    advice: "Write it as `Action 2020-01-21/3: Complete – …`.",
  },
  table: {
    message: "This is a table of actions, and under this heading nothing in it is read.",
    advice: HEADINGS,
  },
  heading: { message: "What is listed under this heading is not read as actions.", advice: HEADINGS },
  entry: {
    message: "This stands among the earlier actions, and is not read as one of them.",
    advice: "Write it as `Action 2020-01-21/3: Complete – …`, or as a row of a table.",
  },
};
