import { combine, type Matrix } from "./matrix.ts";
import type { Item } from "./pdfjs.ts";

/** A page the right way up: the matrix that turns the places of its PDF so, and its size in points. */
export interface Turned {
  readonly matrix: Matrix;
  readonly width: number;
  readonly height: number;
}

/** Turns a page so that most of its text is upright: some landscape pages are not marked as such. */
export function turnUpright(
  items: readonly Item[],
  matrix: Matrix,
  { width, height }: Omit<Turned, "matrix">,
): Turned {
  const letters = [0, 0, 0, 0];
  for (const item of items) {
    const turns = "str" in item ? turnsOf(combine(matrix, item.transform as unknown as Matrix)) : null;
    if (turns !== null) letters[turns]! += (item as { str: string }).str.length;
  }
  const turns = letters.indexOf(Math.max(...letters));
  if (turns === 1) return { matrix: combine([0, -1, 1, 0, 0, width], matrix), width: height, height: width };
  if (turns === 2) return { matrix: combine([-1, 0, 0, -1, width, height], matrix), width, height };
  if (turns === 3) return { matrix: combine([0, 1, -1, 0, height, 0], matrix), width: height, height: width };
  return { matrix, width, height };
}

/** How many quarters clockwise text is turned that a matrix sets; null where it stands askew. */
export function turnsOf([a, b]: Matrix): number | null {
  const quarters = Math.atan2(b, a) / (Math.PI / 2);
  const turns = Math.round(quarters);
  return Math.abs(quarters - turns) > 0.05 ? null : (turns + 4) % 4;
}
