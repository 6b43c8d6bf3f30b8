import { plainText, spanIn, squash } from "../markdown/plain-text.ts";
import type { Day } from "../model/day.ts";
import { findDays } from "../model/written-day.ts";
import { readTimes } from "../model/written-time.ts";
import type { Located, Span } from "../source/source-file.ts";
import type { Passage } from "./passage.ts";
import { tellsStanding } from "./published/standing.ts";

/** What stands at the top of a note: its title, when and where the board met, and who took the chair. */
export interface Masthead {
  readonly title: string | null;
  readonly chair: string | null;
  readonly dates: readonly Located<Day>[];
  readonly time: string | null;
  readonly place: string | null;
}

/** How many lines the top of a note may have before it is something else. */
const LONGEST_MASTHEAD = 30;
const CLOCK = "\\d{1,2}(?:[:.]\\d{2})?\\s*(?:[ap]\\.?m\\b\\.?|noon|hrs)?";
const TIME = new RegExp(`(?<![\\d/.])${CLOCK}\\s*(?:-|\\u2013|\\u2014|to|until)\\s*${CLOCK}(?![\\d/])`, "i");
const PLACE_LABEL = /^(?:place|venue|location|held (?:at|in|via|on))\s*:?\s+(?!\d)(.+)$/i;
const PLACE_ALONE = /^(?:place|venue|location)\s*:?$/i;
/** `21 January 2020 at 2pm in the Town Hall`: a place behind the day. */
const BEHIND_DAY =
  /(?:^|\s)(?:at|in|via|by)\s+(?!\d)((?:the\s+|a\s+)?\p{Lu}[^,.;]*?)(?:\s+(?:commencing|starting|from|at\s+\d)\b.*)?\s*[.:]?$/u;
