import { plainWords } from "../markdown/plain-text.ts";
import { REFERENCE } from "../model/reference.ts";
import { readStatus } from "../model/status.ts";
import { readDay } from "../model/written-day.ts";
import type { Span } from "../source/source-file.ts";
import { type Column, readColumns } from "./columns.ts";
import { areOwners } from "./owners.ts";
import type { Cell, Passage } from "./passage.ts";
import type { Reading, Words } from "./reading.ts";

/** A row of a table of actions, its cells by what they hold. */
export interface ActionRow {
  readonly cells: Readonly<CellWords>;
  readonly span: Span;
}

/** The words of a row by the column that they stand in; null where the row has no such cell. */
type CellWords = Record<Column, Words | null>;

/** A row without a word, to be filled: an archive has a million cells, and a map for each row takes five times the room. */
export function beginRow(): CellWords {
  return {
    ref: null,
    action: null,
    owner: null,
    due: null,
    status: null,
    update: null,
    "last reported": null,
  };
}

/** What a Ref cell says. */
export interface RefCell {
  readonly cited: string | null;
  readonly number: number | null;
  readonly accepted: boolean;
}

/** Reads the rows of one table: columns known by their headings, or where it has none by what stands in them. */
export function readActionTable(rows: readonly Passage[], reading: Reading): ActionRow[] {
  const header = rows[0];
  if (header === undefined) return [];
  const columns = header.isHeader ? readColumns(header.cells.map((cell) => textOf(cell, reading))) : null;
  if (columns !== null) {
    const read: ActionRow[] = [];
    for (let i = 1; i < rows.length; i++) byColumns(rows[i]!, columns, reading, read);
    return read;
  }
  const isData =
    !header.isHeader ||
    header.cells.every((cell) => cell.lines.length === 0) ||
    startsWithNumber(header, reading);
  return isData ? rows.flatMap((row) => byContent(row, reading)) : [];
}

/** Nearly every Ref cell of rrb's own form is this and nothing else. */
const REFERENCE_ALONE = /^\d{4}-\d{2}-\d{2}\/\d+$/;

/** Reads `2020-01-21/3 accepted`, `3.` or `Action 3`. */
export function readRefCell(text: string): RefCell {
  if (REFERENCE_ALONE.test(text)) return { cited: text, number: null, accepted: false };
  const cited = REFERENCE.exec(text)?.[0] ?? null;
  const accepted = /\baccepted\b/i.test(text);
  const number =
    cited === null ? /^(?:action\s*)?(?:no\.?\s*)?#?(\d{1,4})[.)]?$/i.exec(text.trim())?.[1] : undefined;
  return { cited, accepted, number: number === undefined ? null : Number(number) };
}

/** The words of a cell, white space squashed. */
export function textOf(cell: Cell, reading: Reading): string {
  return plainWords(reading.text, cell.lines);
}

/** The words of a cell and their place; an empty cell is its own place. */
export function wordsOf(cell: Cell, reading: Reading): Words {
  const { lines } = cell;
  return { text: plainWords(reading.text, lines), span: lines.length === 1 ? lines[0]! : placeOf(cell) };
}

function placeOf({ lines, start, end }: Cell): Span {
  return lines.length === 0 ? { start, end } : { start: lines[0]!.start, end: lines[lines.length - 1]!.end };
}

function startsWithNumber(row: Passage, reading: Reading): boolean {
  const first = row.cells[0];
  if (first === undefined) return false;
  const { cited, number } = readRefCell(textOf(first, reading));
  return cited !== null || number !== null;
}

function byColumns(
  row: Passage,
  columns: readonly (Column | null)[],
  reading: Reading,
  read: ActionRow[],
): void {
  const cells = beginRow();
  let saysAnything = false;
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index]!;
    const cell = row.cells[index];
    if (column === null || cell === undefined) continue;
    const words = wordsOf(cell, reading);
    cells[column] = words;
    saysAnything ||= words.text !== "" && SPEAKING.includes(column);
  }
  if (saysAnything) read.push({ cells, span: row.span });
}

/** The columns of which one at least is filled, where a row is more than lines drawn on a page. */
const SPEAKING: readonly Column[] = ["ref", "action", "status", "update"];

/** A row without headings: a number, the action, and behind it whatever reads as an owner, a day or a status. */
function byContent(row: Passage, reading: Reading): ActionRow[] {
  const all = row.cells.map((cell) => wordsOf(cell, reading));
  const cells = beginRow();
  const hasNumber = startsWithNumber(row, reading);
  if (hasNumber) cells.ref = all[0]!;
  const rest = all.slice(hasNumber ? 1 : 0);
  const action = rest.find((words) => words.text !== "");
  if (action === undefined || !hasNumber) return [];
  cells.action = action;
  for (const words of rest.slice(rest.indexOf(action) + 1)) {
    const column = guessColumn(words.text, cells, reading);
    if (column !== null) cells[column] = words;
  }
  return [{ cells, span: row.span }];
}

function guessColumn(text: string, taken: Readonly<CellWords>, reading: Reading): Column | null {
  if (text === "") return null;
  const free = (column: Column): boolean => taken[column] === null;
  if (free("status") && readStatus(text, reading.board.statuses)?.known) return "status";
  if (free("due") && readDay(text, reading.date) !== null) return "due";
  if (free("owner") && free("status") && areOwners(text, reading.names)) return "owner";
  if (free("status")) return "status";
  return free("update") ? "update" : null;
}
