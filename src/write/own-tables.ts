import { plainText, squash } from "../markdown/plain-text.ts";
import type { LogRow, ProgressRow, RaisedAction } from "../model/meeting.ts";
import type { Passage } from "../read/passage.ts";
import type { Span } from "../source/source-file.ts";
import { writeCell } from "./inline.ts";
import { writeAction } from "./own-lines.ts";
import {
  type PublishedNote,
  type Rewriting,
  type SpeltOut,
  sayAll,
  wholeLines,
  writeComment,
} from "./rewriting.ts";
import { writeTableLine } from "./rows.ts";

/** A row of a table of actions, as it was read. */
type ReadRow = ProgressRow | LogRow;

/**
 * Draws tables which only tabs hold together as tables of Markdown, names the columns of those without headings, and gives those that must be spelt out the columns
 * that own form knows. Among the items a table that raises actions becomes a paragraph for each.
 */
export function tableEdits(
  tables: readonly (readonly Passage[])[],
  isLog: (table: readonly Passage[]) => boolean,
  published: PublishedNote,
  spelt: SpeltOut,
): Rewriting {
  const { text, note } = published;
  const { meeting } = note;
  const raised = new Map(
    meeting.actions.filter(({ fromLog }) => fromLog).map((one) => [one.span.start, one]),
  );
  const read = new Map<number, ReadRow>();
  for (const row of [...meeting.log, ...meeting.progress]) read.set(row.span.start, row);
  if (spelt.numbers) {
    for (const { logRow, number } of meeting.actions)
      if (logRow !== null) read.set(logRow.span.start, { ...logRow, number });
  }
  const setAside: Span[] = [];
  const edits = tables.flatMap((rows) => {
    const first = rows[0]!;
    const span = wholeLines(text, { start: first.span.start, end: endOfTable(rows, text) });
    const isSpelt = rows.some(({ span: { start } }) => isSpeltOut(read.get(start), raised.get(start), spelt));
    const reports = rows.some(({ span: { start } }) => isReport(read.get(start)));
    if (isSpelt && !reports && !isLog(rows) && rows.some((row) => raised.has(row.span.start))) {
      const lines = rows.flatMap((row) => {
        const action = raised.get(row.span.start);
        const written = action === undefined ? "" : writeAction(action, published, spelt);
        if (!sayAll(`${written} action owner due`, wordsOfRow(row, text))) setAside.push(row.span);
        return written === "" ? [] : [written];
      });
      return [{ span, text: `\n${lines.join("\n\n")}\n\n` }];
    }
    if (isSpelt) {
      const heads = rows.slice(
        0,
        Math.max(
          0,
          rows.findIndex((row) => read.has(row.span.start)),
        ),
      );
      const drawn = drawTable(spellOut(rows.slice(heads.length), read, text));
      // Only below such a heading is a row read that tells how its action stands.
      const heading = reports && !isLog(rows) ? "\n### Actions log\n" : "";
      return [{ span, text: `${heading}\n${drawn.join("\n")}\n\n${writeHeads(heads, drawn[0]!, text)}` }];
    }
    const isDrawn = text[first.span.start] === "|";
    const isPasted = !isDrawn && text.slice(first.span.start, first.span.end).includes("\t");
    const isBare = first.isHeader && rows.length > 1 && wordsOfRow(first, text).trim() === "";
    if (!isPasted && !isBare) return [];
    const drawn = drawTable(nameColumns(isBare ? rows.slice(1) : rows, read, text));
    return [{ span, text: `\n${drawn.join("\n")}\n\n` }];
  });
  return { edits, rewritten: [], setAside };
}

function isReport(row: ReadRow | undefined): boolean {
  return row !== undefined && "place" in row;
}

function isSpeltOut(row: ReadRow | undefined, action: RaisedAction | undefined, spelt: SpeltOut): boolean {
  const isSpelt = row !== undefined && ("place" in row ? spelt.rows.has(row.place) : spelt.numbers);
  return isSpelt || (action !== undefined && spelt.actions.has(action.ref));
}

/** What stood above the first entry of a table, where it stands there no more: the columns' names, and titles over them. */
function writeHeads(heads: readonly Passage[], drawn: string, text: string): string {
  return heads
    .map((row, index) => {
      const words = cellsOf(row, text).filter(Boolean).join(" | ");
      const isLast = index === heads.length - 1;
      if (sayAll(drawn, words)) return "";
      return `${writeComment(`${isLast ? "Its columns were" : "Above them stood"}: ${words}`)}\n\n`;
    })
    .join("");
}

