import type { Span } from "../../source/source-file.ts";
import type { Cell } from "../passage.ts";

/** The lines of a cell that say something: `<br>` parts them. */
export function linesOf(text: string, cell: Cell | undefined): Span[] {
  return (cell?.lines ?? []).flatMap(({ start, end }) => {
    const parts: Span[] = [];
    let from = start;
    for (const match of text.slice(start, end).matchAll(/<br\s*\/?>/gi)) {
      parts.push({ start: from, end: start + match.index });
      from = start + match.index + match[0].length;
    }
    parts.push({ start: from, end });
    return parts.filter((part) => text.slice(part.start, part.end).trim() !== "");
  });
}
