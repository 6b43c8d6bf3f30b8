import { plainText, squash } from "../../markdown/plain-text.ts";
import type { Passage } from "../passage.ts";
import { beginsAsOrder, headsActions } from "./action-words.ts";
import { readPublishedColumns } from "./columns.ts";
import { firstLine } from "./heading-line.ts";

/** The lines `Actions` within an item, each above what that item gives to do: another item follows. */
export function findItemActions(
  text: string,
  passages: readonly Passage[],
  numbered: ReadonlyMap<Passage, number>,
): ReadonlySet<Passage> {
  const found = new Set<Passage>();
  const last = passages.findLastIndex((passage) => numbered.has(passage));
  let item: Passage | null = null;
  for (const [index, passage] of passages.slice(0, Math.max(last, 0)).entries()) {
    if (numbered.has(passage)) item = passage;
    else if (item !== null && mayHead(passage, item) && headsActions(firstLine(text, passage).text)) {
      const next = passages[index + 1]!;
      if (!numbered.has(next) && holdsActions(text, next)) found.add(passage);
    }
  }
  return found;
}

/** A heading of the same rank as an item is no part of that item. */
function mayHead({ kind, level, marker, lines }: Passage, item: Passage): boolean {
  if (kind === "heading") return item.kind === "heading" && level > item.level;
  return kind === "text" && marker === null && lines.length === 1;
}

function holdsActions(text: string, next: Passage): boolean {
  const wordsOf = ({ lines }: Pick<Passage, "lines">) => squash(plainText(text, lines).text);
  if (next.kind === "row") return readPublishedColumns(next.cells.map(wordsOf)) !== null;
  if (next.kind !== "text") return false;
  return next.marker === null ? beginsAsOrder(wordsOf(next)) : wordsOf(next) !== "";
}
