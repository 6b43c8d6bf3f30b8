import type { RootContent, Table } from "mdast";
import { wordsOf } from "../nodes.ts";

/** A column of a table. */
export interface SheetColumn {
  /** What part of the width of the table it has; those of a table add up to 1. */
  readonly share: number;
  /** How many letters of one word are sure to fit into a line of it. */
  readonly letters: number;
}

/** What a column wants, in em: the width of a letter as high as the type. */
interface Wants {
  readonly longestWord: number;
  readonly longestCell: number;
}

/** The room between the texts of two columns. */
const GUTTER = 0.9;
/** A word that is longer is broken rather than given a column of its own width. */
const LONGEST_WORD = 11;
const WIDEST_LETTER = 0.66;

/**
 * The columns of every table of a page that is `width` em wide. Tables with the same headings have the same columns, so
 * that a log reads as one. A column has room for its longest word; what is left goes to those that say most.
 */
export function columnsOf(nodes: readonly RootContent[], width: number): Map<string, SheetColumn[]> {
  const alike = new Map<string, Table[]>();
  for (const table of nodes.filter((node) => node.type === "table")) {
    const headings = headingsOf(table);
    const group = alike.get(headings);
    if (group === undefined) alike.set(headings, [table]);
    else group.push(table);
  }
  return new Map([...alike].map(([headings, tables]) => [headings, shareWidth(tables, width)]));
}

/** The headings of a table, by which its columns are known. */
export function headingsOf({ children: [head] }: Table): string {
  return (head?.children ?? []).map(wordsOf).join("\n");
}

function shareWidth(tables: readonly Table[], width: number): SheetColumn[] {
  const rows = tables.flatMap(({ children }) => children);
  const wants = rows[0]!.children.map((_, column) =>
    wantsOf(
      rows.map(({ children }) => {
        const cell = children[column];
        return cell === undefined ? "" : wordsOf(cell);
      }),
    ),
  );
  const room = width - GUTTER * wants.length;
  const least = sum(wants.map(({ longestWord }) => longestWord));
  const beyond = wants.map(({ longestWord, longestCell }) => Math.sqrt(longestCell - longestWord));
  const unit = Math.max(0, room - least) / (sum(beyond) || 1);
  const widths = wants.map(({ longestWord }, column) =>
    least > room ? (longestWord * room) / least : longestWord + beyond[column]! * unit,
  );
  const total = sum(widths) + GUTTER * widths.length;
  return widths.map((own) => ({
    share: (own + GUTTER) / total,
    letters: Math.max(1, Math.floor(own / WIDEST_LETTER)),
  }));
}

function wantsOf(cells: readonly string[]): Wants {
  const words = cells.flatMap((cell) => cell.split(/\s+/));
  const longestWord = Math.min(LONGEST_WORD, longest(words));
  return { longestWord, longestCell: Math.max(longestWord, longest(cells)) };
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, emOf(text)), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** About how wide a text is in the bold of Atkinson Hyperlegible, the widest that a table is set in. */
function emOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/[iljtfr.,:;'’()|!/ -]/.test(letter)) width += 0.36;
    else if (/[\p{Lu}mw%@&–—]/u.test(letter)) width += 0.72;
    else width += 0.6;
  }
  return width;
}
