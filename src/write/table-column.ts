import type { Passage } from "../read/passage.ts";
import type { Edit } from "../source/diagnostic.ts";
import { insert } from "./edit.ts";
import { endOfLine, type WrittenTable } from "./tables.ts";

/** The edits that put a column in front of all others of a table; its cells are Markdown. */
export function addColumn(
  { rows }: WrittenTable,
  heading: string,
  cellFor: (row: Passage) => string,
  text: string,
): Edit[] {
  const [head, ...others] = rows;
  const delimiter = text.indexOf("\n", endOfLine(text, head!.span.start)) + 1;
  const indent = /^[ \t]*/.exec(text.slice(delimiter, delimiter + 80))![0].length;
  const cells = others.map(cellFor);
  const width = Math.max(...[heading, ...cells].map(({ length }) => length));
  const put = (words: string, at: number) => {
    const cell = words.padEnd(width);
    return insert(at, text[at] === "|" ? `| ${cell} ` : `| ${cell} | `);
  };
  return [
    put(heading, head!.span.start),
    put("-".repeat(width), delimiter + indent),
    ...others.map((row, index) => put(cells[index]!, row.span.start)),
  ];
}
