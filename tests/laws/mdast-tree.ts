import type { Nodes, Parents, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";

/** A text as mdast reads it, with tables and boxes to tick. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfmTable(), gfmTaskListItem()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown()],
  });
}

/** Calls back for every node of some types, children first. */
export function forEach<Type extends Nodes["type"]>(
  node: Nodes,
  types: readonly Type[],
  visit: (node: Extract<Nodes, { type: Type }>) => void,
): void {
  if ("children" in node) for (const child of node.children) forEach(child, types, visit);
  if ((types as readonly string[]).includes(node.type)) visit(node as Extract<Nodes, { type: Type }>);
}

export function startOf(node: Nodes): number {
  return node.position!.start.offset!;
}

export function endOf(node: Nodes): number {
  return node.position!.end.offset!;
}

/** Where the last of a node's children ends; -1 where it has none. */
export function lastEnd(node: Parents): number {
  const last = node.children[node.children.length - 1];
  return last === undefined ? -1 : endOf(last);
}

export function setStart(node: Nodes, offset: number): void {
  node.position!.start.offset = offset;
}

export function setEnd(node: Nodes, offset: number): void {
  node.position!.end.offset = offset;
}

/** The first offset from one on where a text begins: behind white space, and behind quote marks in a further line. */
export function skipWhiteSpace(text: string, start: number): number {
  const isLineStart = /[\r\n]/.test(text.charAt(start - 1));
  return start + (isLineStart ? /^[\s>]*/ : /^[ \t]*(?:[\r\n][\s>]*)?/).exec(text.slice(start))![0].length;
}

/** The lines in which nodes of some types end. */
export function linesOf(tree: Root, types: readonly Nodes["type"][]): ReadonlySet<number> {
  const lines = new Set<number>();
  forEach(tree, types, (node) => lines.add(node.position!.end.line));
  return lines;
}

/** Whether something holds of any node of some types. */
export function has(tree: Root, types: readonly Nodes["type"][], holds: (node: Nodes) => boolean): boolean {
  let found = false;
  forEach(tree, types, (node) => {
    if (holds(node)) found = true;
  });
  return found;
}

/** The line in which a node begins, from 1. */
export function lineOf(node: Nodes): number {
  return node.position!.start.line;
}
