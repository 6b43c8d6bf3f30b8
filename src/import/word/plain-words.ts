import { cleanWords } from "../escape.ts";
import type { Dropped } from "../imported.ts";
import type { Xml } from "../xml.ts";

/** What no reader of the finished document sees: what was deleted, moved away, or tells a field what to show. */
const UNSEEN = /^(?:w:(?:del|moveFrom|instrText|delText|pPr|rPr|tblPr|trPr|tcPr|sectPr|sdtPr)|mc:Fallback)$/;

/** The words of a piece of a Word file, paragraph by paragraph, for a list of what was left out. */
export function listParagraphs(element: Xml, line: number): Dropped[] {
  const lines: Dropped[] = [];
  let words = "";
  const end = (): void => {
    const text = cleanWords(words).replaceAll("\t", " ").trim();
    if (/[\p{L}\p{N}]/u.test(text)) lines.push({ page: null, line, text });
    words = "";
  };
  const walk = ({ name, children }: Xml): void => {
    if (UNSEEN.test(name)) return;
    if (name === "w:tab" || name === "w:br" || name === "w:cr") words += " ";
    for (const child of children) {
      if (typeof child !== "string") walk(child);
      else if (name === "w:t" || name === "m:t") words += child;
    }
    if (name === "w:p") end();
  };
  walk(element);
  end();
  return lines;
}
