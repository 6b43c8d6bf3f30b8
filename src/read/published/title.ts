import { findDay } from "../../model/written-day.ts";
import type { Passage } from "../passage.ts";
import { firstLine, isBold } from "./heading-line.ts";
import { publishedPartOf } from "./parts.ts";

/** How many passages the titles of a note may take up. */
const MOST = 8;

/** The headings at the top of a note that name the board and its meeting, and head nothing: others or a date follow. */
export function findTitles(
  text: string,
  passages: readonly Passage[],
  numbered: ReadonlyMap<Passage, number>,
): ReadonlySet<Passage> {
  const titles = new Set<Passage>();
  const wordsOf = (passage: Passage): string => firstLine(text, passage).text;
  const isHead = (passage: Passage): boolean => passage.kind === "heading" || isBold(text, passage);
  for (const [index, passage] of passages.slice(0, MOST).entries()) {
    const words = wordsOf(passage);
    if (numbered.has(passage) || passage.kind === "row" || publishedPartOf(words) !== null) break;
    const next = passages[index + 1];
    if (!isHead(passage) || next === undefined) continue;
    const dates = findDay(words, "2000-01-01") !== null || findDay(wordsOf(next), "2000-01-01") !== null;
    if (dates || isHead(next) || publishedPartOf(wordsOf(next)) !== null) titles.add(passage);
  }
  return titles;
}
