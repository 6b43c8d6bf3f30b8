import { plainText, squash } from "../../markdown/plain-text.ts";
import type { Passage } from "../passage.ts";
import type { AttendanceList } from "../section-parts.ts";

/** The column of a table of names that says who came. */
interface Presence {
  readonly at: number;
  /** The list that a tick in it means. */
  readonly list: AttendanceList;
}

const NAMES =
  /^(?:names?|members?|board members?|committee members?|governors?|trustees?|councillors?|attendees?|directors?|persons?|organisations?|representatives?|delegates?)$/i;
const PRESENT =
  /^(?:present|attended|attendance|attending|in attendance|attended y n|present y n|status|here)$/i;
const TICK =
  /^(?:\u2713|\u2714|\u221a|\u2611|\u2612|\u25cf|x|y|yes|p|1|present|attended|in attendance|online|remote(?:ly)?|via \w+|part)(?!\p{L})/iu;
const SENT_WORD = /^(?:a|ap|apols?|apolog(?:y|ies).*|sent apologies)\.?$/i;

/**
 * The rows of a table of names by the list to which a column of theirs puts them, without the cells of such columns;
 * null where the table has none. `isNames` tells that the table surely holds names.
 */
export function partAttendanceTable(
  text: string,
  rows: readonly Passage[],
  isNames: boolean,
): ReadonlyMap<AttendanceList, readonly Passage[]> | null {
  const head = rows.find((row) => wordsOf(text, row).some((words) => words !== ""));
  if (head === undefined) return null;
  const headings = wordsOf(text, head).map((words) =>
    words.replace(/[:?*]/g, "").replace(/[/()]/g, " ").trim(),
  );
  const columns = headings.flatMap((heading, at): Presence[] => {
    if (PRESENT.test(heading)) return [{ at, list: "present" }];
    if (/^apologies/i.test(heading)) return [{ at, list: "apologies" }];
    return /^absent/i.test(heading) ? [{ at, list: "absent" }] : [];
  });
  if (columns.length === 0 || !(isNames || headings.some((heading) => NAMES.test(heading)))) return null;
  const lists = new Map<AttendanceList, Passage[]>();
  for (const row of rows.slice(rows.indexOf(head) + 1)) {
    const list = listOf(wordsOf(text, row), columns);
    const cells = row.cells.filter((_, at) => columns.every((column) => column.at !== at));
    lists.set(list, [...(lists.get(list) ?? []), { ...row, cells }]);
  }
  return lists;
}

function wordsOf(text: string, row: Passage): string[] {
  return row.cells.map((cell) => squash(plainText(text, cell.lines).text));
}

function listOf(words: readonly string[], columns: readonly Presence[]): AttendanceList {
  for (const { at, list } of columns) {
    if (list !== "present" && (words[at] ?? "") !== "" && !/^(?:n|no|-|\u2013|0)$/i.test(words[at]!))
      return list;
  }
  const present = columns.find(({ list }) => list === "present");
  if (present === undefined) return "present";
  const said = words[present.at] ?? "";
  if (SENT_WORD.test(said)) return "apologies";
  return TICK.test(said) ? "present" : "absent";
}
