import { plainText, squash } from "../markdown/plain-text.ts";
import type { LogRow, Meeting, ProgressRow } from "../model/meeting.ts";
import type { Passage } from "../read/passage.ts";
import type { Edit } from "../source/diagnostic.ts";
import { writeCell } from "./inline.ts";
import { wholeLines } from "./rewriting.ts";
import { writeTableLine } from "./rows.ts";

/** The edits that draw tables which only tabs hold together as tables of Markdown. */
export function pastedTableEdits(passages: readonly Passage[], meeting: Meeting, text: string): Edit[] {
  const tables = new Map<number, Passage[]>();
  for (const passage of passages) {
    if (passage.kind !== "row" || text[passage.span.start] === "|" || !hasTab(passage, text)) continue;
    const rows = tables.get(passage.table);
    if (rows === undefined) tables.set(passage.table, [passage]);
    else rows.push(passage);
  }
  return [...tables.values()].map((rows) => {
    const span = wholeLines(text, { start: rows[0]!.span.start, end: rows.at(-1)!.span.end });
    return { span, text: `\n${drawTable(rows, meeting, text).join("\n")}\n\n` };
  });
}

function hasTab({ span }: Passage, text: string): boolean {
  return text.slice(span.start, span.end).includes("\t");
}

/** A column with a longer cell, in characters, is not filled up. */
const WIDEST = 60;

function drawTable(rows: readonly Passage[], meeting: Meeting, text: string): string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const body = rows.map((row) =>
    Array.from({ length: width }, (_, column) => {
      const cell = row.cells[column];
      return cell === undefined ? "" : squash(plainText(text, cell.lines).text);
    }),
  );
  const table = rows[0]!.isHeader ? body : [nameColumns(rows, body, meeting), ...body];
  const cells = table.map((row) => row.map(writeCell));
  const widths = cells[0]!.map((_, column) =>
    Math.min(WIDEST, Math.max(3, ...cells.map((row) => row[column]!.length))),
  );
  const [head, ...others] = cells;
  return [head!, widths.map((one) => "-".repeat(one)), ...others].map((row) => writeTableLine(row, widths));
}

/** What the columns of a table hold that has no headings, where every row was read as one on an action; else nothing. */
function nameColumns(
  rows: readonly Passage[],
  body: readonly string[][],
  { progress, log }: Meeting,
): string[] {
  const undertakings = new Map<number, ProgressRow | LogRow>();
  for (const row of [...log, ...progress]) undertakings.set(row.span.start, row);
  const nothing = body[0]!.map(() => "");
  const readRows = rows.map(({ span }) => undertakings.get(span.start));
  if (readRows.includes(undefined)) return nothing;
  const names = nothing.map((_, column) => {
    const found = new Set(readRows.flatMap((row, index) => nameOf(body[index]![column]!, row!) ?? []));
    return found.size === 1 ? [...found][0]! : "";
  });
  const isClear = new Set(names).size === names.length && !names.includes("");
  return isClear ? names : nothing;
}

/** The heading over a cell, by what its row was read to say; null where it is empty. */
function nameOf(cell: string, row: ProgressRow | LogRow): string | null {
  if (cell === "") return null;
  if (cell === row.text) return "Action";
  if (row.number !== null && cell.replace(/\D/g, "") === String(row.number)) return "No";
  if (row.dueText !== null && cell.includes(row.dueText)) return "Due";
  if (row.disposition !== null && cell.startsWith(row.disposition.words)) return "Status";
  return "update" in row && row.update?.endsWith(cell) ? "Update" : "Owner";
}
