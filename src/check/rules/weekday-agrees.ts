import { addDays, type Day, formatDay, WEEKDAYS } from "../../model/day.ts";
import { findDay, findDays } from "../../model/written-day.ts";
import type { Span } from "../../source/source-file.ts";
import { AGENDA_OR_HELD, type Rule, type RuleFinding } from "../rule.ts";
import type { Stretch } from "../stretch.ts";

export const weekdayAgrees: Rule = {
  id: "weekday-agrees",
  severity: "warning",
  conserves: false,
  on: AGENDA_OR_HELD,
  summary: "A weekday that stands beside a date is the weekday of that date.",
  why: "A slip in a date looks like any other date, and half the members come on the wrong day. Of two things that contradict each other, at least one is wrong.",
  source: "a published date of a next meeting that had the wrong year, which only its weekday showed",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
next-meeting: 2020-05-18
---

## 1. Date of next meeting

Monday, 18 May 2020, at City Hall.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
next-meeting: 2020-05-18
---

## 1. Date of next meeting

[|Tuesday, 18 May 2020|], at City Hall.
`,
    },
  },
  *check(note, { prose }) {
    for (const { match, stretch } of prose.find(WEEKDAY, HINT)) {
      const beside = findBeside(stretch, match, note.meeting.date);
      if (beside === null) continue;
      const wanted = WEEKDAYS.findIndex((name) => name.startsWith(match[1]!.slice(0, 3)));
      if (beside.days.every((day) => weekdayOf(day) !== wanted)) {
        yield disagreement(beside, wanted, note.meeting.date ?? beside.days[0]!);
      }
    }
  },
};

const HINT = /\b(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)/;
/** With a capital: a board that "sat 6 March" did so on whatever day it was. */
const WEEKDAY = /\b(Sun|Mon|Tues?|Wed(?:nes|s)?|Thu(?:rs?)?|Fri|Sat(?:ur)?)(?:day)?\b/g;
const LONGEST_DATE = 40;

/** A date with a weekday beside it. */
interface Beside {
  /** The days that it may be; of a date without a year the last one before the meeting, and the first after it. */
  readonly days: readonly Day[];
  readonly yearless: boolean;
  readonly span: Span;
}

/** The date right behind a weekday, or right before one in brackets. */
function findBeside(
  { words, placeOf }: Stretch,
  match: RegExpMatchArray,
  meeting: Day | null,
): Beside | null {
  const start = match.index!;
  const end = start + match[0].length;
  const behind = words.slice(end, end + LONGEST_DATE);
  const next = findDay(behind, meeting);
  if (next !== null && /^[.,]?\s+(?:the\s+)?$/.test(behind.slice(0, next.start))) {
    const date = behind.slice(0, next.end).replace(/\.$/, "");
    return toBeside(next, placeOf(start, end + date.length));
  }
  const from = Math.max(0, start - LONGEST_DATE);
  const before = words.slice(from, start);
  const last = findDays(before, meeting).at(-1);
  const isBehind = /^(?:\)|\s*(?:[.,;]|$))/.test(words.slice(end));
  if (last === undefined || !isBehind || !/^(?:\s*\(|,\s)$/.test(before.slice(last.end))) return null;
  return toBeside(last, placeOf(from + last.start, end));
}

function toBeside(written: { day: Day | null; yearless: boolean }, span: Span): Beside | null {
  const { day, yearless } = written;
  if (day === null) return null;
  return { days: yearless ? [day, yearsAfter(day, -1)] : [day], yearless, span };
}

function disagreement({ days, yearless, span }: Beside, wanted: number, meeting: Day): RuleFinding {
  const day = days[0]!;
  const name = WEEKDAYS[weekdayOf(day)]!;
  // What was to come stays to come: of a coming meeting last year is not offered.
  const year = [1, -1]
    .map((years) => yearsAfter(day, years))
    .find((other) => weekdayOf(other) === wanted && other > meeting === day > meeting);
  return {
    span,
    message: `${formatDay(day)} is a ${name}, not a ${WEEKDAYS[wanted]}.`,
    advice:
      year === undefined || yearless
        ? `Write \`${name}\`, or mend the date.`
        : `Write \`${name}\`; or \`${year.slice(0, 4)}\`, if only the year is wrong.`,
  };
}

/** From 0, Sunday. */
function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay();
}

function yearsAfter(day: Day, years: number): Day {
  const year = Number(day.slice(0, 4)) + years;
  const same = `${year}${day.slice(4)}`;
  // 29 February has no same day a year later; the day after the 28th will do.
  return day.endsWith("-02-29") ? addDays(`${year}-02-28`, 1) : same;
}
