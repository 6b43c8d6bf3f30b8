import { append } from "../../source/many.ts";
import type { Block, Entry, Row } from "../block.ts";
import { type Line, type Piece, PLAIN, tidyLine } from "../inline.ts";
import { childOf, childrenOf, type Xml } from "../xml.ts";
import { type Anchored, type Writing, writeInline } from "./inline.ts";
import { type Counts, countEntry } from "./lists.ts";
import { listOpenWords } from "./plain-words.ts";
import type { OpenReading } from "./reading.ts";

interface Within {
  readonly style: string | undefined;
  readonly counts: Counts;
  /** From 0. */
  readonly level: number;
}

/** The blocks of a piece of an OpenDocument text, as a reader sees them. */
export function readOpenBlocks(element: Xml, reading: OpenReading, within: Within | null = null): Block[] {
  return element.children.flatMap((child): Block[] => {
    if (typeof child === "string") return [];
    switch (child.name) {
      case "text:p":
      case "text:h":
        return readParagraph(child, reading, within !== null);
      case "text:list":
        return [readList(child, reading, within)];
      case "table:table":
        return [readTable(child, reading)];
      case "text:tracked-changes":
      case "office:forms":
      case "text:sequence-decls":
        return [];
      case "text:table-of-content":
        append(reading.finds.contents, listOpenWords(child, reading.place));
        return [];
      case "draw:frame":
        return readFrame(child, reading);
      case "text:section":
        if (child.attributes["text:display"] !== "none") return readOpenBlocks(child, reading, within);
        append(reading.finds.hidden, listOpenWords(child, reading.place));
        return [];
      default:
        return readOpenBlocks(child, reading, within);
    }
  });
}

function readFrame(frame: Xml, reading: OpenReading): Block[] {
  if (childOf(frame, "draw:image") !== undefined || childOf(frame, "draw:object") !== undefined) {
    reading.finds.pictures++;
    return [];
  }
  return readOpenBlocks(frame, reading);
}

/** A paragraph, and behind it the notes and boxes that are anchored in it. */
function readParagraph(element: Xml, reading: OpenReading, isListed: boolean): Block[] {
  const { attributes } = element;
  const style = reading.styles(attributes["text:style-name"]);
  const { place } = reading;
  const writing: Writing = { lines: [[]], anchored: [], reading };
  const dress = { ...PLAIN, strong: style.bold === true, em: style.italic === true };
  if (style.hidden) append(reading.finds.hidden, listOpenWords(element, place));
  else for (const child of element.children) writeInline(child, dress, writing);
  const lines = writing.lines.map(tidyLine).filter((line) => line.length > 0);
  if (lines.length > 0 && reading.tables === 0) reading.place++;
  const after = writing.anchored.flatMap((one) => readAnchored(one, reading));
  if (lines.length === 0) return after;
  const level =
    element.name === "text:h"
      ? Number(attributes["text:outline-level"] ?? 1)
      : style.name === "Title"
        ? 1
        : 0;
  if (level < 1) return [{ kind: "paragraph", place, lines }, ...after];
  const label =
    isListed || attributes["text:is-list-header"] === "true" ? "" : numberHeading(level, attributes, reading);
  return [{ kind: "heading", place, level: Math.min(level, 6), line: headingLine(lines, label) }, ...after];
}

function numberHeading(
  level: number,
  attributes: Xml["attributes"],
  { outline, lists }: OpenReading,
): string {
  const style = lists.get("");
  return style === undefined
    ? ""
    : (countEntry(outline, level - 1, style, attributes["text:start-value"]) ?? "");
}

function headingLine(lines: readonly Line[], label: string): Line {
  const space: Piece = { ...PLAIN, words: " ", line: null };
  const lead: Piece[] = label === "" ? [] : [{ ...PLAIN, words: `${label} `, line: null }];
  return tidyLine([...lead, ...lines.flatMap((line) => [...line, space])]);
}

