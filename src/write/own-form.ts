import { scanBlocks } from "../markdown/blocks.ts";
import type { Outline, Section } from "../read/outline.ts";
import type { Passage } from "../read/passage.ts";
import { readPassages } from "../read/passages.ts";
import { readPublishedForm } from "../read/published/form.ts";
import { findRunningHeads } from "../read/published/running-heads.ts";
import { findReason } from "../read/published/standing.ts";
import type { Edit } from "../source/diagnostic.ts";
import { coverOf } from "../source/many.ts";
import type { Span } from "../source/source-file.ts";
import { composer } from "./composing.ts";
import { insert } from "./edit.ts";
import { writeNoteFront } from "./note-front.ts";
import { actionEdits } from "./own-actions.ts";
import { mastheadEdits } from "./own-masthead.ts";
import { sectionEdits } from "./own-sections.ts";
import { tableEdits, tablesAmong } from "./own-tables.ts";
import {
  linesWithin,
  NOTHING_SPELT_OUT,
  type PublishedNote,
  type SpeltOut,
  wholeLines,
} from "./rewriting.ts";
import { startOfLine } from "./tables.ts";
import { type UnrolledNote, unrollEdits } from "./unrolled-tables.ts";

/** A note written anew in rrb's own form. Places are those of the text that it was written from. */
export interface OwnForm {
  /** All but what is set aside. */
  readonly text: string;
  /** What the front matter or a heading says now. */
  readonly rewritten: readonly Span[];
  readonly runningHeads: readonly Span[];
  /** What own form has no place for: `writeAside` keeps it in a comment at the end. */
  readonly setAside: readonly Span[];
}

/**
 * Writes a published note in rrb's own form: front matter for when, where and who, `## N. Title` for its items, a
 * paragraph for every action. All else stands as it stood. What must be spelt out is told by whoever reads it back.
 */
export function writeOwnForm(published: PublishedNote, spelt: SpeltOut = NOTHING_SPELT_OUT): OwnForm {
  const { text, frontMatter, note, board } = published;
  const all = readPassages(text, scanBlocks(text, frontMatter.bodyStart));
  const { outline, leftOver } = readPublishedForm(text, all, frontMatter, board);
  const runningHeads = [...findRunningHeads(text, all)].map(({ span }) => wholeLines(text, span));
  const kept = keptPassages(outline, leftOver);
  const unrolled = findUnrolled(all, outline);
  const isInTable = coverOf(unrolled.flat().map(({ span }) => span));
  const front = { start: 0, end: frontMatter.bodyStart };

  const reason = findReason(text, outline.preamble);
  const masthead = mastheadEdits(outline.preamble, reason, published, isInTable);
  const sections = sectionEdits(outline, leftOver, published, (offset) => {
    const table = unrolled.find((rows) => rows[0]!.span.start <= offset && offset < rows.at(-1)!.span.end);
    return table === undefined ? null : startOfLine(text, table[0]!.span.start);
  });
  const actions = actionEdits([...outline.preamble, ...kept], published, spelt);
  const logs = new Set(logPassages(outline));
  const tables = tableEdits(
    tablesAmong([...outline.preamble, ...kept]),
    ([row]) => logs.has(row!),
    published,
    spelt,
  );
  const edits: Edit[] = [
    { span: front, text: "" },
    ...runningHeads.map((span) => ({ span, text: "" })),
    ...masthead.edits,
    ...sections.edits,
    ...logHeadingEdits([outline.preamble, ...behindNames(outline, leftOver)], published),
    ...actions.edits,
    ...tables.edits,
    ...partingEdits(kept, all, text),
  ];
  const unrolling: UnrolledNote = { outline, leftOver, headings: sections.headings, edits, tables: unrolled };
  const written = unrollEdits(unrolling, published);
  const compose = composer(text, [...written.edits, ...edits], sections.indents);
  const setAside = [masthead, sections, actions, tables, written].flatMap((part) => part.setAside);
  const { title, others } = foreignKeys(text, front);
  const aside = [...others, ...setAside];
  return {
    text: writeNoteFront(note.meeting, reason?.words ?? null) + tidy(compose(0, text.length)),
    rewritten: [...title, ...masthead.rewritten, ...sections.rewritten],
    runningHeads,
    setAside: aside,
  };
}

