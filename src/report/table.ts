import type { Output } from "../world.ts";
import type { Paint } from "./colour.ts";
import { fitWidths, GAP, unpainted } from "./column-widths.ts";
import { clean, type Shown } from "./untrusted.ts";
import { widthOf } from "./width.ts";

export interface Column {
  readonly heading: string;
  /** Figures stand to the right. */
  readonly align?: "right";
  /** Its words are broken only when nothing else can give way: a reference in two pieces is none. */
  readonly isWhole?: boolean;
}

/** A text of a note, whose white space means nothing, or a piece made for the screen, whose line breaks stand. */
export type Cell = string | Shown;

/**
 * A table for people. On a terminal it wraps to the width; where that is too narrow for any table, the cells of a row
 * stand one below the other. Piped it is one unwrapped line a row, its columns aligned by spaces, without tabs.
 */
export async function drawTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  output: Output,
  paint: Paint,
): Promise<Shown> {
  const headings = columns.map((column) => column.heading);
  const body = rows.map((row) => row.map((cell) => textOf(cell, output.isTerminal)));
  const terminal = output.columns ?? 80;
  const fit = output.isTerminal ? fitWidths(columns, [headings, ...body], terminal) : "fits";
  const texts = [headings.map((heading) => paint("heading", heading).shown), ...body];
  const aligns = columns.map((column) => column.align ?? "left");
  const draw = async () => {
    if (fit === "fits") return alignRows(texts, aligns);
    if (fit === "too narrow") {
      const { stackRows } = await import("./stacked-rows.ts");
      return stackRows(
        texts.map((row) => row.map(joinLines)),
        terminal,
      );
    }
    return (await import("./wrapped-table.ts")).wrapRows(texts, fit, aligns);
  };
  return { shown: (await draw()).replace(/[ \t]+$/gm, "") };
}

/** One line a row. */
function alignRows(rows: readonly (readonly string[])[], aligns: readonly ("left" | "right")[]): string {
  const widths = aligns.map((_, i) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(unpainted(row[i]!))), 0),
  );
  const pad = (text: string, i: number) => {
    const blank = " ".repeat(widths[i]! - widthOf(unpainted(text)));
    return aligns[i] === "right" ? blank + text : text + blank;
  };
  return rows.map((row) => row.map(pad).join(GAP)).join("\n");
}

function textOf(cell: Cell, wraps: boolean): string {
  if (typeof cell === "string") return clean(cell.replace(/\s+/g, " ").trim()).shown;
  return wraps ? cell.shown : joinLines(cell.shown).replace(/\s+/g, " ");
}

/** The lines of a cell as one; a full stop at the end of a line gives way. */
function joinLines(cell: string): string {
  return cell.replace(/\.?\n/g, "; ");
}
