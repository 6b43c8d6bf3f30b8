import { findMarkedLines } from "../../../read/marked-line.ts";
import type { Block, Heading } from "../../block.ts";
import type { Body } from "./body.ts";
import type { Stretch } from "./stretch.ts";

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
  return findMarkedLines({ text, offsetsOf: null, start: 0, end: text.length }, false).length > 0;
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
