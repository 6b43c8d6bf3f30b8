import { append } from "../../source/many.ts";
import { childOf, childrenOf, descendantsOf, type Xml } from "../xml.ts";
import { FACT, type WordFinds } from "./finds.ts";
import type { CountOn } from "./numbering.ts";
import { listParagraphs } from "./plain-words.ts";
import { beginRewriting, nextPlace, type Rewriting, writeElement } from "./rewriting.ts";
import {
  cellSettings,
  differs,
  elementOf,
  isEndDeleted,
  JOINED,
  leftOf,
  rowSettings,
  runSettings,
} from "./settings.ts";
import { listPlaceOf, outlineLevel, type Styles, settingOf, toggle } from "./styles.ts";

/**
 * Rewrites a part of a Word file into what a reader sees of it and mammoth reads: hidden and deleted words are gone,
 * inserted ones are words, bold is bold whatever style makes it so, and a bookmark tells of each paragraph.
 */
export function rewritePart(
  root: Xml,
  styles: Styles,
  countOn: CountOn,
  finds: WordFinds,
): readonly (Xml | string)[] {
  const rewriting = beginRewriting(styles, countOn, finds);
  writeChildren(root, rewriting);
  return rewriting.out;
}

/** What mammoth must have as it is, and what is in it. */
const KEPT =
  /^w:(?:hyperlink|fldChar|instrText|noBreakHyphen|sym|footnoteReference|endnoteReference|footnote|endnote|tbl|tc|body)$/;

/** What says nothing a reader sees. */
const DROPPED =
  /^(?:w:(?:pPr|rPr|sectPr|sdtPr|sdtEndPr|tblPr|tblPrEx|tblGrid|trPr|tcPr|commentReference|bookmarkStart|delText|delInstrText|fldData|softHyphen|lastRenderedPageBreak|footnoteRef|endnoteRef|annotationRef|separator|continuationSeparator|rt)|m:[a-zA-Z]*Pr)$/;

function writeChildren(element: Xml, rewriting: Rewriting): void {
  for (const child of element.children) if (typeof child !== "string") write(child, rewriting);
}

function write(element: Xml, rewriting: Rewriting): void {
  const { name } = element;
  const { finds } = rewriting;
  if (DROPPED.test(name)) return;
  if (name === "w:p") writeParagraph(element, rewriting);
  else if (name === "w:r" || name === "m:r") writeRun(element, rewriting);
  else if (name === "w:t" || name === "m:t") writeWords(element, rewriting);
  else if (name === "w:tr") writeRow(element, rewriting);
  else if (name === "w:del" || name === "w:moveFrom") finds.deletions++;
  else if (name === "w:br" || name === "w:cr") rewriting.out.push(elementOf("w:br"));
  else if (name === "w:tab" || name === "w:ptab") rewriting.out.push(elementOf("w:tab"));
  else if (name === "mc:AlternateContent") writeOneOf(element, rewriting);
  else if (name === "w:drawing" || name === "w:pict" || name === "w:object") writeBoxes(element, rewriting);
  else if (name === "w:altChunk" || name === "w:subDoc") finds.inserted++;
  else if (KEPT.test(name)) writeKept(element, rewriting);
  else {
    if (name === "w:ins" || name === "w:moveTo") finds.insertions++;
    writeChildren(element, rewriting);
  }
}

function writeKept(element: Xml, rewriting: Rewriting): void {
  const { name, attributes } = element;
  // Nothing in these is words.
  if (name === "w:fldChar" || name === "w:instrText") rewriting.out.push(element);
  else
    writeElement(name, attributes, rewriting, () => {
      if (name === "w:tbl") rewriting.tables++;
      if (name === "w:tc") rewriting.out.push(cellSettings(element));
      writeChildren(element, rewriting);
      if (name === "w:tbl") rewriting.tables--;
    });
}

