import type { Block } from "../markdown/block.ts";
import { append } from "../source/many.ts";
import type { Span } from "../source/source-file.ts";
import { type Cell, NO_CELLS, type Passage, rowIn, textIn } from "./passage.ts";

/** The passages of a note, in reading order. */
export function readPassages(text: string, blocks: readonly Block[]): Passage[] {
  const passages: Passage[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.kind === "heading") passages.push(readHeading(block));
    else if (block.kind === "paragraph") readParagraph(text, blocks, index, passages);
    else if (block.kind === "row") passages.push(readRow(blocks, index));
  }
  return passages;
}

function readHeading({ level, lines, start, end }: Block): Passage {
  return {
    kind: "heading",
    level,
    marker: null,
    depth: 0,
    list: -1,
    lines,
    cells: NO_CELLS,
    table: -1,
    isHeader: false,
    isInActionColumn: false,
    span: { start, end },
  };
}

function readRow(blocks: readonly Block[], index: number): Passage {
  const { parent, lines, start, end } = blocks[index]!;
  const cells: Cell[] = [];
  for (let i = index + 1; i < blocks.length; i++) {
    const cell = blocks[i]!;
    if (cell.kind !== "cell") break;
    cells.push(cell);
  }
  return rowIn(lines, cells, parent, parent + 1 === index, { start, end });
}

function readParagraph(text: string, blocks: readonly Block[], index: number, passages: Passage[]): void {
  const block = blocks[index]!;
  let depth = 0;
  let list = -1;
  let marker: number | null = null;
  for (let up = block.parent, child = index; up >= 0; child = up, up = blocks[up]!.parent) {
    if (blocks[up]!.kind === "list") {
      depth++;
      if (list < 0) list = up;
    }
    if (blocks[up]!.kind === "item" && child === index && index === up + 1) marker = blocks[up]!.level;
  }
  if (isPasted(text, block.lines)) append(passages, readPastedRows(text, block, index, passages));
  else passages.push(textIn(block.lines, { start: block.start, end: block.end }, marker, depth, list));
}

const PASTED_ROW = /^(?:\d{1,3}[.)]?|\d{4}-\d{2}-\d{2}[a-z-]*\/(?:bf)?\d+|ref|no\.?|number|#)\s*\t/i;

/** Whether a paragraph is a table pasted from Word: a number or the word for one, then a tab. */
function isPasted(text: string, lines: readonly Span[]): boolean {
  const first = lines[0];
  if (first === undefined) return false;
  const head = text.slice(first.start, Math.min(first.end, first.start + 40));
  // Hardly a line holds a tab, and to look for one costs less than to ask for the whole beginning of a row.
  return head.includes("\t") && PASTED_ROW.test(head);
}

/** The rows of a pasted table; a line without a number of its own goes on where the last one stopped. */
function readPastedRows(text: string, block: Block, index: number, before: readonly Passage[]): Passage[] {
  const previous = before[before.length - 1];
  const goesOn = previous?.kind === "row" && !text.slice(previous.span.end, block.start).trim();
  const table = goesOn ? previous.table : index;
  const rows: { cells: GrowingCell[]; start: number; end: number }[] = [];
  for (const line of block.lines) {
    const last = rows[rows.length - 1];
    if (last === undefined || isPasted(text, [line])) {
      const cells = splitAtTabs(text, line).map(cellAlone);
      rows.push({ cells, start: line.start, end: line.end });
    } else {
      const [more, ...cells] = splitAtTabs(text, line);
      last.cells[last.cells.length - 1]!.lines.push(more!);
      for (const span of cells) last.cells.push(cellAlone(span));
      last.end = line.end;
    }
  }
  return rows.map(({ cells, start, end }, place) => {
    const isHeader = place === 0 && !goesOn && !/^\d/.test(text.slice(start, start + 1));
    return rowIn([], cells, table, isHeader, { start, end });
  });
}

interface GrowingCell extends Cell {
  readonly lines: Span[];
}

function cellAlone(span: Span): GrowingCell {
  return { lines: [span], start: span.start, end: span.end };
}

function splitAtTabs(text: string, line: Span): Span[] {
  const cells: Span[] = [];
  let start = line.start;
  while (start <= line.end) {
    const tab = text.indexOf("\t", start);
    const end = tab < 0 || tab > line.end ? line.end : tab;
    cells.push({ start, end });
    start = end + 1;
  }
  return cells;
}
