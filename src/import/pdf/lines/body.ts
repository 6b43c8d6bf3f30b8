import type { Line } from "./line.ts";
import type { Stretch } from "./stretch.ts";

/** How the body of a document is set, so that its headings can be told by standing out. */
export interface Body {
  /** In points. */
  readonly size: number;
  readonly isBold: boolean;
  /** The distance between lines of one paragraph, in parts of the size. */
  readonly leading: number;
}

/** A line of so many letters is running text; those of a narrow column or of a cell have fewer. */
const LONG_LINE = 50;

/** How the text of a document is set, page by page: where it has any running text, not how its tables are. */
export function findBody(pages: readonly (readonly Line[])[]): Body {
  const all = pages.flat().flatMap(({ stretches }) => stretches);
  const running = all.filter(({ text }) => text.length >= LONG_LINE);
  const size = usualSize(lettersIn(running) > lettersIn(all) * 0.1 ? running : all);
  const bold = all.filter(({ isBold }) => isBold);
  return { size, isBold: lettersIn(bold) > lettersIn(all) * 0.6, leading: usualLeading(pages, size) };
}

function lettersIn(stretches: readonly Stretch[]): number {
  return stretches.reduce((letters, { text }) => letters + text.length, 0);
}

/** The size of most letters, to half a point. */
function usualSize(stretches: readonly Stretch[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of stretches) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((a, b) => (b[1] > a[1] ? b : a), [10, 0])[0];
}

/**
 * The distance between lines of one paragraph, in parts of the size: most often that of lines that go on in small
 * letters. Where none do, no lines stand nearer to one another.
 */
function usualLeading(pages: readonly (readonly Line[])[], size: number): number {
  const gaps: { readonly gap: number; readonly goesOn: boolean }[] = [];
  for (const lines of pages) {
    const last = new Map<number, number>();
    const stretches = lines.flatMap((line) => line.stretches);
    for (const { left, baseline, text } of stretches.filter((one) => Math.abs(one.size - size) <= 0.5)) {
      const column = Math.round(left / 4);
      const gap = (baseline - (last.get(column) ?? Number.NEGATIVE_INFINITY)) / size;
      last.set(column, baseline);
      if (gap > 0.95 && gap < 2.5) gaps.push({ gap, goesOn: /^\p{Ll}/u.test(text) });
    }
  }
  gaps.sort((a, b) => a.gap - b.gap);
  const sure = gaps.filter(({ goesOn }) => goesOn);
  return (sure[Math.floor(sure.length * 0.25)] ?? gaps[0])?.gap ?? 1.2;
}
