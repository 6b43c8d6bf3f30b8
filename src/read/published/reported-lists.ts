import { plainText, squash } from "../../markdown/plain-text.ts";
import type { Passage } from "../passage.ts";
import { entriesBelow } from "../words-below.ts";
import { statusBelow } from "./status.ts";

/** Words by which a line says what is to be done, and not what was. */
const AHEAD = /\b(?:agreed|to be|will|would|should|shall|must|needs?|required|asked|propose[ds]?|new)\b/i;

/** The lists of an item that a line begins which says how their actions stand: `These actions were completed:`. */
export function partReportedLists(
  text: string,
  passages: readonly Passage[],
): { reported: readonly (readonly Passage[])[]; others: readonly Passage[] } {
  const reported = passages.flatMap((passage, index) => {
    if (passage.kind !== "text" || passages[index + 1]?.marker == null) return [];
    const words = squash(plainText(text, passage.lines).text);
    const isReport = /\bactions?\b/i.test(words) && !AHEAD.test(words) && statusBelow(words) !== null;
    return isReport ? [[passage, ...entriesBelow(passages, index + 1)]] : [];
  });
  if (reported.length === 0) return { reported, others: passages };
  const taken = new Set(reported.flat());
  return { reported, others: passages.filter((passage) => !taken.has(passage)) };
}
