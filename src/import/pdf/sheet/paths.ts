import { type Box, boxAround, type Matrix, type Point, place } from "./matrix.ts";

/** A straight line across or down a page; `at` is its height or its distance from the left. */
export interface Ruling {
  readonly isAcross: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What is thicker than this is an area, not a line; in points. */
const THICKEST = 3;
/** Shorter strokes are letters or ticks. */
const SHORTEST = 5;
/** How many numbers follow each sign of a path: move, line, curve, smaller curve, close. */
const NUMBERS = [2, 2, 6, 4, 0];
const CLOSE = 4;

/** The corners of each part of a path; curves are taken as straight. */
export function readPaths(path: ArrayLike<number> | null, matrix: Matrix): Point[][] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  for (let i = 0; path !== null && i < path.length; ) {
    const sign = path[i]!;
    const numbers = NUMBERS[sign];
    if (numbers === undefined) break;
    if (sign === CLOSE && part.length > 0) part.push(part[0]!);
    else {
      const corner = place(matrix, path[i + numbers - 1]!, path[i + numbers]!);
      if (sign === 0) {
        part = [corner];
        parts.push(part);
      } else part.push(corner);
    }
    i += numbers + 1;
  }
  return parts.filter(({ length }) => length > 1);
}

/** The lines that are seen where a path is stroked. */
export function strokes(path: readonly Point[]): Ruling[] {
  const found: Ruling[] = [];
  for (const [index, end] of path.entries()) {
    const start = path[index - 1];
    if (start !== undefined) found.push(...rulingAlong(boxOf([start, end]), 1));
  }
  return found;
}

/** The line that is seen where a path is filled that is no thicker than a line. */
export function thinArea(path: readonly Point[]): Ruling[] {
  return rulingAlong(boxOf(path), THICKEST);
}

/** The middle of a path that is filled as a small round or square area. */
export function dotAt(path: readonly Point[]): Point[] {
  const { left, right, top, bottom } = boxOf(path);
  const [width, height] = [right - left, bottom - top];
  const isDot = width > 1.5 && width < 8 && height / width > 0.8 && height / width < 1.25;
  return isDot ? [{ x: (left + right) / 2, y: (top + bottom) / 2 }] : [];
}

/** Whether a path that is filled is an area that letters may stand on. */
export function isShade(path: readonly Point[]): boolean {
  const { left, right, top, bottom } = boxOf(path);
  return right - left > 2 * THICKEST && bottom - top > 2 * THICKEST;
}

function boxOf(points: readonly Point[]): Box {
  return boxAround(points.map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y })));
}

function rulingAlong({ left, top, right, bottom }: Box, thickest: number): Ruling[] {
  if (bottom - top <= thickest && right - left >= SHORTEST) {
    return [{ isAcross: true, at: (top + bottom) / 2, from: left, to: right }];
  }
  if (right - left <= thickest && bottom - top >= SHORTEST) {
    return [{ isAcross: false, at: (left + right) / 2, from: top, to: bottom }];
  }
  return [];
}
