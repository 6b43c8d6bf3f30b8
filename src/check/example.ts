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