/** A table of Markdown has a line of dashes below its head. */
function endOfTable(rows: readonly Passage[], text: string): number {
  const { end } = rows.at(-1)!.span;
  if (rows.length > 1) return end;
  const below = /^[^\n]*\n[ \t]*\|?[ \t:|-]+(?=\n|$)/.exec(text.slice(end));
  return below === null ? end : end + below[0].length;
}

function wordsOfRow(row: Passage, text: string): string {
  return cellsOf(row, text).join(" ");
}

function cellsOf(row: Passage, text: string): string[] {
  return row.cells.map(({ lines }) => squash(plainText(text, lines).text));
}

/** A column with a longer cell, in characters, is not filled up. */
const WIDEST = 60;

/** A table as lines; its first row is the head. */
function drawTable(table: readonly (readonly string[])[]): string[] {
  const cells = table.map((row) => row.map(writeCell));
  const widths = cells[0]!.map((_, column) =>
    Math.min(WIDEST, Math.max(3, ...cells.map((row) => row[column]!.length))),
  );
  const [head, ...others] = cells;
  return [head!, widths.map((one) => "-".repeat(one)), ...others].map((row) => writeTableLine(row, widths));
}

/** The rows in the columns of own form; in a last one whatever else they say. */
function spellOut(rows: readonly Passage[], read: ReadonlyMap<number, ReadRow>, text: string): string[][] {
  const body = rows.flatMap((row) => {
    const one = read.get(row.span.start);
    const cells = one === undefined ? ["", "", "", "", "", ""] : cellsOfRow(one);
    const left = cellsOf(row, text).filter((cell) => !sayAll(cells.join(" "), cell));
    return one === undefined && left.length === 0 ? [] : [[...cells, left.join("; ")]];
  });
  const table = [["Ref", "Action", "Owner", "Due", "Status", "Update", "Also"], ...body];
  const isUsed = (column: number) => column <= 1 || body.some((row) => row[column] !== "");
  return table.map((row) => row.filter((_, column) => isUsed(column)));
}

function cellsOfRow(row: ReadRow): string[] {
  const { text, owners, dueText, disposition, number } = row;
  const isReport = "place" in row;
  const cited = isReport ? row.cited?.value : undefined;
  const status = disposition?.words ?? "";
  const update = (isReport ? row.update : disposition?.update) ?? "";
  return [cited ?? String(number ?? ""), text, owners.join(", "), dueText ?? "", status, update];
}

/** The cells as they stand, under headings where every row was read as one on an action; else under none. */
function nameColumns(rows: readonly Passage[], read: ReadonlyMap<number, ReadRow>, text: string): string[][] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const body = rows.map((row) => {
    const cells = cellsOf(row, text);
    return Array.from({ length: width }, (_, column) => cells[column] ?? "");
  });
  if (rows[0]!.isHeader) return body;
  const nothing = body[0]!.map(() => "");
  const readRows = rows.map(({ span }) => read.get(span.start));
  if (readRows.includes(undefined)) return [nothing, ...body];
  const names = nothing.map((_, column) => {
    const found = new Set(readRows.flatMap((row, index) => nameOf(body[index]![column]!, row!) ?? []));
    return found.size === 1 ? [...found][0]! : "";
  });
  const isClear = new Set(names).size === names.length && !names.includes("");
  return [isClear ? names : nothing, ...body];
}

/** The heading over a cell, by what its row was read to say; null where it is empty. */
function nameOf(cell: string, row: ReadRow): string | null {
  if (cell === "") return null;
  if (cell === row.text) return "Action";
  if (row.number !== null && cell.replace(/\D/g, "") === String(row.number)) return "No";
  if (row.dueText !== null && cell.includes(row.dueText)) return "Due";
  if (row.disposition !== null && cell.startsWith(row.disposition.words)) return "Status";
  return "update" in row && row.update?.endsWith(cell) ? "Update" : "Owner";
}

/** The tables among some passages, each with its rows in order. */
export function tablesAmong(passages: readonly Passage[]): Passage[][] {
  const tables = new Map<number, Passage[]>();
  for (const passage of passages) {
    if (passage.kind !== "row") continue;
    const rows = tables.get(passage.table);
    if (rows === undefined) tables.set(passage.table, [passage]);
    else rows.push(passage);
  }
  return [...tables.values()];
}
