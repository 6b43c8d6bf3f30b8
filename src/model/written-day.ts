import { type Day, dayOf, isDay, MONTHS, WEEKDAYS } from "./day.ts";

/** A day as somebody wrote it in a text. */
export interface WrittenDay {
  /** Null where no such day exists, or where the year is missing and nothing tells it. */
  readonly day: Day | null;
  /** Where it stands in the text that was searched. */
  readonly start: number;
  readonly end: number;
  readonly yearless: boolean;
  /** The weekday written before it, as in `WEEKDAYS`; null where there is none. */
  readonly weekday: number | null;
}

const MONTH = MONTHS.map((name) => (name === "May" ? name : `${name}|${name.slice(0, 3)}`)).join("|");
const WEEKDAY = WEEKDAYS.map((name) => `${name}|${name.slice(0, 3)}`).join("|");
const ORDINAL = "(?:\\s*(?:st|nd|rd|th))?";

const WRITTEN_DAY = new RegExp(
  [
    `(?<iso>\\b\\d{4}-\\d{2}-\\d{2})(?![\\d/])`,
    `(?:\\b(?<weekday>${WEEKDAY}|Tues|Weds|Thur|Thurs)\\.?,?\\s+(?:the\\s+)?)?(?<![\\d.])\\b(?<day>\\d{1,2})${ORDINAL}(?:\\s+of)?\\s+(?<month>${MONTH}|Sept)\\b\\.?(?:,?\\s+(?<year>\\d{4})(?!\\d))?`,
    `\\b(?<usMonth>${MONTH}|Sept)\\.?\\s+(?<usDay>\\d{1,2})${ORDINAL},?\\s+(?<usYear>\\d{4})\\b`,
    `(?<![\\d/.])(?<d>\\d{1,2})[/.](?<m>\\d{1,2})[/.](?<y>\\d{4}|\\d{2})(?![\\d/.]\\d)`,
  ].join("|"),
  "giu",
);

/** Every day written in a text. A day without a year is the first such day after `after`. */
export function findDays(text: string, after: Day | null): WrittenDay[] {
  return /\d/.test(text) ? [...text.matchAll(WRITTEN_DAY)].map((match) => readMatch(match, after)) : [];
}

/** The first day written in a text. */
export function findDay(text: string, after: Day | null): WrittenDay | null {
  return findDays(text, after)[0] ?? null;
}

/** The day that a text is, and nothing else: `14 February 2020.` */
export function readDay(text: string, after: Day | null): Day | null {
  const found = findDay(text, after);
  if (found === null) return null;
  return /^[\s.,]*$/.test(text.slice(0, found.start) + text.slice(found.end)) ? found.day : null;
}

function readMatch(match: RegExpMatchArray, after: Day | null): WrittenDay {
  const parts = match.groups!;
  const month = parts.month ?? parts.usMonth;
  const dayOfMonth = Number(parts.day ?? parts.usDay ?? parts.d);
  const monthNumber = month === undefined ? Number(parts.m) : monthOf(month);
  const yearText = parts.year ?? parts.usYear ?? parts.y;
  const year = yearText === undefined ? null : Number(yearText) + (yearText.length === 2 ? 2000 : 0);
  const yearless = parts.iso === undefined && year === null;
  let day: Day | null;
  if (parts.iso !== undefined) day = isDay(parts.iso) ? parts.iso : null;
  else if (year !== null) day = dayOf(year, monthNumber, dayOfMonth);
  else day = after === null ? null : firstAfter(after, monthNumber, dayOfMonth);
  const start = match.index!;
  const weekday = parts.weekday === undefined ? null : weekdayNumber(parts.weekday);
  return { day, start, end: start + match[0].length, yearless, weekday };
}

/** The number of a month from 1, by its first three letters. */
function monthOf(name: string): number {
  const head = name.slice(0, 3).toLowerCase();
  return MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === head) + 1;
}

function weekdayNumber(name: string): number {
  const head = name.slice(0, 3).toLowerCase();
  return WEEKDAYS.findIndex((weekday) => weekday.slice(0, 3).toLowerCase() === head);
}

/** The first such day after another; 29 February may be years away. */
function firstAfter(after: Day, month: number, dayOfMonth: number): Day | null {
  const year = Number(after.slice(0, 4));
  for (let ahead = 0; ahead <= 8; ahead++) {
    const day = dayOf(year + ahead, month, dayOfMonth);
    if (day !== null && day > after) return day;
  }
  return null;
}

/** The last day of a month, for `the end of June 2020`; month from 1. */
function lastDayOf(year: number, month: number): Day {
  const next = new Date(Date.UTC(year, month, 0));
  return next.toISOString().slice(0, 10);
}

const END_OF_MONTH = new RegExp(
  `\\bend\\s+of\\s+(?<month>${MONTH}|Sept)\\b\\.?(?:,?\\s+(?<year>\\d{4})(?!\\d))?`,
  "iu",
);
const A_MONTH = new RegExp(`\\b(?:${MONTH}|Sept)\\b\\.?(?:,?\\s+\\d{4}\\b)?`, "iu");

/** The last day of a month where a text speaks of its end; without a year, the first such end after `after`. */
export function findEndOfMonth(text: string, after: Day | null): Day | null {
  const parts = END_OF_MONTH.exec(text)?.groups;
  if (parts === undefined) return null;
  const month = monthOf(parts.month!);
  if (parts.year !== undefined) return lastDayOf(Number(parts.year), month);
  if (after === null) return null;
  const end = lastDayOf(Number(after.slice(0, 4)), month);
  return end > after ? end : lastDayOf(Number(after.slice(0, 4)) + 1, month);
}

/** Whether a text names a month, with or without a year. */
export function namesMonth(text: string): boolean {
  return A_MONTH.test(text);
}
