import { plainText } from "../markdown/plain-text.ts";
import type { Item, Meeting, Note, ProgressRow } from "../model/meeting.ts";
import type { Column } from "../read/columns.ts";
import { elementsOf } from "../read/fields.ts";
import { findMarkedLines } from "../read/marked-line.ts";
import type { Passage } from "../read/passage.ts";
import type { Edit } from "../source/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import { entryOf, isEmptyScalar, type YamlMap } from "../source/yaml-node.ts";
import { insert, lineEndOf } from "./edit.ts";
import { addColumn } from "./table-column.ts";
import { cellEdits, cellText } from "./table-row.ts";
import { endOfLine, findTables, startOfLine, type WrittenTable } from "./tables.ts";

/** A row of a note on an earlier action, and the reference that it lacks. */
export interface RowWithoutReference {
  readonly row: ProgressRow;
  readonly ref: string;
}

/** What is asked of a note to find the places of its rows. */
export interface NoteWithRows extends Pick<Note, "frontMatter"> {
  readonly meeting: Pick<Meeting, "path" | "progressHeading" | "logHeading"> & {
    readonly items: readonly Pick<Item, "span">[];
  };
}

/**
 * By row, the edits that write the references which rows of a note lack: in place of the row's own number, in a column
 * of the table, which all rows of a table without one share, or in front of the words. None where the place for it
 * holds something else.
 */
export function referenceEdits(
  { meeting, frontMatter }: NoteWithRows,
  lacking: readonly RowWithoutReference[],
  text: string,
): ReadonlyMap<ProgressRow, readonly Edit[]> {
  if (!/\.md$/i.test(meeting.path)) {
    const maps = elementsOf(entryOf(frontMatter, "progress")).filter((node) => node.kind === "map");
    return new Map(lacking.map((one) => [one.row, yamlEdits(maps[one.row.place - 1], one, text)]));
  }
  const headings = [meeting.items[0]?.span, meeting.progressHeading, meeting.logHeading];
  const tables = findTables(text, Math.min(...headings.flatMap((heading) => heading?.start ?? [])));
  const places = new Map(
    tables.flatMap((table) => table.rows.map((passage) => [passage.span.start, { table, passage }])),
  );
  const columns = new Map<WrittenTable, readonly Edit[]>();
  const editsOf = (one: RowWithoutReference) => {
    const place = places.get(one.row.span.start);
    if (place === undefined) return lineEdits(one, text);
    const { table, passage } = place;
    if (table.columns === null || table.isPasted) return pastedEdits(passage, one, text);
    if (table.columns.includes("ref")) return refCellEdits(passage, table.columns, one, text);
    const shared = columns.get(table) ?? addReferences(table, lacking, text);
    columns.set(table, shared);
    return shared;
  };
  return new Map(lacking.map((one) => [one.row, editsOf(one)]));
}

function yamlEdits(map: YamlMap | undefined, { row, ref }: RowWithoutReference, text: string): Edit[] {
  if (map === undefined) return [];
  const there = map.entries.find(({ key }) => key.value === "ref");
  if (there !== undefined) {
    const { value } = there;
    if (isEmptyScalar(value)) return [insert(text.indexOf(":", there.key.span.end) + 1, ` ${ref}`)];
    return row.number === null ? [] : [{ span: value.span, text: ref }];
  }
  const first = map.entries[0]!.key.span.start;
  if (text[map.span.start] === "{") return [insert(first, `ref: ${ref}, `)];
  return [insert(first, `ref: ${ref}${lineEndOf(text)}${" ".repeat(first - startOfLine(text, first))}`)];
}

function refCellEdits(
  passage: Passage,
  columns: readonly (Column | null)[],
  { row, ref }: RowWithoutReference,
  text: string,
): Edit[] {
  const isFree = row.number !== null || cellText(text, passage, columns.indexOf("ref")) === "";
  return isFree ? cellEdits(text, passage, columns, new Map([["ref", ref]])) : [];
}

function addReferences(table: WrittenTable, lacking: readonly RowWithoutReference[], text: string): Edit[] {
  const refs = new Map(lacking.map(({ row, ref }) => [row.span.start, ref]));
  return addColumn(table, "Ref", ({ span }) => refs.get(span.start) ?? "", text);
}

/** A table from Word: its first cell has the number. */
function pastedEdits({ cells }: Passage, { row, ref }: RowWithoutReference, text: string): Edit[] {
  const line = cells[0]?.lines[0];
  return row.number === null || line === undefined ? [] : [{ span: inner(text, line), text: ref }];
}

/** A stretch without the white space around it. */
function inner(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return {
    start: start + words.length - words.trimStart().length,
    end: end - words.length + words.trimEnd().length,
  };
}

/** The entry of a list, or a marked line. */
function lineEdits({ row, ref }: RowWithoutReference, text: string): Edit[] {
  const { start } = row.span;
  const line = { start: startOfLine(text, start), end: endOfLine(text, start) };
  const marked = findMarkedLines(plainText(text, [line]), false).find(({ span }) => span.start === start);
  if (marked === undefined) return [insert(start, `${ref}: `)];
  const { marker } = marked;
  const number = /\s*(?:no\.?\s*|#\s*)?\d{0,4}$/i.exec(text.slice(marker.start, marker.end))![0];
  return [{ span: { start: marker.end - number.length, end: marker.end }, text: ` ${ref}` }];
}
