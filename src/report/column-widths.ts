import { widthOf } from "./width.ts";

/** What stands between two columns. */
export const GAP = "  ";
/** Below this many columns a word of a cell is broken rather than its neighbours squeezed. */
const WIDE_WORD = 24;
/** A terminal that gives a column less than this, and less than its words need, is too narrow for a table. */
const LEAST_WIDTH = 6;

/** The width of each column on a terminal; or that all fits unwrapped; or that the terminal is too narrow for any. */
export function fitWidths(
  columns: readonly { readonly isWhole?: boolean }[],
  rows: readonly (readonly string[])[],
  terminal: number,
): readonly number[] | "fits" | "too narrow" {
  const count = columns.length;
  const room = terminal - GAP.length * (count - 1);
  const lines = rows.map((row) => row.map((text) => unpainted(text).split("\n")));
  const wanted = columnsOf(count, (i) => lines.flatMap((row) => row[i]!));
  const words = columnsOf(count, (i) => lines.flatMap((row) => row[i]!.flatMap((line) => line.split(" "))));
  const widths = words.map((width) => Math.min(width, WIDE_WORD));
  if (sum(wanted) <= room && !rows.some((row) => row.some((text) => text.includes("\n")))) return "fits";
  if (room < sum(widths.map((width) => Math.min(width, LEAST_WIDTH)))) return "too narrow";
  while (sum(widths) > room) {
    const ready = widths.map((width, i) => (columns[i]!.isWhole || width <= LEAST_WIDTH ? 0 : width));
    const giving = Math.max(...ready) > 0 ? ready : widths;
    widths[giving.indexOf(Math.max(...giving))]! -= 1;
  }
  for (let spare = room - sum(widths); spare > 0; spare--) {
    const needs = widths.map((width, i) => (wanted[i]! > width ? wanted[i]! / width : 0));
    const neediest = Math.max(...needs);
    if (neediest === 0) break;
    widths[needs.indexOf(neediest)]! += 1;
  }
  return widths;
}

/** The widest text of each column. */
function columnsOf(count: number, textsOf: (column: number) => readonly string[]): number[] {
  return Array.from({ length: count }, (_, i) =>
    textsOf(i).reduce((widest, text) => Math.max(widest, widthOf(text)), 1),
  );
}

/** A text without the colours that rrb gave it. */
export function unpainted(text: string): string {
  return text.replace(/\u001b\[\d+m/g, "");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
