import { titleOfOrigin } from "../../ledger/carry-forward.ts";
import type { Irregularity } from "../../ledger/irregularity.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { Note } from "../../model/meeting.ts";
import { partOf } from "../../read/section-parts.ts";
import type { RelatedPlace } from "../../source/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { excerpt, isYaml, placeOfNote } from "../place.ts";
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
  *check(note, context) {
    yield* missingInNote(note, context);
    yield* missingOnAgenda(note, context);
    yield* miscounted(note, context);
  },
};

type Missing = Extract<Irregularity, { kind: "unaccounted" }>;

function* missingInNote(note: Note, context: Context): Iterable<RuleFinding> {
  const { met, ledger } = context;
  // A sentence that miscounts speaks for none: one fault, which `miscounted` points at.
  if (met(note, "blanket miscounts").length > 0) return;
  const emptyRows = new Set(met(note, "empty status").map(({ ref }) => ref));
  // An empty row is one fault, and `status-is-filled` points at it.
  const missing = met(note, "unaccounted").filter(({ ref }) => !emptyRows.has(ref));
  const lost = missing.filter(({ healedAt }) => healedAt === null);
  const firstLoss = ({ ref }: Missing) =>
    ledger.actions.get(ref)!.gaps.find(({ healedAt }) => healedAt === null)?.meeting;
  const isLostBefore = (one: Missing) => firstLoss(one) !== note.meeting.id;
  yield* healed(note, missing, ledger);
  if (note.meeting.progressHeading === null && note.meeting.progress.length === 0) {
    yield* withoutSection(note, lost, context);
    return;
  }
  for (const one of lost.filter((other) => !isLostBefore(other))) {
    yield {
      span: placeOfMissing(note, one.ref, ledger),
      message: `\`${one.ref}\` is open and has no row here.`,
      advice: "Add a row for it: what was said, or `no update`.",
      related: [placeOf(one, ledger)],
    };
  }
  yield* stillMissing(note, lost.filter(isLostBefore));
}

/** What a later note reported on after all: one finding for each such note. */
function* healed(note: Note, missing: readonly Missing[], ledger: Ledger): Iterable<RuleFinding> {
  const later = new Set(missing.flatMap(({ healedAt }) => healedAt ?? []));
  for (const id of later) {
    const here = missing.filter(({ healedAt }) => healedAt === id);
    const isOne = here.length === 1;
    yield {
      span: isOne ? placeOfMissing(note, here[0]!.ref, ledger) : placeOfRows(note),
      severity: "information",
      message: `${listRefs(here)} ${isOne ? "was open and is" : "were open and are"} not reported here.`,
      advice: `The note of ${id} reports on ${isOne ? "it" : "them"} after all; nothing need be changed.`,
      ...(isOne && { related: [placeOf(here[0]!, ledger)] }),
    };
  }
}

/** A note that leaves out the whole section has one fault, however many actions were open. */
function* withoutSection(note: Note, lost: readonly Missing[], context: Context): Iterable<RuleFinding> {
  if (lost.length === 0) return;
  const [isOne, refs] = [lost.length === 1, listRefs(lost)];
  const related = lost.map((one) => placeOf(one, context.ledger, isOne ? "It" : `\`${one.ref}\``));
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
function* stillMissing(note: Note, lost: readonly Missing[]): Iterable<RuleFinding> {
  if (lost.length === 0) return;
  const isOne = lost.length === 1;
  yield {
    span: placeOfRows(note),
    message: `${listRefs(lost)} fell out at an earlier meeting, and ${isOne ? "has" : "have"} no row here either.`,
    advice: isOne
      ? "Give it a row in the latest note: that accounts for it in all before."
      : "Give each a row in the latest note: that accounts for it in all before. `rrb actions --unaccounted` lists them.",
  };
}

function* missingOnAgenda(note: Note, { met, ledger }: Context): Iterable<RuleFinding> {
  for (const one of met(note, "not on the agenda")) {
    yield {
      span: placeOfMissing(note, one.ref, ledger),
      message: `\`${one.ref}\` is open and has no row here.`,
      advice: `Add a row for it, or run \`rrb new-meeting ${note.meeting.id} --refresh\`.`,
      related: [placeOf(one, ledger)],
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
  const origin = titleOfOrigin(ledger.actions.get(ref)!);
  return note.meeting.progressSections.find(({ title }) => title === origin)?.span ?? placeOfRows(note);
}

/** The heading of the section in which the last row stands: it may follow matters arising that have no table. */
function placeOfRows(note: Note): Span {
  const { progress, progressHeading, progressSections } = note.meeting;
  const last = progress.at(-1)?.span.start ?? -1;
  const section = progressSections.findLast(({ span, title }) => span.start < last && !isOfOneMeeting(title));
  return section?.span ?? progressHeading ?? placeOfNote(note);
}

/** `From 9 June 2026`: a part of the section, for the actions of one meeting. */
function isOfOneMeeting(title: string): boolean {
  return /^from\b.*\d{4}/i.test(title);
}

/** How many references a sentence names. */
const MOST_NAMED = 12;

function listRefs(missing: readonly Missing[]): string {
  const refs = missing.map(({ ref }) => `\`${ref}\``);
  if (refs.length > MOST_NAMED)
    refs.splice(MOST_NAMED - 1, refs.length, `${refs.length - MOST_NAMED + 1} more`);
  return refs.length === 1 ? refs[0]! : `${refs.slice(0, -1).join(", ")} and ${refs.at(-1)}`;
}

/** Where an action was last spoken of by itself: a sentence that reviewed none shows nobody which is meant. */
function placeOf(
  { ref, lastSeen }: Pick<Missing, "ref" | "lastSeen">,
  ledger: Ledger,
  who = "It",
): RelatedPlace {
  const { entries } = ledger.actions.get(ref)!;
  const spoken = entries
    .slice(0, entries.indexOf(lastSeen) + 1)
    .findLast(({ status }) => status !== "not reviewed");
  const { path, span, text } = spoken ?? lastSeen;
  return { path, span, message: `${who} was last seen`, quote: excerpt(text) };
}
