import { plainText, squash } from "../markdown/plain-text.ts";
import type { Meeting } from "../model/meeting.ts";
import { wordsOf } from "../model/wording.ts";
import { findDays } from "../model/written-day.ts";
import type { Passage } from "../read/passage.ts";
import { type Reason, tellsStanding } from "../read/published/standing.ts";
import type { Edit } from "../source/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import { type PublishedNote, type Rewriting, wholeLines } from "./rewriting.ts";

/** The edits to what stands above the first section: lines that the front matter repeats go, headings become text. */
export function mastheadEdits(
  preamble: readonly Passage[],
  reason: Reason | null,
  { text, note }: PublishedNote,
  isInTable: (offset: number) => boolean,
): Rewriting {
  const edits: Edit[] = [];
  const rewritten: Span[] = [];
  for (const passage of preamble) {
    if (passage.kind === "row") continue;
    const gone = passage.lines.filter(
      (line) => reason?.lines.includes(line) === true || isRepeated(wordsOfLine(text, line), note.meeting),
    );
    rewritten.push(
      ...gone,
      ...passage.lines.filter((line) => staysAsSaid(wordsOfLine(text, line), note.meeting)),
    );
    if (isInTable(passage.span.start)) continue;
    if (passage.kind === "heading")
      edits.push(headingEdit(passage, gone.length === passage.lines.length, text));
    else for (const line of gone) edits.push({ span: wholeLines(text, line), text: "" });
  }
  return { edits, rewritten, setAside: [] };
}

function wordsOfLine(text: string, line: Span): string {
  return squash(plainText(text, [line]).text);
}

/** The line stays, since the front matter may have a shorter name, or says less of when and where. */
function staysAsSaid(words: string, { chair, date, place }: Meeting): boolean {
  if (chair !== null && (/^chair/i.test(words) || words.startsWith(chair))) return true;
  const isDated = findDays(words, null).some(({ day }) => day !== null && day === date);
  const tellsWhere = place !== null && words.includes(place);
  return isDated && (tellsWhere || /\b(?:minutes|notes?|meeting)\b|\d\s*[ap]\.?m\b/i.test(words));
}

/** A heading that is no item's, as a paragraph; nothing where its words stand in the front matter. */
function headingEdit({ span, lines }: Passage, isGone: boolean, text: string): Edit {
  const words = lines.map(({ start, end }) => text.slice(start, end)).join(" ");
  return { span: wholeLines(text, span), text: isGone ? "" : `${words}\n\n` };
}

const CLOCK =
  /\b\d{1,2}[:.]\d{2}\s*(?:am|pm)?\s*(?:-|\u2013|\u2014|to|until)\s*\d{1,2}[:.]\d{2}\s*(?:am|pm)?/gi;
/** Words that only say what is what. */
const LABELS = new Set(
  "date time place venue location title held on at in via from the of meeting note notes minutes".split(" "),
);
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** Whether all that a line says stands in the front matter. */
export function isRepeated(words: string, { title, place, time, date }: Meeting): boolean {
  if (words === "" || words === place || tellsStanding(words)) return true;
  if (words === title || title?.split(" \u2013 ").includes(words)) return true;
  let rest = time === null ? words : words.replace(CLOCK, " ");
  for (const { day, start, end } of findDays(words, null).toReversed()) {
    if (day === date && day !== null) rest = rest.replace(words.slice(start, end), " ");
  }
  if (place !== null) rest = rest.replace(place, " ");
  return rest !== words && wordsOf(rest).every((word) => LABELS.has(word) || WEEKDAY.test(word));
}
