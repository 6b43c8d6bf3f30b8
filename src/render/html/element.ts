import type { Element } from "hast";

/** An element of HTML. */
export function element(
  tagName: string,
  properties: Element["properties"],
  children: Element["children"] = [],
): Element {
  return { type: "element", tagName, properties, children };
}
