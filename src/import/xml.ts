import { SaxesParser } from "saxes";
import { DEEPEST, MOST_ELEMENTS, tooDeep, tooLong } from "./bounds.ts";
import { decodeText } from "./decoding.ts";
import { damaged } from "./package.ts";

/** An element of XML. Names have the prefixes that the reader of the document gives to its namespaces. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Xml | string)[];
}

/**
 * Reads a part of a document as XML. `prefixes` names each namespace that counts; elements and attributes of others
 * begin with `?:`. No entity but XML's own is ever put in. Throws a Refusal for what is no such XML.
 */
export function readXml(bytes: Uint8Array, prefixes: ReadonlyMap<string, string>): Xml {
  const parser = new SaxesParser({ xmlns: true });
  const root: Xml & { children: (Xml | string)[] } = { name: "", attributes: {}, children: [] };
  const open = [root];
  let elements = 0;
  const nameOf = (uri: string, local: string): string =>
    uri === "" ? local : `${prefixes.get(uri) ?? "?"}:${local}`;
  parser.on("error", () => {
    throw damaged();
  });
  parser.on("doctype", () => {
    throw damaged();
  });
  parser.on("opentag", (tag) => {
    elements++;
    if (open.length > DEEPEST) throw tooDeep();
    if (elements > MOST_ELEMENTS) throw tooLong();
    const attributes: Record<string, string> = {};
    for (const { uri, local, value } of Object.values(tag.attributes)) attributes[nameOf(uri, local)] = value;
    const element = { name: nameOf(tag.uri, tag.local), attributes, children: [] };
    open[open.length - 1]!.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  const write = (text: string): void => void open[open.length - 1]!.children.push(text);
  parser.on("text", write);
  parser.on("cdata", write);
  parser.write(decodeText(bytes).text).close();
  const [first] = root.children.filter((child) => typeof child !== "string");
  if (first === undefined) throw damaged();
  return first;
}

/** The first child of a name. */
export function childOf(element: Xml | undefined, name: string): Xml | undefined {
  return element?.children.find((child): child is Xml => typeof child !== "string" && child.name === name);
}

/** The children of one of some names. */
export function childrenOf(element: Xml | undefined, ...names: readonly string[]): Xml[] {
  return (
    element?.children.filter(
      (child): child is Xml => typeof child !== "string" && names.includes(child.name),
    ) ?? []
  );
}

/** All elements of a name in an element, but for those in one of them. */
export function descendantsOf(element: Xml, name: string): Xml[] {
  return element.children.flatMap((child): Xml[] => {
    if (typeof child === "string") return [];
    return child.name === name ? [child] : descendantsOf(child, name);
  });
}
