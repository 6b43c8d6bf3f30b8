import { append } from "../../source/many.ts";
import { type AlignedRow, readAligned } from "../aligned.ts";
import type { Block, Row } from "../block.ts";
import { demandLength } from "../bounds.ts";
import { decodeText } from "../decoding.ts";
import { cleanWords } from "../escape.ts";
import type { Imported } from "../imported.ts";
import { type Line, PLAIN, tidyLine } from "../inline.ts";
import { printBlocks } from "../print.ts";

/** Reads plain text: paragraphs between empty lines, underlined headings, tables drawn with `|` or tabs, typed lists. */
export async function importText(bytes: Uint8Array): Promise<Imported> {
  const { text, remarks } = decodeText(bytes);
  demandLength(text);
  return { ...printBlocks(readBlocks(text)), countedIn: "line", dropped: [], remarks };
}

/** `Present: A, B      Apologies: C`: what stands far to the right behind a label of its own is a line of its own. */
const LABEL_BESIDE =
  /(?<=\S)\s{3,}(?=(?:Present|Apologies|Apols|Attending|In attendance|Absent|Date|Time|Venue|Place|Chair)\s*:)/;

interface TextLine {
  readonly text: string;
  readonly number: number;
}

function readBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: TextLine[] = [];
  const end = (): void => {
    if (open.length > 0) append(blocks, readPart(open));
    open = [];
  };
  for (const [index, line] of text.split(/[\n\v\f\u2028\u2029]/).entries()) {
    const level = /^={3,}$/.test(line.trim()) ? 1 : /^[-~_*]{3,}$/.test(line.trim()) ? 2 : 0;
    const isUnderline = level > 0;
    // What is underlined column by column heads a table.
    if (isUnderline && open.length === 1 && isHead(open[0]!.text)) continue;
    if (isUnderline && open.length === 1) {
      const [title] = open;
      open = [];
      blocks.push({ kind: "heading", level, place: title!.number, line: lineOf(title!) });
    } else if (isUnderline || cleanWords(line).trim() === "") end();
    else for (const part of line.split(LABEL_BESIDE)) open.push({ text: part, number: index + 1 });
  }
  end();
  return blocks;
}

function isHead(line: string): boolean {
  return /\S {2,}\S.*? {2,}\S/.test(line.trim());
}

/** A part without empty lines: a drawn table, else a paragraph. */
function readPart(lines: readonly TextLine[]): Block[] {
  const place = lines[0]!.number;
  if (lines.length > 1 && lines.every(({ text }) => /^\s*(?:\|.*\||\+[-=+]+\+)\s*$/.test(text))) {
    const rows = lines.filter(({ text }) => /[^\s|+:=-]/.test(text)).map(readRow);
    return rows.length > 0 ? [{ kind: "table", place, rows }] : [];
  }
  for (let from = 0; from < Math.min(lines.length - 1, MOST_TITLES); from++) {
    const body = lines.slice(from);
    const aligned = readAligned(body.map(({ text }) => text));
    if (aligned === null) continue;
    const rows = aligned.map((row) => alignedRow(row, body));
    const table: Block = { kind: "table", place: body[0]!.number, rows };
    return [...(from === 0 ? [] : readPart(lines.slice(0, from))), table];
  }
  return [{ kind: "paragraph", place, lines: lines.map(lineOf) }];
}

/** How many lines may stand above a table without an empty line between. */
const MOST_TITLES = 3;

function readRow({ text, number }: TextLine): Row {
  const cells = text.trim().slice(1, -1).split("|");
  return {
    place: number,
    isHead: false,
    cells: cells.map((cell, column) => ({
      column,
      width: 1,
      blocks: [{ kind: "paragraph", place: number, lines: [lineOf({ text: cell, number })] }],
    })),
  };
}

function alignedRow({ at, cells }: AlignedRow, lines: readonly TextLine[]): Row {
  const place = lines[at]!.number;
  return {
    place,
    isHead: at === 0,
    cells: cells.map((words, column) => ({
      column,
      width: 1,
      blocks:
        words.length === 0
          ? []
          : [{ kind: "paragraph", place, lines: [lineOf({ text: words.join(" "), number: place })] }],
    })),
  };
}

function lineOf({ text, number }: TextLine): Line {
  return tidyLine([{ ...PLAIN, words: text, line: number }]);
}
