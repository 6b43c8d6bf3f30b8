import { escapeMarkup } from "../../source/markup.ts";
import { makeVisible } from "../../source/visible.ts";
import { unpackOwn } from "../../zip/unpack.ts";
import type { Page } from "../page.ts";
import { type OpenParts, readPart, relationsOf, writePart } from "./package.ts";
import { writeFonts, writeStyles } from "./styles.ts";
import { XML_HEAD } from "./xml.ts";

/** Gives a Word file the styles and the properties of its page, and nothing that differs from one run to the next. */
export function finishWord(bytes: Uint8Array, page: Page): OpenParts {
  const parts = new Map(unpackOwn(bytes));
  writePart(parts, "word/styles.xml", writeStyles(page.language));
  writePart(parts, "word/fontTable.xml", writeFonts());
  describePage(parts, page);
  const named = nameLinks(parts);
  for (const path of [BODY, LINKS]) writePart(parts, path, named(readPart(parts, path)));
  return parts;
}

const BODY = "word/document.xml";
const LINKS = "word/_rels/document.xml.rels";

/** The library names each link by chance; here they are counted. The borders of tables are those of their style. */
function nameLinks(parts: OpenParts): (text: string) => string {
  const names = new Map<string, string>();
  for (const [, name] of readPart(parts, LINKS).matchAll(/ Id="(rId[^"]*)"/g)) {
    names.set(name!, `rId${names.size + 1}`);
  }
  return (text) =>
    text
      .replace(/( Id| r:id)="(rId[^"]*)"/g, (_, key, name) => `${key}="${names.get(name) ?? name}"`)
      .replace(/<w:tblBorders>.*?<\/w:tblBorders>/gs, "");
}

/** Writes what the document is called, who issues it, its language and its day. */
export function describePage(parts: OpenParts, page: Page): void {
  const there = relationsOf(parts, "").find(({ kind }) => kind === "core-properties");
  if (there !== undefined) writePart(parts, there.target, writeProperties(page));
}

function writeProperties({ title, author, language, day }: Page): string {
  const issuer = author === null ? "" : `<dc:creator>${escapeMarkup(makeVisible(author))}</dc:creator>`;
  const moment = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeMarkup(makeVisible(title))}</dc:title>${issuer}<dc:language>${language}</dc:language>${moment("created")}${moment("modified")}</cp:coreProperties>`;
}
