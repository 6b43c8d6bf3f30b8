import type { CarriedGroup } from "../ledger/carry-forward.ts";
import type { Meeting, Note, ProgressRow, ProgressSection } from "../model/meeting.ts";
import { isOwnFrontMatter } from "../read/fields.ts";
import type { Edit } from "../source/diagnostic.ts";
import { insert, lineEndOf } from "./edit.ts";
import { unreported, writeGroups, writeRows } from "./groups.ts";
import { type RowWords, writeCells, writeListEntry, writeTableLine } from "./rows.ts";
import { endOfLine, findTables, startOfLine, type WrittenTable } from "./tables.ts";
import { yamlRowEdits } from "./yaml-rows.ts";

/** The rows that a note lacks, by the meeting they come from, and from which one each of its own rows comes. */
export interface Missing {
  readonly groups: readonly CarriedGroup[];
  readonly titleOf: (row: ProgressRow) => string | null;
}

/** Lines, and the end of the line behind which they go. */
interface Added {
  readonly at: number;
  readonly lines: readonly string[];
}

/**
 * The edits that add rows to a note: behind those of the same meeting and in their form, else in a part of their own.
 * Nothing else is changed. Throws a Refusal where there is no room for them.
 */
export function rowEdits(note: Note, missing: Missing, text: string, asList: boolean): Edit[] {
  if (!/\.md$/i.test(note.path)) return yamlRowEdits(note, rowsOf(missing.groups), text);
  const page = { note, text, asList };
  const placed = missing.groups.map((group) => placeAmongOwn(page, group, missing.titleOf));
  const homeless = missing.groups.filter((_, index) => placed[index] === null);
  const added = [
    ...placed.filter((one) => one !== null),
    ...(homeless.length > 0 ? [placeAnew(page, homeless)] : []),
  ];
  const end = lineEndOf(text);
  return added.map(({ at, lines }) => insert(at, lines.map((line) => end + line).join("")));
}

interface Page {
  readonly note: Note;
  readonly text: string;
  readonly asList: boolean;
}

function rowsOf(groups: readonly CarriedGroup[]): RowWords[] {
  return groups.flatMap(({ actions }) => actions.map(unreported));
}

/** Behind the last row of the same meeting, or under the heading of that meeting; null where there is neither. */
function placeAmongOwn(
  { note, text, asList }: Page,
  group: CarriedGroup,
  titleOf: Missing["titleOf"],
): Added | null {
  const rows = rowsOf([group]);
  const same = rowsInSections(note.meeting).findLast((row) => titleOf(row) === group.title);
  if (same !== undefined) return behindRow(same, note.meeting, rows, text);
  const section = note.meeting.progressSections.find(({ title }) => title === group.title);
  return section === undefined
    ? null
    : (inEmptyTable(section, rows, text) ?? behindSection(section, writeRows(rows, asList), text));
}

/** At the end of the sections on earlier actions, each meeting by itself where that is how the note has them. */
function placeAnew({ note, text, asList }: Page, groups: readonly CarriedGroup[]): Added {
  const { meeting, frontMatter } = note;
  const last = meeting.progressSections.at(-1);
  // In a note as it was published, a heading more may be read as an item.
  const lines = isOwnFrontMatter(frontMatter)
    ? writeGroups(groups, asList)
    : writeRows(rowsOf(groups), asList);
  if (last === undefined)
    return { at: text.trimEnd().length, lines: ["", titleOfSection(meeting), "", ...lines] };
  const isGrouped = meeting.progressSections.some(({ title }) => /^from\b/i.test(title));
  const row = rowsInSections(meeting).at(-1);
  if (!isGrouped && row !== undefined) return behindRow(row, meeting, rowsOf(groups), text);
  return (isGrouped ? null : inEmptyTable(last, rowsOf(groups), text)) ?? behindSection(last, lines, text);
}

function titleOfSection({ items }: Meeting): string {
  const number = Math.max(0, ...items.map((item) => item.number ?? 0)) + 1;
  return `## ${number}. Actions from previous meeting`;
}

function behindSection({ end }: ProgressSection, lines: readonly string[], text: string): Added {
  return { at: endOfLine(text, end), lines: ["", ...lines] };
}

function rowsInSections({ progress, progressSections }: Meeting): readonly ProgressRow[] {
  return progress.filter((row) => progressSections.some((section) => isWithin(row, section)));
}

function isWithin({ span }: { readonly span: ProgressRow["span"] }, section: ProgressSection): boolean {
  return section.span.end <= span.start && span.start < section.end;
}

/** A table whose heading row is all that is left of it. */
function inEmptyTable(section: ProgressSection, rows: readonly RowWords[], text: string): Added | null {
  const table = findTables(text, section.span.start).find(
    (one) => one.columns !== null && one.rows.length === 1 && isWithin(one.rows[0]!, section),
  );
  if (table === undefined || !takesRows(table)) return null;
  const delimiter = text.indexOf("\n", table.rows[0]!.span.start) + 1;
  return { at: endOfLine(text, delimiter), lines: tableLines(table, rows, text) };
}

function behindRow(row: ProgressRow, meeting: Meeting, rows: readonly RowWords[], text: string): Added {
  const section = meeting.progressSections.find((one) => isWithin(row, one))!;
  const table = findTables(text, section.span.start).find((one) =>
    one.rows.some(({ span }) => span.start === row.span.start),
  );
  const at = endOfLine(text, row.span.end);
  if (table === undefined) {
    const indent = /^\s*/.exec(text.slice(startOfLine(text, row.span.start), row.span.start))![0];
    return {
      at,
      lines: rows.flatMap((one) => [
        "",
        ...writeListEntry(one).map((line) => (line === "" ? "" : indent + line)),
      ]),
    };
  }
  if (takesRows(table)) return { at, lines: tableLines(table, rows, text) };
  const end = table.rows.at(-1)!.span.end;
  return { at: endOfLine(text, end), lines: ["", ...writeRows(rows, false)] };
}

/** Whether a table has a column for the reference and one for the action; without headings, those are the first two. */
function takesRows({ columns, rows }: WrittenTable): boolean {
  if (columns === null) return rows[0]!.cells.length > 1;
  return columns.includes("ref") && columns.includes("action");
}

/** Rows as lines of a table that is there, in its columns and as wide as its headings. */
function tableLines(
  { columns, rows: [head], isPasted }: WrittenTable,
  rows: readonly RowWords[],
  text: string,
): string[] {
  if (isPasted) return rows.map(({ ref, text: words }) => `${ref}\t${words}`);
  const { cells, span } = head!;
  const indent = text.slice(startOfLine(text, span.start), span.start);
  const known = columns ?? cells.map((_, index) => (index === 0 ? "ref" : index === 1 ? "action" : null));
  // From bar to bar, but for the space at either end.
  const widths = cells.map((cell, index) => {
    const end = cells[index + 1]?.start ?? (text[cell.end - 1] === "|" ? cell.end - 1 : cell.end);
    // The bar, and a space at either end.
    return end - cell.start - 3;
  });
  return rows.map((row) => indent + writeTableLine(writeCells(row, known), widths));
}
