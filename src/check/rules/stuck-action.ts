import { type Action, type Entry, lastEntry } from "../../model/action.ts";
import { normalisePhrase } from "../../model/status.ts";
import { quoted } from "../place.ts";
import { AGENDA_OR_HELD, type Rule } from "../rule.ts";

export const stuckAction: Rule = {
  id: "stuck-action",
  severity: "information",
  conserves: false,
  on: AGENDA_OR_HELD,
  summary: "No open action has had the same status at three meetings running, with nothing new to say of it.",
  why: "To be `In progress` three times over is no progress. The board may help, change the action, or withdraw it. (Told at the last of the meetings.)",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 28 May 2021): Send out the figures.
`,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Due | Status | Update |
| ------------ | -------------------- | ----- | --- | ------ | ------ |
| 2020-01-21/1 | Send out the figures | MOPAC | 28 May 2021 | In progress | half of them are out |
`,
      "2020-09-15.md": `---
date: 2020-09-15
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Due | Status | Update |
| ------------ | -------------------- | ----- | --- | ------ | ------ |
| 2020-01-21/1 | Send out the figures | MOPAC | 28 May 2021 | In progress | all but two are out |
`,
      "2021-01-19.md": `---
date: 2021-01-19
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Due | Status | Update |
| ------------ | -------------------- | ----- | --- | ------ | ------ |
| 2020-01-21/1 | Send out the figures | MOPAC | 28 May 2021 | In progress | one is still missing |
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

Action 1 (MOPAC; by 28 May 2021): Send out the figures.
`,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Due | Status | Update |
| ------------ | -------------------- | ----- | --- | ------ | ------ |
| 2020-01-21/1 | Send out the figures | MOPAC | 28 May 2021 | In progress |  |
`,
      "2020-09-15.md": `---
date: 2020-09-15
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Due | Status | Update |
| ------------ | -------------------- | ----- | --- | ------ | ------ |
| 2020-01-21/1 | Send out the figures | MOPAC | 28 May 2021 | In progress |  |
`,
      "2021-01-19.md": `---
date: 2021-01-19
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Due | Status | Update |
| ------------ | -------------------- | ----- | --- | ------ | ------ |
| 2020-01-21/1 | Send out the figures | MOPAC | 28 May 2021 | [|In progress|] |  |
`,
    },
  },
  *check(note, { ledger }) {
    for (const row of note.meeting.progress) {
      const action = ledger.actions.get(ledger.bookedTo.get(row) ?? "");
      if (action === undefined || lastEntry(action).meeting !== note.meeting.id) continue;
      const [first, ...more] = lastReports(
        action,
        ledger.accounts.map(({ meeting }) => meeting),
      );
      if (first === undefined || !more.every((entry) => saysTheSame(entry, first))) continue;
      yield {
        span: row.statusSpan,
        message: `This is ${quoted(first.status ?? "")} for the third time running.`,
        advice: "Say what stands in its way, change the action, or withdraw it.",
        related: [{ path: first.path, span: first.span, message: "The first time was" }],
      };
    }
  },
};

const RUNNING = 3;

/** What the last three meetings reported of an open action; nothing where they did not all speak of it. */
function lastReports(action: Action, meetings: readonly string[]): readonly Entry[] {
  const entries = action.entries.slice(-RUNNING);
  const last = meetings.indexOf(entries.at(-1)!.meeting);
  const isRunning = entries.every(
    ({ meeting, status }, index) => status !== null && meeting === meetings[last - RUNNING + 1 + index],
  );
  return action.state === "open" && entries.length === RUNNING && isRunning ? entries : [];
}

/** The same words, and no update that is new. */
function saysTheSame(entry: Entry, first: Entry): boolean {
  const isSameUpdate = entry.update === null || entry.update === first.update;
  return normalisePhrase(entry.status ?? "") === normalisePhrase(first.status ?? "") && isSameUpdate;
}
