import { columnOf, readColumns } from "../../read/columns.ts";
import type { Cell, Row, Table } from "../block.ts";
import { wordsOf } from "../inline.ts";
import { divideWords, joinWrapped, makeStretch, type Stretch } from "./line.ts";
import type { Piece } from "./pieces.ts";
import type { Span, Strip } from "./strip.ts";

/** A table without lines: where its columns begin, in points, and the index of the strip that follows it. */
export interface Tabular {
  readonly table: Table;
  readonly lefts: readonly number[];
  readonly next: number;
}

/** A heading of more letters, or more words, is a sentence. */
const LONGEST_NAMES = 80;
const LONGEST_HEAD = 12;
/** Room for letters that hang out of their column, in points. */
const SLACK = 6;

/**
 * Reads the table that begins at a strip: its columns are named, or at least three of them are kept for some lines.
 * `carried` are the columns of a table that may go on here from the page before.
 */
export function readTabular(
  strips: readonly Strip[],
  from: number,
  carried: readonly number[] | null,
  placeOf: (stretch: Stretch) => number,
): Tabular | null {
  const head = partHead(strips[from]!);
  const isHeaded = isHead(head, strips.slice(from + 1, from + 4));
  const lefts = isHeaded ? head.spans.map(({ left }) => left) : carried;
  if (lefts === null) return null;
  const body = takeBody(isHeaded ? head : null, strips.slice(from + (isHeaded ? 1 : 0)), lefts);
  const groups = body.length === 0 ? [] : groupRows(body);
  const rows = groups.map((group) => makeRow(group, placeOf));
  // A heading at the foot of a page stands over what the next page begins with.
  const isCutOff = isHeaded && from === strips.length - 1 && namesColumns(head);
  if (!isCutOff && rows.every(({ cells }) => cells.length < 2)) return null;
  if (isHeaded)
    rows.unshift(makeRow([{ strip: head, columns: head.spans.map((_, column) => column) }], placeOf));
  const next = from + (isHeaded ? 1 : 0) + body.length;
  return { table: { kind: "table", place: rows[0]!.place, rows }, lefts, next };
}

/** The strips that keep to the columns, until something else begins. */
function takeBody(head: Strip | null, below: readonly Strip[], lefts: readonly number[]): Found[] {
  const found: Found[] = [];
  for (const whole of below) {
    const strip = cutAtColumns(whole, lefts);
    const columns = columnsOf(strip, lefts);
    const before = found.at(-1)?.strip ?? head;
    if (columns === null) break;
    if (before !== null && strip.baseline - before.baseline > Math.max(before.size, strip.size) * 4) break;
    if (isOther(whole, before, lefts[0]!)) break;
    found.push({ strip, columns });
  }
  return found;
}

/** A strip of a table, and the column of each of its spans. */
interface Found {
  readonly strip: Strip;
  readonly columns: readonly number[];
}

function stretchOf({ content }: Span): Stretch | null {
  return "pieces" in content ? content : null;
}

/** Whether a strip is the heading of a table of actions. */
export function namesColumns(strip: Strip): boolean {
  const stretches = partHead(strip).spans.map(stretchOf);
  return readColumns(stretches.map((stretch) => stretch?.text ?? "")) !== null;
}

/** A heading whose names of columns were set in one go is parted between them. */
function partHead(strip: Strip): Strip {
  const spans = strip.spans.flatMap((span) => {
    const stretch = stretchOf(span);
    if (stretch === null || stretch.text.length > LONGEST_NAMES || columnOf(stretch.text) !== null)
      return [span];
    return partNames(stretch.pieces.flatMap(divideWords)) ?? [span];
  });
  return { ...strip, spans };
}

/** Words as names of columns, the longest first; null where some of them are none. */
function partNames(words: readonly Piece[]): Span[] | null {
  if (words.length === 0) return [];
  if (words.length > LONGEST_HEAD) return null;
  for (let length = words.length; length > 0; length--) {
    const name = makeStretch(words.slice(0, length));
    const rest = columnOf(name.text) === null ? null : partNames(words.slice(length));
    if (rest !== null) return [{ left: name.left, right: name.right, content: name }, ...rest];
  }
  return null;
}

