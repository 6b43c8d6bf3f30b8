import type { Nodes, RootContent, Table, TableRow } from "mdast";
import { formatDay } from "../model/day.ts";
import type { ProgressRow } from "../model/meeting.ts";
import { type Column, readColumns } from "../read/columns.ts";
import type { Span } from "../source/source-file.ts";
import { spanOf, tableOf, textOf, wordsOf } from "./nodes.ts";

/** A row on an earlier action, and the reference of the action that it was booked to; null where it was to none. */
export interface BookedRow {
  readonly row: ProgressRow;
  readonly ref: string | null;
}

/** Shows what a note reports on earlier actions: every row of a table with its reference, tables of Word as tables. */
export function showEarlierActions(nodes: readonly RootContent[], rows: readonly BookedRow[]): RootContent[] {
  const shown: RootContent[] = [];
  let pasted: BookedRow[] = [];
  for (const node of nodes) {
    const within = rowsIn(node, rows);
    const isPasted = node.type === "paragraph" && within.length > 0 && wordsOf(node).includes("\t");
    if (isPasted) pasted.push(...within);
    else {
      if (pasted.length > 0) shown.push(tableOfRows(pasted));
      pasted = [];
      shown.push(within.length > 0 ? showRows(node, within) : node);
    }
  }
  return pasted.length > 0 ? [...shown, tableOfRows(pasted)] : shown;
}

function showRows(node: RootContent, rows: readonly BookedRow[]): RootContent {
  if (node.type === "table") return withReferences(node, rows);
  if (node.type !== "list") return node;
  const children = node.children.map((item) => ({ ...item, children: item.children.filter(isOfTheMeeting) }));
  return { ...node, children };
}

/** What was last reported is on the agenda, and no part of the minutes. */
function isOfTheMeeting(node: RootContent): boolean {
  return node.type !== "paragraph" || !/^last reported\s*:/i.test(wordsOf(node));
}

/** Leaves out the rows of some actions, which the page shows elsewhere; what else a section says stays. */
export function dropRows(nodes: readonly RootContent[], rows: readonly ProgressRow[]): RootContent[] {
  const spans = rows.map(({ span }) => span);
  return nodes.flatMap((node) => dropWithin(node, spans) as RootContent[]);
}

function dropWithin(node: Nodes, spans: readonly Span[]): Nodes[] {
  const own = spanOf(node);
  if (own === null) return [node];
  if (node.type === "table") {
    const [head, ...rows] = node.children;
    const kept = rows.filter((row) => !spans.some((span) => overlaps(spanOf(row), span)));
    return kept.length === 0 && rows.length > 0 ? [] : [{ ...node, children: [head!, ...kept] }];
  }
  if (node.type === "list") {
    const children = node.children.filter((item) => !spans.some((span) => overlaps(spanOf(item), span)));
    return children.length === 0 ? [] : [{ ...node, children }];
  }
  return spans.some((span) => overlaps(own, span)) ? [] : [node];
}

function overlaps(a: Span | null, b: Span): boolean {
  return a !== null && a.start < b.end && b.start < a.end;
}

function rowsIn(node: Nodes, rows: readonly BookedRow[]): BookedRow[] {
  const own = spanOf(node);
  return own === null
    ? []
    : rows.filter(({ row }) => row.span.start >= own.start && row.span.start < own.end);
}

/** A typed table with the reference of each row, and without the column that is the agenda's. */
function withReferences(table: Table, rows: readonly BookedRow[]): Table {
  const [head, ...body] = table.children;
  const columns = readColumns(head!.children.map(wordsOf));
  if (columns === null) return tableOfRows(rows);
  const kept = columns.flatMap((column, index) => (column === "last reported" ? [] : [index]));
  const refAt = columns.indexOf("ref");
  const pick = (row: TableRow, ref: string | null): TableRow => {
    const cells = kept.map((index) => {
      const cell = row.children[index] ?? { type: "tableCell", children: [] };
      return index === refAt && ref !== null ? { ...cell, children: [textOf(ref)] } : cell;
    });
    const added = refAt < 0 ? [{ type: "tableCell" as const, children: [textOf(ref ?? "")] }] : [];
    return { ...row, children: [...added, ...cells] };
  };
  const missing = body.map((row) => {
    const [booked] = rowsIn(row, rows);
    // A reference that is written may say more than the reference: that new words were accepted.
    return booked === undefined || (booked.row.cited !== null && refAt >= 0) ? null : booked.ref;
  });
  const align = kept.map((index) => table.align?.[index] ?? null);
  return {
    ...table,
    align: refAt < 0 ? [null, ...align] : align,
    children: [
      pick(head!, refAt < 0 ? "Ref" : null),
      ...body.map((row, index) => pick(row, missing[index]!)),
    ],
  };
}

const HEADINGS: readonly (readonly [Column, string])[] = [
  ["ref", "Reference"],
  ["action", "Action"],
  ["owner", "Owner"],
  ["due", "Due"],
  ["status", "Status"],
  ["update", "Update"],
];

/** Rows as a table of their own, without the columns that would be empty. */
export function tableOfRows(rows: readonly BookedRow[]): Table {
  const cells = rows.map(
    ({ row, ref }): Partial<Record<Column, string>> => ({
      ref: ref ?? row.cited?.value ?? "",
      action: row.text,
      owner: row.owners.join(", "),
      due: row.due === null ? (row.dueText ?? "") : formatDay(row.due),
      status: row.disposition?.words ?? "",
      update: row.update ?? "",
    }),
  );
  const filled = HEADINGS.filter(
    ([column]) => column === "ref" || column === "action" || cells.some((row) => row[column] !== ""),
  );
  return tableOf(
    filled.map(([, heading]) => heading),
    cells.map((row) => filled.map(([column]) => row[column] ?? "")),
  );
}
