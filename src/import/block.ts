import type { Line } from "./inline.ts";

/** One block of a strange document, as a reader sees it. `place` is its line or paragraph, from 1. */
export type Block = Paragraph | Heading | List | Table;

/** Some lines of words; most paragraphs are one line. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly place: number;
  readonly lines: readonly Line[];
}

/** A heading of the document's own. */
export interface Heading {
  readonly kind: "heading";
  readonly place: number;
  /** From 1, the highest, to 6. */
  readonly level: number;
  readonly line: Line;
}

/** Entries one below the other, numbered or not. */
export interface List {
  readonly kind: "list";
  readonly place: number;
  readonly entries: readonly Entry[];
}

/** An entry of a list. */
export interface Entry {
  /** What a reader sees before its words, such as `3.`, `a)`, `1.2` or `Action 7:`; null for a bullet. */
  readonly label: string | null;
  readonly place: number;
  readonly blocks: readonly Block[];
}

/** A table, its rows in order. */
export interface Table {
  readonly kind: "table";
  readonly place: number;
  readonly rows: readonly Row[];
}

/** A row; cells that another one spreads over are not there. */
export interface Row {
  readonly place: number;
  /** Whether the document says that it heads its table. */
  readonly isHead: boolean;
  readonly cells: readonly Cell[];
}

/** A cell. */
export interface Cell {
  /** Its first column, from 0. */
  readonly column: number;
  /** How many columns it spreads over. */
  readonly width: number;
  readonly blocks: readonly Block[];
}
