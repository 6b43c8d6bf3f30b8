import { bagOf } from "../../ledger/words.ts";
import { formatDay } from "../../model/day.ts";
import type { RaisedAction } from "../../model/meeting.ts";
import { placeOfMarker } from "../place.ts";
import { HELD, type Rule, type RuleFinding } from "../rule.ts";

export const actionIsNew: Rule = {
  id: "action-is-new",
  severity: "warning",
  conserves: false,
  on: HELD,
  summary:
    "An action that is raised does not repeat one that is open, or was just closed, or stands in the same note.",
  why: "An old action written out again starts a second life with a new number: its age is lost, and the first one stays open for ever.",
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

| Ref          | Action                                 | Owner | Status      | Update               |
| ------------ | -------------------------------------- | ----- | ----------- | -------------------- |
| 2020-01-21/1 | Send out the figures for every borough | MOPAC | In progress | half of them are out |
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

| Ref          | Action                                 | Owner | Status      | Update               |
| ------------ | -------------------------------------- | ----- | ----------- | -------------------- |
| 2020-01-21/1 | Send out the figures for every borough | MOPAC | In progress | half of them are out |

## 2. Performance

[|Action 1|] (MOPAC; by 29 May 2020): Send out the figures for every borough.
Action 2 (MOPAC; by 29 May 2020): Tell the press.
[|Action 3|] (MOPAC; by 1 June 2020): Tell the Press.
`,
    },
  },
  check: ({ path, meeting }) => findTwins(path, meeting.actions),
  *checkBooked({ meeting }, { repeats, ledger }) {
    for (const { ref, again, closedAt } of repeats(meeting)) {
      const first = ledger.actions.get(ref)?.entries[0];
      yield {
        span: placeOfMarker(again),
        message:
          closedAt === null
            ? `This repeats \`${ref}\`, which is open.`
            : `This repeats \`${ref}\`, which was closed on ${formatDay(closedAt.slice(0, 10))}.`,
        advice:
          closedAt === null
            ? "Report on it in its row under the actions from previous meetings instead, or say here what is different."
            : "Give it a row with an open status, which opens it again, or say here what is different.",
        ...(first && { related: [{ path: first.path, span: first.span, message: "It was first written" }] }),
      };
    }
  },
};

/** An action that stands twice in its own note: the same owner has to do the same, in the same words. */
function* findTwins(path: string, actions: readonly RaisedAction[]): Iterable<RuleFinding> {
  const first = new Map<string, RaisedAction>();
  const busy = ownersOfSeveral(actions);
  for (const action of actions) {
    // Most owners have one action in a note, and words are costly to compare.
    if (!busy.has(action.owners[0])) continue;
    const { key } = bagOf(action.text);
    const twin = first.get(`${action.owners[0]} ${key}`);
    if (twin === undefined) first.set(`${action.owners[0]} ${key}`, action);
    else if (key !== "") {
      yield {
        span: placeOfMarker(action),
        message: `This repeats action ${twin.number} of this note.`,
        advice: "Delete one of the two, or say here what is different.",
        related: [{ path, span: placeOfMarker(twin), message: "The other stands" }],
      };
    }
  }
}

function ownersOfSeveral(actions: readonly RaisedAction[]): ReadonlySet<string | undefined> {
  const met = new Set<string | undefined>();
  return new Set(
    actions
      .map(({ owners }) => owners[0])
      .filter((owner) => {
        const isAgain = met.has(owner);
        met.add(owner);
        return isAgain;
      }),
  );
}
