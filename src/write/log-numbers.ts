import type { Meeting, RaisedAction } from "../model/meeting.ts";
import type { Cell } from "../read/passage.ts";
import type { Edit } from "../source/diagnostic.ts";
import { insert } from "./edit.ts";
import { addColumn } from "./table-column.ts";
import { findTables, type WrittenTable } from "./tables.ts";

/** The edits that number the rows of a typed log which alone raise their actions; a log without such a column gets one. */
export function logNumberEdits(unnumbered: readonly RaisedAction[], meeting: Meeting, text: string): Edit[] {
  if (unnumbered.length === 0) return [];
  const tables = findTables(text, meeting.logHeading?.start ?? 0);
  const places = new Map(
    tables.flatMap((table) => table.rows.map((row) => [row.span.start, { table, row }])),
  );
  const numbered = new Set<WrittenTable>();
  return unnumbered.flatMap((action) => {
    const place = places.get(action.span.start);
    if (place === undefined) return [numberEntry(action, text)];
    const { table, row } = place;
    const ref = table.columns?.indexOf("ref") ?? -1;
    if (ref >= 0) return numberCell(row.cells[ref], action.number, text);
    if (table.columns === null || table.isPasted || numbered.has(table)) return [];
    numbered.add(table);
    const numbers = numbersByRow(meeting);
    return addColumn(table, "No", ({ span }) => `${numbers.get(span.start) ?? ""}`, text);
  });
}

/** The marker of a log's line, if it has one. */
const MARKER = /(?:agreed\s+)?actions?(?:\s+(?:points?|items?))?/iy;
const BOX = /\[[ xX]\]\s+/y;

function numberEntry({ number, span }: RaisedAction, text: string): Edit {
  const from = span.start + (matchAt(BOX, text, span.start)?.length ?? 0);
  const marker = matchAt(MARKER, text, from);
  // `Actions to be taken by …` is no marker: behind one stands a colon, a dash or a bracket.
  const isMarked = marker !== null && /^\s*(?:[:(]|[-\u2013\u2014])/.test(text.slice(from + marker.length));
  return isMarked ? insert(from + marker.length, ` ${number}`) : insert(from, `Action ${number}: `);
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** A cell that says something else already is left alone. */
function numberCell(cell: Cell | undefined, number: number, text: string): Edit[] {
  if (cell === undefined || cell.lines.length > 0) return [];
  const at = cell.start + (text[cell.start] === "|" ? 1 : 0);
  return [text[at] === " " ? insert(at + 1, `${number}`) : insert(at, ` ${number} `)];
}

/** The number of each action by where its row of the log starts, or its own line. */
function numbersByRow({ actions }: Meeting): ReadonlyMap<number, number> {
  return new Map(
    actions.toReversed().flatMap(({ span, logRow, number }) => {
      const places = logRow === null ? [span] : [span, logRow.span];
      return places.map(({ start }): [number, number] => [start, number]);
    }),
  );
}
