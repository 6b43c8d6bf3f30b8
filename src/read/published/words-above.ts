import { type Plain, plainText, spanIn, squash } from "../../markdown/plain-text.ts";
import type { MarkedLine } from "../marked-line.ts";
import type { Passage } from "../passage.ts";
import type { Reading } from "../reading.ts";
import type { PublishedLine } from "./marked-line.ts";
import { sentenceStarts } from "./sentence.ts";

/** Whether other words of its paragraph stand before a marker. */
export function standsBehind(line: PublishedLine, { lines }: Passage, reading: Reading): boolean {
  const first = lines[0]!;
  return line.span.start > first.end && /\p{L}/u.test(reading.text.slice(first.start, first.end));
}

/** `It was agreed to move £500. (Action: Treasurer)`: the last sentence before the marker is what is to be done. */
export function sentenceBefore(
  line: PublishedLine,
  before: MarkedLine[],
  passage: Passage,
  reading: Reading,
): MarkedLine[] {
  const last = before[before.length - 1];
  const isEnded = last !== undefined && last.span.end > last.textSpan.end;
  const previous = isEnded ? undefined : last;
  const plain = plainText(reading.text, passage.lines);
  const at = placeOf(plain, line.span.start);
  // A line that ends with its marker takes in nothing of what follows.
  const from = last === undefined ? 0 : placeOf(plain, isEnded ? last.span.end : last.textSpan.start);
  const head = plain.text.slice(from, Math.max(at, from));
  const starts = sentenceStarts(head);
  if (previous !== undefined && starts.length === 1) {
    if (previous.brackets === null) before[before.length - 1] = { ...previous, brackets: line.brackets };
    return [];
  }
  const start = from + starts[starts.length - 1]!;
  const text = squash(plain.text.slice(start, Math.max(at, start)));
  if (text === "") return [];
  if (previous !== undefined) {
    before[before.length - 1] = { ...previous, text: squash(plain.text.slice(from, start)) };
  }
  const textSpan = spanIn(plain, start, at);
  return [{ ...line, text: bareWords(text), textSpan, span: { start: textSpan.start, end: line.span.end } }];
}

/** Where an offset of the note stands in a plain text. */
function placeOf(plain: Plain, offset: number): number {
  return plain.offsetsOf === null ? offset - plain.start : Math.max(plain.offsetsOf().indexOf(offset), 0);
}

/** The words of a decision or a sentence without the word that marks it, or the bracket behind it. */
function bareWords(text: string): string {
  return text
    .replace(/^(?:resolved|agreed|decision)\s*[:\u2013\u2014-]+\s*/i, "")
    .replace(/[\s([\u2013\u2014-]+$/, "");
}

/** The last sentence of the paragraph above. */
export function wordsAbove(
  passages: readonly Passage[],
  at: number,
  reading: Reading,
): Partial<MarkedLine> | null {
  const above = passages[at - 1];
  if (above === undefined || above.kind !== "text") return null;
  const plain = plainText(reading.text, above.lines);
  const start = sentenceStarts(plain.text).at(-1)!;
  const text = bareWords(squash(plain.text.slice(start)));
  return text === "" ? null : { text, textSpan: spanIn(plain, start, plain.text.length) };
}
