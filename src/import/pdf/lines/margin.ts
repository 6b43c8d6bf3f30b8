import { makeStretch, type Stretch } from "./stretch.ts";

/** One line of a column; what stands by itself at the right margin, such as `Action: MOPAC`, is kept apart. */
export interface FlowLine {
  readonly main: Stretch;
  readonly margin: Stretch | null;
}

/** A gap as wide as this, in parts of the size of the letters, sets apart what stands in the margin. */
const MARGIN_GAP = 2;

/** The words of one height of a column, which begins and ends at `left` and `right`, without what stands in its margin. */
export function partMargin(stretches: readonly Stretch[], left: number, right: number): FlowLine {
  const gaps = stretches.map(
    (stretch, index) => stretch.left - (stretches[index - 1]?.right ?? stretch.left),
  );
  const from = stretches.findIndex(
    (stretch, index) =>
      stretch.left > left + (right - left) * 0.68 && gaps[index]! > stretch.size * MARGIN_GAP,
  );
  // In a line that is stretched to the margin every gap is wide.
  const isStretched = gaps.slice(0, Math.max(0, from)).some((gap) => gap * 2.5 > gaps[from]!);
  const join = (parts: readonly Stretch[]) => makeStretch(parts.flatMap(({ pieces }) => pieces));
  return from < 0 || isStretched
    ? { main: join(stretches), margin: null }
    : { main: join(stretches.slice(0, from)), margin: join(stretches.slice(from)) };
}
