import Table from "cli-table3";
import { GAP, unpainted } from "./column-widths.ts";
import { breakWord } from "./width.ts";

/** Rows that cli-table3 gets at a time: it takes quadratic time for them. */
const BATCH = 50;

/** Rows of cells, the headings first, wrapped to columns of these widths, with an empty line between two rows. */
export function wrapRows(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  aligns: readonly ("left" | "right")[],
): string {
  const broken = rows.map((row) => row.map((text, i) => breakWords(text, widths[i]!)));
  const batches: string[] = [];
  for (let i = 0; i < broken.length; i += BATCH) {
    const table = new Table({
      chars: BORDERLESS,
      style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
      colAligns: [...aligns],
      colWidths: [...widths],
      wordWrap: true,
    });
    table.push(...broken.slice(i, i + BATCH));
    batches.push(table.toString());
  }
  return batches.join("\n\n");
}

const LINES = ["top", "bottom", "left", "right", "left-mid", "mid-mid", "right-mid"];
const CORNERS = ["top-mid", "top-left", "top-right", "bottom-mid", "bottom-left", "bottom-right"];
const BORDERLESS = {
  ...Object.fromEntries([...LINES, ...CORNERS].map((name) => [name, ""])),
  middle: GAP,
  mid: " ",
};

/** A word wider than its column goes on in the next line; cli-table3 would cut it off. */
function breakWords(text: string, columns: number): string {
  if (unpainted(text) !== text) return text;
  return text.replace(/[^ \n]+/g, (word) => breakWord(word, columns).join("\n"));
}
