import { childOf, type Xml } from "../xml.ts";
import { type Style, settingOf, toggle } from "./styles.ts";

// How a paragraph, a run, a row and a cell are set, as far as mammoth must be told.

/** An element of a Word file as mammoth is handed it. */
export function elementOf(
  name: string,
  attributes: Xml["attributes"] = {},
  children: Xml["children"] = [],
): Xml {
  return { name, attributes, children };
}

/** Whether the end of a paragraph is deleted, by the settings of its mark. */
export function isEndDeleted(mark: Xml | undefined): boolean {
  return childOf(mark, "w:del") !== undefined || childOf(mark, "w:moveFrom") !== undefined;
}

/** The settings of a paragraph whose end is deleted. */
export const JOINED = elementOf("w:pPr", {}, [elementOf("w:rPr", {}, [elementOf("w:del")])]);

/** How far in a paragraph is set by itself, in twentieths of a point. */
export function leftOf(properties: Xml | undefined): number {
  const indent = childOf(properties, "w:ind")?.attributes;
  return Number(indent?.["w:left"] ?? indent?.["w:start"] ?? 0);
}

/** What a run is set in, beyond how its paragraph is: bold, italic; `own` is its style of words. */
export function runSettings(properties: Xml | undefined, own: Style | null, paragraph: Style): Xml {
  const isBold = toggle(properties, "w:b") ?? differs(own?.bold, paragraph.bold);
  const isItalic = toggle(properties, "w:i") ?? differs(own?.italic, paragraph.italic);
  return elementOf("w:rPr", {}, [
    ...(isBold ? [elementOf("w:b")] : []),
    ...(isItalic ? [elementOf("w:i")] : []),
  ]);
}

/** A style of words that says what the paragraph's style says already turns it off again. */
export function differs(own: boolean | undefined, paragraph: boolean): boolean {
  return (own ?? false) !== paragraph;
}

/** Whether a row heads its table; and an empty cell where the row begins further in. */
export function rowSettings(properties: Xml | undefined): readonly Xml[] {
  const before = Number(settingOf(properties, "w:gridBefore") ?? 0);
  const settings = elementOf(
    "w:trPr",
    {},
    toggle(properties, "w:tblHeader") ? [elementOf("w:tblHeader")] : [],
  );
  if (!(before > 0)) return [settings];
  const width = elementOf("w:gridSpan", { "w:val": String(before) });
  return [settings, elementOf("w:tc", {}, [elementOf("w:tcPr", {}, [width])])];
}

/** Over how many columns and rows a cell spreads. */
export function cellSettings(cell: Xml): Xml {
  const properties = childOf(cell, "w:tcPr");
  const width = settingOf(properties, "w:gridSpan");
  const merge = childOf(properties, "w:vMerge");
  const span = width === undefined ? [] : [elementOf("w:gridSpan", { "w:val": String(Number(width) || 1) })];
  return elementOf("w:tcPr", {}, [...span, ...(merge === undefined ? [] : [merge])]);
}
