import type { Nodes as HtmlNodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Nodes } from "mdast";

const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a page's tree in their order; a link or a picture that has none shows its address. */
export function wordsIn(tree: Nodes): string[] {
  return textOf(tree).match(WORD) ?? [];
}

function textOf(node: Nodes): string {
  if (node.type === "image") return node.alt || node.url;
  if (node.type === "break") return " ";
  if (node.type === "code") return `${node.value} `;
  if (!("children" in node)) return "value" in node ? node.value : "";
  const isLine = node.type === "paragraph" || node.type === "heading" || node.type === "tableCell";
  const text = node.children.map(textOf).join("") + (isLine ? " " : "");
  return node.type === "link" && text.trim() === "" ? node.url : text;
}

/** What stands around the text of a page: whoever reads it out meets the mark, the contents and the foot as well. */
const AROUND = new Set(["head", "nav", "footer"]);
const LINES = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "br", "pre"]);

/** The words that a page of HTML has between its head and its foot, in their order. */
export function wordsOfPage(html: string): string[] {
  const read = (node: HtmlNodes): string => {
    if (node.type === "text") return node.value;
    if (!("children" in node)) return "";
    if (node.type !== "element") return node.children.map(read).join("");
    const names = [node.properties.className ?? []].flat();
    if (AROUND.has(node.tagName) || names.includes("skip") || names.includes("mark")) return "";
    return node.children.map(read).join("") + (LINES.has(node.tagName) ? " " : "");
  };
  return read(fromHtml(html)).match(WORD) ?? [];
}
