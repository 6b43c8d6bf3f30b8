import { plainText } from "../../markdown/plain-text.ts";
import type { Passage } from "../passage.ts";
import { beginsAsOrder } from "./action-words.ts";
import { readPublishedColumns } from "./columns.ts";
import { isMarkedHeading } from "./heading.ts";
import { publishedPartOf } from "./parts.ts";

/** Whether a list of names ends before a passage, by what kind of passage that is; `hasNames` once a name was read. */
export function endsBefore(
  text: string,
  passages: readonly Passage[],
  index: number,
  hasNames: boolean,
): boolean {
  return (
    beginsItems(passages, index) ||
    beginsActions(text, passages, index) ||
    (hasNames && beginsAnother(text, passages, index))
  );
}

/** Whether the first number stands behind names that bear none: it is that of the first item, and none of a name. */
function beginsItems(passages: readonly Passage[], index: number): boolean {
  const isNumbered = ({ marker }: Passage) => marker !== null && marker >= 0;
  return index > 0 && passages[index]!.marker === 1 && !passages.slice(0, index).some(isNumbered);
}

/** Whether behind names in one line a list begins, or a line in italics: neither is of those names. */
function beginsAnother(text: string, passages: readonly Passage[], index: number): boolean {
  const [first] = passages;
  const { kind, marker, lines } = passages[index]!;
  if (index === 0 || kind !== "text" || first!.kind !== "text" || first!.marker !== null) return false;
  const raw = lines.length === 1 ? text.slice(lines[0]!.start, lines[0]!.end).trim() : "";
  return marker !== null || /^(?<mark>[*_])(?!\k<mark>).+\k<mark>$/.test(raw);
}

/** Whether a table begins whose columns are those of actions. */
function beginsActions(text: string, passages: readonly Passage[], index: number): boolean {
  const { kind, table, cells } = passages[index]!;
  if (kind !== "row" || passages[index - 1]?.table === table) return false;
  const columns = readPublishedColumns(cells.map(({ lines }) => plainText(text, lines).text.trim()));
  return columns?.some((column) => column !== "action" && column !== "ref") === true;
}

/** The first business of a meeting, on a line with what became of it, is nobody's name: `Minutes of 3 March – approved`. */
function isBusiness(words: string): boolean {
  return (
    /^(?:approval\s+of\s+(?:the\s+)?)?(?:minutes|mins)\s+(?:of|from)\b/i.test(words) ||
    /^[^,]{3,60}:$/.test(words) ||
    beginsAsOrder(words) ||
    publishedPartOf(words)?.kind === "progress"
  );
}

/** Whether a line is no part of a list of names, and ends it. */
export function endsList(words: string): boolean {
  return isSentence(words) || isMarkedHeading(words) || isBusiness(words);
}

/** Whether a line says something in a sentence. */
export function isSentence(words: string): boolean {
  return (
    /[.!?]$/.test(words) &&
    /\s(?:was|were|is|are|had|has|have|will|would|gave|given|noted|welcomed|sent|received|agreed|been|opened|apologised|confirmed)\s/i.test(
      words,
    )
  );
}
