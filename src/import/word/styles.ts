import { childOf, childrenOf, type Xml } from "../xml.ts";

/** What a style says of the words in it, those it is based on included. */
export interface Style {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly hidden: boolean;
  /** From 1; null for a style that is no heading's. */
  readonly level: number | null;
  /** The list that its paragraphs are entries of. */
  readonly list: ListPlace | null;
}

/** Where in a document's lists a paragraph stands, by Word's own numbers. */
export interface ListPlace {
  readonly list: string;
  /** From 0; null where the list itself tells it, by the paragraph's style. */
  readonly level: number | null;
}

export type Styles = (id: string | undefined) => Style;

const NO_STYLE: Style = { name: "", bold: false, italic: false, hidden: false, level: null, list: null };

/** The styles of a document by their ids; what has no style has that of the default paragraph. */
export function readStyles(root: Xml | null): Styles {
  const elements = new Map<string, Xml>();
  let usual: string | undefined;
  for (const element of childrenOf(root ?? undefined, "w:style")) {
    const id = element.attributes["w:styleId"] ?? "";
    elements.set(id, element);
    if (element.attributes["w:type"] === "paragraph" && isOn(element.attributes["w:default"] ?? "0"))
      usual = id;
  }
  const known = new Map<string, Style>();
  const resolve = (id: string | undefined): Style => {
    const element = elements.get(id ?? usual ?? "");
    if (element === undefined) return NO_STYLE;
    const key = element.attributes["w:styleId"] ?? "";
    const before = known.get(key);
    if (before !== undefined) return before;
    // A style based on itself is based on nothing.
    known.set(key, NO_STYLE);
    const base = settingOf(element, "w:basedOn");
    const style = readStyle(element, base === undefined ? NO_STYLE : resolve(base));
    known.set(key, style);
    return style;
  };
  return resolve;
}

function readStyle(element: Xml, base: Style): Style {
  const paragraph = childOf(element, "w:pPr");
  const run = childOf(element, "w:rPr");
  const name = settingOf(element, "w:name") ?? "";
  return {
    name,
    bold: toggle(run, "w:b") ?? base.bold,
    italic: toggle(run, "w:i") ?? base.italic,
    hidden: toggle(run, "w:vanish") ?? base.hidden,
    level: levelNamed(name) ?? outlineLevel(paragraph) ?? base.level,
    list: listPlaceOf(paragraph) ?? base.list,
  };
}

function levelNamed(name: string): number | null {
  if (/^title$/i.test(name)) return 1;
  const level = /^heading ([1-9])$/i.exec(name)?.[1];
  return level === undefined ? null : Math.min(Number(level), 6);
}

/** The level in the outline of a document that a paragraph's properties give it, from 1; null for none. */
export function outlineLevel(properties: Xml | undefined): number | null {
  const level = Number(settingOf(properties, "w:outlineLvl") ?? 9);
  return level >= 0 && level < 9 ? Math.min(level + 1, 6) : null;
}

/** The list that a paragraph's properties put it in. */
export function listPlaceOf(properties: Xml | undefined): ListPlace | null {
  const place = childOf(properties, "w:numPr");
  const list = settingOf(place, "w:numId");
  const level = settingOf(place, "w:ilvl");
  if (list === undefined) return null;
  return { list, level: level === undefined ? null : Math.min(Math.max(Number(level) || 0, 0), 8) };
}

/** What a property that is on or off says; null where it is not there. */
export function toggle(properties: Xml | undefined, name: string): boolean | null {
  const element = childOf(properties, name);
  return element === undefined ? null : isOn(element.attributes["w:val"] ?? "1");
}

function isOn(value: string): boolean {
  return !/^(?:0|false|off)$/.test(value);
}

/** The value of a property; undefined where it is not there. */
export function settingOf(element: Xml | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes["w:val"];
}
