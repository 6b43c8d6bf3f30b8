import type { Meeting, Note, ProgressRow } from "../model/meeting.ts";
import type { Column } from "../read/columns.ts";
import { elementsOf, textOf } from "../read/fields.ts";
import { Refusal } from "../refusal.ts";
import type { Edit } from "../source/diagnostic.ts";
import { entryOf, type YamlMap, type YamlNode } from "../source/yaml-node.ts";
import { insert, lineEndOf } from "./edit.ts";
import { writeCell, writeInline } from "./inline.ts";
import { findListEntry, type ListEntry, writeBrackets } from "./list-entry.ts";
import { cellEdits, cellText } from "./table-row.ts";
import { findTables, type WrittenTable } from "./tables.ts";
import { keyEdit } from "./yaml-map.ts";
import { writeYamlText } from "./yaml-text.ts";

/** What is newly said of an action, in plain words; null leaves what stands there, an empty text takes it away. */
export interface Said {
  /** The status alone, without what follows it. */
  readonly status: string | null;
  readonly update: string | null;
  readonly due: string | null;
  readonly owner: string | null;
}

/**
 * The edits that write into one row of a note what is said of its action, and nothing anywhere else. Where a table has
 * no Update column, the update goes behind the status: `Delayed – the election came`. Throws a Refusal where the row
 * has no place for it, or can't be changed without words being lost.
 */
export function progressEdits(note: Note, row: ProgressRow, said: Said, text: string): Edit[] {
  const { meeting, frontMatter } = note;
  if (!/\.md$/i.test(meeting.path)) return yamlEdits(frontMatter, row, said, text);
  const table = findTable(meeting, row, text);
  if (table !== undefined) return tableEdits(table, row, said, text);
  const entry = findListEntry(text, row);
  if (entry !== null) return [...bracketEdits(entry, said, text), ...statusEdits(entry, row, said, text)];
  throw byHand("Its row is neither in a table nor in a list of references");
}

function byHand(reason: string): Refusal {
  return new Refusal(`${reason}. Change it by hand.`);
}

/**
 * What stands for the status: its words, and behind them as much of the update as has no place of its own. `there` is
 * what stands there now, whose update is kept as it is written where no other is given. Null where nothing changes.
 */
function writeStatus(
  there: string,
  { status, update }: Said,
  { disposition }: ProgressRow,
  isApart: boolean,
  write: (words: string) => string,
): string | null {
  if (status === null && update === null) return null;
  const words = status ?? disposition?.words ?? "";
  if (words === "") throw new Refusal("An update without a status is no report. Add `--status`.");
  if (update !== null)
    return isApart || update === "" ? write(words) : `${write(words)} \u2013 ${write(update)}`;
  const was = disposition?.words ?? "";
  if (was !== "" && there.startsWith(was)) return `${write(words)}${there.slice(was.length)}`;
  const kept = disposition?.update ?? "";
  return kept === "" ? write(words) : `${write(words)} \u2013 ${write(kept)}`;
}

function findTable(meeting: Meeting, row: ProgressRow, text: string): WrittenTable | undefined {
  const from = meeting.progressHeading ?? meeting.items[0]?.span;
  return findTables(text, from?.start ?? 0).find(({ rows }) =>
    rows.some(({ span }) => span.start === row.span.start),
  );
}

function tableEdits(
  { columns, rows, isPasted }: WrittenTable,
  row: ProgressRow,
  said: Said,
  text: string,
): Edit[] {
  if (columns === null || isPasted) throw byHand("Its row is in a table without headings or bars");
  const passage = rows.find(({ span }) => span.start === row.span.start)!;
  const isApart = columns.includes("status") && columns.includes("update");
  const column = !columns.includes("status") && columns.includes("update") ? "update" : "status";
  const there = cellText(text, passage, columns.indexOf(column));
  const cells = new Map<Column, string>();
  const put = (into: Column, cell: string | null) => cell !== null && cells.set(into, cell);
  put(column, writeStatus(there, said, row, isApart, writeCell));
  if (isApart) put("update", said.update && writeCell(said.update));
  put("owner", said.owner && writeCell(said.owner));
  put("due", said.due && writeCell(said.due));
  const missing = [...cells.keys()].find((into) => !columns.includes(into));
  if (missing !== undefined) {
    const heading = `${missing[0]!.toUpperCase()}${missing.slice(1)}`;
    const advice = missing === "status" ? "Add one by hand." : "Add one by hand, or say it in the update.";
    throw new Refusal(`Its table has no column \`${heading}\`. ${advice}`);
  }
  return cellEdits(text, passage, columns, cells, rows[0]);
}

function bracketEdits({ brackets, afterRef }: ListEntry, { owner, due }: Said, text: string): Edit[] {
  if (owner === null && due === null) return [];
  const written = brackets === null ? null : text.slice(brackets.start, brackets.end);
  const inside = writeBrackets(written, owner && writeInline(owner), due && writeInline(due));
  return [brackets === null ? insert(afterRef, ` (${inside})`) : { span: brackets, text: inside }];
}

function statusEdits(entry: ListEntry, row: ProgressRow, said: Said, text: string): Edit[] {
  const { status, goesOn, indent, paragraphEnd } = entry;
  const there = status === null ? "" : text.slice(status.start, status.end);
  const written = writeStatus(there, said, row, false, writeInline);
  if (written === null) return [];
  if (said.update !== null && goesOn) throw byHand("Its update goes on in lines of its own");
  if (status !== null)
    return [{ span: status, text: text[status.start - 1] === ":" ? ` ${written}` : written }];
  if (row.disposition !== null) throw byHand("Its status stands among its own words");
  return [insert(paragraphEnd, `${lineEndOf(text)}${indent}Status: ${written}`)];
}

/** The keys of an entry in YAML, in the order in which they are written. */
const KEYS = ["ref", "text", "owner", "owners", "due", "status", "update"] as const;

function yamlEdits(frontMatter: YamlNode | null, row: ProgressRow, said: Said, text: string): Edit[] {
  const entries = elementsOf(entryOf(frontMatter, "progress"));
  const map = entries.filter((node): node is YamlMap => node.kind === "map")[row.place - 1];
  if (map === undefined) throw byHand("Its row is no entry of `progress`");
  const there = textOf(entryOf(map, "status")) ?? "";
  const status = writeStatus(there, said, row, true, (words) => words);
  const written = { ...said, status, [entryOf(map, "owners") === null ? "owner" : "owners"]: said.owner };
  return KEYS.flatMap((key, index) => {
    const words = key === "ref" || key === "text" ? null : (written as Record<string, string | null>)[key];
    if (words === null || words === undefined) return [];
    return [keyEdit(text, map, key, writeYamlText(words, "flow"), KEYS.slice(0, index).toReversed())];
  });
}
