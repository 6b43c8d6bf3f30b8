import Table from "cli-table3";
import type { Output } from "../world.ts";
import type { Paint } from "./colour.ts";
import { clean, type Shown } from "./untrusted.ts";
import { breakWord, widthOf } from "./width.ts";

export interface Column {
  readonly heading: string;
  /** Figures stand to the right. */
  readonly align?: "right";
  /** Its words are broken only when nothing else can give way: a reference in two pieces is none. */
  readonly isWhole?: boolean;
}

/** A text of a note, whose white space means nothing, or a piece made for the screen, whose line breaks stand. */
export type Cell = string | Shown;

const GAP = "  ";
/** Below this many columns a word of a cell is broken rather than its neighbours squeezed. */
const WIDE_WORD = 24;
/** A terminal that gives a column less than this is no place for a table that wraps. */
const LEAST_WIDTH = 6;

/**
 * A table for people. On a terminal it wraps to the width; piped it is one unwrapped line a row, its columns aligned
 * by spaces, without tabs. No border either way.
 */
export function drawTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  output: Output,
  paint: Paint,
): Shown {
  const headings = columns.map((column) => column.heading);
  const texts = [headings, ...rows.map((row) => row.map((cell) => textOf(cell, output.isTerminal)))];
  const widths = output.isTerminal ? fitWidths(columns, texts, output.columns ?? 80) : null;
  const [head, ...body] =
    widths === null ? texts : texts.map((row) => row.map((text, i) => breakWords(text, widths[i]!)));
  const table = new Table({
    head: head!.map((heading) => paint("heading", heading).shown),
    chars: borderless(widths !== null),
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    colAligns: columns.map((column) => column.align ?? "left"),
    ...(widths === null ? {} : { colWidths: widths, wordWrap: true }),
  });
  table.push(...body);
  return { shown: table.toString().replace(/[ \t]+$/gm, "") };
}

/** No lines at all; where cells wrap, an empty line between the rows. */
function borderless(spaced: boolean): Record<string, string> {
  const names = ["top", "bottom", "left", "right", "mid"];
  const corners = ["top-mid", "top-left", "top-right", "bottom-mid", "bottom-left", "bottom-right"];
  const none = [...names, ...corners, "left-mid", "mid-mid", "right-mid"].map((name) => [name, ""]);
  return { ...Object.fromEntries(none), middle: GAP, ...(spaced ? { mid: " " } : {}) };
}

function textOf(cell: Cell, wraps: boolean): string {
  if (typeof cell === "string") return clean(cell.replace(/\s+/g, " ").trim()).shown;
  return wraps ? cell.shown : cell.shown.replace(/\n/g, "; ").replace(/\s+/g, " ");
}

/** The width of each column on a terminal; null where everything fits unwrapped, or nothing would. */
function fitWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  terminal: number,
): number[] | null {
  const count = columns.length;
  const room = terminal - GAP.length * (count - 1);
  const lines = rows.map((row) => row.map((text) => unpainted(text).split("\n")));
  const wanted = columnsOf(count, (i) => lines.flatMap((row) => row[i]!));
  const words = columnsOf(count, (i) => lines.flatMap((row) => row[i]!.flatMap((line) => line.split(" "))));
  const widths = words.map((width) => Math.min(width, WIDE_WORD));
  if (sum(wanted) <= room && !rows.some((row) => row.some((text) => text.includes("\n")))) return null;
  if (room < count * LEAST_WIDTH) return null;
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

function columnsOf(count: number, textsOf: (column: number) => readonly string[]): number[] {
  return Array.from({ length: count }, (_, i) =>
    textsOf(i).reduce((widest, text) => Math.max(widest, widthOf(text)), 1),
  );
}

/** A word wider than its column goes on in the next line; cli-table3 would cut it off. */
function breakWords(text: string, columns: number): string {
  if (unpainted(text) !== text) return text;
  return text.replace(/[^ \n]+/g, (word) => breakWord(word, columns).join("\n"));
}

/** A text without the colours that rrb gave it. */
function unpainted(text: string): string {
  return text.replace(/\u001b\[\d+m/g, "");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
