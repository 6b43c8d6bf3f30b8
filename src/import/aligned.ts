/** A table that somebody drew with spaces: its rows, each in as many cells as its first line has words set apart. */
export interface AlignedRow {
  /** The place of its first line among those of the table. */
  readonly at: number;
  /** The lines of each cell. */
  readonly cells: readonly (readonly string[])[];
}

interface Word {
  readonly text: string;
  readonly from: number;
}

/** Columns are parted by so many spaces at least. */
const GAP = /\S(?:(?! {2}|\t)[^\n])*/gu;
/** What names a column has neither a number nor a sentence in it. */
const HEADING = /^(?:[\p{L} .'/&#?-]{1,30}|#)$/u;
/** How far, in characters, the words of a column may stand from where its heading begins. */
const SLIP = 2;

/** Reads lines set in columns by spaces; null where they are none: every column has to begin below its heading. */
export function readAligned(lines: readonly string[]): AlignedRow[] | null {
  const [first, ...others] = lines.map((line) => wordsIn(line.replaceAll("\t", "    ")));
  if (first === undefined || others.length === 0) return null;
  const columns = columnsOf(first, others);
  if (columns.length < 2 || !first.every(({ text }) => HEADING.test(text))) return null;
  const rows: { at: number; cells: string[][] }[] = [];
  for (const [index, words] of [first, ...others].entries()) {
    const places = words.map((word) => columnAt(word, columns));
    if (places.includes(-1) || new Set(places).size < places.length) return null;
    const isMore = index > 1 && places[0]! > 0 && words.length < columns.length && words.length === 1;
    if (!isMore) rows.push({ at: index, cells: columns.map(() => []) });
    for (const [place, { text }] of words.entries()) rows.at(-1)!.cells[places[place]!]!.push(text);
  }
  const isFilled = rows.slice(1).every(({ cells }) => cells.filter((cell) => cell.length > 0).length > 1);
  return isFilled ? rows : null;
}

function wordsIn(line: string): Word[] {
  return [...line.matchAll(GAP)].map((match) => ({ text: match[0].trim(), from: match.index }));
}

/** Where the columns begin: under the headings; the first one may have none. */
function columnsOf(head: readonly Word[], body: readonly (readonly Word[])[]): readonly number[] {
  const margin = Math.min(...body.map(([word]) => word?.from ?? 0));
  const starts = head.map(({ from }) => from);
  return (starts[0] ?? 0) > margin + SLIP ? [margin, ...starts] : starts;
}

function columnAt({ from }: Word, columns: readonly number[]): number {
  return columns.findIndex((column) => Math.abs(from - column) <= SLIP);
}
