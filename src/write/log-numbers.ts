import type { Meeting, RaisedAction } from "../model/meeting.ts";
import type { Cell, Passage } from "../read/passage.ts";
import type { Edit } from "../source/diagnostic.ts";
import { insert } from "./edit.ts";
import { addColumn } from "./table-column.ts";
import { findTables, type WrittenTable } from "./tables.ts";

/** The edits that number the rows of a typed log which alone raise their actions; a log without such a column gets one. */
export function logNumberEdits(unnumbered: readonly RaisedAction[], meeting: Meeting, text: string): Edit[] {
  if (unnumbered.length === 0) return [];
  const tables = findTables(text, meeting.logHeading?.start ?? 0);
  const numbered = new Set<WrittenTable>();
  return unnumbered.flatMap((action) => {
    const table = tables.find(({ rows }) => rows.some(({ span }) => span.start === action.span.start));
    if (table === undefined) return [numberEntry(action, text)];
    const ref = table.columns?.indexOf("ref") ?? -1;
    if (ref >= 0) {
      const row = table.rows.find(({ span }) => span.start === action.span.start)!;
      return numberCell(row.cells[ref], action.number, text);
    }
    if (table.columns === null || table.isPasted || numbered.has(table)) return [];
    numbered.add(table);
    return addColumn(table, "No", (row) => `${numberOf(row, meeting) ?? ""}`, text);
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
  const at = cell.span.start + (text[cell.span.start] === "|" ? 1 : 0);
  return [text[at] === " " ? insert(at + 1, `${number}`) : insert(at, ` ${number} `)];
}

function numberOf({ span }: Passage, { actions }: Meeting): number | null {
  const isHere = ({ span: other }: { span: typeof span }) => other.start === span.start;
  const action = actions.find((one) => isHere(one) || (one.logRow !== null && isHere(one.logRow)));
  return action?.number ?? null;
}
