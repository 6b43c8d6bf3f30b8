import type { Span } from "../source/source-file.ts";

/** What a block of Markdown is: CommonMark's blocks, and GFM's tables with their rows and cells. */
export type BlockKind =
  | "heading"
  | "paragraph"
  | "list"
  | "item"
  | "quote"
  | "code"
  | "html"
  | "break"
  | "definition"
  | "table"
  | "row"
  | "cell";

/** One block of a text, as offsets. Blocks stand in an array in document order, parents before children. */
export interface Block {
  readonly kind: BlockKind;
  /** Where it begins and ends in the text, as mdast's position offsets have it. */
  readonly start: number;
  readonly end: number;
  /** Index of the enclosing block in the same array; -1 at the top. */
  readonly parent: number;
  /**
   * heading: 1 to 6. item of an ordered list: the number as written; -1 in a bullet list. list: its start number,
   * -1 for bullets. Else 0.
   */
  readonly level: number;
  /**
   * heading, paragraph, cell: the text of each line, without container prefixes (`>`, list indentation),
   * indentation, heading marks and trailing white space. The `[x] ` of an item that can be ticked is left out of its
   * paragraph's first line. Else empty.
   */
  readonly lines: readonly Span[];
}
