import { plainText, spanIn, squash } from "../markdown/plain-text.ts";
import type { Day } from "../model/day.ts";
import { findDays } from "../model/written-day.ts";
import type { Located } from "../source/source-file.ts";
import type { Passage } from "./passage.ts";

/** What stands at the top of a note: its title, and when and where the board met. */
export interface Masthead {
  readonly title: string | null;
  readonly dates: readonly Located<Day>[];
  readonly time: string | null;
  readonly place: string | null;
}

/** How many lines the top of a note may have before it is something else. */
const LONGEST_MASTHEAD = 20;
const TIME =
  /\b(\d{1,2})[:.](\d{2})\s*(am|pm)?\s*(?:-|\u2013|\u2014|to|until)\s*(\d{1,2})[:.](\d{2})\s*(am|pm)?/i;
const PLACE_LABEL = /^(?:place|venue|location|held (?:at|in|via|on))\s*:?\s+(?!\d)(.+)$/i;
const HELD_AT = /\b(?:held|meeting)\b.*?\d\s*(?:at|in|via)\s+((?:the\s+)?\p{Lu}[^,.;]*)\.?$/iu;

/** Reads the top of a note that stands as it was published. */
export function readMasthead(text: string, preamble: readonly Passage[]): Masthead {
  let title: string | null = null;
  let time: string | null = null;
  let place: string | null = null;
  let justDated = false;
  const dates: Located<Day>[] = [];
  for (const line of preamble.flatMap((passage) => passage.lines).slice(0, LONGEST_MASTHEAD)) {
    const plain = plainText(text, [line]);
    const words = squash(plain.text);
    if (words === "") continue;
    const days = findDays(plain.text, null).filter((found) => found.day !== null);
    for (const { day, start, end } of days) dates.push({ value: day!, span: spanIn(plain, start, end) });
    title ??=
      days.length === 0 || /[a-z]{4}/i.test(words.replace(TIME, "").slice(0, days[0]!.start)) ? words : null;
    time ??= readTime(words);
    place ??=
      PLACE_LABEL.exec(words)?.[1] ??
      HELD_AT.exec(words)?.[1] ??
      (justDated && isPlace(words) ? words : null);
    justDated = days.length > 0 || (justDated && readTime(words) !== null);
  }
  return { title, dates, time, place };
}

/** A stretch of time as `10:30-12:30`; null where a text has none. */
function readTime(text: string): string | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, fromHour, fromMinute, fromHalf, toHour, toMinute, toHalf] = match;
  return `${clock(fromHour!, fromMinute!, fromHalf ?? toHalf)}-${clock(toHour!, toMinute!, toHalf)}`;
}

function clock(hour: string, minute: string, half: string | undefined): string {
  const afternoon = half?.toLowerCase() === "pm" && Number(hour) < 12 ? 12 : 0;
  return `${String(Number(hour) + afternoon).padStart(2, "0")}:${minute}`;
}

/** A short line right below the date, without a date or a sentence in it. */
function isPlace(words: string): boolean {
  return (
    words.split(" ").length <= 8 &&
    !/[.!?]$|:|\d{3}/.test(words) &&
    !/\b(?:minutes|note|notes|agenda|present)\b/i.test(words)
  );
}