/** What was set in one go over two columns is parted at the word that begins the second. */
function cutAtColumns(strip: Strip, lefts: readonly number[]): Strip {
  const spans = strip.spans.flatMap((span) => {
    const stretch = stretchOf(span);
    const crossed = lefts.find((left) => left > span.left + SLACK && left < span.right - 1);
    if (stretch === null || crossed === undefined) return [span];
    const words = stretch.pieces.flatMap(divideWords);
    const first = words.findIndex(({ left }) => Math.abs(left - crossed) < SLACK);
    if (first < 1) return [span];
    return [words.slice(0, first), words.slice(first)].map((part) => {
      const content = makeStretch(part);
      return { left: content.left, right: content.right, content };
    });
  });
  return { ...strip, spans };
}

function isHead({ spans }: Strip, below: readonly Strip[]): boolean {
  const stretches = spans.map(stretchOf);
  if (stretches.length < 2 || stretches.some((stretch) => stretch === null)) return false;
  const words = stretches.map((stretch) => stretch!.text);
  if (words.some((text) => text.length > 40)) return false;
  if (readColumns(words) !== null) return true;
  const lefts = spans.map(({ left }) => left);
  const areAligned = below.filter((strip) => strip.spans.length > 1 && columnsOf(strip, lefts) !== null);
  return lefts.length > 2 && below.length > 1 && areAligned.length >= 2;
}

/** The column of each span; null where one runs over the next column, or begins before the first. */
function columnsOf(strip: Strip, lefts: readonly number[]): number[] | null {
  const columns: number[] = [];
  for (const span of strip.spans) {
    const column = lefts.findLastIndex((left) => left <= span.left + SLACK);
    const next = lefts[column + 1] ?? Number.POSITIVE_INFINITY;
    if (column < 0 || stretchOf(span) === null || span.right > next + 1 || columns.includes(column))
      return null;
    columns.push(column);
  }
  return columns;
}

/** Whether a strip is the heading or paragraph that follows the table. */
function isOther(strip: Strip, before: Strip | null, left: number): boolean {
  const [only] = strip.spans;
  if (strip.spans.length > 1 || only === undefined || Math.abs(only.left - left) > SLACK) return false;
  if (stretchOf(only)!.isBold || before === null) return true;
  return strip.size > before.size * 1.1 || strip.baseline - before.baseline > before.size * 1.9;
}

/**
 * The strips of each row, after the heading. Where rows stand further apart than the lines of a cell, a wider gap
 * begins one; where they do not, words in the first column and in another one do.
 */
function groupRows(found: readonly Found[]): Found[][] {
  const leading = leadingOf(found);
  const gaps = found.slice(1).map(({ strip }, index) => strip.baseline - found[index]!.strip.baseline);
  const areSpaced = gaps.some((gap) => gap > leading * 1.1);
  const groups: Found[][] = [];
  for (const [index, line] of found.entries()) {
    const isFull = line.columns.includes(0) && line.columns.some((column) => column > 0);
    const isApart = areSpaced ? (gaps[index - 1] ?? 0) > leading * 1.1 : isFull;
    if (index === 0 || isApart) groups.push([line]);
    else groups.at(-1)!.push(line);
  }
  return groups;
}

/** The least distance between two lines of one column, in points: cells may be centred beside one another. */
function leadingOf(found: readonly Found[]): number {
  let leading = Number.POSITIVE_INFINITY;
  const last = new Map<number, number>();
  for (const { strip, columns } of found) {
    for (const column of new Set(columns)) {
      leading = Math.min(leading, strip.baseline - (last.get(column) ?? Number.NEGATIVE_INFINITY));
      last.set(column, strip.baseline);
    }
  }
  return leading;
}

function makeRow(lines: readonly Found[], placeOf: (stretch: Stretch) => number): Row {
  const inColumns = new Map<number, Stretch[]>();
  for (const { strip, columns } of lines) {
    for (const [index, column] of columns.entries()) {
      const stretch = stretchOf(strip.spans[index]!)!;
      inColumns.set(column, [...(inColumns.get(column) ?? []), stretch]);
    }
  }
  const place = placeOf(stretchOf(lines[0]!.strip.spans[0]!)!);
  const cells = [...inColumns]
    .toSorted(([a], [b]) => a - b)
    .map(
      ([column, stretches]): Cell => ({
        column,
        width: 1,
        blocks: [{ kind: "paragraph", place: placeOf(stretches[0]!), lines: [joinWrapped(stretches)] }],
      }),
    );
  return { cells, isHead: cells.every(({ blocks }) => blocks.every(isBold)), place };
}

function isBold(block: Cell["blocks"][number]): boolean {
  return (
    block.kind === "paragraph" &&
    block.lines.every((line) => line.every(({ strong }) => strong) && wordsOf(line) !== "")
  );
}
