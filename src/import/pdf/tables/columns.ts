import type { Span, Strip } from "../lines/strip.ts";
import { namesColumns } from "./tabular-head.ts";

/** A gutter narrower than this is a gap between words, in points. */
const NARROWEST = 7;
/** Fewer lines side by side are a table, or an address. */
const FEWEST = 5;

/** The columns of a page in the order in which they are read; what runs across all of them is a column by itself. */
export function findColumns(strips: readonly Strip[]): Strip[][] {
  const gutter = findGutter(strips);
  if (gutter === null) return strips.length === 0 ? [] : [[...strips]];
  const inside = strips.slice(gutter.from, gutter.to);
  return [
    ...findColumns(strips.slice(0, gutter.from)),
    ...findColumns(sideOf(inside, ({ right }) => right <= gutter.at)),
    ...findColumns(sideOf(inside, ({ left }) => left >= gutter.at)),
    ...findColumns(strips.slice(gutter.to)),
  ];
}

function sideOf(strips: readonly Strip[], isOn: (span: Span) => boolean): Strip[] {
  return strips
    .map((strip) => ({ ...strip, spans: strip.spans.filter(isOn) }))
    .filter(({ spans }) => spans.length > 0);
}

interface Gutter {
  readonly at: number;
  /** The strips that it runs through, by index; `to` is not one of them. */
  readonly from: number;
  readonly to: number;
}

function findGutter(strips: readonly Strip[]): Gutter | null {
  const places = new Set(strips.flatMap(({ spans }) => spans.map(({ left }) => Math.floor(left - 1))));
  let best: Gutter | null = null;
  for (const at of places) {
    for (const run of runsBeside(strips, at)) {
      const gutter = trim(run, strips);
      if (gutter === null || (best !== null && gutter.to - gutter.from <= best.to - best.from)) continue;
      const above = strips[gutter.from - 1];
      if (above !== undefined && namesColumns(above)) continue;
      if (isGutter(strips.slice(gutter.from, gutter.to), at)) best = gutter;
    }
  }
  return best;
}

/** The strips that follow one another without crossing a place. */
function runsBeside(strips: readonly Strip[], at: number): Gutter[] {
  const runs: Gutter[] = [];
  let from = 0;
  for (let to = 0; to <= strips.length; to++) {
    const isCrossed = strips[to]?.spans.some(({ left, right }) => left < at && right > at) ?? true;
    if (!isCrossed) continue;
    if (to - from >= FEWEST) runs.push({ at, from, to });
    from = to + 1;
  }
  return runs;
}

/** What stands apart above or below the columns, at the left, is no part of them. */
function trim({ at, from, to }: Gutter, strips: readonly Strip[]): Gutter | null {
  const isRight = (strip: Strip) => strip.spans.some(({ left }) => left >= at);
  const isLeft = (strip: Strip) => strip.spans.some(({ right }) => right <= at);
  const run = strips.slice(from, to);
  let first = run.findIndex(isRight);
  let last = run.findLastIndex(isRight);
  if (first < 0 || !run.some(isLeft)) return null;
  const isNear = (a: Strip, b: Strip) => Math.abs(a.baseline - b.baseline) < Math.max(a.size, b.size) * 2;
  // One column may end long before the other: lines as wide as the column are still part of it.
  const width = Math.max(
    ...run.slice(first, last + 1).flatMap(({ spans }) => spans.map((span) => span.right - span.left)),
  );
  last = Math.max(
    last,
    run.findLastIndex(({ spans }) => spans.some((span) => span.right - span.left > width * 0.7)),
  );
  while (first > 0 && isNear(run[first - 1]!, run[first]!)) first--;
  while (last < run.length - 1 && isNear(run[last + 1]!, run[last]!)) last++;
  return { at, from: from + first, to: from + last + 1 };
}

/** Columns of text are about as wide as one another, and most of their lines are full; the columns of a table are not. */
function isGutter(strips: readonly Strip[], at: number): boolean {
  const isAcross = ({ spans }: Strip) =>
    spans.some(({ right }) => right <= at) && spans.some(({ left }) => left >= at);
  if (strips.some((strip) => isAcross(strip) && namesColumns(strip))) return false;
  const left = measure(sideOf(strips, ({ right }) => right <= at));
  const right = measure(sideOf(strips, (span) => span.left >= at));
  if (left === null || right === null) return false;
  const widths = [left.width, right.width].toSorted((a, b) => a - b);
  return (
    right.from - left.to >= NARROWEST &&
    left.lines >= FEWEST &&
    right.lines >= FEWEST &&
    left.fullness >= 0.45 &&
    right.fullness >= 0.45 &&
    widths[0]! / widths[1]! > 0.4
  );
}

function measure(strips: readonly Strip[]) {
  if (strips.length === 0) return null;
  const spans = strips.flatMap((strip) => strip.spans);
  const from = Math.min(...spans.map(({ left }) => left));
  const to = Math.max(...spans.map(({ right }) => right));
  const full = strips.filter((strip) => {
    const covered = strip.spans.reduce((width, { left, right }) => width + right - left, 0);
    return covered > (to - from) * 0.7;
  });
  return { from, to, width: to - from, lines: strips.length, fullness: full.length / strips.length };
}