function writeParagraph(element: Xml, rewriting: Rewriting): void {
  const { finds, styles } = rewriting;
  const properties = childOf(element, "w:pPr");
  const styleId = settingOf(properties, "w:pStyle");
  const around = rewriting.style;
  const style = styles(styleId);
  const mark = childOf(properties, "w:rPr");
  if (/^toc \d$/i.test(style.name)) {
    append(finds.contents, listParagraphs(element, rewriting.place));
    return;
  }
  const isJoined = isEndDeleted(mark);
  const isHidden = toggle(mark, "w:vanish") ?? style.hidden;
  const lead = isJoined ? JOINED : elementOf("w:bookmarkStart", { "w:name": `${FACT}${finds.facts.length}` });
  // A paragraph whose end is deleted becomes the beginning of the next, and takes its number.
  if (!isJoined) {
    const place = isHidden ? null : (listPlaceOf(properties) ?? style.list);
    finds.facts.push({
      place: rewriting.place,
      heading: outlineLevel(properties) ?? style.level,
      entry: place === null ? null : rewriting.countOn(place.list, place.level, styleId),
      goesOn: place === null && /^list\b/i.test(style.name) && leftOf(properties) > 0,
    });
  }
  rewriting.style = style;
  writeElement("w:p", {}, rewriting, () => {
    rewriting.out.push(lead);
    writeChildren(element, rewriting);
  });
  rewriting.style = around;
  if (rewriting.tables === 0 && !isJoined) nextPlace(rewriting);
}

function writeRun(element: Xml, rewriting: Rewriting): void {
  const { finds, styles, style } = rewriting;
  const properties = childOf(element, "w:rPr");
  const styleId = settingOf(properties, "w:rStyle");
  const own = styleId === undefined ? null : styles(styleId);
  if (toggle(properties, "w:vanish") ?? differs(own?.hidden, style.hidden)) {
    append(finds.hidden, listParagraphs(element, rewriting.place));
    return;
  }
  if (toggle(properties, "w:strike") ?? toggle(properties, "w:dstrike")) finds.struck++;
  writeElement("w:r", {}, rewriting, () => {
    rewriting.out.push(runSettings(properties, own, style));
    writeChildren(element, rewriting);
  });
}

function writeWords(element: Xml, rewriting: Rewriting): void {
  const words = element.children.filter((child) => typeof child === "string").join("");
  if (/\S/.test(words)) rewriting.hasWords = true;
  rewriting.out.push(elementOf("w:t", {}, [words]));
}

function writeRow(element: Xml, rewriting: Rewriting): void {
  const { finds } = rewriting;
  const properties = childOf(element, "w:trPr");
  if (childOf(properties, "w:del") !== undefined) {
    finds.deletions++;
    return;
  }
  if (toggle(properties, "w:hidden")) {
    append(finds.hidden, listParagraphs(element, rewriting.place));
    return;
  }
  writeElement("w:tr", {}, rewriting, () => {
    append(rewriting.out, rowSettings(properties));
    writeChildren(element, rewriting);
  });
  if (rewriting.tables === 1) nextPlace(rewriting);
}

/** The same thing written twice, for new programs and for old ones: the first that has any words. */
function writeOneOf(element: Xml, rewriting: Rewriting): void {
  const { finds } = rewriting;
  const ways = [...childrenOf(element, "mc:Choice"), ...childrenOf(element, "mc:Fallback")];
  const worded = ways.find((way) => listParagraphs({ ...way, name: "way" }, 0).length > 0);
  const way = worded ?? ways[0];
  if (way === undefined) return;
  const { pictures } = finds;
  writeChildren(way, rewriting);
  finds.pictures = Math.min(finds.pictures, pictures + 1);
}

/** Of a drawing, the boxes with text in it; mammoth puts them behind the paragraph that they are anchored in. */
function writeBoxes(element: Xml, rewriting: Rewriting): void {
  const boxes = descendantsOf(element, "w:txbxContent");
  if (descendantsOf(element, "a:blip").length + descendantsOf(element, "v:imagedata").length > 0)
    rewriting.finds.pictures++;
  if (boxes.length === 0) return;
  writeElement("w:pict", {}, rewriting, () => {
    for (const box of boxes)
      writeElement("w:txbxContent", {}, rewriting, () => writeChildren(box, rewriting));
  });
}
