import { formatDay } from "../../model/day.ts";
import { nameOf } from "../../model/file-name.ts";
import type { Note } from "../../model/meeting.ts";
import { findDays } from "../../model/written-day.ts";
import { partOf } from "../../read/section-parts.ts";
import type { Span } from "../../source/source-file.ts";
import { entryOf } from "../../source/yaml-node.ts";
import type { KeptMeeting, KeptNote } from "../kept-note.ts";
import { dayOf, placeOfNote, START } from "../place.ts";
import type { Prose } from "../prose.ts";
import { type Context, HELD, type Rule, type RuleFinding } from "../rule.ts";

export const datesInOrder: Rule = {
  id: "dates-in-order",
  severity: "warning",
  conserves: false,
  on: HELD,
  summary:
    "The next meeting is later than this one, and is the next one at hand, unless that says `moved-from`.",
  why: "Whoever reads that the next meeting is on 18 May, and then finds a note of 26 August, cannot know whether one was moved or one was lost.",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
next-meeting: 2020-05-18
---

## 1. Performance

The figures were shown.
`,
      "2020-06-02.md": `---
date: 2020-06-02
moved-from: 2020-05-18
present: [MOPAC]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
next-meeting: [|2020-05-18|]
---

## 1. Performance

The figures were shown.
`,
      "2020-06-02.md": `---
date: 2020-06-02
present: [MOPAC]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  *check(note, { prose }) {
    const { date, nextMeeting } = note.meeting;
    if (date === null || nextMeeting === null) return;
    if (nextMeeting > date) yield* checkText(note, prose);
    else
      yield {
        span: placeOfNextMeeting(note, () => prose),
        message: `The next meeting cannot be on ${formatDay(nextMeeting)}: this one is on ${formatDay(date)}.`,
        advice: "Write the day of the next meeting.",
      };
  },
  *checkBooked(note, context) {
    const { date, nextMeeting } = note.meeting;
    if (date === null || nextMeeting === null || nextMeeting <= date) return;
    const other = findOtherNext(note, context);
    if (other === null) return;
    const name = nameOf(other.path);
    yield {
      span: placeOfNextMeeting(note, context.prose),
      message: `No meeting of ${formatDay(nextMeeting)} is at hand; the next one is of ${formatDay(dayOf(other))}.`,
      advice: `If it was moved, write \`moved-from: ${nextMeeting}\` in \`${name}\`; else file its note.`,
      related: [{ path: other.path, span: other.statedDates[0]?.span ?? START, message: "The next one is" }],
    };
  },
};

/** The section on the next meeting says what the key `next-meeting` says. */
function* checkText(note: Note, { headings, text }: Prose): Iterable<RuleFinding> {
  const { date, nextMeeting } = note.meeting;
  const index = headings.findIndex(
    ({ words }) => /next/i.test(words) && partOf(words)?.kind === "next meeting",
  );
  if (index < 0 || entryOf(note.frontMatter, "next-meeting") === null) return;
  const start = headings[index]!.span.start;
  const days = findDays(text.slice(start, headings[index + 1]?.span.start), date);
  if (days.length === 0 || days.some(({ day }) => day === nextMeeting || day === null)) return;
  const [first] = days;
  yield {
    span: { start: start + first!.start, end: start + first!.end },
    message: `Here the next meeting is on ${formatDay(first!.day!)}, and in the front matter on ${formatDay(nextMeeting!)}.`,
    advice: "Write the same day in both places.",
  };
}

/** The meeting that came in place of the one that a note announces; null where that is at hand, or may yet come. */
function findOtherNext(note: KeptNote, { notes, placeAmong }: Context): KeptMeeting | null {
  const { date, nextMeeting: wanted } = note.meeting;
  let instead: KeptMeeting | null = null;
  for (let index = placeAmong(note) + 1; index < notes.length; index++) {
    const other = notes[index]!.meeting;
    if (dayOf(other) <= date!) continue;
    if (dayOf(other) === wanted || other.movedFrom === wanted) return null;
    // A meeting in between was called besides this one, unless it announces yet another.
    const isInstead = dayOf(other) > wanted! || (other.nextMeeting !== null && other.nextMeeting !== wanted);
    if (isInstead) instead ??= other;
  }
  return instead;
}

/** Where a note says when the next meeting is: the key, or in a published note the last such date in its text. */
function placeOfNextMeeting(note: KeptNote, prose: Context["prose"]): Span {
  const key = entryOf(note.frontMatter, "next-meeting");
  if (key !== null) return key.span;
  const { date, nextMeeting } = note.meeting;
  for (const stretch of prose(note).stretches().toReversed()) {
    const found = findDays(stretch.words, date).find(({ day }) => day === nextMeeting);
    if (found !== undefined) return stretch.placeOf(found.start, found.end);
  }
  return placeOfNote(note);
}
