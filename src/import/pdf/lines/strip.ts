import type { Block } from "../../block.ts";
import type { Stretch } from "./stretch.ts";

/** What takes part of the width of a page: some words, or the blocks of a table that is drawn with lines. */
export interface Span {
  readonly left: number;
  readonly right: number;
  readonly content: Stretch | readonly Block[];
}

/** What stands on one height of a page or column, from left to right. */
export interface Strip {
  readonly baseline: number;
  readonly size: number;
  readonly spans: readonly Span[];
}

/** The words of a span; null where a table that is drawn with lines stands there. */
export function stretchOf({ content }: Span): Stretch | null {
  return "pieces" in content ? content : null;
}
