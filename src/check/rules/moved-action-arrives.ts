import { quoted } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

const NEVER_ARRIVES = {
  unknown: (target: string) => ({
    message: `${quoted(target)} is no action that any note at hand has.`,
    advice:
      "Write the reference of the action that goes on in its place, such as `merged into 2020-01-21/3`; until then this one stays open.",
  }),
  "not open": (target: string) => ({
    message: `${quoted(target)} is not open after this meeting, so nobody would go on with this action.`,
    advice: "Name an action that is open, or write `open` or `closed`; until then this one stays open.",
  }),
  "leads back": (target: string) => ({
    message: `${quoted(target)} leads back to this action.`,
    advice: "Name the one action in which the work goes on; until then this one stays open.",
  }),
};

export const movedActionArrives: Rule = {
  id: "moved-action-arrives",
  severity: "error",
  conserves: true,
  on: HELD,
  summary:
    "An action that is moved into another arrives there: the other exists, is open and does not lead back.",
  why: "“Merged into” is a way to close an action without doing it. It is honest only where the work can be found again in an action that is still open.",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
Action 2 (MOPAC; by 28 February 2020): Publish a data pack for every borough.
`,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action                               | Owner | Status                   | Update                  |
| ------------ | ------------------------------------ | ----- | ------------------------ | ----------------------- |
| 2020-01-21/1 | Send out the figures                 | MOPAC | merged into 2020-01-21/2 | the pack will hold them |
| 2020-01-21/2 | Publish a data pack for every borough | MOPAC | In progress              | half of them are out    |
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

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
Action 2 (MOPAC; by 28 February 2020): Publish a data pack for every borough.
`,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action                               | Owner | Status                   | Update                  |
| ------------ | ------------------------------------ | ----- | ------------------------ | ----------------------- |
| 2020-01-21/1 | Send out the figures                 | MOPAC | [|merged into 2020-01-21/7|] | the pack will hold them |
| 2020-01-21/2 | Publish a data pack for every borough | MOPAC | In progress              | half of them are out    |
`,
    },
  },
  *checkBooked(note, { met }) {
    for (const { row, target, because } of met(note, "move fails")) {
      yield { span: row.statusSpan, ...NEVER_ARRIVES[because](target) };
    }
    for (const { row, body } of met(note, "moved within the board")) {
      yield {
        span: row.statusSpan,
        message: `${quoted(body)} sits on this board, so the action only has a new owner and stays open.`,
        advice: `Write \`open\` here, and ${quoted(body)} as its owner.`,
      };
    }
  },
};
