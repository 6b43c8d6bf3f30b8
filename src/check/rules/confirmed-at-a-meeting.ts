import { addDays, formatDay } from "../../model/day.ts";
import { findDays } from "../../model/written-day.ts";
import { findConfirming } from "../../read/confirmations.ts";
import type { Span } from "../../source/source-file.ts";
import { entryOf } from "../../source/yaml-node.ts";
import type { KeptMeeting, KeptNote } from "../kept-note.ts";
import { dayOf, placeOfKey, placeOfNote } from "../place.ts";
import type { Context, Rule, RuleFinding } from "../rule.ts";

export const confirmedAtAMeeting: Rule = {
  id: "confirmed-at-a-meeting",
  severity: "error",
  conserves: false,
  on: ["confirmed"],
  summary:
    "A confirmed note says which later meeting confirmed it, and that one says so too; or on which day, and how.",
  why: "Minutes are the board's once the board has agreed to them. A note that only calls itself confirmed may be anybody's.",
  source:
    "Local Government Act 1972, Schedule 12, paragraph 41 (councils; a good model); opengever.core#3768",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
state: confirmed
confirmed: { at: 2020-05-18 }
present: [MOPAC]
---

## 1. Performance

The figures were shown.
`,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Minutes of the previous meeting

Agreed 1: The minutes of 21 January 2020 are a correct record.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
state: [|confirmed|]
present: [MOPAC]
---

## 1. Performance

The figures were shown.
`,
      "2020-05-18.md": `---
date: 2020-05-18
state: confirmed
confirmed: { at: [|2020-09-15|] }
present: [MOPAC]
---

## 1. Performance

The figures were shown again.
`,
    },
  },
  *checkBooked(note, context) {
    const { confirmed, id, date } = note.meeting;
    const command = `\`rrb confirm ${id} --at MEETING\``;
    if (confirmed === null) {
      yield {
        span: placeOfKey(note, "state"),
        message: "This note is confirmed, and does not say when and how.",
        advice: `Run ${command}, or write \`confirmed: { at: … }\` with the later meeting.`,
      };
      return;
    }
    if (confirmed.at !== null) {
      const found = judgeMeeting(note, confirmed.at, context);
      if (found !== null) yield found;
      return;
    }
    const { on, by } = confirmed;
    if (on !== null && by !== null && (date === null || on >= date)) return;
    yield {
      span: placeIn(note, on === null ? null : "on"),
      message:
        on === null || by === null
          ? `This note does not say ${on === null ? "when" : "how"} it was confirmed.`
          : `It can't have been confirmed on ${formatDay(on)}, before its own meeting.`,
      advice: "Write `confirmed: { on: 2020-03-02, by: correspondence }`, with the day and the way.",
    };
  },
};

/** What is wrong with the meeting that is said to have confirmed a note: it must be held, later, and say so. */
function judgeMeeting(
  note: KeptNote,
  at: string,
  { noteOf, placeInBooks, text: textOf }: Context,
): RuleFinding | null {
  const { meeting } = note;
  const span = placeIn(note, "at");
  const other = noteOf(at);
  const advice = "Write the later meeting that confirmed it.";
  if (other === undefined) return { span, message: `There is no note of a meeting \`${at}\`.`, advice };
  if (placeInBooks(at) < 0)
    return { span, message: `The meeting of ${at} has not been held, by its \`state\`.`, advice };
  if (placeInBooks(at) <= placeInBooks(meeting.id))
    return { span, message: `The meeting of ${at} is no later one.`, advice };
  if (saysSo(other, meeting, textOf)) return null;
  const related = [{ path: other.path, span: placeOfNote(other), message: "That note has its date" }];
  return {
    span,
    message: `The note of ${at} does not say that it confirmed this one.`,
    advice: `Run \`rrb confirm ${meeting.id} --at ${at}\`, or write the decision there, with the day of this meeting.`,
    related,
  };
}

/** Whether a note puts down that it confirmed another one, or has a decision that names the day of it. */
function saysSo(note: KeptNote, confirmed: KeptMeeting, textOf: Context["text"]): boolean {
  if (findConfirming(note, confirmed) !== null) return true;
  const day = dayOf(confirmed);
  // `5 June` without a year is the one that is meant.
  const before = addDays(day, -1);
  const names = (words: string) => findDays(words, before).some((found) => found.day === day);
  if (note.meeting.decisions.some(({ text }) => names(text))) return true;
  const lines = textOf(note.path).split("\n");
  return lines.some((line) => CONFIRMS.test(line) && names(line));
}

/** `The minutes of 5 June were agreed as a correct record.` */
const CONFIRMS =
  /\b(?:minutes|notes?)\b.{0,200}\b(?:confirmed|agreed|approved|accepted|signed|(?:correct|true|accurate) record)\b|\b(?:confirmed|agreed|approved|accepted|signed)\b.{0,200}\b(?:minutes|notes?)\b/i;

/** Where `confirmed` says one thing; the whole of it where it does not. */
function placeIn(note: KeptNote, key: string | null): Span {
  const confirmed = entryOf(note.frontMatter, "confirmed");
  const value = key === null ? null : entryOf(confirmed, key);
  return value?.span ?? placeOfKey(note, "confirmed");
}
