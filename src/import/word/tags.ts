import { escapeMarkup } from "../../source/markup.ts";
import type { Xml } from "../xml.ts";

/** The tag that begins an element; attributes of unknown namespaces are left out. */
export function openTag(name: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    key.startsWith("?") ? "" : ` ${key}="${escapeMarkup(value)}"`,
  );
  return `<${name}${written.join("")}>`;
}

/** An element as it is, with all in it; elements of unknown namespaces are left out. */
export function writeWhole(node: Xml | string): string {
  if (typeof node === "string") return escapeMarkup(node);
  if (node.name.startsWith("?")) return "";
  return `${openTag(node.name, node.attributes)}${node.children.map(writeWhole).join("")}</${node.name}>`;
}
