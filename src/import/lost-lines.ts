import { plainText } from "../markdown/plain-text.ts";
import { wordsOf } from "../model/wording.ts";
import { tellsStanding } from "../read/published/standing.ts";
import { coverOf } from "../source/many.ts";
import { lineText, type Span } from "../source/source-file.ts";
import type { OwnForm } from "../write/own-form.ts";
import type { ReadDocument } from "./reading.ts";

/**
 * The lines of a document of which a word is missing in what was written of it. Of a line that front matter or a heading
 * says in its own way, words that only label something may be missing.
 */
export function findLostLines(
  { source, note }: ReadDocument,
  { rewritten, runningHeads }: OwnForm,
  written: string,
): Span[] {
  const { present, inAttendance, apologies, absent } = note.meeting;
  const lists = [present, inAttendance, apologies, absent].flat();
  const isRewritten = coverOf([...rewritten, ...lists.map(({ span }) => span)]);
  const isHead = coverOf(runningHeads);
  const kept = new Map<string, number>();
  for (const word of plainWords(written)) kept.set(word, (kept.get(word) ?? 0) + 1);
  const lines = source.lineStarts.flatMap((start, index) => {
    const text = lineText(source, index + 1);
    const span = { start, end: start + text.length };
    const mayLabel = touches(span, isRewritten);
    const isDropped = isHead(start) || (mayLabel && tellsStanding(plainText(source.text, [span]).text));
    return isDropped ? [] : [{ span, text, mayLabel }];
  });
  // What has to be there is looked for first.
  const inOrder = lines.toSorted((a, b) => Number(a.mayLabel) - Number(b.mayLabel));
  return inOrder
    .filter(({ text, mayLabel }) => {
      const missing = plainWords(text).filter((word) => {
        const left = kept.get(word) ?? 0;
        kept.set(word, left - 1);
        return left <= 0 && !(mayLabel && LABEL.test(word));
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

/** The words of Markdown as a reader sees them, links and comments among them. */
function plainWords(markdown: string): string[] {
  const bare = markdown.replace(/<[^<>!]*>|\\(?=[!-/:-@[-`{-~])|&(?:nbsp|amp);/g, " ");
  return wordsOf(bare).map((word) => word.replace(/^'+|'+$/g, ""));
}

/** Days and times, the names of lists and places, and the numbers of headings, which front matter and headings say otherwise. */
const LABEL =
  /^(?:\d+(?:st|nd|rd|th|am|pm)?|[a-z]?\d+|[ivxl]+|date|time|place|venue|location|held|on|at|am|pm|to|until|the|of|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|present|not|attending|those|apologies|absent|attendance|attendees|confirmed|organisations|officers|members|panel|chair|also|in|and|was|were|for|absence|meeting|other|secretariat|officials|guests|presenters|items?|minutes?|notes?|no)$/;
