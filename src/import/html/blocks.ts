import type { Element, Nodes } from "hast";
import { append } from "../../source/many.ts";
import type { Block, Row } from "../block.ts";
import type { Dropped } from "../imported.ts";
import { type Dress, dressOf, type Piece, PLAIN, tidyLine } from "../inline.ts";
import { readGrid } from "./grid.ts";
import { labelEntries } from "./labels.ts";
import { isInline, isUnseen, lineOf, listWords } from "./words.ts";

/** What is found on the way that is no words of the document. */
export interface Finds {
  pictures: number;
  readonly hidden: Dropped[];
  /** The descriptions of pictures, which only they see who cannot see the pictures. */
  readonly described: Dropped[];
}

/** The blocks of a piece of a page, and the paragraph that is still open. */
interface Flow {
  readonly blocks: Block[];
  lines: Piece[][];
  place: number;
  readonly finds: Finds;
}

/** Reads what a reader sees of a piece of a page. `place` is its line, for what has none of its own. */
export function readHtmlBlocks(
  nodes: readonly Nodes[],
  finds: Finds,
  place = 1,
  dress: Dress = PLAIN,
): Block[] {
  const flow: Flow = { blocks: [], lines: [[]], place, finds };
  for (const node of nodes) readNode(node, dress, flow);
  endParagraph(flow);
  return flow.blocks;
}

function endParagraph(flow: Flow): void {
  const lines = flow.lines.map(tidyLine).filter((line) => line.length > 0);
  const place = lines[0]?.[0]?.line ?? flow.place;
  if (lines.length > 0) flow.blocks.push({ kind: "paragraph", place, lines });
  flow.lines = [[]];
}

function readNode(node: Nodes, dress: Dress, flow: Flow): void {
  if (node.type === "text") {
    write(node.value.replaceAll("\t", " "), lineOf(node), dress, flow);
  } else if (node.type === "root") for (const child of node.children) readNode(child, dress, flow);
  else if (node.type === "element" && !isUnseen(node.tagName)) readElement(node, dress, flow);
}

function write(words: string, line: number | null, dress: Dress, flow: Flow): void {
  flow.lines[flow.lines.length - 1]!.push({ ...dress, words, line });
}

function readElement(element: Element, dress: Dress, flow: Flow): void {
  const { tagName } = element;
  if (isHidden(element)) append(flow.finds.hidden, listWords(element));
  else if (tagName === "br") flow.lines.push([]);
  else if (isPicture(tagName)) {
    flow.finds.pictures++;
    append(flow.finds.described, listWords(element));
  } else if (tagName === "input") write(boxOf(element), null, dress, flow);
  else if (tagName === "q") {
    write("\u201c", null, dress, flow);
    for (const child of element.children) readNode(child, dress, flow);
    write("\u201d", null, dress, flow);
  } else if (isInline(tagName))
    for (const child of element.children) readNode(child, dressOf(element, dress), flow);
  else readBlock(element, dress, flow);
}

function readBlock(element: Element, around: Dress, flow: Flow): void {
  endParagraph(flow);
  const { tagName, children } = element;
  const dress = tagName === "dt" ? { ...around, strong: true } : dressOf(element, around);
  const place = placeOf(element, flow.place);
  flow.place = place;
  const level = levelOf(element);
  if (level !== null) append(flow.blocks, readHeading(element, level, place, flow.finds));
  else if (/^(?:ul|ol|menu|dir)$/.test(tagName))
    flow.blocks.push(readList(element, dress, place, flow.finds));
  else if (tagName === "table") append(flow.blocks, readTable(element, place, flow.finds));
  else if (tagName === "pre") readLines(element, place, flow);
  else for (const child of children) readNode(child, dress, flow);
  endParagraph(flow);
}

function placeOf(element: Element, around: number): number {
  return element.position?.start.line ?? around;
}

function isPicture(tagName: string): boolean {
  return /^(?:img|svg|picture|canvas|video|audio|object|embed|iframe|map)$/.test(tagName);
}

function isHidden({ tagName, properties }: Element): boolean {
  if (properties.hidden !== undefined && properties.hidden !== null && properties.hidden !== false)
    return true;
  return (
    tagName === "dialog" ||
    /(?:display:\s*none|visibility:\s*hidden|mso-hide:\s*all)/i.test(String(properties.style ?? ""))
  );
}

function boxOf({ properties }: Element): string {
  if (properties.type === "checkbox" || properties.type === "radio")
    return properties.checked ? "\u2612 " : "\u2610 ";
  const isSeen = properties.type === undefined || properties.type === "text";
  return isSeen ? String(properties.value ?? "") : "";
}

function levelOf({ tagName, properties }: Element): number | null {
  if (/^h[1-6]$/.test(tagName)) return Number(tagName[1]);
  if (properties.role !== "heading") return null;
  return Math.min(Math.max(Math.trunc(Number(properties.ariaLevel ?? 2)) || 2, 1), 6);
}

/** A heading is one line, whatever stands in it; a table or a list in it follows it. */
function readHeading(element: Element, level: number, place: number, finds: Finds): Block[] {
  const inner = readHtmlBlocks(element.children, finds, place);
  const [first, ...rest] = inner;
  if (first?.kind !== "paragraph") return inner;
  const space: Piece = { ...PLAIN, words: " ", line: null };
  const line = tidyLine(first.lines.flatMap((pieces) => [...pieces, space]));
  return [{ kind: "heading", level, place, line }, ...rest];
}

function readList(list: Element, dress: Dress, place: number, finds: Finds): Block {
  const parts = list.children.filter((child) => child.type === "element");
  const labels = labelEntries(
    list,
    parts.filter(({ tagName }) => tagName === "li"),
  );
  const entries: { label: string | null; place: number; blocks: Block[] }[] = [];
  let number = 0;
  for (const part of parts) {
    const at = placeOf(part, place);
    const isEntry = part.tagName === "li";
    const blocks = readHtmlBlocks(
      isEntry ? part.children : [part],
      finds,
      at,
      isEntry ? dressOf(part, dress) : dress,
    );
    const last = entries[entries.length - 1];
    // A list that stands beside the entries is one within the last.
    if (!isEntry && last !== undefined) append(last.blocks, blocks);
    else entries.push({ label: isEntry ? labels[number++]! : null, place: at, blocks });
  }
  return { kind: "list", place, entries };
}

function readTable(table: Element, place: number, finds: Finds): Block[] {
  const captions = table.children.filter((child) => child.type === "element" && child.tagName === "caption");
  const rows = readGrid(table).map(({ element, isHead, cells }): Row => {
    const at = placeOf(element, place);
    if (isHidden(element)) append(finds.hidden, listWords(element));
    const seen = isHidden(element) ? [] : cells;
    return {
      place: at,
      isHead,
      cells: seen.map(({ cell, column, width }) => ({
        column,
        width,
        blocks: readHtmlBlocks([{ ...cell, tagName: "div" }], finds, at),
      })),
    };
  });
  return [...readHtmlBlocks(captions, finds, place), { kind: "table", place, rows }];
}

/** Words set line by line, as they are. */
function readLines(element: Element, place: number, flow: Flow): void {
  const lines = textOf(element).split("\n");
  flow.lines = lines.map((words, index) => [{ ...PLAIN, words, line: place + index }]);
}

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  return node.tagName === "br" ? "\n" : node.children.map(textOf).join("");
}
