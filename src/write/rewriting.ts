import { plainText, squash } from "../markdown/plain-text.ts";
import type { Board } from "../model/board.ts";
import type { Note } from "../model/meeting.ts";
import { wordsOf } from "../model/wording.ts";
import type { Passage } from "../read/passage.ts";
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

/** What must be spelt out, as rrb's own form would not read it from the words as they stand. */
export interface SpeltOut {
  /** The references of actions whose owner and due date go into brackets. */
  readonly actions: ReadonlySet<string>;
  /** The offsets at which decisions and deferrals begin that are written anew. */
  readonly decisions: ReadonlySet<number>;
  /** The places of rows on earlier actions that are written anew. */
  readonly rows: ReadonlySet<number>;
  /** Whether all actions bear their numbers, in the log too: else nobody could tell which of them are one. */
  readonly numbers: boolean;
}

/** Where the words as they stand say all. */
export const NOTHING_SPELT_OUT: SpeltOut = {
  actions: new Set(),
  decisions: new Set(),
  rows: new Set(),
  numbers: false,
};

/** What part of a rewriting asks for. Places are those of the published note. */
export interface Rewriting {
  readonly edits: readonly Edit[];
  /** What the front matter or a heading says now. */
  readonly rewritten: readonly Span[];
  /** What has no place in own form. */
  readonly setAside: readonly Span[];
}

/** The whole of the lines in which a stretch lies, the last line end included. */
export function wholeLines(text: string, { start, end }: Span): Span {
  return { start: startOfLine(text, start), end: Math.min(endOfLine(text, end) + 1, text.length) };
}

/** A comment that stands in a line, for words that have no other place there. */
export function writeComment(words: string): string {
  return `<!-- ${squash(words).replaceAll("-->", "-- >")} -->`;
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

/** What a reader sees of the lines of a passage, on one line. */
export function wordsOfPassage(text: string, { lines }: Pick<Passage, "lines">): string {
  return squash(plainText(text, lines).text);
}

/** Whether some words hold all the words of others, however often each of them stands there. */
export function sayAll(words: string, others: string): boolean {
  const said = new Map<string, number>();
  for (const word of wordsOf(words)) said.set(word, (said.get(word) ?? 0) + 1);
  return wordsOf(others).every((word) => {
    const left = said.get(word) ?? 0;
    said.set(word, left - 1);
    return left > 0;
  });
}
