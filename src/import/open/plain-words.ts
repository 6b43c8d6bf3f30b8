import { cleanWords } from "../escape.ts";
import type { Dropped } from "../imported.ts";
import type { Xml } from "../xml.ts";

/** Who wrote a comment and when is no part of what it says. */
const UNSEEN = /^(?:dc:.*|\?:(?:creator|date|date-string|initials)|loext:.*|text:tracked-changes)$/;

/** The words of a piece of an OpenDocument text, paragraph by paragraph, for a list of what was left out. */
export function listOpenWords(element: Xml, line: number): Dropped[] {
  const lines: Dropped[] = [];
  let words = "";
  const end = (): void => {
    const text = cleanWords(words).trim();
    if (/[\p{L}\p{N}]/u.test(text)) lines.push({ page: null, line, text });
    words = "";
  };
  const walk = ({ name, attributes, children }: Xml): void => {
    if (UNSEEN.test(name)) return;
    if (/^text:(?:s|tab|line-break)$/.test(name)) words += " ";
    if (name === "text:hidden-text") words += attributes["text:string-value"] ?? "";
    for (const child of children) {
      if (typeof child !== "string") walk(child);
      else words += child.replace(/\s+/g, " ");
    }
    if (name === "text:p" || name === "text:h") end();
  };
  walk(element);
  end();
  return lines;
}
