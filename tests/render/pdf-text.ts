import type { List, Nodes } from "mdast";
import { getDocumentProxy } from "unpdf";
import type { Page } from "../../src/render/page.ts";

/** What follows in the order in which a PDF is read aloud: some text, or the cells of a row. */
type Piece = string | readonly string[];

/**
 * What is read aloud of a PDF, in its order, white space aside: neither running heads nor whatever else is no content.
 * Of a row that runs over the end of a sheet, each sheet has a part of every cell. No sign tells such a row from two;
 * `expected` does, which is what should be read.
 */
export async function textOf(pdf: Uint8Array, expected = ""): Promise<string> {
  const document = await getDocumentProxy(Uint8Array.from(pdf));
  const wanted = dense(expected);
  let text = "";
  let pending: readonly string[] | null = null;
  for (let number = 1; number <= document.numPages; number++) {
    const pieces = await piecesOf(await document.getPage(number));
    if (pending !== null) {
      const cells: readonly string[] = pending;
      const next = pieces.findIndex((piece) => piece !== "");
      const row = pieces[next];
      const joined = typeof row === "object" ? cells.map((cell, index) => cell + (row[index] ?? "")) : null;
      const isOne =
        joined !== null && !wanted.startsWith(text + cells.join("")) && joined.length === row!.length;
      if (isOne) pieces[next] = joined;
      else text += cells.join("");
    }
    const last = pieces.at(-1);
    pending = typeof last === "object" ? last : null;
    for (const piece of pending === null ? pieces : pieces.slice(0, -1))
      text += typeof piece === "string" ? piece : piece.join("");
  }
  return text + (pending ?? []).join("");
}

type Sheet = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>;
type Tag = Awaited<ReturnType<Sheet["getStructTree"]>>;

async function piecesOf(sheet: Sheet): Promise<Piece[]> {
  const texts = await textsOf(sheet);
  const read = (node: Tag | Tag["children"][number]): string => {
    if ("children" in node) return node.children.map(read).join("");
    return "id" in node ? (texts.get(String(node.id)) ?? "") : "";
  };
  const pieces = (node: Tag | Tag["children"][number]): Piece[] => {
    if (!("children" in node)) return [read(node)];
    return node.role === "TR" ? [node.children.map(read)] : node.children.flatMap(pieces);
  };
  const tree = await sheet.getStructTree();
  return tree === null ? [] : pieces(tree);
}

/** The text of each piece of content that a sheet has, by the id by which the tags name it. */
async function textsOf(sheet: Sheet): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of (await sheet.getTextContent({ includeMarkedContent: true })).items) {
    if ("str" in item) {
      const id = open.findLast((one) => one !== null) ?? "";
      texts.set(id, (texts.get(id) ?? "") + dense(item.str));
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push("id" in item && item.id ? String(item.id) : null);
  }
  return texts;
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
