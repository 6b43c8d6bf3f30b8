import type { Cell, Row } from "../../block.ts";
import { wordsOf } from "../../inline.ts";
import type { Stretch } from "../lines/stretch.ts";
import { type Strip, stretchOf } from "../lines/strip.ts";
import { joinLines } from "../lines/wrapped.ts";

/** A strip of a table, and the column of each of its spans. */
export interface Found {
  readonly strip: Strip;
  readonly columns: readonly number[];
}

/** How far apart the lines of a table stand. */
export interface Spacing {
  /** Of the lines of one cell, in points. */
  readonly leading: number;
  /** Whether the rows stand further apart than those. */
  readonly areSpaced: boolean;
}

/** The spacing of a table that may go on from the page before. */
export function spacingOf(found: readonly Found[], before: Spacing | null): Spacing {
  const leading = Math.min(leadingOf(found), before?.leading ?? Number.POSITIVE_INFINITY);
  const isWide = (gap: number) => gap > leading * 1.1;
  return { leading, areSpaced: before?.areSpaced === true || gapsBetween(found).some(isWide) };
}

function gapsBetween(found: readonly Found[]): number[] {
  return found.slice(1).map(({ strip }, index) => strip.baseline - found[index]!.strip.baseline);
}

/**
 * The strips of each row, after the heading. Where rows stand further apart than the lines of a cell, a wider gap
 * begins one; where they do not, words in the first column and in another one do.
 */
export function groupRows(found: readonly Found[], { leading, areSpaced }: Spacing): Found[][] {
  const gaps = gapsBetween(found);
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

/** How far to the right each column is filled, in points. */
export function edgesOf(rows: readonly Found[], columns: number): number[] {
  const edges = Array.from({ length: columns }, () => 0);
  for (const row of rows) {
    for (const [index, column] of row.columns.entries())
      edges[column] = Math.max(edges[column]!, row.strip.spans[index]!.right);
  }
  return edges;
}

/** A row of some strips, each of its cells one paragraph; `edges` are those of the columns, on the right. */
export function makeRow(
  lines: readonly Found[],
  edges: readonly number[],
  placeOf: (stretch: Stretch) => number,
): Row {
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
        blocks: [
          {
            kind: "paragraph",
            place: placeOf(stretches[0]!),
            lines: joinLines(stretches, edges[column]!, placeOf),
          },
        ],
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
