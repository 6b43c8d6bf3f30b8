import { squash } from "../../markdown/plain-text.ts";
import { readDay } from "../../model/written-day.ts";
import { type ActionRow, beginRow, textOf, wordsOf } from "../action-table.ts";
import type { Column } from "../columns.ts";
import { areOwners } from "../owners.ts";
import type { Passage } from "../passage.ts";
import type { Reading, Words } from "../reading.ts";
import { headsClosed, type PublishedColumn, readPublishedColumns } from "./columns.ts";
import { readReport } from "./status.ts";

/** How many rows may stand above the one that heads the columns: the title of a log often does. */
const MOST_TITLE_ROWS = 3;

/** What the headings of a published table say. */
interface Columns {
  readonly columns: readonly (PublishedColumn | null)[];
  /** The place of the row of headings. */
  readonly at: number;
  /** Whether all that the table holds is closed. */
  readonly isClosed: boolean;
  /** The place of the column that asks whether an action was done; -1 where none does. */
  readonly asks: number;
}

const ASKS_WHETHER_DONE =
  /^\s*(?:done|completed?|closed|finished|discharged|achieved)\s*(?:\?|\(?\s*y(?:es)?\s*\/\s*no?\s*\)?\s*\??)?\s*$/i;
const ANSWER = /^(?:(?<yes>y|yes)|no?)(?:\s*[-\u2013\u2014:.,]+\s*|\s+(?=\()|$)(?<rest>.*)$/is;

/** `Yes` below `Done?`, in words that say the same below any heading. */
function readAnswer(words: Words): Words {
  const parts = ANSWER.exec(words.text)?.groups;
  if (parts === undefined) return words;
  const said = parts.yes === undefined ? "Not done" : "Done";
  return { ...words, text: parts.rest === "" ? said : `${said} \u2013 ${parts.rest}` };
}

/** The columns of a published table and the index of the row that heads them; null where no row does. */
function findColumns(rows: readonly Passage[], reading: Reading): Columns | null {
  for (const [at, row] of rows.slice(0, MOST_TITLE_ROWS).entries()) {
    const headings = row.cells.map((cell) => textOf(cell, reading));
    const columns = readPublishedColumns(headings);
    const asks = headings.findIndex((heading) => ASKS_WHETHER_DONE.test(heading));
    if (columns !== null) return { columns, at, isClosed: headings.some(headsClosed), asks };
  }
  return null;
}

/** The rows of a published table of actions; `isSurely` where its section says that this is what it holds. */
export function readPublishedTable(
  rows: readonly Passage[],
  isSurely: boolean,
  reading: Reading,
): ActionRow[] {
  const found = findColumns(rows, reading);
  if (found !== null) {
    return rows.slice(found.at + 1).flatMap((row) => {
      if (findColumns([row], reading) !== null) return [];
      return byColumns(row, found, reading);
    });
  }
  if (!isSurely) return [];
  return rows
    .filter((row, index) => index > 0 || !isHeading(row, reading))
    .flatMap((row) => byContent(row, reading));
}

function byColumns(row: Passage, { columns, isClosed, asks }: Columns, reading: Reading): ActionRow[] {
  const cells = beginRow();
  let closed: Words | null = null;
  for (const [index, column] of columns.entries()) {
    const cell = row.cells[index];
    if (column === null || cell === undefined) continue;
    const words = wordsOf(cell, reading);
    if (column === "closed on") closed = words.text === "" ? null : words;
    else cells[column] = index === asks ? readAnswer(words) : words;
  }
  if (isBlank(cells.action)) return [];
  if (closed !== null && isBlank(cells.status)) {
    cells.status = { text: `Closed (${closed.text})`, span: closed.span };
  } else if (isClosed && isBlank(cells.status) && !saysStatus(cells.update, reading)) {
    cells.status = { text: "Closed", span: { start: row.span.end, end: row.span.end } };
  }
  return [{ cells, span: row.span }];
}

function isBlank(words: Words | null): boolean {
  return words === null || words.text === "";
}

function saysStatus(words: Words | null, reading: Reading): boolean {
  return words !== null && readReport(words.text, reading)?.known === true;
}

/** A first row that says what the columns hold, in words that rrb does not know. */
function isHeading(row: Passage, reading: Reading): boolean {
  if (!row.isHeader) return false;
  const texts = row.cells.map((cell) => textOf(cell, reading));
  const filled = texts.filter((text) => text !== "");
  const isData = filled.length < 2 || texts.some((text) => readReport(text, reading)?.known === true);
  return !isData && filled.every((text) => text.split(" ").length <= 3);
}

const NUMBER = /^(?:\d{1,4}(?:[./]\d{1,4})*[.)]?|[A-Z]{1,2}\d{1,3})$/;

/** A row whose columns nothing heads: the first words are the action, what follows is known by what it says. */
function byContent(row: Passage, reading: Reading): ActionRow[] {
  const all = row.cells.map((cell) => wordsOf(cell, reading)).filter(({ text }) => squash(text) !== "");
  const cells = beginRow();
  const first = all[0];
  const hasNumber = first !== undefined && (NUMBER.test(first.text) || readDay(first.text, null) !== null);
  if (hasNumber) cells.ref = first;
  const [action, ...rest] = hasNumber ? all.slice(1) : all;
  if (action === undefined || (action.text.split(" ").length < 2 && rest.length === 0)) return [];
  cells.action = action;
  for (const words of rest) {
    const column = guessColumn(words.text, cells, reading);
    if (column !== null) cells[column] = words;
  }
  return [{ cells, span: row.span }];
}

function guessColumn(text: string, taken: ActionRow["cells"], reading: Reading): Column | null {
  const free = (column: Column): boolean => taken[column] === null;
  if (free("status") && readReport(text, reading)?.known) return "status";
  if (free("due") && readDay(text, reading.date) !== null) return "due";
  if (free("owner") && areOwners(text, reading.names)) return "owner";
  if (free("owner") && text.split(" ").length <= 3 && free("status")) return "owner";
  return free("update") ? "update" : null;
}
