import { scanBlocks } from "../markdown/blocks.ts";
import type { Outline, Section } from "../read/outline.ts";
import { type Passage, readPassages } from "../read/passage.ts";
import { readPublishedForm } from "../read/published-form.ts";
import { findRunningHeads } from "../read/running-heads.ts";
import type { Edit } from "../source/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import { insert } from "./edit.ts";
import { writeNoteFront } from "./note-front.ts";
import { actionEdits } from "./own-actions.ts";
import { mastheadEdits } from "./own-masthead.ts";
import { sectionEdits } from "./own-sections.ts";
import { pastedTableEdits } from "./pasted-tables.ts";
import { linesWithin, type PublishedNote, wholeLines } from "./rewriting.ts";
import { startOfLine } from "./tables.ts";

/** A note written anew in rrb's own form. Places are those of the text that it was written from. */
export interface OwnForm {
  readonly text: string;
  /** What the front matter or a heading says now. */
  readonly rewritten: readonly Span[];
  readonly runningHeads: readonly Span[];
  /** What stood among lists of names and is no name, and front matter of another kind: kept in a comment at the end. */
  readonly setAside: readonly Span[];
}

/**
 * Writes a published note in rrb's own form: front matter for when, where and who, `## N. Title` for its items, a
 * paragraph for every action. All else stands as it stood. `stated` are the references of actions whose owner and due
 * date must stand in brackets, as own form does not read them from their words.
 */
export function writeOwnForm(published: PublishedNote, stated: ReadonlySet<string> = new Set()): OwnForm {
  const { text, frontMatter, note, board } = published;
  const all = readPassages(text, scanBlocks(text, frontMatter.bodyStart));
  const { outline, leftOver } = readPublishedForm(text, all, frontMatter, board);
  const runningHeads = [...findRunningHeads(text, all)].map(({ span }) => wholeLines(text, span));
  const masthead = mastheadEdits(outline.preamble, published);
  const sections = sectionEdits(outline, leftOver, published);
  const kept = keptPassages(outline, leftOver);
  const front = { start: 0, end: frontMatter.bodyStart };
  const edits: Edit[] = [
    { span: front, text: "" },
    ...runningHeads.map((span) => ({ span, text: "" })),
    ...masthead.edits,
    ...sections.edits,
    ...kept.flatMap((passage) => actionEdits(passage, published, stated)),
    ...pastedTableEdits(kept, note.meeting, text),
    ...partingEdits(kept, all, text),
  ];
  const setAside = [...linesWithin(text, front), ...masthead.setAside, ...sections.setAside];
  return {
    text: [
      writeNoteFront(note.meeting),
      tidy(compose(text, edits, sections.indents)),
      writeAside(setAside, text),
    ].join(""),
    rewritten: [...masthead.rewritten, ...sections.rewritten],
    runningHeads,
    setAside,
  };
}

/** The passages that stay text: those of a list of attendance become front matter. */
function keptPassages(outline: Outline, leftOver: ReadonlyMap<Section, readonly Passage[]>): Passage[] {
  return outline.sections.flatMap((section) => leftOver.get(section) ?? section.passages);
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

/** Makes edits to a text; an edit within another one gives way. Lines lose the indentation that `indents` have at their start. */
function compose(text: string, edits: readonly Edit[], indents: ReadonlyMap<number, number>): string {
  const inOrder = edits.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const pieces: string[] = [];
  let at = 0;
  const keep = (to: number) => {
    while (at < to) {
      const indent = indents.get(at) ?? 0;
      const lineEnd = text.indexOf("\n", at);
      const end = Math.min(lineEnd < 0 ? to : lineEnd + 1, to);
      const line = text.slice(at, end);
      pieces.push(indent === 0 ? line : line.slice(Math.min(indent, /^ */.exec(line)![0].length)));
      at = end;
    }
  };
  for (const { span, text: written } of inOrder) {
    if (span.start < at) continue;
    keep(span.start);
    pieces.push(written);
    at = Math.max(at, span.end);
  }
  keep(text.length);
  return pieces.join("");
}

/** One blank line at most between two paragraphs, and one line end at the end. */
function tidy(text: string): string {
  return `\n${text
    .replace(/\n(?:[^\S\n]*\n){2,}/g, "\n\n")
    .replace(/^\s*\n/, "")
    .trimEnd()}\n`;
}

/** What has no other place, where a reader of the file finds it. */
function writeAside(lines: readonly Span[], text: string): string {
  if (lines.length === 0) return "";
  const words = lines.map(({ start, end }) => text.slice(start, end).trim().replaceAll("-->", "-- >"));
  return `\n<!-- The document also says:\n${words.join("\n")}\n-->\n`;
}
