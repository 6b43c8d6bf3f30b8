import { type Day, formatDay } from "../model/day.ts";
import type { Column } from "../read/columns.ts";
import { writeCell, writeInline } from "./inline.ts";
import { writeYamlText } from "./yaml-text.ts";

/** What a note says of an earlier action, as it is to be written. */
export interface RowWords {
  readonly ref: string;
  readonly text: string;
  readonly owners: readonly string[];
  readonly due: Day | null;
  readonly dueText: string | null;
  /** Null where nothing is reported yet. */
  readonly status: string | null;
  readonly update: string | null;
  /** What the last meeting heard of it, for the reader's eye. */
  readonly lastReported: string | null;
}

/** The columns of a table of earlier actions, with their headings, in the order in which rrb writes them. */
export const PROGRESS_COLUMNS: ReadonlyMap<Column, string> = new Map([
  ["ref", "Ref"],
  ["action", "Action"],
  ["owner", "Owner"],
  ["due", "Due"],
  ["status", "Status"],
  ["update", "Update"],
  ["last reported", "Last reported"],
]);

/** When an action is due, as the Board writes it: a date where there is one, else the words. */
function writeDue({ due, dueText }: Pick<RowWords, "due" | "dueText">): string {
  return due === null ? (dueText ?? "") : formatDay(due);
}

/** The cells of a row for some columns, each safe in a table. A table without a status has it in its update. */
export function writeCells(row: RowWords, columns: readonly (Column | null)[]): string[] {
  const words: Readonly<Record<Column, string>> = {
    ref: row.ref,
    action: row.text,
    owner: row.owners.join(", "),
    due: writeDue(row),
    status: row.status ?? "",
    update: (columns.includes("status") ? row.update : writeReport(row)) ?? "",
    "last reported": row.lastReported ?? "",
  };
  return columns.map((column) => (column === null ? "" : writeCell(words[column])));
}

/** One line of a table; a cell is filled up to its width in characters, where it is not longer. */
export function writeTableLine(cells: readonly string[], widths: readonly number[] = []): string {
  const filled = cells.map(
    (cell, index) => cell + " ".repeat(Math.max(0, (widths[index] ?? 0) - widthOf(cell))),
  );
  return `| ${filled.join(" | ")} |`;
}

/** A column with a longer cell, in characters, is not filled up: nobody could see where the next one begins. */
const WIDEST = 80;

/** A table of earlier actions, headings and all, line by line. */
export function writeTable(rows: readonly RowWords[]): string[] {
  const columns = [...PROGRESS_COLUMNS.keys()];
  const headings = [...PROGRESS_COLUMNS.values()];
  const table = [headings, ...rows.map((row) => writeCells(row, columns))];
  const widths = headings.map((heading, column) => {
    const width = Math.max(...table.map((cells) => widthOf(cells[column]!)));
    return width <= WIDEST ? width : widthOf(heading);
  });
  const [head, ...body] = table.map((cells) => writeTableLine(cells, widths));
  return [head!, writeTableLine(widths.map((width) => "-".repeat(width))), ...body];
}

function widthOf(words: string): number {
  return [...words].length;
}

/**
 * An entry of a list of earlier actions, line by line. A status that is empty stands there all the same, so that no
 * word at the end of the action is taken for it.
 */
export function writeListEntry(row: RowWords): string[] {
  const brackets = writeBrackets(row);
  const status = writeReport(row);
  return [
    `- ${writeInline(`${row.ref}${brackets === "" ? "" : ` (${brackets})`}: ${row.text}`)}`,
    "",
    `  Status:${status === null ? "" : ` ${writeInline(status)}`}`,
    ...(row.lastReported === null ? [] : ["", `  Last reported: ${writeInline(row.lastReported)}`]),
  ];
}

/** Words that say when, of which the brackets need no `by` to know them. */
export const SAYS_WHEN = /^(?:by|before|due|at|for|in|after|once|when)\b/i;

function writeBrackets(row: RowWords): string {
  const owners = row.owners.join(", ");
  const due = writeDue(row);
  const when = due === "" || owners !== "" || SAYS_WHEN.test(due) ? due : `by ${due}`;
  const words = [owners, when].filter(Boolean).join("; ");
  // Brackets may stand within brackets once; where one is missing, the entry would not be known for one.
  return /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(words) ? words : words.replace(/[()]/g, "");
}

/** A row as an entry of a list of YAML, line by line. */
export function writeYamlRow(row: RowWords): string[] {
  return yamlEntries(row, "block").map((entry, index) => `${index === 0 ? "-" : " "} ${entry}`);
}

/** A row as a map of YAML on one line. */
export function writeYamlFlowRow(row: RowWords): string {
  return `{ ${yamlEntries(row, "flow").join(", ")} }`;
}

function yamlEntries(row: RowWords, within: "block" | "flow"): string[] {
  const [owner, ...others] = row.owners;
  const owners = `[${row.owners.map((one) => writeYamlText(one, "flow")).join(", ")}]`;
  const due = writeDue(row);
  const entry = (key: string, words: string) => `${key}: ${writeYamlText(words, within)}`;
  return [
    `ref: ${row.ref}`,
    entry("text", row.text),
    ...(owner === undefined ? [] : [others.length > 0 ? `owner: ${owners}` : entry("owner", owner)]),
    ...(due === "" ? [] : [entry("due", due)]),
    ...(row.status === null ? (within === "block" ? ["status:"] : []) : [entry("status", row.status)]),
    ...(row.update === null ? [] : [entry("update", row.update)]),
  ];
}

/** A status and its update as one text; null where neither is there. */
function writeReport({ status, update }: Pick<RowWords, "status" | "update">): string | null {
  return [status, update].filter(Boolean).join(" – ") || null;
}
