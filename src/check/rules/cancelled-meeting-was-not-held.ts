import { placeOfKey } from "../place.ts";
import type { Rule } from "../rule.ts";

export const cancelledMeetingWasNotHeld: Rule = {
  id: "cancelled-meeting-was-not-held",
  severity: "error",
  conserves: true,
  on: ["cancelled"],
  summary: "A meeting that was cancelled raises no action, takes no decision and reports on nothing.",
  why: "A cancelled meeting is passed over by the ledger: an action that its file raises would be owned by somebody and chased by nobody.",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
state: cancelled
reason: too few members could come
---

The next meeting is on 18 May 2020.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
state: [|cancelled|]
reason: too few members could come
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
`,
    },
  },
  *checkBooked(note, { met }) {
    if (met(note, "cancelled but held").length === 0) return;
    yield {
      span: placeOfKey(note, "state"),
      message: "This meeting is cancelled, but its file says what was done there.",
      advice: "Write `state: draft` if it was held; if not, move what it holds to the note that agreed it.",
    };
  },
};
