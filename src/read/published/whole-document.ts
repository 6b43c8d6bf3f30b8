import type { Passage } from "../passage.ts";
import { firstLine } from "./heading-line.ts";
import { publishedPartOf } from "./parts.ts";
import { tellsCancelled } from "./standing.ts";

/** How many passages may stand above the title of a log that is the whole document, and it. */
const LOG_TOP = 4;

/** Whether a document is a log of actions and no more: at its top a title says so, and no list of who was there is above it. */
export function isLogAlone(text: string, passages: readonly Passage[]): boolean {
  const top = passages.slice(0, LOG_TOP);
  const at = top.findIndex((passage) => isLogTitle(text, passage));
  const isAttendance = (passage: Passage) =>
    publishedPartOf(firstLine(text, passage).text)?.kind === "attendance";
  return at >= 0 && !top.slice(0, at).some(isAttendance);
}

function isLogTitle(text: string, passage: Passage): boolean {
  const { text: words } = firstLine(text, passage);
  // `Actions from 8 October` heads a list in minutes, and no document.
  return (
    passage.kind !== "row" && publishedPartOf(words)?.kind === "log" && !/^\W*actions? from\b/i.test(words)
  );
}

/** How many passages may tell that the meeting was not held. */
const TOP = 10;

/** Whether a note without numbers tells at its top that the meeting was not held: what it goes on to list is no item. */
export function isNoticeOfCancellation(text: string, passages: readonly Passage[]): boolean {
  return passages.slice(0, TOP).some((passage) => tellsCancelled(firstLine(text, passage).text));
}
