import { plainText } from "../markdown/plain-text.ts";
import type { Meeting, Note, ProgressSection } from "../model/meeting.ts";
import { REFERENCE } from "../model/reference.ts";
import { columnOf } from "../read/columns.ts";
import { saysNone } from "../read/marked-line.ts";
import { publishedPartOf } from "../read/published/parts.ts";
import { partOf } from "../read/section-parts.ts";
import type { Span } from "../source/source-file.ts";
import { indexFrom, inOrder, isWithin, startOf } from "./place.ts";
import type { Prose } from "./prose.ts";
import { once } from "./stretch.ts";

/** Words that are written as an action is, or as a report on one, and are read as neither. */
export interface UnreadAction {
  readonly span: Span;
  readonly kind: "marked" | "loosely marked" | "cited" | "table" | "heading" | "entry";
}

interface Placed {
  readonly span: Span;
}

/** What a note in rrb's own form has of actions that nobody will read, in the order of its text. */
export function findUnreadActions({ meeting }: Note, prose: Prose): readonly UnreadAction[] {
  const read = readIn(meeting);
  // Asked only where something is not read: to tell what a heading means to other boards takes long.
  const sections = once(() => sectionsOf(prose));
  const found: UnreadAction[] = [];
  const lost = new Set<Placed>();
  const takeHeading = (at: number): boolean => {
    const section = sectionAt(sections(), at);
    if (section === null || !section.isMissed) return false;
    if (!lost.has(section)) found.push({ span: section.span, kind: "heading" });
    lost.add(section);
    return true;
  };
  for (const table of findTables(prose, read))
    if (!takeHeading(table.start) && sectionAt(sections(), table.start)?.isLog !== true)
      found.push({ span: table, kind: "table" });
  for (const entry of findEntries(prose, read)) {
    if (!takeHeading(entry.start) && isEarlier(meeting, entry.start))
      found.push({ span: entry, kind: "entry" });
  }
  for (const line of [...findMarked(prose, meeting), ...findCited(prose, meeting, read)]) {
    if (lost.has(sectionAt(sections(), line.span.start)!)) continue;
    const same = found.findIndex(({ span }) => span.start <= line.span.start && line.span.start < span.end);
    if (same < 0) found.push(line);
    else if (found[same]!.kind === "entry") found[same] = line;
  }
  return found.toSorted((a, b) => a.span.start - b.span.start);
}

/** All that a note is read to say of actions, decisions and what was put off, in the order of its text. */
function readIn({ actions, progress, log, decisions, deferred, blanket }: Meeting): readonly Placed[] {
  return inOrder([[actions, progress, log, decisions, deferred].flat(), blanket ?? []].flat());
}

/** A heading, and whether lists below it are read as actions. */
interface Section extends Placed {
  /** Whether other boards list actions below such a heading, and rrb's own form does not. */
  readonly isMissed: boolean;
  /** Whether it heads a log, or a part of one that repeats what is held over. */
  readonly isLog: boolean;
}

function sectionsOf({ headings }: Prose): readonly Section[] {
  return headings.map(({ words, placeOf }) => {
    const part = partOf(words);
    const kind = part === null ? publishedPartOf(words)?.kind : null;
    const isMissed = kind === "log" || kind === "progress";
    return {
      span: placeOf(0, words.length),
      isMissed,
      isLog: part?.kind === "log" || /^held over from\b/i.test(words),
    };
  });
}

function sectionAt(sections: readonly Section[], at: number): Section | null {
  return sections[indexFrom(sections, at, startOf) - 1] ?? null;
}

/** The places of the headings of tables whose columns are those of actions, where no row was read. */
function* findTables({ blocks, indicesOf, text }: Prose, read: readonly Placed[]): Iterable<Span> {
  for (const index of indicesOf("table")) {
    const { start, end } = blocks[index]!;
    const next = read[indexFrom(read, start, startOf)];
    if (next !== undefined && next.span.start < end) continue;
    const headings: string[] = [];
    for (let at = index + 2; blocks[at]?.kind === "cell"; at++)
      headings.push(plainText(text, blocks[at]!.lines).text);
    const columns = headings.map(columnOf);
    const hasRows = blocks[index + 2 + headings.length]?.kind === "row";
    const speaks =
      columns.includes("action") ||
      (columns.includes("owner") && (columns.includes("due") || columns.includes("status")));
    if (hasRows && speaks) yield { start: blocks[index + 1]!.start, end: blocks[index + 1]!.end };
  }
}

