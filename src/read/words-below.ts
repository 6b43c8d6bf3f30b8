import { plainText, squash } from "../markdown/plain-text.ts";
import type { MarkedLine } from "./marked-line.ts";
import type { Passage } from "./passage.ts";
import type { Reading } from "./reading.ts";

/** What stands below a marker: the entries of the list there, each by its first paragraph, else the next paragraph. */
export function entriesBelow(passages: readonly Passage[], at: number): readonly Passage[] {
  const first = passages[at];
  if (first === undefined || first.kind !== "text") return [];
  if (first.marker === null) return [first];
  let end = at + 1;
  while (passages[end]?.kind === "text" && passages[end]!.depth >= first.depth) end++;
  return passages.slice(at, end).filter(({ list, marker }) => list === first.list && marker !== null);
}

/** What a marker without words of its own marks: each entry below it, but for those with markers of their own. */
export function wordsBelow(
  line: MarkedLine,
  entries: readonly Passage[],
  { text: note }: Reading,
  isMarked: (passage: Passage) => boolean,
): MarkedLine[] {
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
