import { partOf } from "../../read/section-parts.ts";
import type { KeptNote } from "../kept-note.ts";
import { listRefs, type Missing, placeLastSeen, placeOfMissing, placeOfRows } from "../missing-row.ts";
import { isYaml, placeOfNote } from "../place.ts";
import type { Prose } from "../prose.ts";
import { AGENDA_OR_HELD, type Context, type Rule, type RuleFinding } from "../rule.ts";
import { findUnmadeHeadings, type UnmadeHeading } from "../unmade-heading.ts";

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
  *checkBooked(note, context) {
    yield* missingInNote(note, context);
    yield* missingOnAgenda(note, context);
    yield* miscounted(note, context);
  },
};

function* missingInNote(note: KeptNote, context: Context): Iterable<RuleFinding> {
  const { met, ledger, rowsOf } = context;
  // A sentence that miscounts speaks for none: one fault, which `miscounted` points at.
  if (met(note, "blanket miscounts").length > 0) return;
  const emptyRows = new Set(met(note, "empty status").map(({ ref }) => ref));
  // An empty row is one fault, and `status-is-filled` points at it.
  const missing = met(note, "unaccounted").filter(({ ref }) => !emptyRows.has(ref));
  const lost = missing.filter(({ healedAt }) => healedAt === null);
  const firstLoss = ({ ref }: Missing) =>
    ledger.actions.get(ref)!.gaps.find(({ healedAt }) => healedAt === null)?.meeting;
  const isLostBefore = (one: Missing) => firstLoss(one) !== note.meeting.id;
  yield* healed(note, missing, context);
  if (note.meeting.progressHeading === null && rowsOf(note).length === 0) {
    yield* withoutSection(note, lost, context);
    return;
  }
  for (const one of lost.filter((other) => !isLostBefore(other))) {
    yield {
      span: placeOfMissing(note, one.ref, context),
      message: `\`${one.ref}\` is open and has no row here.`,
      advice: "Add a row for it: what was said, or `no update`.",
      related: [placeLastSeen(one, ledger)],
    };
  }
  yield* stillMissing(note, lost.filter(isLostBefore), context);
}

/** What a later note reported on after all: one finding for each such note. */
function* healed(note: KeptNote, missing: readonly Missing[], context: Context): Iterable<RuleFinding> {
  const { ledger } = context;
  const later = new Set(missing.flatMap(({ healedAt }) => healedAt ?? []));
  for (const id of later) {
    const here = missing.filter(({ healedAt }) => healedAt === id);
    const isOne = here.length === 1;
    yield {
      span: isOne ? placeOfMissing(note, here[0]!.ref, context) : placeOfRows(note, context),
      severity: "information",
      message: `${listRefs(here)} ${isOne ? "was open and is" : "were open and are"} not reported here.`,
      advice: `The note of ${id} reports on ${isOne ? "it" : "them"} after all; nothing need be changed.`,
      ...(isOne && { related: [placeLastSeen(here[0]!, ledger)] }),
    };
  }
}

/** A note that leaves out the whole section has one fault, however many actions were open. */
function* withoutSection(note: KeptNote, lost: readonly Missing[], context: Context): Iterable<RuleFinding> {
  if (lost.length === 0) return;
  const [isOne, refs] = [lost.length === 1, listRefs(lost)];
  const related = lost.map((one) => placeLastSeen(one, context.ledger, isOne ? "It" : `\`${one.ref}\``));
  const open = `${refs} ${isOne ? "is" : "are"} open, and`;
  const meant = isYaml(note) ? undefined : findUnmadeSection(context.prose(note));
  if (meant !== undefined) {
    const message = `${open} nothing under this line is read, as it is no heading.`;
    yield { span: meant.span, message, advice: `Write \`${meant.fix.text}\`.`, related };
    return;
  }
  const where = isYaml(note) ? "a key `progress`" : "a heading `Actions from previous meeting`";
  yield {
    span: placeOfNote(note),
    message: `${open} this note has no section on earlier actions.`,
    advice: `Add ${where}, and under it a row for ${isOne ? "the action" : "each"}: what was said, or \`no update\`.`,
    related,
  };
}

function findUnmadeSection(prose: Prose): UnmadeHeading | undefined {
  return findUnmadeHeadings(prose).find(({ title }) => partOf(title)?.kind === "progress");
}

/** What fell out at an earlier meeting, where it was told one by one, is told once at each that follows. */
function* stillMissing(note: KeptNote, lost: readonly Missing[], context: Context): Iterable<RuleFinding> {
  if (lost.length === 0) return;
  const isOne = lost.length === 1;
  yield {
    span: placeOfRows(note, context),
    message: `${listRefs(lost)} fell out at an earlier meeting, and ${isOne ? "has" : "have"} no row here either.`,
    advice: isOne
      ? "Give it a row in the latest note: that accounts for it in all before."
      : "Give each a row in the latest note: that accounts for it in all before. `rrb actions --unaccounted` lists them.",
  };
}

function* missingOnAgenda(note: KeptNote, context: Context): Iterable<RuleFinding> {
  const { met, ledger } = context;
  for (const one of met(note, "not on the agenda")) {
    yield {
      span: placeOfMissing(note, one.ref, context),
      message: `\`${one.ref}\` is open and has no row here.`,
      advice: `Add a row for it, or run \`rrb new-meeting ${note.meeting.id} --refresh\`.`,
      related: [placeLastSeen(one, ledger)],
    };
  }
}

function* miscounted(note: KeptNote, { met }: Context): Iterable<RuleFinding> {
  for (const { said, open } of met(note, "blanket miscounts")) {
    yield {
      span: note.meeting.blanket?.span ?? placeOfNote(note),
      message: `This speaks for ${said} actions, and ${open} were open.`,
      advice: `Write \`all ${open} complete\`, or give every action a row of its own.`,
    };
  }
}
