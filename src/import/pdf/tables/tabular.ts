import type { Table } from "../../block.ts";
import type { Stretch } from "../lines/stretch.ts";
import { type Strip, stretchOf } from "../lines/strip.ts";
import { columnsOf, cutAtColumns, isHead, namesColumns, partHead, SLACK } from "./tabular-head.ts";
import { edgesOf, type Found, groupRows, makeRow, type Spacing, spacingOf } from "./tabular-rows.ts";

/** How a table without lines is set: where its columns begin, in points, and how far apart its lines stand. */
export interface Tabulation {
  readonly lefts: readonly number[];
  readonly spacing: Spacing;
}

/** A table without lines, and the index of the strip that follows it. */
export interface Tabular {
  readonly table: Table;
  readonly setting: Tabulation;
  readonly next: number;
}

/**
 * Reads the table that begins at a strip: its columns are named, or at least three of them are kept for some lines.
 * `carried` is how the table is set that may go on here from the page before.
 */
export function readTabular(
  strips: readonly Strip[],
  from: number,
  carried: Tabulation | null,
  placeOf: (stretch: Stretch) => number,
): Tabular | null {
  const head = partHead(strips[from]!);
  const isHeaded = isHead(head, strips.slice(from + 1, from + 4));
  const lefts = isHeaded ? head.spans.map(({ left }) => left) : carried?.lefts;
  if (lefts === undefined) return null;
  const body = takeBody(isHeaded ? head : null, strips.slice(from + (isHeaded ? 1 : 0)), lefts);
  const goesOn = carried !== null && areAlike(lefts, carried.lefts);
  const spacing = spacingOf(body, goesOn ? carried.spacing : null);
  const groups = groupRows(body, spacing);
  const edges = edgesOf(body, lefts.length);
  const rows = groups.map((group) => makeRow(group, edges, placeOf));
  // A heading at the foot of a page stands over what the next page begins with.
  const isCutOff = isHeaded && from === strips.length - 1 && namesColumns(head);
  if (!isCutOff && rows.every(({ cells }) => cells.length < 2)) return null;
  if (isHeaded)
    rows.unshift(makeRow([{ strip: head, columns: head.spans.map((_, column) => column) }], edges, placeOf));
  const next = from + (isHeaded ? 1 : 0) + body.length;
  return { table: { kind: "table", place: rows[0]!.place, rows }, setting: { lefts, spacing }, next };
}

function areAlike(lefts: readonly number[], others: readonly number[]): boolean {
  return (
    lefts.length === others.length && lefts.every((left, column) => Math.abs(left - others[column]!) < SLACK)
  );
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

/** Whether a strip is the heading or paragraph that follows the table. */
function isOther(strip: Strip, before: Strip | null, left: number): boolean {
  const [only] = strip.spans;
  if (strip.spans.length > 1 || only === undefined || Math.abs(only.left - left) > SLACK) return false;
  if (stretchOf(only)!.isBold || before === null) return true;
  return strip.size > before.size * 1.1 || strip.baseline - before.baseline > before.size * 1.9;
}
