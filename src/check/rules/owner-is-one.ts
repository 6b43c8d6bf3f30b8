import { findOrganisation } from "../../model/board.ts";
import { listedNames } from "../owner.ts";
import { placeOfOwner, quoted } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const ownerIsOne: Rule = {
  id: "owner-is-one",
  severity: "information",
  conserves: false,
  on: HELD,
  summary: "The first who is named as an owner is somebody in particular: one body, or one person.",
  why: "What all members are to do, each leaves to the others. The first named is accountable, and the others support.",
  source: "stacksgov/pm#36",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC, MPS]
---

## 1. Performance

Action 1 (MOPAC, all members; by 14 February 2020): Gather comments on the figures.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC, MPS]
---

## 1. Performance

Action 1 ([|All|]; by 14 February 2020): Comment on the figures.
`,
    },
  },
  *check(note, { board, text }) {
    const { meeting } = note;
    for (const action of meeting.actions) {
      const owner = action.owners[0];
      if (owner === undefined || !isNobody(owner)) continue;
      if (findOrganisation(board, owner) !== null || listedNames(meeting).has(owner)) continue;
      yield {
        span: placeOfOwner(owner, action, note, text),
        message: `${quoted(owner)} is nobody in particular.`,
        advice: "Name one body first that answers for it; the others may follow.",
      };
    }
  },
};

/** `All`, `Partners`, `Board members`, `Small group of Board members`. */
function isNobody(owner: string): boolean {
  return (
    /^(?:the\s+)?(?:all|everyone|everybody|board|others?)$/i.test(owner) ||
    /\b(?:members|partners|officials|colleagues|attendees|participants|organisations|agencies|boroughs|stakeholders|leads)$/i.test(
      owner,
    )
  );
}
