import { readColumns } from "../../read/columns.ts";
import type { Cell, Row, Table } from "../block.ts";
import { wordsOf } from "../inline.ts";
import type { Span, Strip } from "./columns.ts";
import { joinWrapped, type Stretch } from "./line.ts";

/** A table without lines, and the index of the strip that follows it. */
export interface Tabular {
  readonly table: Table;
  readonly next: number;
}

/** Room for letters that hang out of their column, in points. */
const SLACK = 6;

/** Reads the table that begins at a strip: its columns are named, or at least three of them are kept for some lines. */
export function readTabular(
  strips: readonly Strip[],
  from: number,
  placeOf: (stretch: Stretch) => number,
): Tabular | null {
  const head = strips[from]!;
  if (!isHead(strips, from)) return null;
  const lefts = head.spans.map(({ left }) => left);
  const found: { strip: Strip; columns: readonly number[] }[] = [];
  for (const strip of strips.slice(from)) {
    const columns = columnsOf(strip, lefts);
    const before = found.at(-1)?.strip;
    if (columns === null) break;
    if (before !== undefined && strip.baseline - before.baseline > Math.max(before.size, strip.size) * 4)
      break;
    if (before !== undefined && isOther(strip, before, head)) break;
    found.push({ strip, columns });
  }
  const groups = groupRows(found);
  if (groups.length < 2 || !groups.slice(1).some(({ length }) => length > 0)) return null;
  const rows = groups.map((group) => makeRow(group, placeOf));
  if (rows.slice(1).every(({ cells }) => cells.length < 2)) return null;
  return { table: { kind: "table", place: rows[0]!.place, rows }, next: from + found.length };
}

function stretchOf({ content }: Span): Stretch | null {
  return "pieces" in content ? content : null;
}

function isHead(strips: readonly Strip[], from: number): boolean {
  const stretches = strips[from]!.spans.map(stretchOf);
  if (stretches.length < 2 || stretches.some((stretch) => stretch === null)) return false;
  const words = stretches.map((stretch) => stretch!.text);
  if (words.some((text) => text.length > 40)) return false;
  if (readColumns(words) !== null) return true;
  const lefts = strips[from]!.spans.map(({ left }) => left);
  const below = strips.slice(from + 1, from + 4);
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
function isOther(strip: Strip, before: Strip, head: Strip): boolean {
  const [only] = strip.spans;
  if (strip.spans.length > 1 || only === undefined) return false;
  const stretch = stretchOf(only)!;
  const isApart = strip.baseline - before.baseline > before.size * 1.9;
  const isFirst = Math.abs(only.left - head.spans[0]!.left) <= SLACK;
  return isFirst && (stretch.isBold || strip.size > before.size * 1.1 || isApart);
}

type Found = { strip: Strip; columns: readonly number[] };

/** The strips of each row: one begins at a wider gap, or where the first column and another one have words. */
function groupRows(found: readonly Found[]): Found[][] {
  const gaps = found.slice(1).map(({ strip }, index) => strip.baseline - found[index]!.strip.baseline);
  const least = Math.min(...gaps);
  const areSpaced = gaps.some((gap) => gap > least * 1.25);
  const groups: Found[][] = [];
  for (const [index, line] of found.entries()) {
    const gap = gaps[index - 1] ?? 0;
    const isNew = index < 2 || gap > least * 1.25 || (line.columns.includes(0) && line.columns.length > 1);
    const isWrapped = areSpaced && index > 1 && gap <= least * 1.25 && !startsWithNumber(line);
    if (isNew && !isWrapped) groups.push([line]);
    else groups.at(-1)!.push(line);
  }
  return groups;
}

function startsWithNumber({ strip, columns }: Found): boolean {
  return columns[0] === 0 && columns.length > 1 && /^\d/.test(stretchOf(strip.spans[0]!)!.text);
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