/** The lines of front matter of another kind: the title, which is the note's too, and the others. */
function foreignKeys(text: string, front: Span): { readonly title: Span[]; readonly others: Span[] } {
  const lines = linesWithin(text, front);
  const isTitle = ({ start, end }: Span) => /^title:/.test(text.slice(start, end));
  return { title: lines.filter(isTitle), others: lines.filter((line) => !isTitle(line)) };
}

/** The passages that stay text: those of a list of attendance become front matter. */
function keptPassages(outline: Outline, leftOver: ReadonlyMap<Section, readonly Passage[]>): Passage[] {
  return outline.sections.flatMap((section) =>
    section.isItem ? section.passages : (leftOver.get(section) ?? section.passages),
  );
}

/** The tables that were read as a page is, row by row: none of their rows is a row of the outline. */
function findUnrolled(all: readonly Passage[], { preamble, sections }: Outline): Passage[][] {
  const drawn = new Set(
    [...preamble, ...sections.flatMap(({ passages }) => passages)].flatMap(({ kind, table }) =>
      kind === "row" ? [table] : [],
    ),
  );
  return tablesAmong(all).filter(([row]) => !drawn.has(row!.table));
}

/** What is read as a log, or as a report on earlier actions: a table there stays one. */
function logPassages({ preamble, sections }: Outline): Passage[] {
  const logs = sections.filter(({ part }) => part?.kind === "log" || part?.kind === "progress");
  return [...preamble, ...logs.flatMap(({ passages }) => passages)];
}

/** A log that stands above all headings, or behind the names of those present, has one of its own. */
function logHeadingEdits(parts: readonly (readonly Passage[])[], { text, note }: PublishedNote): Edit[] {
  const isLogged = coverOf([...note.meeting.log, ...note.meeting.progress].map(({ span }) => span));
  return parts.flatMap((passages) => {
    const row = passages.find(({ kind, span }) => kind === "row" && isLogged(span.start));
    const first = passages.find(({ table, kind }) => kind === "row" && table === row?.table);
    return first === undefined ? [] : [insert(startOfLine(text, first.span.start), "\n## Actions log\n\n")];
  });
}

/** What stands behind lists of attendance, where that is in no section of its own. */
function behindNames(
  { sections }: Outline,
  leftOver: ReadonlyMap<Section, readonly Passage[]>,
): (readonly Passage[])[] {
  return sections.flatMap((section) => {
    const isAlone = section.part?.kind === "attendance" && section.outerPart === null && !section.isItem;
    return isAlone ? [leftOver.get(section) ?? []] : [];
  });
}

/** A blank line in front of every paragraph that the note had without one. */
function partingEdits(kept: readonly Passage[], all: readonly Passage[], text: string): Edit[] {
  const starts = new Set(all.map(({ span }) => startOfLine(text, span.start)));
  return kept
    .filter(({ kind }) => kind === "text")
    .map(({ span }) => startOfLine(text, span.start))
    .filter((at) => at > 0 && !starts.has(at))
    .map((at) => insert(at, "\n"));
}

/** One blank line at most between two paragraphs, and one line end at the end. */
function tidy(text: string): string {
  const parted = text.replace(/\n(?:[^\S\n]*\n){2,}/g, "\n\n");
  return `\n${parted.replace(/^\s*\n/, "").trimEnd()}\n`;
}

/** Lines that have no other place, in a comment in which a reader of the file finds them; nothing where there are none. */
export function writeAside(lines: readonly Span[], text: string): string {
  if (lines.length === 0) return "";
  const inOrder = lines.toSorted((a, b) => a.start - b.start);
  const words = inOrder.map(({ start, end }) => text.slice(start, end).trim().replaceAll("-->", "-- >"));
  return `\n<!-- The document also says:\n${words.join("\n")}\n-->\n`;
}
