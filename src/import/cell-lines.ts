import type { Block } from "./block.ts";
import { escapeWords } from "./escape.ts";
import { isStrong, wordsOf, writeLine } from "./inline.ts";

/** A line of a cell. */
export interface CellLine {
  readonly words: string;
  /** The same in Markdown. */
  readonly text: string;
  readonly isBold: boolean;
}

/** The blocks of a cell as the lines that a reader sees in it; an entry of a list begins with its label, or a bullet. */
export function linesOf(blocks: readonly Block[], label = ""): CellLine[] {
  return blocks.flatMap((block, index): CellLine[] => {
    const before = index === 0 ? label : "";
    if (block.kind === "list") {
      return block.entries.flatMap((entry) => linesOf(entry.blocks, `${entry.label ?? "\u2022"} `));
    }
    if (block.kind === "table") {
      return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => linesOf(cell.blocks)));
    }
    const lines = block.kind === "heading" ? [block.line] : block.lines;
    return lines.map((line, at) => {
      const lead = at === 0 ? before : "";
      return {
        words: lead + wordsOf(line),
        text: escapeWords(lead) + writeLine(line),
        isBold: isStrong(line),
      };
    });
  });
}

/** The words of some blocks in one line. */
export function wordsOfBlocks(blocks: readonly Block[]): string {
  return linesOf(blocks)
    .map(({ words }) => words)
    .join(" ");
}
