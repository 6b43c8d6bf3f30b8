import { foldLines } from "./prose.ts";

/** Rows of cells, the headings first, one below the other: the first cell, and each other one behind its heading. */
export function stackRows([headings = [], ...rows]: readonly (readonly string[])[], columns: number): string {
  const blocks = rows.map(([first, ...cells]) => {
    const told = cells.map((text, i) => `  ${headings[i + 1]}: ${text}`);
    return [first, ...told.filter((_, i) => cells[i] !== "")].join("\n");
  });
  return foldLines(blocks.join("\n\n"), columns);
}
