import type { Table } from "mdast";
import { wordsOf } from "./nodes.ts";

/** In characters: no column needs more room than this for its sake alone. */
const WIDEST = 60;

/**
 * What share of the width of a page each column of a table is to have; they add up to 1. A column is given room for its
 * longest word, and of what is left the more, the more its longest cell says.
 */
export function shareColumns({ children: rows }: Table): number[] {
  const columns = rows[0]!.children.map((_, index) =>
    rows.map((row) => wordsOf(row.children[index] ?? { type: "text", value: "" })),
  );
  const wants = columns.map((cells) => {
    const longestWord = longest(cells.flatMap((words) => words.split(/\s+/)));
    const longestCell = longest(cells);
    return Math.min(longestWord, WIDEST / 3) + 2 + 3 * Math.sqrt(Math.min(longestCell, WIDEST * WIDEST));
  });
  const sum = wants.reduce((total, want) => total + want, 0);
  return wants.map((want) => want / sum);
}

function longest(words: readonly string[]): number {
  return words.reduce((most, word) => Math.max(most, word.length), 0);
}
