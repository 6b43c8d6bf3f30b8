import { plainText, squash } from "../markdown/plain-text.ts";
import type { MarkedLine } from "./marked-line.ts";
import type { Passage } from "./passage.ts";
import type { Reading } from "./reading.ts";

/**
 * What a marker without words of its own marks: `Actions:` alone, with a list below it, each entry as one; else the
 * next paragraph. A passage that is marked by itself is left to its own marker.
 */
export function wordsBelow(
  line: MarkedLine,
  passages: readonly Passage[],
  at: number,
  { text: note }: Reading,
  isMarked: (passage: Passage) => boolean,
): MarkedLine[] {
  const first = passages[at];
  if (first === undefined || first.kind !== "text") return [];
  let end = at + 1;
  if (first.marker !== null) while (passages[end]?.list === first.list) end++;
  const entries = passages.slice(at, end);
  const isOne = entries.length === 1;
  return entries.flatMap((passage) => {
    const text = squash(plainText(note, passage.lines).text);
    if (text === "" || isMarked(passage)) return [];
    const span = { start: passage.lines[0]!.start, end: passage.lines[passage.lines.length - 1]!.end };
    const marker = isOne ? line.marker : { start: span.start, end: span.start };
    const whole = isOne ? { start: line.span.start, end: span.end } : span;
    return [{ ...line, number: isOne ? line.number : null, text, marker, textSpan: span, span: whole }];
  });
}
