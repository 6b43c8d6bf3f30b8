import { Refusal } from "../../refusal.ts";
import type { Parts } from "../../zip/unpack.ts";
import type { Page } from "../page.ts";
import { changeText, findElements } from "./elements.ts";
import { placeLists } from "./fill-lists.ts";
import { placeMark } from "./fill-mark.ts";
import { placeStyles } from "./fill-styles.ts";
import { insertLast, readPart, relate, relationsOf, writePart } from "./package.ts";
import type { Template } from "./template.ts";

/** The paragraph of a template in whose place the page stands. */
const MARKER = "{{minutes}}";

/**
 * Puts the body of a printed page into a template, in place of its marker, else at its end. Sheets, heads, feet and
 * styles are those of the template; styles that it lacks are added.
 */
export function fillTemplate(template: Template, printed: Parts, page: Page): void {
  const { parts, body } = template;
  const styles = placeStyles(template);
  const offset = placeLists(template, readPart(printed, "word/numbering.xml"));
  const links = new Map(
    relationsOf(printed, BODY)
      .filter(({ kind }) => kind === "hyperlink")
      .map(({ id, target }) => [id, relate(parts, body, "hyperlink", target)]),
  );
  const words = bodyOf(readPart(printed, BODY))
    .replace(/(<w:(?:p|r|tbl)Style w:val=")([^"]*)/g, (_, tag, id) => tag + (styles.get(id) ?? id))
    .replace(/(<w:numId w:val=")(\d+)/g, (_, tag, id) => tag + (Number(id) + offset))
    .replace(/(<w:hyperlink [^>]*r:id=")([^"]*)/g, (_, tag, id) => tag + (links.get(id) ?? id));
  writePart(parts, body, declareRelations(placeWords(readPart(parts, body), words, template.path)));
  if (page.mark !== null) placeMark(template, page.mark, styles.get("DraftMark")!);
}

const BODY = "word/document.xml";

/** What is printed, without the sheet that it was printed on. */
function bodyOf(xml: string): string {
  const [whole] = findElements(xml, "w:body");
  return xml.slice(whole!.open, xml.lastIndexOf("<w:sectPr"));
}

function placeWords(xml: string, words: string, path: string): string {
  const marked = findElements(xml, "w:p").filter(({ text }) => text.includes(MARKER));
  const [marker, ...others] = marked.filter(
    (one) => !marked.some((other) => other !== one && other.start > one.start && other.end < one.end),
  );
  if (others.length > 0) {
    throw new Refusal(
      `\`${path}\` has \`${MARKER}\` more than once. Leave it where the minutes are to stand.`,
    );
  }
  if (marker === undefined) {
    const whole = findElements(xml, "w:body")[0]!;
    const last = findElements(xml, "w:sectPr").at(-1);
    const isOfBody = last !== undefined && xml.slice(last.end, whole.end).trim() === "</w:body>";
    return isOfBody
      ? changeText(xml, [{ start: last.start, end: last.start, text: words }])
      : insertLast(xml, "w:body", words);
  }
  if (marker.text.trim() !== MARKER) {
    throw new Refusal(
      `In \`${path}\` other words stand beside \`${MARKER}\`. Give it a paragraph of its own.`,
    );
  }
  // A paragraph may hold the sheet of all that stands above it.
  const sheet = /<w:sectPr\b.*<\/w:sectPr>/s.exec(xml.slice(marker.start, marker.end))?.[0];
  const kept = sheet === undefined ? "" : `<w:p><w:pPr>${sheet}</w:pPr></w:p>`;
  return changeText(xml, [{ ...marker, text: words + kept }]);
}

const RELATION_SPACE = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

function declareRelations(xml: string): string {
  const root = findElements(xml, "w:document")[0]!;
  return "xmlns:r" in root.attributes ? xml : xml.replace("<w:document", `<w:document ${RELATION_SPACE}`);
}
