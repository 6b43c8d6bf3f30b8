import { plainText, squash } from "../markdown/plain-text.ts";
import type { Outline, Section } from "../read/outline.ts";
import type { Passage } from "../read/passage.ts";
import type { Edit } from "../source/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import { composer } from "./composing.ts";
import { writeNoteFront } from "./note-front.ts";
import { isRepeated } from "./own-masthead.ts";
import { type PublishedNote, type Rewriting, sayAll, wholeLines, wordsOfPassage } from "./rewriting.ts";

/** A note whose minutes stand in tables, those tables by their rows, and what its headings and lines become. */
export interface UnrolledNote {
  readonly outline: Outline;
  readonly leftOver: ReadonlyMap<Section, readonly Passage[]>;
  readonly headings: ReadonlyMap<Section, string>;
  readonly edits: readonly Edit[];
  readonly tables: readonly (readonly Passage[])[];
}

/** Words that only say what the cell beside or below them holds. */
const OF_A_TABLE =
  "date time place venue location present attendees apologies item items action actions owner chair";

/** What stands in a table of minutes, in the order in which it is read. */
interface Piece {
  readonly at: number;
  readonly written: string;
}

/** Writes tables that were read as a page is as one: headings, and paragraphs below them. */
export function unrollEdits(unrolled: UnrolledNote, published: PublishedNote): Rewriting {
  if (unrolled.tables.length === 0) return { edits: [], rewritten: [], setAside: [] };
  const pieces = piecesOf(unrolled, published);
  const front = writeNoteFront(published.note.meeting, null);
  const edits: Edit[] = [];
  const setAside: Span[] = [];
  for (const rows of unrolled.tables) {
    const span = wholeTable(rows, published.text);
    const here = pieces.filter(({ at }) => at >= span.start && at < span.end);
    const written = here.map((piece) => piece.written).join("\n\n");
    edits.push({ span, text: `\n\n${written}\n\n` });
    for (const cell of rows.flatMap(({ cells }) => cells)) {
      const words = squash(plainText(published.text, cell.lines).text);
      const isSaid = sayAll(`${written} ${front} ${OF_A_TABLE}`, words);
      if (!isSaid && !isRepeated(words, published.note.meeting)) setAside.push(...cell.lines);
    }
  }
  return { edits, rewritten: [], setAside };
}

function wholeTable(rows: readonly Passage[], text: string): Span {
  const span = wholeLines(text, { start: rows[0]!.span.start, end: rows.at(-1)!.span.end });
  if (rows.length > 1) return span;
  const below = /^[ \t]*\|?[ \t:|-]+(?:\n|$)/.exec(text.slice(span.end));
  return { start: span.start, end: span.end + (below?.[0].length ?? 0) };
}

function piecesOf(
  { outline, leftOver, headings, edits }: UnrolledNote,
  { text, note }: PublishedNote,
): Piece[] {
  const compose = composer(text, edits);
  const pieceOf = (passage: Passage): Piece[] => {
    if (passage.kind === "row") return [];
    const lines = passage.lines.map(({ start, end }) => compose(start, end));
    return [{ at: passage.lines[0]?.start ?? passage.span.start, written: asText(lines.join("\n")) }];
  };
  return [
    ...outline.preamble
      .filter((passage) => !isRepeated(wordsOfPassage(text, passage), note.meeting))
      .flatMap(pieceOf),
    ...outline.sections.flatMap((section) => {
      const heading = headings.get(section);
      const passages = leftOver.get(section) ?? section.passages;
      const head = heading === undefined ? [] : [{ at: section.heading.start, written: heading.trim() }];
      return [...head, ...passages.flatMap(pieceOf)];
    }),
  ];
}

/** What stood in a cell begins no block of another kind, and a bar ends nothing. */
function asText(written: string): string {
  return written
    .replaceAll("\\|", "|")
    .replace(/<br\s*\/?>/gi, "\n")
    .trim();
}
