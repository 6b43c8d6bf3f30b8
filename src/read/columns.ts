import { normalisePhrase } from "../model/status.ts";

/** What a column of a table of actions holds. */
export type Column = "ref" | "action" | "owner" | "due" | "status" | "update" | "last reported";

const HEADINGS: Readonly<Record<Column, RegExp>> = {
  ref: /^(?:ref(?:erence)?|no|number|#|item no|action no|action ref(?:erence)?|id)$/,
  action: /^(?:actions?|agreed actions?|action points?|actions? required|description|action description)$/,
  owner:
    /^(?:owners?|lead|by whom|who|task owner|action owner|responsible|responsibility|assigned to|lead officer|lead organisation)$/,
  due: /^(?:due|due date|due by|by when|when|target|target date|deadline|date due|timescale|completion date)$/,
  status: /^(?:status|outcome|state|rag status|for this meeting)$/,
  update:
    /^(?:updates?|progress|notes?|comments?|progress update|latest update|update progress|progress notes)$/,
  "last reported": /^last reported$/,
};

/** The column that a heading names; null for one that means nothing to rrb. */
export function columnOf(heading: string): Column | null {
  const folded = normalisePhrase(heading.replace(/[.:/*]/g, " "));
  for (const column of Object.keys(HEADINGS) as Column[]) if (HEADINGS[column].test(folded)) return column;
  return null;
}

/** The columns of a table by its heading row; null where it is no table of actions. */
export function readColumns(headings: readonly string[]): (Column | null)[] | null {
  const columns: (Column | null)[] = [];
  for (const heading of headings) {
    const column = columnOf(heading);
    columns.push(column !== null && columns.includes(column) ? null : column);
  }
  const known = columns.filter((column) => column !== null);
  const speaksOfActions =
    known.includes("action") ||
    (known.includes("ref") && (known.includes("status") || known.includes("update")));
  return speaksOfActions && known.length >= 2 ? columns : null;
}
