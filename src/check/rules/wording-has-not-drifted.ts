import { excerpt } from "../place.ts";
import { AGENDA_OR_HELD, type Rule } from "../rule.ts";

export const wordingHasNotDrifted: Rule = {
  id: "wording-has-not-drifted",
  severity: "warning",
  conserves: false,
  on: AGENDA_OR_HELD,
  summary: "The words of a row still mean the action whose reference it bears.",
  why: "A slip in a reference closes the wrong action and leaves the right one open. A new wording is welcome, once somebody has said that it is meant.",
  source: "the suspect links of doorstop",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures for every borough.
`,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref                   | Action                                    | Owner | Status      | Update               |
| --------------------- | ----------------------------------------- | ----- | ----------- | -------------------- |
| 2020-01-21/1 accepted | Publish one data pack a year on custody   | MOPAC | In progress | the first is in hand |
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

Action 1 (MOPAC; by 14 February 2020): Send out the figures for every borough.
`,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action                                  | Owner | Status      | Update               |
| ------------ | --------------------------------------- | ----- | ----------- | -------------------- |
| [|2020-01-21/1|] | Publish one data pack a year on custody | MOPAC | In progress | the first is in hand |
`,
    },
  },
  *checkBooked(note, { met, ledger }) {
    for (const { ref, row } of met(note, "drifted")) {
      const first = ledger.actions.get(ref)?.entries[0];
      yield {
        span: row.cited?.span ?? row.span,
        message: `These words are no longer those of \`${ref}\`.`,
        advice: `Mend the reference; or write \`${ref} accepted\` if this is its new wording.`,
        ...(first && {
          related: [
            {
              path: first.path,
              span: first.span,
              message: "It was first written",
              quote: excerpt(first.text),
            },
          ],
        }),
      };
    }
  },
};