function readAnchored({ element, note }: Anchored, reading: OpenReading): Block[] {
  if (note !== null) return readNote(element, note, reading);
  return element.name === "draw:frame" ? readFrame(element, reading) : readOpenBlocks(element, reading);
}

function readNote(note: Xml, number: number, reading: OpenReading): Block[] {
  const body = childOf(note, "text:note-body");
  if (body === undefined) return [];
  // A note has no place of its own, but that of the paragraph before it.
  const { place } = reading;
  const [first, ...rest] = readOpenBlocks(body, reading);
  reading.place = place;
  if (first?.kind !== "paragraph") return first === undefined ? [] : [first, ...rest];
  const lead: Piece = { ...PLAIN, words: `[${number}] `, line: null };
  return [{ ...first, lines: [tidyLine([lead, ...first.lines[0]!]), ...first.lines.slice(1)] }, ...rest];
}

function readList(list: Xml, reading: OpenReading, within: Within | null): Block {
  const { place } = reading;
  const inner = enterList(list, reading, within);
  const entries = list.children.flatMap((item): Entry[] => {
    if (typeof item === "string" || !/^text:list-(?:item|header)$/.test(item.name)) return [];
    const [first] = item.children.filter((child) => typeof child !== "string");
    // An entry that begins with a list is only there for the level of that list.
    const isCounted = item.name === "text:list-item" && first !== undefined && first.name !== "text:list";
    const style = reading.lists.get(inner.style ?? "-");
    const start = item.attributes["text:start-value"];
    const label = isCounted ? countEntry(inner.counts, inner.level, style, start) : "";
    const at = reading.place;
    return [{ label, place: at, blocks: readOpenBlocks(item, reading, inner) }];
  });
  return { kind: "list", place, entries };
}

function enterList({ attributes }: Xml, { counts }: OpenReading, within: Within | null): Within {
  const style = attributes["text:style-name"] ?? within?.style;
  if (within !== null) return { style, counts: within.counts, level: within.level + 1 };
  const goesOn =
    attributes["text:continue-list"] ??
    (attributes["text:continue-numbering"] === "true" ? `style ${style}` : "");
  const own = counts.get(goesOn) ?? [];
  const id = attributes["xml:id"];
  if (id !== undefined) counts.set(id, own);
  counts.set(`style ${style}`, own);
  return { style, counts: own, level: 0 };
}

function readTable(table: Xml, reading: OpenReading): Block {
  const { place } = reading;
  reading.tables++;
  const rows = readRows(table, false, reading);
  reading.tables--;
  return { kind: "table", place, rows };
}

function readRows(element: Xml, isHead: boolean, reading: OpenReading): Row[] {
  return element.children.flatMap((child): Row[] => {
    if (typeof child === "string") return [];
    if (/^table:table-(?:header-rows|rows|row-group)$/.test(child.name)) {
      return readRows(child, child.name === "table:table-header-rows", reading);
    }
    if (child.name !== "table:table-row") return [];
    const { place } = reading;
    const row = readRow(child, isHead, reading);
    const hasWords = row.cells.some(({ blocks }) => blocks.length > 0);
    if (reading.tables === 1) reading.place = place + (hasWords ? 1 : 0);
    return [row];
  });
}

/** No table of actions has more columns. */
const MOST_COLUMNS = 1000;

function readRow(element: Xml, isHead: boolean, reading: OpenReading): Row {
  const { place } = reading;
  let column = 0;
  const cells = [...childrenOf(element, "table:table-cell", "table:covered-table-cell")].flatMap((cell) => {
    const at = Math.min(column, MOST_COLUMNS - 1);
    column += Math.max(Number(cell.attributes["table:number-columns-repeated"] ?? 1) || 1, 1);
    if (cell.name === "table:covered-table-cell") return [];
    const width = Number(cell.attributes["table:number-columns-spanned"] ?? 1) || 1;
    return [{ column: at, width, blocks: readOpenBlocks(cell, reading) }];
  });
  return { place, isHead, cells };
}
