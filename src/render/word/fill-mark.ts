import { escapeMarkup } from "../../source/markup.ts";
import type { Parts } from "../../zip/unpack.ts";
import { type Change, changeText, type Element, findElements } from "./elements.ts";
import { addPart, insertLast, readPart, relationsOf, writePart } from "./package.ts";
import type { Template } from "./template.ts";
import { WORD_SPACE, XML_HEAD } from "./xml.ts";

/** Puts a mark on every sheet: into each head that the template has, and into a new one where its sheets have none. */
export function placeMark({ parts, body }: Template, mark: string, style: string): void {
  const paragraph = `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${escapeMarkup(mark)}</w:t></w:r></w:p>`;
  for (const { kind, target } of relationsOf(parts, body)) {
    if (kind !== "header") continue;
    const xml = readPart(parts, target);
    const { open } = findElements(xml, "w:hdr").at(-1)!;
    writePart(parts, target, changeText(xml, [{ start: open, end: open, text: paragraph }]));
  }
  const xml = readPart(parts, body);
  const first = findElements(xml, "w:sectPr").toSorted((a, b) => a.start - b.start)[0];
  const sheet = first === undefined ? "" : xml.slice(first.start, first.end);
  const kinds = [
    "default",
    ...(sheet.includes("<w:titlePg") ? ["first"] : []),
    ...(hasEvenHeads(parts, body) ? ["even"] : []),
  ];
  const missing = kinds.filter((kind) => !new RegExp(`<w:headerReference[^>]*w:type="${kind}"`).test(sheet));
  if (missing.length === 0) return;
  const id = addPart(parts, body, "header", `${XML_HEAD}<w:hdr ${WORD_SPACE}>${paragraph}</w:hdr>`);
  const named = missing.map((kind) => `<w:headerReference w:type="${kind}" r:id="${id}"/>`).join("");
  if (first === undefined) writePart(parts, body, insertLast(xml, "w:body", `<w:sectPr>${named}</w:sectPr>`));
  else writePart(parts, body, changeText(xml, [openSheet(xml, first, named)]));
}

function openSheet(xml: string, { start, open, end }: Element, named: string): Change {
  if (!xml.slice(start, open).endsWith("/>")) return { start: open, end: open, text: named };
  return { start, end, text: `<w:sectPr>${named}</w:sectPr>` };
}

function hasEvenHeads(parts: Parts, body: string): boolean {
  const settings = relationsOf(parts, body).find(({ kind }) => kind === "settings")?.target ?? "";
  const said = /<w:evenAndOddHeaders\b[^>]*>/.exec(readPart(parts, settings))?.[0];
  return said !== undefined && !/w:val="(?:0|false|off)"/.test(said);
}
