import type { Line } from "./line.ts";

/** How the body of a document is set, so that its headings can be told by standing out. */
export interface Body {
  /** In points. */
  readonly size: number;
  readonly isBold: boolean;
  /** The distance between lines of one paragraph, in parts of the size. */
  readonly leading: number;
}

/** How most letters of a document are set, page by page. */
export function findBody(pages: readonly (readonly Line[])[]): Body {
  const letters = new Map<number, number>();
  let bold = 0;
  let all = 0;
  for (const { size, text, isBold } of pages.flat().flatMap(({ stretches }) => stretches)) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
    all += text.length;
    if (isBold) bold += text.length;
  }
  const [size] = [...letters].reduce((a, b) => (b[1] > a[1] ? b : a), [10, 0]);
  return { size, isBold: bold > all * 0.6, leading: usualLeading(pages, size) };
}

/**
 * The distance between lines of one paragraph, in parts of the size: most often that of lines that go on in small
 * letters. Where none do, no lines stand nearer to one another.
 */
function usualLeading(pages: readonly (readonly Line[])[], size: number): number {
  const gaps: { readonly gap: number; readonly goesOn: boolean }[] = [];
  for (const lines of pages) {
    const last = new Map<number, number>();
    for (const { left, baseline, text } of lines.flatMap(({ stretches }) => stretches)) {
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
