import { SaxesParser } from "saxes";

/** An element of a part, and where it stands: offsets into the part, half-open. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  /** Where its start tag ends. */
  readonly open: number;
  /** The words in it. */
  readonly text: string;
}

/** The elements of some names in a part, in the order in which they end. Throws where the part is no XML. */
export function findElements(xml: string, ...names: readonly string[]): Element[] {
  const found: Element[] = [];
  const open: {
    name: string;
    attributes: Record<string, string>;
    start: number;
    open: number;
    text: string;
  }[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (!names.includes(name)) return;
    const start = xml.lastIndexOf("<", parser.position - 1);
    open.push({ name, attributes, start, open: parser.position, text: "" });
  });
  parser.on("text", (text) => {
    for (const element of open) element.text += text;
  });
  parser.on("closetag", ({ name }) => {
    if (names.includes(name)) found.push({ ...open.pop()!, end: parser.position });
  });
  parser.write(xml).close();
  return found;
}

/** A change: what stands between two offsets gives way to other words. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with some changes, none of which overlap; every other character is kept. */
export function changeText(text: string, changes: readonly Change[]): string {
  return changes
    .toSorted((a, b) => b.start - a.start)
    .reduce((changed, { start, end, text: own }) => changed.slice(0, start) + own + changed.slice(end), text);
}
