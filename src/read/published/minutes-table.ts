import { plainText, squash } from "../../markdown/plain-text.ts";
import { readStatus } from "../../model/status.ts";
import type { Span } from "../../source/source-file.ts";
import { type Cell, type Passage, tableAt } from "../passage.ts";
import { linesOf } from "./cell-lines.ts";
import { readPublishedColumns } from "./columns.ts";
import { itemNumberOf } from "./item-number.ts";
import { readParticulars } from "./particulars.ts";

/** The passages of a note whose minutes or particulars stand in tables, those tables read row by row as a page is. */
export function unrollTables(text: string, passages: readonly Passage[]): readonly Passage[] {
  if (!passages.some(({ kind }) => kind === "row")) return passages;
  return passages.flatMap((passage, index) => {
    if (passage.kind !== "row") return [passage];
    if (passages[index - 1]?.table === passage.table) return [];
    return partTable(text, tableAt(passages, index)).flatMap(
      (rows) => readParticulars(text, rows) ?? unrollMinutes(text, rows) ?? rows,
    );
  });
}

/** The tables that stand in one: a PDF, or a writer in a hurry, puts one right below another. */
function partTable(text: string, rows: readonly Passage[]): Passage[][] {
  const parts: Passage[][] = [[]];
  for (const row of rows) {
    const open = parts[parts.length - 1]!;
    const headings = row.cells.map((cell) => wordsOf(text, cell));
    if (open.length > 1 && headsMinutes(headings) && headings.filter(Boolean).length > 1) parts.push([row]);
    else open.push(row);
  }
  return parts;
}

/** Which column of a table of minutes holds the discussion, and which says who has to do what. */
interface Layout {
  readonly discussion: number;
  readonly action: number;
  readonly body: readonly Passage[];
}

function unrollMinutes(text: string, rows: readonly Passage[]): Passage[] | null {
  const layout = findLayout(text, rows);
  return layout === null ? null : layout.body.flatMap((row) => unrollRow(text, row, layout));
}

const ACTION_HEADING =
  /^(?:actions?(?: (?:by|owners?|required|for|points?|whom|by whom|lead))?|by whom|who|owners?|lead|responsible|responsibility|for action)$/i;
