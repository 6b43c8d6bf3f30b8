import { plainText, squash } from "../markdown/plain-text.ts";

/** What Markdown would take for markup, and a table for the end of a cell. */
const MARKUP = /[\\`*_<>[\]&|!#]/g;

/** Words as inline Markdown on one line: read back, they are the same words. */
export function writeInline(words: string): string {
  const line = squash(words);
  const isPlain = plainText(line, [{ start: 0, end: line.length }]).text === line;
  return isPlain ? line : line.replace(MARKUP, "\\$&");
}

/** Words as the text of a heading: hashes at their end would be taken for its own. */
export function writeTitle(words: string): string {
  return writeInline(words).replace(/(?<!\\)#+$/, (marks) => marks.replaceAll("#", "\\#"));
}

/** Words as the cell of a table: nothing in them can end the cell, the row or the table. */
export function writeCell(words: string): string {
  const line = writeInline(words);
  // Unescaped bars only: `writeInline` may have escaped them already.
  return line.replace(/(\\*)\|/g, (bar, slashes: string) =>
    slashes.length % 2 === 1 ? bar : `${slashes}\\|`,
  );
}
