import { append } from "../../source/many.ts";
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
    if (isUnderline && open.length === 1) {
      const [title] = open;
      open = [];
      blocks.push({ kind: "heading", level, place: title!.number, line: lineOf(title!) });
    } else if (isUnderline || cleanWords(line).trim() === "") end();
    else open.push({ text: line, number: index + 1 });
  }
  end();
  return blocks;
}

/** A part without empty lines: a drawn table, else a paragraph. */
function readPart(lines: readonly TextLine[]): Block[] {
  const place = lines[0]!.number;
  if (lines.length > 1 && lines.every(({ text }) => /^\s*(?:\|.*\||\+[-=+]+\+)\s*$/.test(text))) {
    const rows = lines.filter(({ text }) => /[^\s|+:=-]/.test(text)).map(readRow);
    return rows.length > 0 ? [{ kind: "table", place, rows }] : [];
  }
  return [{ kind: "paragraph", place, lines: lines.map(lineOf) }];
}

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

function lineOf({ text, number }: TextLine): Line {
  return tidyLine([{ ...PLAIN, words: text, line: number }]);
}
