import type { Span } from "../source/source-file.ts";
import type { Block, BlockKind } from "./block.ts";

type GrowingBlock = { -readonly [Key in keyof Block]: Block[Key] };

/** A quote or a list item that the next line may continue. */
export interface Container {
  /** Index of the quote's or the item's block. */
  readonly block: number;
  /** Index of the item's list; -1 for a quote. */
  readonly list: number;
  /** The code of `-`, `+`, `*`, or of the `.` or `)` after a number; all items of a list have the same. */
  readonly marker: number;
  /** How many columns of indentation a line needs to belong to the item. */
  readonly width: number;
  /** Whether a box to tick may stand in the item. */
  readonly tickable: boolean;
  /** Whether the item is empty and a blank line has followed it: it takes in nothing more. */
  ended: boolean;
}

/** The block without children that the next line may continue. */
export type Leaf = "none" | "paragraph" | "indented" | "fence" | "html" | "table";

/** All that one pass over a text has to remember. Offsets count from the start of the text. */
export interface Scan {
  readonly text: string;
  readonly blocks: GrowingBlock[];
  readonly containers: Container[];
  /** How many of the containers are quotes. */
  quotes: number;

  lineStart: number;
  /** Where the line's text ends, its line end left out. */
  lineEnd: number;
  nextLine: number;
  previousLineEnd: number;
  /** The next line feed and the next carriage return from the line's start on. */
  lineFeed: number;
  carriageReturn: number;

  /** How far the line is read; of a tab read in part, the offset behind it. */
  at: number;
  /** The column of `at`, from 0. */
  column: number;
  /** How many columns of the tab before `at` are not yet read. */
  tabRest: number;
  /** The first character from `at` on that is neither space nor tab; `lineEnd` where there is none. */
  first: number;
  /** How many columns lie before it. */
  indent: number;

  leaf: Leaf;
  leafStart: number;
  leafEnd: number;
  /** The lines of the open paragraph. */
  lines: Span[];
  /** Whether the open paragraph may begin with a box to tick. */
  tickable: boolean;
  /** Whether its last line is indented so far that it can't be the head of a table. */
  indentedLine: boolean;
  /** The character of the open fence, and how many of them open it. */
  fence: number;
  fenceSize: number;
  /** What ends the open HTML block; null where a blank line does. */
  htmlEnd: RegExp | null;
  /** Index of the open table. */
  table: number;

  /** The list marker read last: its kind as in `Container`, where it ends, and its number (-1 for a bullet). */
  marker: number;
  markerEnd: number;
  number: number;
  /** Where a row of this character was last found not to be a thematic break. */
  breakMarker: number;
  breakStop: number;
}

/** A scan of a text that stands before the line at an offset. */
export function beginScan(text: string, from: number): Scan {
  return {
    text,
    blocks: [],
    containers: [],
    quotes: 0,
    lineStart: from,
    lineEnd: from,
    nextLine: from,
    previousLineEnd: from,
    lineFeed: -1,
    carriageReturn: -1,
    at: from,
    column: 0,
    tabRest: 0,
    first: from,
    indent: 0,
    leaf: "none",
    leafStart: 0,
    leafEnd: 0,
    lines: [],
    tickable: false,
    indentedLine: false,
    fence: 0,
    fenceSize: 0,
    htmlEnd: null,
    table: -1,
    marker: 0,
    markerEnd: 0,
    number: -1,
    breakMarker: 0,
    breakStop: -1,
  };
}

const NO_LINES: readonly Span[] = [];

/** Index of the block of the innermost open container; -1 where none is open. */
export function innermost(scan: Scan): number {
  const { containers } = scan;
  return containers.length === 0 ? -1 : containers[containers.length - 1]!.block;
}

/** Adds a block, and says its index. */
export function pushBlock(
  scan: Scan,
  kind: BlockKind,
  parent: number,
  start: number,
  end: number,
  level = 0,
  lines: readonly Span[] = NO_LINES,
): number {
  return scan.blocks.push({ kind, start, end, parent, level, lines }) - 1;
}

/** Makes a block reach at least to an offset; nothing where the index is -1. */
export function extendBlock(scan: Scan, index: number, end: number): void {
  if (index === -1) return;
  const block = scan.blocks[index]!;
  if (block.end < end) block.end = end;
}
