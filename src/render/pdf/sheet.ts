import type { Nodes, Table } from "mdast";
import {
  columnsFor,
  columnsOf,
  emOf,
  mayBreak,
  type Paper,
  type TableColumns,
  WITHIN_WORD,
} from "../columns.ts";
import { leadsIn, wordsOf } from "../nodes.ts";
import type { Page } from "../page.ts";

/** A page as the Typst template reads it, from `/page.json`; there the families of the board's own `fonts` are added. */
export interface Sheet {
  readonly kind: Page["kind"];
  readonly title: string;
  readonly board: string | null;
  readonly author: string | null;
  /** The day of the meeting (ISO 8601). */
  readonly day: string;
  readonly mark: string | null;
  /** How many paragraphs right below the title tell of the occasion. */
  readonly occasion: number;
  /** The page's nodes as mdast has them, but for tables; the first is the title. */
  readonly nodes: readonly SheetNode[];
}

/** A node of mdast without its place, `leadsIn` where it is to stay on the sheet of what follows; or a word of a text that may be too long for its line; or a table. */
export type SheetNode =
  | { readonly type: Exclude<Nodes["type"], "table">; readonly [field: string]: unknown }
  | { readonly type: "longWord"; readonly value: string }
  | SheetTable;

/** A table; its first row holds the headings. */
export interface SheetTable {
  readonly type: "table";
  /** What part of the width each column has; they add up to 1. */
  readonly shares: readonly number[];
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /** Whether the row is so long that it may run over the end of a sheet. */
  readonly breaks: boolean;
  readonly cells: readonly { readonly align: string | null; readonly children: readonly SheetNode[] }[];
}

/** A4 as the usual template has it; that of a log lies on its side. */
const UPRIGHT: Paper = { width: 48, gutter: 0.9 };
const ON_ITS_SIDE: Paper = { width: 72, gutter: 0.9 };
/** How long a line is, in em, by the usual template; that of a title is set in the largest type. */
const LINE = { text: 40, heading: 23 };

/** What a template is given of a page. */
export function sheetOf(page: Page): Sheet {
  const { kind, title, board, author, day, mark, occasion, tree } = page;
  const columns = columnsOf(tree.children, kind === "action-log" ? ON_ITS_SIDE : UPRIGHT);
  const nodes = tree.children.flatMap((node, index) => {
    const made = sheetNodes(node, columns, LINE.text);
    return leadsIn(tree.children, index) ? made.map((one) => ({ ...one, leadsIn: true })) : made;
  });
  return { kind, title, board, author, day, mark, occasion, nodes };
}

/** A node for the template, to be set in lines of a length in em. */
function sheetNodes(node: Nodes, columns: TableColumns, line: number): SheetNode[] {
  const within = (children: readonly Nodes[]) =>
    children.flatMap((child) => sheetNodes(child, columns, node.type === "heading" ? LINE.heading : line));
  switch (node.type) {
    case "table":
      return [sheetTable(node, columns)];
    case "text":
      // A line end within a paragraph is a space.
      return textNodes(node.value.replace(/\s*\n\s*/g, " "), line);
    case "image":
      return textNodes(node.alt ?? "", line);
    case "link":
      // A path beside the note leads nowhere from a document that is passed on.
      return /^(?:https?|mailto):/i.test(node.url) && wordsOf(node).trim() !== ""
        ? [{ type: "link", url: node.url, children: within(node.children) }]
        : within(node.children);
    case "list": {
      const spread = node.spread === true || node.children.some((entry) => entry.spread);
      const { ordered, start, children } = node;
      return [
        { type: "list", ordered: ordered === true, start: start ?? 1, spread, children: within(children) },
      ];
    }
    default: {
      const { position: _, ...plain } = node;
      return ["children" in node ? { ...plain, children: within(node.children) } : plain];
    }
  }
}

/** A text, the words apart that are longer than a line. */
function textNodes(text: string, line: number): SheetNode[] {
  const nodes: { type: "text" | "longWord"; value: string }[] = [];
  const parts = emOf(text) <= line ? [text] : text.split(/(\s+)/).flatMap((part) => part.split(WITHIN_WORD));
  for (const value of parts) {
    const type = value.length > 1 && emOf(value.trim()) > line ? "longWord" : "text";
    const last = nodes.at(-1);
    if (type === "text" && last?.type === "text") last.value += value;
    else if (value !== "") nodes.push({ type, value });
  }
  return nodes;
}

function sheetTable(table: Table, known: TableColumns): SheetTable {
  const columns = columnsFor(table, known, UPRIGHT);
  return {
    type: "table",
    shares: columns.map(({ share }) => share),
    rows: table.children.map((row) => ({
      breaks: mayBreak(row, columns),
      cells: columns.map(({ width }, column) => ({
        align: table.align?.[column] ?? null,
        children: row.children[column]?.children.flatMap((child) => sheetNodes(child, known, width)) ?? [],
      })),
    })),
  };
}
