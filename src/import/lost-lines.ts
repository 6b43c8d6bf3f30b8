import { plainText } from "../markdown/plain-text.ts";
import { wordsOf } from "../model/wording.ts";
import { tellsStanding } from "../read/published/standing.ts";
import { coverOf } from "../source/many.ts";
import { lineStartsOf, lineText, type Span } from "../source/source-file.ts";
import type { OwnForm } from "../write/own-form.ts";
import type { ReadDocument } from "./reading.ts";

/**
 * The lines of a document of which a word is missing in what was written of it. Words that only label what a line says
 * may be missing where that is written in another way: in front matter, in a heading, or between the brackets of an
 * action.
 */
export function findLostLines(
  { source, note }: ReadDocument,
  { rewritten, runningHeads }: OwnForm,
  written: string,
): Span[] {
  const { present, inAttendance, apologies, absent, actions, progress } = note.meeting;
  const lists = [present, inAttendance, apologies, absent].flat();
  const isRewritten = coverOf([...rewritten, ...lists.map(({ span }) => span)]);
  const isUndertaken = coverOf([...actions, ...progress].map(({ span }) => span));
  const isHead = coverOf(runningHeads);
  const kept = new Map<string, number>();
  for (const word of plainWords(written)) kept.set(word, (kept.get(word) ?? 0) + 1);
  const lines = lineStartsOf(source).flatMap((start, index) => {
    const text = lineText(source, index + 1);
    const span = { start, end: start + text.length };
    const isFront = touches(span, isRewritten);
    const labels = isFront ? LABEL : touches(span, isUndertaken) ? LABEL_OF_ACTION : null;
    const isDropped = isHead(start) || (isFront && tellsStanding(plainText(source.text, [span]).text));
    return isDropped ? [] : [{ span, text, labels }];
  });
  // What has to be there is looked for first.
  const inOrder = lines.toSorted((a, b) => Number(a.labels === LABEL) - Number(b.labels === LABEL));
  return inOrder
    .filter(({ text, labels }) => {
      const missing = plainWords(text).filter((word) => {
        const left = kept.get(word) ?? 0;
        kept.set(word, left - 1);
        return left <= 0 && labels?.test(word) !== true;
      });
      return missing.length > 0;
    })
    .map(({ span }) => span)
    .toSorted((a, b) => a.start - b.start);
}

function touches({ start, end }: Span, covers: (offset: number) => boolean): boolean {
  for (let at = start; at < end; at++) if (covers(at)) return true;
  return false;
}

/** The words of Markdown as a reader sees them, links and comments among them; a day is one word, `24<sup>th</sup>` too. */
function plainWords(markdown: string): string[] {
  const bare = markdown
    .replace(/<\/?su[bp]>/gi, "")
    .replace(/<[^<>!]*>|\\(?=[!-/:-@[-`{-~])|&(?:nbsp|amp);/g, " ");
  return wordsOf(bare).map((word) => word.replace(/^'+|'+$/g, ""));
}

/** Days and times, the names of lists and places, and the numbers of headings, which front matter and headings say otherwise. */
const LABEL =
  /^(?:\d+(?:st|nd|rd|th|am|pm)?|[a-z]?\d+|[ivxl]+|date|time|place|venue|location|held|on|at|am|pm|to|until|the|of|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|present|not|attending|those|apologies|absent|attendance|attendees|confirmed|organisations|officers|members|governors|trustees|councillors|cllrs|directors|panel|who|came|there|here|sorry|apols|chair|also|in|and|was|were|for|absence|meeting|other|secretariat|officials|guests|presenters|items?|minutes?|notes?|no)$/;

/** What says that the words behind it are who does something, or until when. */
const LABEL_OF_ACTION =
  /^(?:actions?|owners?|lead|officer|person|responsib(?:le|ility)|assigned|to|by|whom|who|due|date|on|when|deadline|target|completion|complete|timescale)$/;
