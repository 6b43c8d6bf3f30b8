import { partOf } from "../../../read/section-parts.ts";
import { greatest } from "../../../source/many.ts";
import { isMarked } from "./heading.ts";
import { splitLabel } from "./label.ts";
import type { FlowLine } from "./margin.ts";
import type { Stretch } from "./stretch.ts";
import { areWrapped, isWrapped } from "./wrapped.ts";

/** The lines of a paragraph, from the top down. */
export interface FlowParagraph {
  readonly lines: readonly [FlowLine, ...FlowLine[]];
  /** Where its first line begins, in points. */
  readonly left: number;
}

/** How far the lines of a run go to the right, and how far apart those of one paragraph stand. */
export interface Setting {
  /** In points. */
  readonly edge: number;
  /** In parts of the size. */
  readonly leading: number;
}

/** The right edge of a run of lines, in points: where they are wrapped, else that of their column, which none may reach. */
export function edgeOf(lines: readonly FlowLine[], edgeOfColumn: number): number {
  const alone = lines.filter(({ margin }) => margin === null);
  const stretches = (alone.length > 0 ? alone : lines).map(({ main }) => main);
  const reach = greatest(
    stretches.map(({ right }) => right),
    0,
  );
  return areWrapped(stretches, reach) ? reach : Math.max(reach, edgeOfColumn);
}

/** The paragraphs of a run of lines. */
export function partParagraphs(lines: readonly FlowLine[], setting: Setting): FlowParagraph[] {
  const paragraphs: (FlowParagraph & { readonly lines: FlowLine[] })[] = [];
  for (const [index, line] of lines.entries()) {
    const open = paragraphs.at(-1);
    if (open === undefined || beginsAnew(line, lines[index - 1]!, open, setting))
      paragraphs.push({ lines: [line], left: line.main.left });
    else open.lines.push(line);
  }
  return paragraphs;
}

function beginsAnew(
  { main }: FlowLine,
  { main: before, margin }: FlowLine,
  open: FlowParagraph,
  { edge, leading }: Setting,
): boolean {
  const size = Math.max(before.size, main.size);
  const gap = main.baseline - before.baseline;
  if (gap <= 0 || gap > size * leading * 1.22 + 1) return true;
  if (Math.abs(main.size - before.size) > before.size * 0.08) return true;
  // What stands in the margin leaves less room for the words beside it.
  const wasWrapped = isWrapped(before, main, margin === null ? edge : Math.min(edge, before.right + 1));
  const isEntry = splitLabel(open.lines[0].main.words) !== null;
  if (splitLabel(main.words) !== null) {
    const isIndented = Math.abs(main.left - before.left) > 2;
    if (!wasWrapped || (isEntry && Math.abs(main.left - open.left) < 2) || isIndented) return true;
  }
  if (before.isBold !== main.isBold && (!wasWrapped || isTitleLike(before))) return true;
  if (headsAttendance(main.text) || (!wasWrapped && /[.!?:;]$/.test(before.text))) return true;
  if (isMarked(main.text)) return !wasWrapped || /[.:;]$/.test(before.text);
  const shift = main.left - before.left;
  if (shift > size * 0.7) return !(isEntry || open.lines.length === 1) || !wasWrapped;
  if (shift < size * -0.7) return !wasWrapped || (isEntry && open.lines.length > 1);
  return isEntry && !wasWrapped && main.left < open.left + 2;
}

function isTitleLike({ isBold, text }: Stretch): boolean {
  return isBold && /^\d{1,2}[.)]?\s/.test(text);
}

/** Whether words begin as a list of who was there does, with its names behind them. */
function headsAttendance(text: string): boolean {
  const part = /^\p{Lu}[^:]*:/u.test(text) ? partOf(text) : null;
  return part?.kind === "attendance" && part.contentFrom !== null;
}
