import { childOf, childrenOf, type Xml } from "../xml.ts";

/** What a style says of the words in it; null where it leaves them as they are. */
export interface OpenStyle {
  readonly name: string;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly hidden: boolean | null;
  readonly struck: boolean | null;
}

export type OpenStyles = (name: string | undefined) => OpenStyle;

const NO_STYLE: OpenStyle = { name: "", bold: null, italic: null, hidden: null, struck: null };

/** The styles of a document by their names, what they are based on included. */
export function readOpenStyles(roots: readonly Xml[]): OpenStyles {
  const elements = new Map<string, Xml>();
  for (const root of roots) {
    for (const part of [childOf(root, "office:styles"), childOf(root, "office:automatic-styles")]) {
      for (const style of childrenOf(part, "style:style"))
        elements.set(style.attributes["style:name"] ?? "", style);
    }
  }
  const known = new Map<string, OpenStyle>();
  const resolve = (name: string | undefined): OpenStyle => {
    const element = elements.get(name ?? "");
    if (name === undefined || element === undefined) return NO_STYLE;
    const before = known.get(name);
    if (before !== undefined) return before;
    // A style based on itself is based on nothing.
    known.set(name, NO_STYLE);
    const style = readStyle(element, resolve(element.attributes["style:parent-style-name"]));
    known.set(name, style);
    return style;
  };
  return resolve;
}

function readStyle(element: Xml, base: OpenStyle): OpenStyle {
  const words = childOf(element, "style:text-properties")?.attributes ?? {};
  const weight = words["fo:font-weight"];
  const slant = words["fo:font-style"];
  const display = words["text:display"];
  const line = words["style:text-line-through-style"];
  const own = element.attributes["style:name"] ?? "";
  return {
    // A style made for one paragraph goes by the name of the one it is based on.
    name: /^P\d+$/.test(own) ? base.name : own,
    bold: weight === undefined ? base.bold : /^(?:bold|[6-9]00)$/.test(weight),
    italic: slant === undefined ? base.italic : slant !== "normal",
    hidden: display === undefined ? base.hidden : display === "none",
    struck: line === undefined ? base.struck : line !== "none",
  };
}
