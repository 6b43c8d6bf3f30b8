import { type Entry, lastEntry } from "../../model/action.ts";
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
  *checkBooked(note, { ledger, rowsOf, placeInBooks }) {
    for (const { ref, statusSpan } of rowsOf(note)) {
      const action = ref === null ? undefined : ledger.actions.get(ref);
      if (action?.state !== "open" || lastEntry(action).meeting !== note.meeting.id) continue;
      const [first, ...more] = action.entries.slice(-RUNNING);
      if (more.length < RUNNING - 1 || !more.every((entry) => saysTheSame(entry, first!))) continue;
      if (!areRunning([first!, ...more].map(({ meeting }) => placeInBooks(meeting)))) continue;
      yield {
        span: statusSpan,
        message: `This is ${quoted(first!.status ?? "")} for the third time running.`,
        advice: "Say what stands in its way, change the action, or withdraw it.",
        related: [{ path: first!.path, span: first!.span, message: "The first time was" }],
      };
    }
  },
};

const RUNNING = 3;

/** Whether some places in the books follow each other: then no meeting was held between that left the action out. */
function areRunning(places: readonly number[]): boolean {
  return places.every((place, index) => place === places[0]! + index);
}

/** The same words, and no update that is new. */
function saysTheSame(entry: Entry, first: Entry): boolean {
  if (entry.status === null || first.status === null) return false;
  const isSameUpdate = entry.update === null || entry.update === first.update;
  return normalisePhrase(entry.status) === normalisePhrase(first.status) && isSameUpdate;
}
