import { squash } from "../markdown/plain-text.ts";
import { type Day, isDay } from "../model/day.ts";
import { findDay, findEndOfMonth, namesMonth } from "../model/written-day.ts";

/** What tells relative words apart: a day without a year comes after `raised`; `next meeting` is `nextMeeting`. */
export interface DueContext {
  readonly raised: Day | null;
  readonly nextMeeting: Day | null;
}

export interface Due {
  /** The day, where the words name one. */
  readonly due: Day | null;
  /** The words, as written. */
  readonly dueText: string | null;
}

const NO_DUE: Due = { due: null, dueText: null };

/** Reads a Due column, or what brackets say: every word of it is meant. */
export function readStatedDue(words: string, context: DueContext): Due {
  if (isDay(words)) return { due: words, dueText: words };
  const written = squash(words)
    .replace(/^(?:due|by|before|deadline)\b:?\s*/i, "")
    .replace(/\s*\(overdue\)$/i, "")
    .replace(/[.,;]$/, "");
  if (written === "" || /^(?:[-\u2013\u2014]+|none|n\/?a|nil|tbc|tba)$/i.test(written)) return NO_DUE;
  return { due: dayOfWords(written, context), dueText: written };
}

/** Reads when an action is due from its own words: a closing `by 14 February`, `at the next meeting`, `once …`. */
export function readClosingDue(text: string, context: DueContext): Due {
  const sentences = squash(text).split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  for (const sentence of sentences) {
    if (sentence.endsWith("?")) continue;
    const words = closingWords(sentence.replace(/[\s.;,]+$/, ""));
    if (words !== null) return { due: dayOfWords(words, context), dueText: words };
  }
  for (const sentence of sentences) {
    const words = wordsWithin(sentence);
    if (words !== null) return { due: dayOfWords(words, context), dueText: words };
  }
  return NO_DUE;
}

const PREPOSITION =
  /\b(by|before|no later than|until|at|for|in advance of|in|within|after|once|when|following|prior to|ahead of)\s+/gi;
/** These say no more than that a time follows; the others are part of what is said. */
const EMPTY_PREPOSITION = /^(?:by|at|for|in|until|no later than)$/i;
const BEFORE_AN_EVENT = /^(?:before|in advance of|after|once|when|following|prior to|ahead of)$/i;
/** `to confirm when the slides are ready` asks for a time and sets none. */
const ASKS_WHEN =
  /\b(?:confirm|say|tell|advise|ask|check|establish|clarify|know|decide|see|understand|agree)\b[^,]*$/i;
const LONGEST_EVENT = 12;
/** No words for a time are longer, in UTF-16 code units. */
const LONGEST_TIME = 200;

/** The words at the end of a sentence that say until when. */
function closingWords(sentence: string): string | null {
  for (const match of sentence.matchAll(PREPOSITION)) {
    // `Send it out (by April)`: the bracket around the words is none of them.
    const rest = sentence.slice(match.index + match[0].length).replace(/^([^()]*)\)$/, "$1");
    if (rest.length > LONGEST_TIME) continue;
    const preposition = match[1]!;
    const isEvent =
      BEFORE_AN_EVENT.test(preposition) &&
      /^[^,;]+$/.test(rest) &&
      meetingAtStart(rest) === null &&
      rest.split(" ").length <= LONGEST_EVENT &&
      !(/^when$/i.test(preposition) && ASKS_WHEN.test(sentence.slice(0, match.index)));
    if (!isEvent && !isTime(rest, preposition)) continue;
    return EMPTY_PREPOSITION.test(preposition) ? rest : `${preposition} ${rest}`;
  }
  return null;
}

// Asked of folded words: where V8 has to fold a class of letters itself, the pattern takes as long to make as ten notes to read.
const MEETING =
  /^(?:(?:the|a|our|its|their)\s+)?(?:(?:next|future|following|subsequent|forthcoming|coming)\s+(?:[\p{L}&-]+\s+){0,3})?meeting\b(?:\s+of\s+(?:the\s+)?[\p{L}-]+(?:\s+\p{Ll}[\p{L}-]*)*)?/u;

/** The meeting that words begin with, `the next meeting of the Board`; null where they begin with none. */
function meetingAtStart(words: string): string | null {
  const folded = words.toLowerCase();
  const found = folded.includes("meeting") ? MEETING.exec(folded) : null;
  return found === null ? null : words.slice(0, found[0].length);
}

const VAGUE =
  /^(?:(?:the|early|late|mid)[\s-]+)*(?:autumn|spring|summer|winter|new year|christmas|easter|due course|q[1-4]|(?:end|close|start|middle) of (?:the )?(?:day|week|month|quarter|year|play|business)|(?:a|one|two|three|four|six|eight|ten|twelve|\d+) (?:days?|weeks?|months?))\b['\u2019]?(?: time| \d{4})?$/i;

/** Whether words name a day, a month, a meeting or a stretch of time, and nothing else. */
export function isTimeAlone(words: string): boolean {
  return isTime(words, "");
}

function isTime(words: string, preposition: string): boolean {
  if (meetingAtStart(words)?.length === words.length) return true;
  if (VAGUE.test(words)) return true;
  const rest = words
    .replace(
      /^(?:(?:the|end of|close on|noon on|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|early|late|mid)[\s-]+)+/i,
      "",
    )
    .replace(/\s+meeting$/i, "");
  const day = findDay(rest, "2000-01-01");
  if (day !== null) {
    const around = (rest.slice(0, day.start) + rest.slice(day.end)).trim();
    return (
      around === "" ||
      (/^(?:by|no later than|until|before)$/i.test(preposition) && around.split(" ").length <= 3)
    );
  }
  return namesMonth(rest) && rest.split(" ").length <= 2;
}

/** Words in the middle of a sentence: only a meeting, or `by` a day, is surely a time. */
function wordsWithin(sentence: string): string | null {
  for (const match of sentence.matchAll(PREPOSITION)) {
    const preposition = match[1]!;
    const from = match.index + match[0].length;
    const rest = sentence.slice(from, from + LONGEST_TIME);
    const meeting = meetingAtStart(rest);
    if (meeting !== null && /^(?:,| for\b| and\b| to\b| so\b| if\b|\)|;)/.test(rest.slice(meeting.length))) {
      return EMPTY_PREPOSITION.test(preposition) ? meeting : `${preposition} ${meeting}`;
    }
    const day = findDay(rest, "2000-01-01");
    if (
      /^(?:by|no later than)$/i.test(preposition) &&
      day !== null &&
      /^(?:the|\s)*$/i.test(rest.slice(0, day.start))
    ) {
      return rest.slice(day.start, day.end);
    }
  }
  return null;
}

function dayOfWords(words: string, context: DueContext): Day | null {
  if (isDay(words)) return words;
  if (/^(?:after|once|when|following)\b/i.test(words)) return null;
  const day = findDay(words, context.raised);
  if (day !== null) return day.day;
  const end = findEndOfMonth(words, context.raised);
  if (end !== null) return end;
  const isNextMeeting =
    /^(?:in advance of |before |prior to |ahead of )?(?:the )?next (?:[\p{L}&-]+ ){0,3}meeting\b/u.test(
      words.toLowerCase(),
    );
  return isNextMeeting ? context.nextMeeting : null;
}
