import type { Passage } from "../passage.ts";
import { isMarkedHeading } from "./heading.ts";
import { firstLine, isBold } from "./heading-line.ts";
import { publishedPartOf } from "./parts.ts";

const LONGEST = 8;

/** Knows the headings of a note that neither numbers nor marks them: short lines on their own above longer text. */
export function findUnmarkedHeadings(
  text: string,
  passages: readonly Passage[],
  numbered: ReadonlyMap<Passage, number>,
): (passage: Passage) => boolean {
  const found = new Set<Passage>();
  const isMarked = (passage: Passage): boolean => passage.kind === "heading" || isBold(text, passage);
  if (numbered.size > 0 || passages.filter(isMarked).length > 2) return () => false;
  let isAmongNames = false;
  for (const [index, passage] of passages.entries()) {
    if (passage.kind !== "text") continue;
    const line = firstLine(text, passage).text.trim();
    const part = publishedPartOf(line);
    if (part !== null) isAmongNames = part.kind === "attendance";
    else if (isSentence(text, passage)) isAmongNames = false;
    else if (!isAmongNames && isTitle(line, passage) && isFollowed(text, passages[index + 1]))
      found.add(passage);
    else if (!isAmongNames && standsAbove(text, line, passage)) found.add(passage);
  }
  return (passage) => found.has(passage);
}

function isTitle(line: string, passage: Passage): boolean {
  return (
    passage.lines.length === 1 &&
    passage.marker === null &&
    passage.depth === 0 &&
    /^\p{Lu}[^.!?:;,]*\p{L}[)\d]?$/u.test(line) &&
    line.split(/\s+/).length <= LONGEST &&
    !isMarkedHeading(line)
  );
}

/** How many words a title has that stands right above its text, without an empty line between. */
const SHORTEST = 5;

/** Whether the first of several lines is the title of the others: short, without an end, and sentences below it. */
function standsAbove(text: string, line: string, { lines, marker, depth }: Passage): boolean {
  if (lines.length < 2 || marker !== null || depth > 0) return false;
  const rest = lines.slice(1).map((one) => text.slice(one.start, one.end).trim());
  return (
    /^\p{Lu}[^.!?:;,\d]*\p{L}$/u.test(line) &&
    line.split(/\s+/).length <= SHORTEST &&
    !isMarkedHeading(line) &&
    /^(?:\p{Lu}|\d|\u00a3)/u.test(rest[0]!) &&
    rest.some((one) => /[.!?)]$/.test(one)) &&
    rest.some((one) => one.split(/\s+/).length > SHORTEST)
  );
}

function isSentence(text: string, passage: Passage): boolean {
  const line = firstLine(text, passage).text.trim();
  return passage.marker !== null || /[.!?]$/.test(line) || line.split(/\s+/).length > 2 * LONGEST;
}

function isFollowed(text: string, next: Passage | undefined): boolean {
  return next !== undefined && (next.kind === "row" || next.lines.length > 1 || isSentence(text, next));
}