/** The first lines of the entries of lists that are no part of what was read. */
function* findEntries({ blocks, indicesOf, text }: Prose, read: readonly Placed[]): Iterable<Span> {
  for (const index of indicesOf("item")) {
    const line = blocks[index + 1]?.lines[0];
    const list = blocks[blocks[index]!.parent];
    // Of a list within an entry the entry tells.
    if (line === undefined || list === undefined || list.parent >= 0 || isWithin(line, read)) continue;
    const next = read[indexFrom(read, line.start, startOf)];
    if (next !== undefined && next.span.start < blocks[index]!.end) continue;
    if (!saysNone(plainText(text, [line]).text)) yield line;
  }
}

/** Whether a place stands under a heading of earlier actions; what arises from the minutes may be anything. */
function isEarlier({ progressSections }: Meeting, at: number): boolean {
  const section = sectionOf(progressSections, at);
  return section !== null && !/\bmatters\s+arising\b/i.test(section.title);
}

function sectionOf(sections: Meeting["progressSections"], at: number): ProgressSection | null {
  return sections.find(({ span, end }) => span.end <= at && at < end) ?? null;
}

/** `Action Clerk: …`, `AP3 …`, `[ACTION: Clerk]`: marked as other boards do, and so not read. */
const MARKED =
  /(?:(?<=^|\n)[^\S\n]*(?:[-\u2013\u2014\u2022>*]\s+)?[[(]?|[[(]\s*|(?<=[.!?)\]]\s+))(?<marker>(?:ACTIONS?|Actions?|Acton)(?:\s+(?:[Pp]oint\s+)?\d{1,4})?|AP\s?\d{1,3})(?![\p{L}\d/-])(?!\s*(?:[Pp]lans?|[Ll]ogs?|[Ll]ists?|[Tt]rackers?|[Rr]eports?|[Pp]oints?|from|arising|taken|Fraud|Zone|[Gg]roups?)\b)(?=\s*[:.\])([]|\s*[-\u2013\u2014]\s|\s+\p{Lu}|[^\S\n]*(?:\n|$))/gmu;
/** No marked line as rrb's own form has it holds this. */
const MARKED_HINT =
  /A(?:ction|CTION)s?\b(?!\s*\d*\s*(?:\([^)\n]*\))?(?:\**\s*:|\s+[-\u2013\u2014]\s))|\bAP ?\d|Acton\b|[[(]\s*A(?:ction|CTION)/;
/** What only a marker has behind it: a bracket, or an owner before a colon or a dash. */
const SURELY = /^(?:\s*[:\])([]|(?:\s+\p{Lu}[^:\n]{0,40})?(?::|\s+[-\u2013\u2014]\s))/u;

function* findMarked({ find }: Prose, { progress, log, actions }: Meeting): Iterable<UnreadAction> {
  const reports = inOrder([progress, log].flat());
  const begun = new Set(actions.map(({ span }) => span.start));
  for (const { match, stretch, span } of find(MARKED, MARKED_HINT, "paragraph")) {
    const from = match.index! + match[0].length;
    // A line that is no marked line goes on with the one above it, and is read as words of that.
    if (
      isWithin(span, reports) ||
      begun.has(stretch.placeOf(from - match.groups!.marker!.length, from).start)
    )
      continue;
    const lineEnd = stretch.words.indexOf("\n", from);
    const rest = stretch.words.slice(from, lineEnd < 0 ? undefined : lineEnd);
    if (saysNone(rest.replace(/^[\s:\u2013\u2014-]+/, ""))) continue;
    const isSure = /\d/.test(match.groups!.marker!) || SURELY.test(rest);
    yield { span, kind: isSure ? "marked" : "loosely marked" };
  }
}

const CITED = new RegExp(REFERENCE.source, "giu");
const CITED_HINT = /\d{4}-\d{2}-\d{2}[a-z-]*\/\w/;

/** References that begin a line, or stand anywhere among the earlier actions, and are no part of what was read. */
function* findCited(
  { find }: Prose,
  { progressSections }: Meeting,
  read: readonly Placed[],
): Iterable<UnreadAction> {
  for (const { match, stretch, span } of find(CITED, CITED_HINT, "paragraph")) {
    const begins = /(?:^|\n)[^\S\n]*(?:[-\u2013\u2014\u2022]\s+)?$/.test(stretch.words.slice(0, match.index));
    if ((begins || sectionOf(progressSections, span.start) !== null) && !isWithin(span, read))
      yield { span, kind: "cited" };
  }
}
