import type { List, Nodes } from "mdast";
import { getDocumentProxy } from "unpdf";
import type { Page } from "../../src/render/page.ts";

/** What is read aloud of a PDF: its text in reading order, without running heads and whatever else is no content. */
export async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(Uint8Array.from(pdf));
  let text = "";
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent({ includeMarkedContent: true });
    const open: string[] = [];
    for (const item of items) {
      if ("str" in item) text += open.includes("Artifact") ? "" : item.str;
      else if (item.type === "endMarkedContent") open.pop();
      else open.push("tag" in item ? String(item.tag) : "");
    }
  }
  return text;
}

/** What should be read aloud of a page: its words, what must be seen on it, and the signs in front of list entries. */
export function wordsOfPage({ tree, mark }: Page): string {
  const [title, ...body] = tree.children;
  return [read(title!, 0), mark ?? "", ...body.map((node) => read(node, 0))].join(" ");
}

function read(node: Nodes, depth: number): string {
  if (node.type === "list") return readList(node, depth);
  if ("children" in node) return node.children.map((child) => read(child, depth)).join(" ");
  if (node.type === "image") return node.alt ?? "";
  return "value" in node ? node.value : "";
}

function readList({ ordered, start, children }: List, depth: number): string {
  const inside = ordered ? depth : depth + 1;
  return children
    .map((entry, index) => {
      const sign = ordered ? `${(start ?? 1) + index}.` : "•–"[depth % 2];
      return `${sign} ${entry.children.map((child) => read(child, inside)).join(" ")}`;
    })
    .join(" ");
}

/** A text without its white space: where lines end, and how far words stand apart, is the business of the page. */
export function dense(text: string): string {
  return text.normalize("NFC").replace(/[\s\u200b]+/g, "");
}
