import { findConfirming, readConfirms, readFingerprint } from "../../read/confirmations.ts";
import type { KeptNote } from "../kept-note.ts";
import { placeOfKey } from "../place.ts";
import { type Context, HELD, type Rule, type RuleFinding } from "../rule.ts";

export const confirmedIsUnchanged: Rule = {
  id: "confirmed-is-unchanged",
  severity: "error",
  conserves: false,
  on: HELD,
  summary:
    "A note that was confirmed still has the fingerprint it was confirmed with, in itself and in the note of the meeting that confirmed it.",
  why: "Nobody may change in silence what a board has agreed to. The fingerprint is the SHA-256 of the note with LF line ends, without the lines of `state`, `confirmed`, `confirms`, `corrections` and `fingerprint` in its front matter; anybody can work it out. Whoever changes a note and its fingerprint would have to change the other note as well.",
  source: "the publishing log of Gelinkt Notuleren",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
state: confirmed
confirmed: { at: 2020-05-18 }
fingerprint: 6f49c6068dc335395a257e4e4721f420fad1b570b4214c7626099eb5168cc655
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
`,
      "2020-05-18.md": `---
date: 2020-05-18
confirms:
  - { meeting: 2020-01-21, fingerprint: 6f49c6068dc335395a257e4e4721f420fad1b570b4214c7626099eb5168cc655 }
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Status   | Update                  |
| ------------ | -------------------- | ----- | -------- | ----------------------- |
| 2020-01-21/1 | Send out the figures | MOPAC | Complete | sent on 3 February 2020 |
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
state: confirmed
confirmed: { at: 2020-05-18 }
fingerprint: [|6f49c6068dc335395a257e4e4721f420fad1b570b4214c7626099eb5168cc655|]
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 March 2020): Send out the figures.
`,
      "2020-05-18.md": `---
date: 2020-05-18
confirms:
  - { meeting: 2020-01-21, fingerprint: 6f49c6068dc335395a257e4e4721f420fad1b570b4214c7626099eb5168cc655 }
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Status   | Update                  |
| ------------ | -------------------- | ----- | -------- | ----------------------- |
| 2020-01-21/1 | Send out the figures | MOPAC | Complete | sent on 3 February 2020 |
`,
    },
  },
  *checkBooked(note, context) {
    if (note.meeting.state === "confirmed") yield* judgeConfirmed(note, context);
    for (const { meeting, map } of readConfirms(note)) {
      const other = context.noteOf(meeting);
      if (other?.meeting.state === "confirmed") continue;
      yield {
        span: map.span,
        message:
          other === undefined
            ? `There is no note of ${meeting}, which this meeting confirmed.`
            : `This meeting confirmed the note of ${meeting}, which is not confirmed now.`,
        advice:
          other === undefined
            ? "Put the note back as it was."
            : `Run \`rrb confirm ${meeting} --at ${note.meeting.id}\`, or delete this entry if that was a mistake.`,
      };
    }
  },
};

/** What tells that a confirmed note is not the one that was confirmed: one finding at most. */
function* judgeConfirmed(note: KeptNote, { noteOf, fingerprint }: Context): Iterable<RuleFinding> {
  const { id, confirmed } = note.meeting;
  const own = readFingerprint(note);
  const other = confirmed?.at == null ? undefined : noteOf(confirmed.at);
  const entry = other === undefined ? null : findConfirming(other, note.meeting);
  const theirs = entry?.fingerprint ?? null;
  const related =
    other === undefined || entry === null
      ? []
      : [{ path: other.path, span: entry.map.span, message: "It is put down" }];
  const span = own?.span ?? placeOfKey(note, "state");
  const undo = "Undo the change; if the board agreed to it, write `state: draft` and confirm the note again.";
  if (own === null) {
    if (theirs === null) return;
    yield {
      span,
      message: "This note has lost the fingerprint it was confirmed with.",
      advice: undo,
      related,
    };
  } else if (own.value !== fingerprint(note)) {
    yield { span, message: "This note has changed since it was confirmed.", advice: undo, related };
  } else if (theirs !== null && theirs.value !== own.value) {
    const message = `The note of ${confirmed!.at} has another fingerprint for this note.`;
    yield { span, message, advice: undo, related };
  } else if (other !== undefined && theirs === null) {
    const message = `The note of ${confirmed!.at} has not put this fingerprint down.`;
    yield {
      span,
      message,
      advice: `Run \`rrb confirm ${id} --at ${confirmed!.at}\`, which writes it there.`,
    };
  }
}
