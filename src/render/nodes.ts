import type { Heading, List, Nodes, Paragraph, PhrasingContent, Strong, Table, TableRow, Text } from "mdast";
import type { Span } from "../source/source-file.ts";

/** A heading of some words; the title of the page alone has depth 1. */
export function headingOf(depth: Heading["depth"], words: string): Heading {
  return { type: "heading", depth, children: [textOf(words)] };
}

export function paragraphOf(...parts: readonly (string | PhrasingContent)[]): Paragraph {
  return {
    type: "paragraph",
    children: parts.map((part) => (typeof part === "string" ? textOf(part) : part)),
  };
}

export function strongOf(words: string): Strong {
  return { type: "strong", children: [textOf(words)] };
}

export function bulletsOf(entries: readonly string[]): List {
  const children = entries.map((words) => ({
    type: "listItem" as const,
    spread: false,
    children: [paragraphOf(words)],
  }));
  return { type: "list", ordered: false, spread: false, children };
}

/** A table; its first row holds the headings. */
export function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): Table {
  return { type: "table", align: headings.map(() => null), children: [headings, ...rows].map(rowOf) };
}

function rowOf(cells: readonly string[]): TableRow {
  return {
    type: "tableRow",
    children: cells.map((words) => ({
      type: "tableCell",
      children: words === "" ? [] : [textOf(words)],
    })),
  };
}

/** Words on one line. */
export function textOf(words: string): Text {
  return { type: "text", value: words.replace(/\s+/g, " ") };
}

/** A node that holds text, its line breaks become spaces. */
export function onOneLine(node: Nodes): Nodes {
  if (node.type === "break") return { type: "text", value: " " };
  if (node.type === "text") return { ...node, value: node.value.replace(/\s*\n\s*/g, " ") };
  return "children" in node ? ({ ...node, children: node.children.map(onOneLine) } as Nodes) : node;
}

/** The words of a node and of all that it holds, as a reader sees them. */
export function wordsOf(node: Nodes): string {
  if ("children" in node) return node.children.map(wordsOf).join("");
  if (node.type === "break") return " ";
  return "value" in node ? node.value : "alt" in node ? (node.alt ?? "") : "";
}

/** A paragraph that says more is text, and no mere word in front of what follows. */
const LONGEST_LEAD_IN = 200;

/** Whether a node is a short paragraph right below a heading, in front of a table or a deeper heading: with that it is to stay. */
export function leadsIn(nodes: readonly Nodes[], index: number): boolean {
  const [above, node, below] = [nodes[index - 1], nodes[index]!, nodes[index + 1]];
  if (above?.type !== "heading" || node.type !== "paragraph" || below === undefined) return false;
  if (below.type !== "table" && (below.type !== "heading" || below.depth <= above.depth)) return false;
  return wordsOf(node).length <= LONGEST_LEAD_IN;
}

/** Where in the file a node came from; null where that is not known. */
export function spanOf({ position }: Nodes): Span | null {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start === undefined || end === undefined ? null : { start, end };
}
