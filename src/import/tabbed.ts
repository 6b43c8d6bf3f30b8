import { readColumns } from "../read/columns.ts";
import { append } from "../source/many.ts";
import type { Block, Paragraph, Row } from "./block.ts";
import { type Line, tidyLine, wordsOf } from "./inline.ts";

/** Makes tables of paragraphs that are one in tabs: two or more in a row, each with two tabs or more. */
export function tabulate(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  let run: Paragraph[] = [];
  const end = (): void => {
    const rows = run.flatMap(({ lines, place }) => lines.map((line) => rowOf(line, place)));
    const [first] = rows;
    const isHeaded = first !== undefined && readColumns(first.cells.map(({ words }) => words)) !== null;
    if (rows.length > 1 || isHeaded)
      result.push({ kind: "table", place: first!.row.place, rows: rows.map(({ row }) => row) });
    else append(result, run);
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === "paragraph" && block.lines.every((line) => /\t.*\t/.test(wordsOf(line))))
      run.push(block);
    else {
      end();
      result.push(block);
    }
  }
  end();
  return result;
}

function rowOf(line: Line, place: number): { row: Row; cells: { words: string }[] } {
  const cells: Line[] = [[]];
  for (const piece of line) {
    for (const [index, words] of piece.words.split("\t").entries()) {
      if (index > 0) cells.push([]);
      cells[cells.length - 1] = [...cells[cells.length - 1]!, { ...piece, words }];
    }
  }
  const at = line[0]?.line ?? place;
  const tidy = cells.map(tidyLine);
  const row: Row = {
    place: at,
    isHead: false,
    cells: tidy.map((cell, column) => ({
      column,
      width: 1,
      blocks: cell.length > 0 ? [{ kind: "paragraph", place: at, lines: [cell] }] : [],
    })),
  };
  return { row, cells: tidy.map((cell) => ({ words: wordsOf(cell) })) };
}
