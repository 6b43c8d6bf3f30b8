import { plainText } from "../../markdown/plain-text.ts";
import type { Span } from "../../source/source-file.ts";
import type { Passage } from "../passage.ts";
import { beginsAsOrder, headsActions } from "./action-words.ts";
import { hasMinuteNumber } from "./item-number.ts";
import { publishedPartOf } from "./parts.ts";

/** How many characters a line may have and still be a title. */
export const LONGEST_TITLE = 140;

/** Nobody wraps lines as long as this by hand: where one line is longer, every line is a paragraph of its own. */
const LONGEST_WRAPPED_LINE = 120;

/** Parts the paragraphs of a note that was written without blank lines: a heading in their midst begins a new one. */
export function partParagraphs(text: string, passages: readonly Passage[]): Passage[] {
  const isMany = ({ kind, lines }: Passage): boolean => kind === "text" && lines.length > 1;
  const isWrapped = passages
    .filter(isMany)
    .every(({ lines }) => lines.every(({ start, end }) => end - start <= LONGEST_WRAPPED_LINE));
  return passages.flatMap((passage) =>
    isMany(passage) ? partParagraph(text, passage, isWrapped) : [passage],
  );
}

function partParagraph(text: string, passage: Passage, isWrapped: boolean): Passage[] {
  const parts: Passage[] = [];
  const isList = listsActions(text, passage);
  let from = 0;
  for (let at = 1; at <= passage.lines.length; at++) {
    const line = passage.lines[at];
    if (line !== undefined && isWrapped && !isList && !beginsAnew(text, line)) continue;
    const lines = passage.lines.slice(from, at);
    const span = { start: lines[0]!.start, end: lines[lines.length - 1]!.end };
    parts.push(
      from === 0 ? { ...passage, lines, span } : numbered(text, { ...passage, marker: null, lines, span }),
    );
    from = at;
  }
  return parts;
}

/** Whether a paragraph is a line `Actions:` and below it one action a line. */
function listsActions(text: string, { lines }: Passage): boolean {
  const [first, ...others] = lines.map((line) => plainText(text, [line]).text.trim());
  return headsActions(first ?? "") && others.every(beginsAsOrder);
}

/** Whether a line is a heading, or begins with one in bold: `**Present** Ann Other, Bo Lee`. */
function beginsAnew(text: string, line: Span): boolean {
  if (isHeading(plainText(text, [line]).text)) return true;
  const label = /^\s*(?<mark>\*\*|__)(?<label>(?!\s)[^*_\n]{2,40})\k<mark>/.exec(
    text.slice(line.start, line.end),
  );
  return label !== null && publishedPartOf(label.groups!.label!)?.kind === "attendance";
}

const NUMBERED = /^(\d{1,2})[.)]\s+(?=\S)/;

function isHeading(line: string): boolean {
  if (line.length > LONGEST_TITLE || /[.;,]$/.test(line)) return false;
  if (NUMBERED.test(line) || hasMinuteNumber(line)) return true;
  const part = publishedPartOf(line);
  return part !== null && (part.contentFrom !== null || line.split(/\s+/).length <= 12);
}

/** A line that begins `2. ` is what the entry of a list would be, had a blank line stood before it. */
function numbered(text: string, passage: Passage): Passage {
  const first = passage.lines[0]!;
  const match = NUMBERED.exec(text.slice(first.start, first.end));
  if (match === null) return passage;
  const title = { start: first.start + match[0].length, end: first.end };
  return { ...passage, marker: Number(match[1]), depth: 1, lines: [title, ...passage.lines.slice(1)] };
}
