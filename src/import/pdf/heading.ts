import { findMarkedLines } from "../../read/marked-line.ts";
import type { Block, Heading } from "../block.ts";
import type { Line, Stretch } from "./line.ts";

/** How the body of a document is set, so that its headings can be told by standing out. */
export interface Body {
  /** In points. */
  readonly size: number;
  readonly isBold: boolean;
  /** The distance between lines of one paragraph, in parts of the size. */
  readonly leading: number;
}

/** A heading before its level is known: how large it is set, in points, a bold one half a point more. */
export interface Weighed {
  readonly heading: Heading;
  readonly weight: number;
}

/** What tells headings by how they look: how the body is set, and, as they are found, those that stand out from it. */
export interface Looks {
  readonly body: Body;
  readonly headings: Weighed[];
}

/** Whether words begin as an action or a decision does. */
export function isMarked(text: string): boolean {
  return findMarkedLines({ text, offsets: null, start: 0, end: text.length }, false).length > 0;
}

/** How much a paragraph stands out as a heading; null where it is none. */
export function weigh(stretches: readonly Stretch[], body: Body): number | null {
  const text = stretches.map((stretch) => stretch.text).join(" ");
  const { size } = stretches[0]!;
  const isLarge = size > body.size * 1.12;
  const isBold = !body.isBold && stretches.every((stretch) => stretch.isBold);
  if (!(isLarge || isBold) || !/\p{L}/u.test(text) || text.length > 160 || stretches.length > 3) return null;
  if (isMarked(text) || /[,;]$/.test(text) || (!isLarge && /[.:]$/.test(text))) return null;
  return Math.round(size * 2) / 2 + (stretches.every((stretch) => stretch.isBold) ? 0.5 : 0);
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

/** The distance between lines that begin below one another: most documents have more lines than paragraphs. */
function usualLeading(pages: readonly (readonly Line[])[], size: number): number {
  const gaps: number[] = [];
  for (const lines of pages) {
    const last = new Map<number, number>();
    for (const { left, baseline } of lines.flatMap(({ stretches }) => stretches)) {
      const column = Math.round(left / 4);
      gaps.push((baseline - (last.get(column) ?? Number.NEGATIVE_INFINITY)) / size);
      last.set(column, baseline);
    }
  }
  const near = gaps.filter((gap) => gap > 0.95 && gap < 2.5).toSorted((a, b) => a - b);
  return near[Math.floor(near.length * 0.25)] ?? 1.2;
}

/** Headings with the levels that their weights give them: the title by itself, the others below it. */
function rankHeadings(headings: readonly Weighed[]): Map<Heading, number> {
  const weights = [...new Set(headings.map(({ weight }) => weight))].toSorted((a, b) => b - a);
  const isTitled = headings.filter(({ weight }) => weight === weights[0]).length === 1;
  const first = isTitled ? 1 : 2;
  return new Map(
    headings.map(({ heading, weight }) => [heading, Math.min(6, first + weights.indexOf(weight))]),
  );
}

/** Blocks whose headings have the levels that their weights give them. */
export function rank(read: readonly Block[][], headings: readonly Weighed[]): Block[][] {
  const levels = rankHeadings(headings);
  return read.map((blocks) =>
    blocks.map((block) =>
      block.kind === "heading" ? { ...block, level: levels.get(block) ?? block.level } : block,
    ),
  );
}
