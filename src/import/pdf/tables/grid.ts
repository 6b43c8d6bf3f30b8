import type { Box } from "../sheet/matrix.ts";
import type { Ruling } from "../sheet/paths.ts";

/** A cell of a table that is drawn with lines: its box, and the first row and column that it takes, from 0. */
export interface Cell extends Box {
  readonly row: number;
  readonly column: number;
}

/** A table that is drawn with lines. */
export interface Grid extends Box {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
}

/** Lines that are no further apart than this are meant to be one, or to meet; in points. */
const NEAR = 3.5;
/** More lines than this in one table were made to exhaust whoever reads them. */
const MOST_LINES = 400;

/** The tables that the lines of a page draw, from the top down. A box with one cell is none. */
export function findGrids(rulings: readonly Ruling[]): Grid[] {
  const lines = [
    ...joinLines(rulings.filter(({ isAcross }) => isAcross)),
    ...joinLines(rulings.filter(({ isAcross }) => !isAcross)),
  ];
  const grids = groupMeeting(lines).flatMap((group) => readGrid(group) ?? []);
  return grids.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Lines in one direction, those that lie on one another or follow one another made one. */
function joinLines(rulings: readonly Ruling[]): Ruling[] {
  const joined: Ruling[] = [];
  const sorted = rulings.toSorted((a, b) => a.at - b.at || a.from - b.from);
  let first = 0;
  for (const line of sorted) {
    while (first < joined.length && joined[first]!.at < line.at - NEAR) first++;
    const same = joined.findIndex(
      ({ at, from, to }, index) =>
        index >= first && line.at - at <= NEAR && line.from <= to + NEAR && line.to >= from - NEAR,
    );
    if (same < 0) joined.push(line);
    else {
      const { isAcross, at, from, to } = joined[same]!;
      joined[same] = { isAcross, at, from: Math.min(from, line.from), to: Math.max(to, line.to) };
    }
  }
  return joined;
}

function meets(a: Ruling, b: Ruling): boolean {
  if (a.isAcross === b.isAcross) return false;
  return a.at >= b.from - NEAR && a.at <= b.to + NEAR && b.at >= a.from - NEAR && b.at <= a.to + NEAR;
}

/** The lines that hang together. */
function groupMeeting(lines: readonly Ruling[]): Ruling[][] {
  const across = new Set(lines.filter(({ isAcross }) => isAcross));
  const down = new Set(lines.filter(({ isAcross }) => !isAcross));
  const groups: Ruling[][] = [];
  for (const start of across) {
    across.delete(start);
    const group = [start];
    for (const line of group) {
      for (const other of line.isAcross ? down : across) {
        if (!meets(line, other)) continue;
        (other.isAcross ? across : down).delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function readGrid(lines: readonly Ruling[]): Grid | null {
  if (lines.length > MOST_LINES) return null;
  const across = lines.filter(({ isAcross }) => isAcross);
  const down = lines.filter(({ isAcross }) => !isAcross);
  // A row that goes on over the page is open where the page ends.
  if (across.length + down.length < 3 || down.length === 0) return null;
  // Tables are often open at their sides: their own ends close them.
  const xs = edges([...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])]);
  const ys = edges([...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])]);
  const cells = joinCells(xs, ys, across, down);
  const columns = xs.length - 1;
  if (cells.length < 2 || columns < 2) return null;
  return {
    left: xs[0]!,
    right: xs.at(-1)!,
    top: ys[0]!,
    bottom: ys.at(-1)!,
    rows: ys.length - 1,
    columns,
    cells,
  };
}

function edges(places: readonly number[]): number[] {
  const found: number[] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    if (found.length === 0 || place - found.at(-1)! > NEAR) found.push(place);
  }
  return found;
}

/** The cells of a grid; where no line parts two of them they are one. */
function joinCells(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Ruling[],
  down: readonly Ruling[],
): Cell[] {
  const columns = xs.length - 1;
  const owner = Array.from({ length: columns * (ys.length - 1) }, (_, index) => index);
  const first = (index: number): number => {
    let found = index;
    while (owner[found] !== found) found = owner[found]!;
    return found;
  };
  const join = (a: number, b: number) => {
    const [low, high] = [first(a), first(b)].toSorted((x, y) => x - y);
    owner[high!] = low!;
  };
  for (const index of owner.keys()) {
    const column = index % columns;
    const row = Math.floor(index / columns);
    const middle = { x: (xs[column]! + xs[column + 1]!) / 2, y: (ys[row]! + ys[row + 1]!) / 2 };
    if (column > 0 && !hasLine(down, xs[column]!, middle.y)) join(index - 1, index);
    if (row > 0 && !hasLine(across, ys[row]!, middle.x)) join(index - columns, index);
  }
  const cells = new Map<number, Cell>();
  for (const index of owner.keys()) {
    const column = index % columns;
    const row = Math.floor(index / columns);
    const root = first(index);
    const box = { left: xs[column]!, right: xs[column + 1]!, top: ys[row]!, bottom: ys[row + 1]! };
    const known = cells.get(root) ?? { ...box, row, column };
    cells.set(root, {
      row: Math.min(known.row, row),
      column: Math.min(known.column, column),
      left: Math.min(known.left, box.left),
      right: Math.max(known.right, box.right),
      top: Math.min(known.top, box.top),
      bottom: Math.max(known.bottom, box.bottom),
    });
  }
  return [...cells.values()];
}

function hasLine(lines: readonly Ruling[], at: number, through: number): boolean {
  return lines.some((line) => Math.abs(line.at - at) <= NEAR && line.from <= through && line.to >= through);
}
