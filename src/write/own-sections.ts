import { plainText, squash } from "../markdown/plain-text.ts";
import type { Attendee } from "../model/meeting.ts";
import type { Outline, Section } from "../read/outline.ts";
import type { Passage } from "../read/passage.ts";
import type { Edit } from "../source/diagnostic.ts";
import { coverOf } from "../source/many.ts";
import type { Span } from "../source/source-file.ts";
import { writeTitle } from "./inline.ts";
import { linesWithin, type PublishedNote, type Rewriting } from "./rewriting.ts";
import { endOfLine, startOfLine } from "./tables.ts";

/** The edits to the headings of a note and what they head, and by how much lines below are indented too far. */
export interface SectionRewriting extends Rewriting {
  /** By the offset at which a line starts. */
  readonly indents: ReadonlyMap<number, number>;
}

/** Rewrites headings as own form has them: items `## N. Title`, others below them; lists of attendance go. */
export function sectionEdits(
  { sections }: Outline,
  leftOver: ReadonlyMap<Section, readonly Passage[]>,
  { text, note }: PublishedNote,
): SectionRewriting {
  const edits: Edit[] = [];
  const rewritten: Span[] = [];
  const setAside: Span[] = [];
  const indents = new Map<number, number>();
  const { present, inAttendance, apologies, absent } = note.meeting;
  const isName = nameFinder([...present, ...inAttendance, ...apologies, ...absent]);
  // Items of one note have numbers, or have none: then they are numbered here.
  let counted = 0;
  let above: Section | null = null;
  for (const [index, section] of sections.entries()) {
    const next = sections[index + 1];
    const end = next === undefined ? text.length : startOfLine(text, next.heading.start);
    const opening = openingOf(section, text);
    rewritten.push(section.heading);
    if (section.isItem) counted++;
    if (section.part?.kind === "attendance") {
      const rest = leftOver.get(section) ?? [];
      const from = rest[0] === undefined ? end : startOfLine(text, rest[0].span.start);
      const isElsewhere = rest.length > 0 && kindOf(section.outerPart) !== kindOf(above?.part ?? null);
      const heading = isElsewhere ? headingLine(section, 3, null, text) : "\n";
      edits.push({ span: { start: opening.start, end: Math.max(from, opening.start) }, text: heading });
      for (const line of linesWithin(text, { start: opening.end, end: from }))
        if (!isName(line)) setAside.push(line);
      continue;
    }
    if (staysText(section, above)) continue;
    above = section;
    const level = levelOf(section, next, counted);
    const number = section.isItem ? (section.number ?? counted) : null;
    edits.push({ span: opening, text: headingLine(section, level, number, text) });
    indentWithin(opening, end, text, indents);
  }
  return { edits, rewritten, setAside, indents };
}

type Part = Section["part"];

function kindOf(part: Part): "progress" | "log" | null {
  return part?.kind === "progress" || part?.kind === "log" ? part.kind : null;
}

/** `Next meeting: 3 May.` is a sentence as good as a heading, where it ends no report on actions. */
function staysText({ part, isItem }: Section, above: Section | null): boolean {
  return (
    part?.kind === "next meeting" &&
    part.contentFrom !== null &&
    !isItem &&
    kindOf(above?.part ?? null) === null
  );
}

/** A section that plays a part without being an item stands beside the items only where nothing stands below it. */
function levelOf({ isItem, part, hasOwnPart }: Section, next: Section | undefined, counted: number): 2 | 3 {
  if (isItem) return 2;
  if (!hasOwnPart || part === null) return 3;
  if (counted === 0) return 2;
  return part.kind === "log" && (next === undefined || next.isItem) ? 2 : 3;
}

function headingLine(
  { title, heading, part }: Section,
  level: number,
  number: number | null,
  text: string,
): string {
  const isCut = part !== null && part.contentFrom !== null;
  const words = isCut ? squash(plainText(text, [heading]).text).replace(/\s*:$/, "") : squash(title);
  return `\n\n${"#".repeat(level)} ${number === null ? "" : `${number}. `}${writeTitle(words)}\n\n`;
}

/** The stretch that a heading takes up: its line with all marks, or the part of it before what it heads. */
function openingOf({ heading, passages }: Section, text: string): Span {
  const start = startOfLine(text, heading.start);
  const [first] = passages;
  const lineEnd = endOfLine(text, heading.end);
  const goesOn = first !== undefined && first.lines[0] !== undefined && first.lines[0].start < lineEnd;
  if (goesOn) return { start, end: first.lines[0]!.start };
  // The line below a heading may underline it.
  const below = endOfLine(text, Math.min(lineEnd + 1, text.length));
  const isUnderlined = /^ {0,3}(?:=+|-+)[ \t]*$/.test(text.slice(lineEnd + 1, below));
  return { start, end: Math.min((isUnderlined ? below : lineEnd) + 1, text.length) };
}

/** What stands within the list entry that a heading was is indented no more. */
function indentWithin({ start, end }: Span, to: number, text: string, indents: Map<number, number>): void {
  const marker = /^[^\S\n]*(?:(?:[-*+]|\d{1,9}[.)])[^\S\n]+)+/.exec(text.slice(start, end))?.[0].length ?? 0;
  if (marker === 0) return;
  for (let at = end; at < to; at = endOfLine(text, at) + 1) indents.set(at, marker);
}

/** Tells whether a line holds one of the names of a list. */
function nameFinder(attendees: readonly Attendee[]): (line: Span) => boolean {
  const covers = coverOf(attendees.map(({ span }) => span));
  return ({ start, end }) => {
    for (let at = start; at < end; at++) if (covers(at)) return true;
    return false;
  };
}
