import type { Span } from "../source/source-file.ts";

/** What a reader sees in a row: a heading, some lines of text, or a row of a table. Code and HTML are not read. */
export interface Passage {
  readonly kind: "heading" | "text" | "row";
  /** 1 to 6 for a heading of Markdown's own; 0 otherwise. */
  readonly level: number;
  /** The list entry that it begins: the number as written, -1 for a bullet; null where it begins none. */
  readonly marker: number | null;
  /** How many lists it stands in. */
  readonly depth: number;
  /** Which list it stands in; -1 for none. */
  readonly list: number;
  readonly lines: readonly Span[];
  /** The cells of a row. */
  readonly cells: readonly Cell[];
  /** Which table the row belongs to; -1 for none. A table cut in two by a page break is one. */
  readonly table: number;
  /** Whether the row is the heading of its table. */
  readonly isHeader: boolean;
  /** Whether it stood in the right-hand column of a table of minutes that says who has to do what. */
  readonly isInActionColumn: boolean;
  readonly span: Span;
}

/** A cell of a table: the room it takes up, and its text line by line, none where it is empty. */
export interface Cell extends Span {
  readonly lines: readonly Span[];
}

/** Some lines as a passage that is text and nothing else. */
export function lineOfText(lines: readonly Span[], span: Span): Passage {
  return textIn(lines, span, null, 0, -1);
}

// Written out key by key: to copy one passage into another with a few keys changed takes five times as long.

/** Text, as the entry of a list where it begins one. */
export function textIn(
  lines: readonly Span[],
  span: Span,
  marker: number | null,
  depth: number,
  list: number,
): Passage {
  return {
    kind: "text",
    level: 0,
    marker,
    depth,
    list,
    lines,
    cells: NO_CELLS,
    table: -1,
    isHeader: false,
    isInActionColumn: false,
    span,
  };
}

/** A row of a table. */
export function rowIn(
  lines: readonly Span[],
  cells: readonly Cell[],
  table: number,
  isHeader: boolean,
  span: Span,
): Passage {
  return {
    kind: "row",
    level: 0,
    marker: null,
    depth: 0,
    list: -1,
    lines,
    cells,
    table,
    isHeader,
    isInActionColumn: false,
    span,
  };
}

/** What has no cells. */
export const NO_CELLS: readonly Cell[] = [];

/** The rows of the table that begins at an index, those after a page break included. */
export function tableAt(passages: readonly Passage[], index: number): readonly Passage[] {
  const { table } = passages[index]!;
  let end = index + 1;
  while (passages[end]?.table === table) end++;
  return passages.slice(index, end);
}
