import type { Table } from "mdast";
import { wordsOf } from "./nodes.ts";

/** In characters: about what a line of a page holds in the type of a table. */
const LINE = 95;
/** In characters: no column is given more room than this for one word, or for one cell. */
const LONGEST_WORD = 20;
const LONGEST_CELL = 60;
/** In characters: the space between two columns. */
const GAP = 3;

/**
 * What share of the width of a page each column of a table is to have; they add up to 1. A column has room for its
 * longest word, and of what is left the more, the more its longest cell says.
 */
export function shareColumns({ children: rows }: Table): number[] {
  const columns = rows[0]!.children.map((_, index) =>
    rows.map(({ children }) => (children[index] === undefined ? "" : wordsOf(children[index]))),
  );
  const words = columns.map(
    (cells) => GAP + Math.min(LONGEST_WORD, longest(cells.flatMap((cell) => cell.split(/\s+/)))),
  );
  const wishes = columns.map((cells, index) =>
    Math.max(0, GAP + Math.min(LONGEST_CELL, longest(cells)) - words[index]!),
  );
  const left = Math.max(0, LINE - sum(words));
  const wished = Math.max(1, sum(wishes));
  const widths = words.map((word, index) => word + (left * wishes[index]!) / wished);
  return widths.map((width) => width / sum(widths));
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