const NUMBER_HEADING = /^(?:|no|nos|number|#|ref|reference|min|minute no)$/i;
const DISCUSSION_HEADING =
  /^.*\b(?:items?|discussion|discussed|notes?|minutes?|details?|summary|points?|topic|subject|narrative|decisions?|agenda|comments?|matters?)\b.*$/i;

function findLayout(text: string, rows: readonly Passage[]): Layout | null {
  const first = rows.find((row) => row.cells.some(({ lines }) => lines.length > 0));
  if (first === undefined) return null;
  if (rows.slice(0, 3).some((row) => headsActions(row.cells.map((cell) => wordsOf(text, cell))))) return null;
  const headings = first.cells.map((cell) => wordsOf(text, cell));
  const action = actionColumn(headings);
  if (headsMinutes(headings)) {
    const body = rows.slice(rows.indexOf(first) + 1);
    const discussion = longestColumn(text, body);
    return discussion < action && body.length > 0 ? { discussion, action, body } : null;
  }
  return findLayoutByContent(text, rows);
}

/** The column under which a table of minutes says who acts; -1 where none does. */
function actionColumn(headings: readonly string[]): number {
  return headings.findLastIndex((heading) => ACTION_HEADING.test(heading.replace(/[:.*]+$/, "")));
}

function headsMinutes(headings: readonly string[]): boolean {
  const action = actionColumn(headings);
  const bare = headings.map((heading) => heading.replace(/[:.*]+$/, ""));
  const isDiscussed = bare.some((heading, at) => at !== action && DISCUSSION_HEADING.test(heading));
  // Columns that nothing heads are those of the discussion where nothing but a number stands beside them.
  return (
    action > 0 && (isDiscussed || bare.slice(0, action).every((heading) => NUMBER_HEADING.test(heading)))
  );
}

/** Whether the columns are those of a table of actions, which is read as one. */
function headsActions(headings: readonly string[]): boolean {
  const known = readPublishedColumns(headings) ?? [];
  return known.some(
    (column) => column === "owner" || column === "status" || column === "due" || column === "closed on",
  );
}

/** Without headings: long texts on the left, and on the right now and then a name or two. */
function findLayoutByContent(text: string, rows: readonly Passage[]): Layout | null {
  const body = rows.filter((row) => row.cells.some(({ lines }) => lines.length > 0));
  const action = Math.max(...body.map(({ cells }) => cells.length)) - 1;
  if (body.length < 3 || action < 1) return null;
  const right = body.map(({ cells }) => wordsOf(text, cells[action]));
  const filled = right.filter((words) => words !== "" && !/^actions?$/i.test(words));
  const areNames = filled.every(
    (words) => words.length <= 40 && /^\p{Lu}[^\d\u00a3%]*$/u.test(words) && !isKnownStatus(words),
  );
  if (filled.length === 0 || filled.length === body.length || !areNames) return null;
  const discussion = longestColumn(text, body);
  const letters = body.reduce((sum, { cells }) => sum + wordsOf(text, cells[discussion]).length, 0);
  return discussion < action && letters / body.length >= LONG_TEXT ? { discussion, action, body } : null;
}

function isKnownStatus(words: string): boolean {
  return readStatus(words, new Map())?.known === true;
}

/** How many characters a cell has on average where minutes stand in it. */
const LONG_TEXT = 60;

function longestColumn(text: string, rows: readonly Passage[]): number {
  const letters: number[] = [];
  for (const { cells } of rows) {
    for (const [at, cell] of cells.entries()) letters[at] = (letters[at] ?? 0) + wordsOf(text, cell).length;
  }
  return letters.indexOf(Math.max(...letters));
}

function wordsOf(text: string, cell: Cell | undefined): string {
  return cell === undefined ? "" : squash(plainText(text, cell.lines).text);
}

/** A row as a heading, the paragraphs below it, and what its right-hand column says. */
function unrollRow(text: string, row: Passage, { discussion, action }: Layout): Passage[] {
  const before = row.cells.slice(0, discussion);
  const number = before.map((cell) => numberIn(wordsOf(text, cell))).find((found) => found !== null) ?? null;
  const titleCell = before.findLast((cell) => /\p{L}{3}/u.test(wordsOf(text, cell)));
  const lines = linesOf(text, row.cells[discussion]);
  const heads =
    titleCell === undefined ? headIn(text, lines, number) : { title: linesOf(text, titleCell), rest: lines };
  const asText = (line: Span): Passage => ({
    ...row,
    kind: "text",
    cells: [],
    isHeader: false,
    lines: [line],
    span: line,
  });
  return [
    ...(heads.title.length === 0
      ? []
      : [{ ...asText(heads.title[0]!), kind: "heading" as const, level: 2, marker: number }]),
    ...heads.rest.map(asText),
    ...linesOf(text, row.cells[action]).map((line) => ({ ...asText(line), isInActionColumn: true })),
  ];
}

function numberIn(words: string): number | null {
  return words.length > 12
    ? null
    : (itemNumberOf(`${words.replace(/\.$/, "")}. x`).number ?? itemNumberOf(`${words} x`).number);
}

/** `Lessons. The Head will share the map.` in a numbered row: some words without a verb, and what was said of them. */
const TOPIC =
  /^\s*\p{Lu}(?![^.:!?]{0,60}\b(?:to|was|were|is|are|has|have|had|will|would|noted|agreed|approved|reported|received|none)\b)[^\s.:!?]*(?:\s[^\s.:!?]{1,20}){0,3}[.:](?=\s+["'\u2018\u201c]?\p{Lu})/u;

/** The title that begins the discussion: in bold, or a short line above others where the row is numbered. */
function headIn(
  text: string,
  lines: readonly Span[],
  number: number | null,
): { title: Span[]; rest: Span[] } {
  const [first, ...rest] = lines;
  if (first === undefined) return { title: [], rest: [] };
  const raw = text.slice(first.start, first.end);
  const bold = /^\s*(\*\*|__)(?=\S)(?:(?!\1).){2,140}\1:?/.exec(raw)?.[0];
  if (bold !== undefined && !/^\W*action/i.test(bold)) {
    const behind = { start: first.start + bold.length, end: first.end };
    const hasMore = text.slice(behind.start, behind.end).trim() !== "";
    return { title: [{ start: first.start, end: behind.start }], rest: hasMore ? [behind, ...rest] : rest };
  }
  const topic = number === null ? undefined : TOPIC.exec(raw)?.[0];
  if (topic !== undefined) {
    const behind = { start: first.start + topic.length, end: first.end };
    return { title: [{ start: first.start, end: behind.start - 1 }], rest: [behind, ...rest] };
  }
  const isTitle = number !== null && raw.length <= 80 && rest.length > 0 && !/[.;,]$/.test(raw.trim());
  return isTitle ? { title: [first], rest } : { title: [], rest: [...lines] };
}
