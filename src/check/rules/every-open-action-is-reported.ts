import { titleOfOrigin } from "../../ledger/carry-forward.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { Entry } from "../../model/action.ts";
import type { Note } from "../../model/meeting.ts";
import type { RelatedPlace } from "../../source/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { excerpt, isYaml, placeOfNote } from "../place.ts";
import { AGENDA_OR_HELD, type Context, type Rule, type RuleFinding } from "../rule.ts";

export const everyOpenActionIsReported: Rule = {
  id: "every-open-action-is-reported",
  severity: "error",
  conserves: true,
  on: AGENDA_OR_HELD,
  summary:
    "Every action that was open before a meeting is spoken of at it, and has a row in the next agenda.",
  why: "This is how actions get lost: a note lists its new actions, leaves out the old ones that are still open, and the meeting after that knows nothing of them. (For information only where a later note reported on the action after all.)",
  source:
    "12 of the Board's own actions; 8 of 23 of the Foundation for Public Code's; 9 of 9 of the Ethereum developers' call 65",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC, MPS]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
Action 2 (MPS; by 28 February 2020): Visit the new custody suite.
`,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC, MPS]
---

## 1. Actions from previous meeting

| Ref          | Action                       | Owner | Status      | Update                     |
| ------------ | ---------------------------- | ----- | ----------- | -------------------------- |
| 2020-01-21/1 | Send out the figures         | MOPAC | Complete    | sent on 3 February 2020    |
| 2020-01-21/2 | Visit the new custody suite  | MPS   | In progress | a day in June is agreed    |
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

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
Action 2 (MPS; by 28 February 2020): Visit the new custody suite.
`,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC, MPS]
---

[|## 1. Actions from previous meeting|]

| Ref          | Action                       | Owner | Status      | Update                     |
| ------------ | ---------------------------- | ----- | ----------- | -------------------------- |
| 2020-01-21/1 | Send out the figures         | MOPAC | Complete    | sent on 3 February 2020    |
`,
    },
  },
  *check(note, context) {
    yield* missingInNote(note, context);
    yield* missingOnAgenda(note, context);
    yield* miscounted(note, context);
  },
};

function* missingInNote(note: Note, { met, ledger }: Context): Iterable<RuleFinding> {
  // A sentence that miscounts speaks for none: one fault, which `miscounted` points at.
  if (met(note, "blanket miscounts").length > 0) return;
  const emptyRows = new Set(met(note, "empty status").map(({ ref }) => ref));
  for (const { ref, lastSeen, healedAt } of met(note, "unaccounted")) {
    // An empty row is one fault, and `status-is-filled` points at it.
    if (emptyRows.has(ref)) continue;
    const missing = {
      span: placeOfMissing(note, ref, ledger),
      related: [placeOf(lastSeen)],
    };
    if (healedAt !== null) {
      const message = `\`${ref}\` was open and is not reported here.`;
      const advice = `The note of ${healedAt} reports on it after all; nothing need be changed.`;
      yield { ...missing, severity: "information", message, advice };
    } else if (note.meeting.progressHeading === null && note.meeting.progress.length === 0) {
      const message = `\`${ref}\` is open, and this note has no section on earlier actions.`;
      const where = isYaml(note) ? "a key `progress`" : "a heading `Actions from previous meeting`";
      const advice = `Add ${where}, and under it a row for the action: what was said, or \`no update\`.`;
      yield { ...missing, message, advice };
    } else {
      const message = `\`${ref}\` is open and has no row here.`;
      yield { ...missing, message, advice: "Add a row for it: what was said, or `no update`." };
    }
  }
}

function* missingOnAgenda(note: Note, { met, ledger }: Context): Iterable<RuleFinding> {
  for (const { ref, lastSeen } of met(note, "not on the agenda")) {
    yield {
      span: placeOfMissing(note, ref, ledger),
      message: `\`${ref}\` is open and has no row here.`,
      advice: `Add a row for it, or run \`rrb new-meeting ${note.meeting.id} --refresh\`.`,
      related: [placeOf(lastSeen)],
    };
  }
}

function* miscounted(note: Note, { met }: Context): Iterable<RuleFinding> {
  for (const { said, open } of met(note, "blanket miscounts")) {
    yield {
      span: note.meeting.blanket?.span ?? placeOfNote(note),
      message: `This speaks for ${said} actions, and ${open} were open.`,
      advice: `Write \`all ${open} complete\`, or give every action a row of its own.`,
    };
  }
}

/** The heading of the table or list from which a row is missing: that of its own meeting, where the note has one. */
function placeOfMissing(note: Note, ref: string, ledger: Ledger): Span {
  const { progressSections, progressHeading } = note.meeting;
  const origin = titleOfOrigin(ledger.actions.get(ref)!);
  const own = progressSections.find(({ title }) => title === origin);
  return own?.span ?? progressHeading ?? placeOfNote(note);
}

function placeOf(entry: Entry): RelatedPlace {
  return {
    path: entry.path,
    span: entry.span,
    message: "It was last seen",
    quote: excerpt(entry.text),
  };
}
