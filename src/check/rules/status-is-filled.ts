import type { ProgressRow } from "../../model/meeting.ts";
import { RAISED } from "../example-notes.ts";
import type { KeptNote } from "../kept-note.ts";
import { type Context, HELD, type Rule } from "../rule.ts";

export const statusIsFilled: Rule = {
  id: "status-is-filled",
  severity: "error",
  conserves: true,
  on: HELD,
  summary: "No row of a held meeting is left without a status: it says what was reported, or `no update`.",
  why: "An agenda carries the row over with an empty status. A row that was only carried over is no report, and the action counts as passed over. (For information only where a later note reported on the action after all.)",
  good: {
    files: {
      ...RAISED,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Status    |
| ------------ | -------------------- | ----- | --------- |
| 2020-01-21/1 | Send out the figures | MOPAC | No update |
`,
    },
  },
  bad: {
    files: {
      ...RAISED,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Status    |
| ------------ | -------------------- | ----- | --------- |
| 2020-01-21/1 | Send out the figures | MOPAC [||           ||]
`,
    },
  },
  *checkBooked(note, context) {
    const healed = new Map(context.met(note, "unaccounted").map(({ ref, healedAt }) => [ref, healedAt]));
    for (const { ref, row } of context.met(note, "empty status")) {
      if (isDoubled(row, note, context)) continue;
      const whose = ref === null ? "This row" : `The row of \`${ref}\``;
      const healedAt = ref === null ? null : (healed.get(ref) ?? null);
      const finding = { span: row.statusSpan, message: `${whose} has no status.` };
      yield healedAt === null
        ? {
            ...finding,
            advice: "Write what was reported, such as `In progress` or `Complete`, or else `no update`.",
          }
        : {
            ...finding,
            severity: "information",
            advice: `The note of ${healedAt} reports on it after all; nothing need be changed.`,
          };
    }
  },
};

/** Whether the row's fault is that its action has another one: `one-row-an-action` points at that. */
function isDoubled(row: ProgressRow, note: KeptNote, { met }: Context): boolean {
  const doubles = met(note, "two rows");
  if (doubles.some((double) => double.row === row)) return true;
  return doubles.some((double) => double.first === row && double.row.disposition !== null);
}