/** `Committee Room 2, Town Hall` or `the school hall`: told by what it is, behind the day and the hours. */
const ROOM_BEHIND_DAY =
  /^[\s,\u2013\u2014-]*(?:(?:at|from)\s+\d[\d.:]*\s*(?:[ap]\.?m\.?)?[\s,]*)?(?:(?:at|in|via)\s+)?((?:the\s+)?(?:[\p{L}\d'\u2019-]+,?\s+){0,5}?(?:room|hall|centre|library|chamber|church|school|offices?|house|theatre|club|building|pavilion|teams|zoom)(?:\s+\d+|,\s+\p{Lu}[^.;]{2,60})?)\.?$/iu;
const HELD_AT = /\bheld\s+(?:at|in|via)\s+((?:the\s+)?\p{Lu}[^,.;]*?)\s+(?:on|at)\s/u;
/** A day in such a line is not that of the meeting, unless the line speaks of the meeting too. */
const OTHER_DAY =
  /\b(?:published|approved|issued|circulated|updated|revised|created|amended|printed|confirmed|signed|version|deadline|next|previous|last|moved|postponed)\b/i;
const MEETING_DAY = /\b(?:meeting|held|minutes|notes?)\b|^date\b/i;

/** What tells a meeting from the usual one of its board, on a line below its name. */
const EXTRAORDINARY = /^(?:an? )?(?:extraordinary|special|emergency|additional) (?:\p{L}+ ){0,3}meeting\b/iu;
const CHAIR_ALONE = /^(?:meeting )?chair(?:man|woman|person|ed by)?\s*:?$/i;
const CHAIR_LABEL =
  /^(?:(?:in the|meeting) )?chair(?:man|woman|person|ed by)?\s*(?::|\s[-\u2013\u2014])\s*(\S.*?)\.?$/i;

interface Dated extends Located<Day> {
  /** How surely it is the day of the meeting: 2 where the line says so, 0 where it says that it is another. */
  readonly trust: 0 | 1 | 2;
}

/** Reads the top of a note that stands as it was published. */
export function readMasthead(text: string, preamble: readonly Passage[]): Masthead {
  let title: string | null = null;
  let time: string | null = null;
  let place: string | null = null;
  let chair: string | null = null;
  let before = "";
  let justDated = false;
  const dates: Dated[] = [];
  for (const { line, isCell } of preamble
    .flatMap((passage, index) => linesOf(passage, preamble[index - 1]))
    .slice(0, LONGEST_MASTHEAD)) {
    const plain = plainText(text, [line]);
    const words = squash(plain.text);
    if (words === "" || tellsStanding(words)) continue;
    const days = findDays(plain.text, null).filter((found) => found.day !== null);
    const trust = trustOf(words, before);
    for (const { day, start, end } of days)
      dates.push({ value: day!, span: spanIn(plain, start, end), trust });
    if (!isParticular(words, before)) {
      title ??=
        days.length === 0 || /[a-z]{4}/i.test(words.replace(TIME, "").slice(0, days[0]!.start))
          ? words
          : null;
      if (title !== null && words !== title && EXTRAORDINARY.test(words) && !EXTRAORDINARY.test(title))
        title = `${title} \u2013 ${words}`;
    }
    time ??= readTime(words);
    chair ??= CHAIR_ALONE.test(before)
      ? words.replace(/\s*\([^()]*\)$/, "")
      : (CHAIR_LABEL.exec(words)?.[1] ?? null);
    if (!PLACE_ALONE.test(words))
      place ??= readPlace(words, before, justDated, plain.text.slice(days.at(-1)?.end ?? plain.text.length));
    // What stands below a day in a table is the next cell.
    justDated = !isCell && (days.length > 0 || (justDated && readTime(words) !== null));
    before = words;
  }
  return { title, chair, dates: mostTrusted(dates), time, place };
}

/** Of a table only the first words: the title of a log may stand there, above rows with days of their own. */
function linesOf(
  passage: Passage,
  before: Passage | undefined,
): readonly { readonly line: Span; readonly isCell: boolean }[] {
  if (passage.kind !== "row") return passage.lines.map((line) => ({ line, isCell: false }));
  const isFirst =
    before?.table !== passage.table ||
    (before.isHeader && before.cells.every(({ lines }) => lines.length === 0));
  return isFirst ? passage.cells.flatMap(({ lines }) => lines.map((line) => ({ line, isCell: true }))) : [];
}

function trustOf(words: string, before: string): Dated["trust"] {
  const speaksOfMeeting =
    MEETING_DAY.test(words) || /^(?:meeting )?date(?: (?:and|&) time)?\s*:?$/i.test(before);
  if (OTHER_DAY.test(words) && !/\b(?:meeting (?:of|on|held)|held on)\b/i.test(words)) return 0;
  return speaksOfMeeting ? 2 : 1;
}

/** The days that most surely are the meeting's own. */
function mostTrusted(dates: readonly Dated[]): Located<Day>[] {
  const most = Math.max(0, ...dates.map(({ trust }) => trust));
  return dates.filter(({ trust }) => trust === most).map(({ value, span }) => ({ value, span }));
}

/** `Venue`, and what it says on the next line: neither is a title. */
function isParticular(words: string, before: string): boolean {
  const label =
    /^(?:(?:meeting )?date|time|place|venue|location|chair(?:man|person)?|published|status|version)\b(?:[^:]{0,20}:|\s*$)/i;
  return label.test(words) || PLACE_ALONE.test(before) || /^(?:date|time)\s*:?$/i.test(before);
}

/** A stretch of time as `10:30-12:30`; null where a text has none. */
function readTime(text: string): string | null {
  const match = TIME.exec(text)?.[0];
  return match === undefined || !/[:.]\d|[ap]\.?m|noon|hrs/i.test(match)
    ? null
    : readTimes(match.replace(/\.(?=\s|$)/g, ""));
}

function readPlace(words: string, before: string, justDated: boolean, behindDay: string): string | null {
  if (PLACE_ALONE.test(before)) return words;
  const labelled =
    PLACE_LABEL.exec(words)?.[1] ??
    HELD_AT.exec(words)?.[1] ??
    roomIn(behindDay) ??
    BEHIND_DAY.exec(behindDay)?.[1];
  return labelled ?? (justDated && isPlace(words) ? words : null);
}

function roomIn(behindDay: string): string | undefined {
  return ROOM_BEHIND_DAY.exec(behindDay.slice(0, LONGEST_LINE).replace(TIME, ""))?.[1];
}

/** In UTF-16 code units: no line that says when and where is longer. */
const LONGEST_LINE = 200;

/** A short line right below the date, without a date or a sentence in it. */
function isPlace(words: string): boolean {
  return (
    words.split(" ").length <= 8 &&
    !/[.!?]$|:|\d{3}/.test(words) &&
    !/\b(?:minutes|note|notes|agenda|present|time|chair|actions?|next meeting)\b/i.test(words)
  );
}
