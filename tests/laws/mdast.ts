import type { Nodes, Parent, Parents, Root } from "mdast";
import type { Block, BlockKind } from "../../src/markdown/block.ts";
import type { Difference } from "./mdast-differences.ts";
import { endOf, lastEnd, skipWhiteSpace, startOf } from "./mdast-tree.ts";

/** What can be compared of a block: `from` and `to` are where its text begins and ends, -1 where it has none. */
export interface Outline extends Omit<Block, "lines"> {
  readonly from: number;
  readonly to: number;
  /** Its text, line by line, where mdast finds no markup in it; else null. */
  readonly plain: readonly string[] | null;
}

const KINDS: Partial<Record<Nodes["type"], BlockKind>> = {
  heading: "heading",
  paragraph: "paragraph",
  list: "list",
  listItem: "item",
  blockquote: "quote",
  code: "code",
  html: "html",
  thematicBreak: "break",
  definition: "definition",
  table: "table",
  tableRow: "row",
  tableCell: "cell",
};

const LINE_END = /\r\n|\n|\r/;

/** Every block that mdast sees in a text, in document order, some differences amended. The tree is spent by that. */
export function outlineOfTree(tree: Root, text: string, differences: readonly Difference[]): Outline[] {
  for (const difference of differences) difference.amend?.(tree, text);
  const outline: Outline[] = [];
  addChildren(outline, tree, -1, text);
  return outline;
}

/** The scanner's blocks in the same form; `plain` is left out where `like` leaves it out. */
export function outlineOfBlocks(blocks: readonly Block[], text: string, like: readonly Outline[]): Outline[] {
  return blocks.map(({ lines, ...rest }, index) => ({
    ...rest,
    from: lines[0]?.start ?? -1,
    to: lines[lines.length - 1]?.end ?? -1,
    plain: like[index]?.plain == null ? null : lines.map((line) => text.slice(line.start, line.end)),
  }));
}

function addChildren(outline: Outline[], node: Parents, parent: number, text: string): void {
  for (const child of node.children) {
    const kind = KINDS[child.type];
    if (kind === undefined) continue;
    const start = startOf(child);
    const index = outline.push({
      kind,
      start,
      end: endOf(child),
      parent,
      level: levelOf(child, text),
      ...textOf(child, node, text),
    });
    if ("children" in child && !holdsText(child)) addChildren(outline, child, index - 1, text);
  }
}

function holdsText(node: Nodes): boolean {
  return node.type === "heading" || node.type === "paragraph" || node.type === "tableCell";
}

function levelOf(node: Nodes, text: string): number {
  if (node.type === "heading") return node.depth;
  if (node.type === "list") return node.ordered ? (node.start ?? -2) : -1;
  if (node.type !== "listItem") return 0;
  const digits = /^\d+/.exec(text.slice(startOf(node), startOf(node) + 9));
  return digits === null ? -1 : Number(digits[0]);
}

function textOf(node: Nodes, parent: Parents, text: string): Pick<Outline, "from" | "to" | "plain"> {
  const children = holdsText(node) ? (node as Parent).children : [];
  const [first] = children;
  if (first === undefined) return { from: -1, to: -1, plain: null };
  const to = lastEnd(node as Parents);
  const isTicked =
    parent.type === "listItem" &&
    typeof parent.checked === "boolean" &&
    node.type === "paragraph" &&
    parent.children.find((child) => child.type === "paragraph") === node;
  const from = isTicked ? skipWhiteSpace(text, startOf(node)) : startOf(first);
  const isPlain =
    children.length === 1 && first.type === "text" && !isTicked && !/[\\&\0]/.test(text.slice(from, to));
  return { from, to, plain: isPlain ? first.value.split(LINE_END) : null };
}
