import { plainText } from "../markdown/plain-text.ts";
import type { Undertaking } from "../model/meeting.ts";
import { findMarkedLines } from "../read/marked-line.ts";
import type { Passage } from "../read/passage.ts";
import { coverOf } from "../source/many.ts";
import type { Span } from "../source/source-file.ts";
import { writeInline } from "./inline.ts";
import { writeAction, writeAgreed, writeReport } from "./own-lines.ts";
import { type PublishedNote, type Rewriting, type SpeltOut, sayAll, writeComment } from "./rewriting.ts";
import { endOfLine, startOfLine } from "./tables.ts";

/** What is to stand in a paragraph of its own in place of a stretch. */
interface OwnParagraph {
  readonly span: Span;
  readonly written: string;
  /** Whether the stretch itself may stay where what is written lacks a word of it. */
  readonly mayStay: boolean;
  /** The words that mark it. */
  readonly marker: Span;
}

/**
 * Gives each action a paragraph of its own, `Action 3 (MPS): …`, and so each report on an earlier one and each decision
 * that must be spelt out. No word is lost: what they don't say stays, or is set aside.
 */
export function actionEdits(kept: readonly Passage[], published: PublishedNote, spelt: SpeltOut): Rewriting {
  const { text } = published;
  const contents = new Set(
    kept.flatMap(({ kind, lines }) => (kind === "row" ? [] : [lines[0]?.start ?? -1])),
  );
  const paragraphs = [...paragraphsOf(kept, published, spelt), ...plainReports(kept, published, spelt)];
  const inOrder = paragraphs.toSorted((a, b) => a.span.start - b.span.start);
  const places = inOrder.map(({ span }) => placeFor(span, text, contents));
  const edits = inOrder.map(({ written, mayStay, marker }, index) => {
    const { before, behind, prefix, start, end } = places[index]!;
    // Where a second action is part of the first one's paragraph, the first ends there.
    const place = { start, end: Math.min(end, places[index + 1]?.start ?? end) };
    const raw = text.slice(place.start, place.end);
    const lines = written.replaceAll("\n\n", `\n\n${prefix}`);
    if (sayAll(`${written} ${MARKERS}`, raw)) return { span: place, text: before + lines + behind };
    if (mayStay && !/[^\n]\n\s*[^\n]/.test(raw)) return { span: place, text: before + raw + behind };
    const mark = text.slice(marker.start, marker.end);
    const lost = sayAll(`${written} ${MARKERS} ${mark}`, raw) ? mark : raw;
    return { span: place, text: `${before}${lines} ${writeComment(lost)}${behind}` };
  });
  return { edits, rewritten: [], setAside: [] };
}

/** Words that only mark what is agreed, and need not be there twice. */
const MARKERS = "action actions agreed point points items it was resolved decision owner lead due by status";

function paragraphsOf(kept: readonly Passage[], published: PublishedNote, spelt: SpeltOut): OwnParagraph[] {
  const { note } = published;
  const { actions, progress, decisions, deferred } = note.meeting;
  const isRow = coverOf(kept.flatMap(({ kind, span }) => (kind === "row" ? [span] : [])));
  const stands = ({ span }: { readonly span: Span }) => span.end > span.start && !isRow(span.start);
  const groups = new Map<number, OwnParagraph>();
  const add = (span: Span, written: string, mayStay: boolean, marker: Span = { start: 0, end: 0 }) => {
    const other = groups.get(span.start);
    const both = other === undefined ? written : `${other.written}\n\n${written}`;
    groups.set(span.start, { span, written: both, mayStay: mayStay && (other?.mayStay ?? true), marker });
  };
  for (const action of actions) {
    const isSpeltOut = spelt.actions.has(action.ref) || spelt.numbers;
    if (!stands(action) || (action.fromLog && !isSpeltOut)) continue;
    add(action.span, writeAction(action, published, spelt), !isSpeltOut, action.marker);
  }
  for (const agreed of [...decisions, ...deferred])
    if (stands(agreed) && spelt.decisions.has(agreed.span.start))
      add(agreed.span, writeAgreed(agreed), false, "marker" in agreed ? agreed.marker : undefined);
  for (const row of progress)
    if (stands(row) && spelt.rows.has(row.place)) add(row.span, writeReport(row), false);
  return [...groups.values()];
}

/** Reports that have a line for themselves, without marks of emphasis. */
function plainReports(
  kept: readonly Passage[],
  { text, note }: PublishedNote,
  spelt: SpeltOut,
): OwnParagraph[] {
  const rows = new Map<number, Undertaking>();
  for (const row of note.meeting.progress) if (!spelt.rows.has(row.place)) rows.set(row.span.start, row);
  return kept.flatMap(({ kind, lines }) => {
    const [only, more] = lines;
    if (kind !== "text" || only === undefined || more !== undefined) return [];
    return findMarkedLines(plainText(text, lines), false).flatMap((line) => {
      const raw = text.slice(line.span.start, line.span.end);
      if (!rows.has(line.span.start) || line.kind !== "Action" || line.text === "" || !/[*_]/.test(raw))
        return [];
      const name = line.cited ?? (line.number === null ? "" : String(line.number));
      const brackets = line.brackets === null ? "" : ` (${line.brackets})`;
      const written = `Action${name === "" ? "" : ` ${name}`}${brackets}: ${writeInline(line.text)}`;
      return [{ span: line.span, written, mayStay: true, marker: line.marker }];
    });
  });
}

/** The stretch that gives way, marks of emphasis and all, and what parts it from the words around it. */
function placeFor(span: Span, text: string, contents: ReadonlySet<number>) {
  const lineStart = startOfLine(text, span.start);
  let start = span.start;
  while (start > lineStart && !contents.has(start) && /[*_\s([]/.test(text[start - 1]!)) start--;
  // A report may have been a heading of its own.
  if (/^\s*#{1,6}\s+$/.test(text.slice(lineStart, start))) start = lineStart;
  let end = span.end;
  while (end < text.length && /[*_\])]/.test(text[end]!)) end++;
  const lead = text.slice(lineStart, start);
  const prefix = /^[>\s\-*+\d.)]*$/.test(lead) ? lead.replace(/[^>\s]/g, " ") : indentOf(lead);
  const isFirst = contents.has(start) || (lead.trim() === "" && contents.has(start));
  const rest = text.slice(end, endOfLine(text, end));
  return {
    start,
    end,
    prefix,
    before: isFirst ? "" : `\n\n${prefix}`,
    behind: rest.trim() === "" ? "\n" : `\n\n${prefix}`,
  };
}

function indentOf(lead: string): string {
  return /^(?:\s|>|(?:[-*+]|\d{1,9}[.)])\s)*/.exec(lead)![0].replace(/[^>\s]/g, " ");
}
