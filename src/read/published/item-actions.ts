import { plainText } from "../../markdown/plain-text.ts";
import type { Passage } from "../passage.ts";
import { firstLine } from "./heading-line.ts";

const ACTIONS = /^\s*actions\s*$/i;

/** Whether a line says `Actions` and no more. */
function saysActions(text: string, passage: Passage): boolean {
  return (
    passage.kind === "text" &&
    passage.marker === null &&
    passage.lines.length === 1 &&
    ACTIONS.test(plainText(text, passage.lines).text)
  );
}

/** The lines `Actions` within an item, each above a list of what that item gives to do: another item follows. */
export function findItemActions(
  text: string,
  passages: readonly Passage[],
  numbered: ReadonlyMap<Passage, number>,
): ReadonlySet<Passage> {
  const found = new Set<Passage>();
  const last = passages.findLastIndex((passage) => numbered.has(passage));
  let isInItem = false;
  for (const [index, passage] of passages.slice(0, Math.max(last, 0)).entries()) {
    isInItem ||= numbered.has(passage);
    const next = passages[index + 1];
    if (!isInItem || numbered.has(passage) || next === undefined || numbered.has(next)) continue;
    const isList = next.kind === "text" && next.marker !== null && firstLine(text, next).text !== "";
    if (isList && saysActions(text, passage)) found.add(passage);
  }
  return found;
}
