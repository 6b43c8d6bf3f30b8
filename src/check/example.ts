import type { Span } from "../source/source-file.ts";

/** The text of a bad example without its marks, and where they stood. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly Span[];
}

/** Takes the marks out of a text: `[|here|]`, or `[||]` for a place between two characters. */
export function readMarks(marked: string): Marked {
  const marks: Span[] = [];
  let text = "";
  let from = 0;
  for (const mark of marked.matchAll(/\[\|(.*?)\|\]/gs)) {
    text += marked.slice(from, mark.index);
    marks.push({ start: text.length, end: text.length + mark[1]!.length });
    text += mark[1]!;
    from = mark.index + mark[0].length;
  }
  return { text: text + marked.slice(from), marks };
}

/** A line of a marked text, and below it an underline for each mark that begins in it, as wide as what is marked. */
export interface MarkedText {
  readonly line: string;
  readonly underlines: readonly string[];
}

/** The lines of a text, the empty ones at its end aside, with its marks as underlines. */
export function underlineMarks({ text, marks }: Marked): readonly MarkedText[] {
  let start = 0;
  return text
    .trimEnd()
    .split("\n")
    .map((line) => {
      const from = start;
      start += line.length + 1;
      const here = marks.filter((mark) => mark.start >= from && mark.start < start);
      const underlines = here.map((mark) => {
        const length = Math.max(1, Math.min(mark.end, from + line.length) - mark.start);
        return `${" ".repeat(mark.start - from)}${"─".repeat(length)}`;
      });
      return { line, underlines };
    });
}
