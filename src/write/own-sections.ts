import { plainText, squash } from "../markdown/plain-text.ts";
import type { Attendee } from "../model/meeting.ts";
import type { Outline, Section } from "../read/outline.ts";
import type { Passage } from "../read/passage.ts";
import { partOf } from "../read/section-parts.ts";
import type { Edit } from "../source/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import { writeTitle } from "./inline.ts";
import { linesWithin, type PublishedNote, type Rewriting, sayAll } from "./rewriting.ts";
import { endOfLine, startOfLine } from "./tables.ts";

/** The edits to the headings of a note and what they head, and by how much lines below are indented too far. */
export interface SectionRewriting extends Rewriting {
  /** By the offset at which a line starts. */
  readonly indents: ReadonlyMap<number, number>;
  /** The heading that each section has then; lists of attendance have none. */
  readonly headings: ReadonlyMap<Section, string>;
}

/**
 * Rewrites headings as own form has them: items `## N. Title`, others below them; lists of attendance go. Those in a
 * table that is drawn no more have a heading, and no edit.
 */
export function sectionEdits(
  { sections }: Outline,
  leftOver: ReadonlyMap<Section, readonly Passage[]>,
  { text, note }: PublishedNote,
  tableStart: (offset: number) => number | null,
): SectionRewriting {
  const edits: Edit[] = [];
  const rewritten: Span[] = [];
  const setAside: Span[] = [];
  const indents = new Map<number, number>();
  const headings = new Map<Section, string>();
  const { present, inAttendance, apologies, absent } = note.meeting;
  const isListed = listFinder([...present, ...inAttendance, ...apologies, ...absent], text);
  // Items of one note have numbers, or have none: then they are numbered here.
  let counted = 0;
  let above: Section | null = null;
  for (const [index, section] of sections.entries()) {
    const next = sections[index + 1];
    const end =
      next === undefined
        ? text.length
        : (tableStart(next.heading.start) ?? startOfLine(text, next.heading.start));
    const opening = openingOf(section, text);
    rewritten.push(section.heading);
    if (section.isItem) counted++;
    const isEdited = tableStart(section.heading.start) === null;
    if (section.part?.kind === "attendance" && !section.isItem) {
      const rest = leftOver.get(section) ?? [];
      const isElsewhere = rest.length > 0 && kindOf(section.outerPart) !== kindOf(above?.part ?? null);
      const heading = isElsewhere ? headingLine(section, 3, null, text) : "\n";
      headings.set(section, heading);
      if (!isEdited) continue;
      const from = rest[0] === undefined ? end : startOfLine(text, rest[0].span.start);
      edits.push({ span: { start: opening.start, end: Math.max(from, opening.end) }, text: heading });
      for (const line of linesWithin(text, { start: opening.end, end: from }))
        if (!isListed(line)) setAside.push(line);
      continue;
    }
    if (staysText(section, above)) continue;
    above = section;
    const level = levelOf(section, next, counted);
    const number = section.isItem ? (section.number ?? counted) : null;
    const heading = headingLine(section, level, number, text);
    headings.set(section, heading);
    if (!isEdited) continue;
    edits.push({ span: opening, text: heading });
    indentWithin(opening, end, text, indents);
  }
  return { edits, rewritten, setAside, indents, headings };
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
function levelOf(
  { isItem, title, part, hasOwnPart }: Section,
  next: Section | undefined,
  counted: number,
): 2 | 3 {
  if (isItem) return 2;
  if (!hasOwnPart || part === null) return 3;
  if (counted === 0 && (partOf(title) !== null || kindOf(part) !== null)) return 2;
  const isLast = next === undefined || next.isItem || (next.part?.kind === "log" && !next.hasOwnPart);
  return part.kind === "log" && isLast ? 2 : 3;
}

/**
 * The heading of a section. Where its own words give it no part in own form, words that do stand before them, or below
 * the heading of an item.
 */
function headingLine(section: Section, level: number, number: number | null, text: string): string {
  const { title, heading, part, isItem } = section;
  const isCut = part !== null && part.contentFrom !== null;
  const words = isCut ? squash(plainText(text, [heading]).text).replace(/\s*:$/, "") : squash(title);
  const missing = partWords(section);
  const marks = "#".repeat(level);
  if (isItem) {
    const below = missing === null ? "" : `### ${missing}\n\n`;
    return `\n\n${marks} ${number}. ${writeTitle(words)}\n\n${below}`;
  }
  return `\n\n${marks} ${missing === null ? "" : `${missing}: `}${writeTitle(words)}\n\n`;
}

/** What own form calls a section of this part, where the section is not called so; else null. */
function partWords({ title, part, hasOwnPart }: Section): string | null {
  const isRead = hasOwnPart && (part?.kind === "progress" || part?.kind === "log");
  if (!isRead || partOf(title)?.kind === part.kind) return null;
  if (part.kind === "log") return "Actions log";
  return part.mattersArising ? "Matters arising" : "Actions from previous meeting";
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

/** Names may be counted: `3. Ann Other`. */
function withoutNumber(line: string): string {
  return line.replace(/^\s*\d{1,3}[.)]\s+/, "");
}

/** Words that only say what a list is, or part the names in it. */
const OF_A_LIST =
  "present attending attendance attendees in also were was and the those apologies for absence received from confirmed members absent not chair with by governors trustees councillors cllrs directors officers panel board committee who came there here sorry apols room";

/** Tells whether all that a line says stands in the lists. */
function listFinder(attendees: readonly Attendee[], text: string): (line: Span) => boolean {
  const inOrder = attendees.toSorted((a, b) => a.span.start - b.span.start);
  return ({ start, end }) => {
    const here = inOrder.filter(({ span }) => span.start < end && span.end > start);
    const words = here.map(({ as }) => as).join(" ");
    return (
      here.length > 0 &&
      sayAll(`${words} ${OF_A_LIST}`, withoutNumber(plainText(text, [{ start, end }]).text))
    );
  };
}
