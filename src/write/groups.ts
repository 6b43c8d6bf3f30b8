import type { Carried, CarriedGroup } from "../ledger/carry-forward.ts";
import { type RowWords, writeListEntry, writeTable } from "./rows.ts";

/** A row of which nothing is reported yet. */
export function unreported(carried: Carried): RowWords {
  return { ...carried, status: null, update: null };
}

/** Some actions, meeting by meeting, line by line: tables under their headings, or lists. */
export function writeGroups(groups: readonly CarriedGroup[], asList: boolean): string[] {
  return groups.flatMap(({ title, actions }, index) => [
    ...(index === 0 ? [] : [""]),
    `### ${title}`,
    "",
    ...writeRows(actions.map(unreported), asList),
  ]);
}

/** Rows as a table with its headings, or as a list. */
export function writeRows(rows: readonly RowWords[], asList: boolean): string[] {
  if (!asList) return writeTable(rows);
  return rows.flatMap((row, index) => [...(index === 0 ? [] : [""]), ...writeListEntry(row)]);
}
