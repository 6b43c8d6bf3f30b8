import { plainText, squash } from "../markdown/plain-text.ts";
import type { Day } from "../model/day.ts";
import { findDay } from "../model/written-day.ts";
import type { Outline } from "./outline.ts";
import type { Passage } from "./passage.ts";

/** The day of the next meeting, under its heading or in a sentence that begins with it. */
export function findNextMeeting(
  text: string,
  outline: Outline,
  passages: readonly Passage[],
  date: Day | null,
): Day | null {
  for (const section of outline.sections) {
    if (section.part?.kind !== "next meeting" || !section.hasOwnPart) continue;
    const inTitle = findDay(section.title, date);
    if (inTitle?.day != null) return inTitle.day;
    for (const passage of section.passages) {
      const found = findDay(plainText(text, passage.lines).text, date);
      if (found?.day != null) return found.day;
    }
  }
  for (const passage of passages) {
    if (passage.kind !== "text" || !/next/i.test(text.slice(passage.span.start, passage.span.start + 40)))
      continue;
    const words = squash(plainText(text, passage.lines).text);
    if (!/^(?:the )?(?:date of (?:the )?)?next (?:[\p{L}&'-]+ ){0,4}meeting\b/iu.test(words)) continue;
    const found = findDay(words, date);
    if (found?.day != null) return found.day;
  }
  return null;
}
