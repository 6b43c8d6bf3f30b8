import type { Board } from "../model/board.ts";
import type { Note } from "../model/meeting.ts";
import type { Edit } from "../source/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type { FrontMatter } from "../yaml/front-matter.ts";
import { endOfLine, startOfLine } from "./tables.ts";

/** A note as it was published, and how it was read. */
export interface PublishedNote {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly note: Note;
  readonly board: Board;
}

/** What part of a rewriting asks for. */
export interface Rewriting {
  readonly edits: readonly Edit[];
  readonly rewritten: readonly Span[];
  readonly setAside: readonly Span[];
}

/** The lines of a stretch that say anything. */
export function linesWithin(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  for (let at = start; at < end; ) {
    const lineEnd = Math.min(endOfLine(text, at), end);
    if (/[\p{L}\p{N}]/u.test(text.slice(at, lineEnd))) lines.push({ start: at, end: lineEnd });
    at = lineEnd + 1;
  }
  return lines;
}

/** The whole of the lines in which a stretch lies, the last line end included. */
export function wholeLines(text: string, { start, end }: Span): Span {
  return { start: startOfLine(text, start), end: Math.min(endOfLine(text, end) + 1, text.length) };
}
