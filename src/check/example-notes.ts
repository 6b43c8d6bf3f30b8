// The same two notes stand in the examples of many rules: whoever reads one after the other sees at once what is new.

/** A note that raises an action, on which other notes of an example report. */
export const RAISED = {
  "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
`,
};

/** A note that reports that the action is complete. */
export const REPORTED = {
  "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Status   | Update                  |
| ------------ | -------------------- | ----- | -------- | ----------------------- |
| 2020-01-21/1 | Send out the figures | MOPAC | Complete | sent on 3 February 2020 |
`,
};
