import type { BlanketReport, Fault, ProgressRow } from "../model/meeting.ts";
import { append, coverOf, holderOf } from "../source/many.ts";
import { type LogReading, readLog } from "./actions-log.ts";
import { collectMarkedLines } from "./agreed.ts";
import { exceptionFault, isBlanket, readBlanket } from "./blanket.ts";
import type { MarkedLine } from "./marked-line.ts";
import type { Outline, Section } from "./outline.ts";
import type { Passage } from "./passage.ts";
import { readProgress } from "./progress.ts";
import { readReportingLine } from "./published/labelled-draft.ts";
import { readPublishedLog } from "./published/log.ts";
import { partReportedLists } from "./published/reported-lists.ts";
import { statusInTitle } from "./published/status.ts";
import type { Reading } from "./reading.ts";

/** What a note says of its business, in the order of the note: not yet numbered, joined or told apart. */
export interface Found {
  readonly lines: { line: MarkedLine; item: number | null }[];
  readonly rows: Omit<ProgressRow, "place">[];
  readonly log: LogReading[];
  readonly blankets: BlanketReport[];
  readonly faults: Fault[];
}

/** Collects the business of a note, section by section; `leftOver` is what stands behind an attendance list. */
export function collectBusiness(
  outline: Outline,
  leftOver: ReadonlyMap<Section, readonly Passage[]>,
  reading: Reading,
): Found {
  const found: Found = { lines: [], rows: [], log: [], blankets: [], faults: [] };
  collectLines(outline.preamble, null, true, found, reading);
  if (!reading.isOwnForm) append(found.log, readPublishedLog(outline.preamble, false, null, reading));
  const hasItems = outline.sections.some(({ isItem }) => isItem);
  let item: number | null = null;
  for (const section of outline.sections) {
    if (section.isItem) item = section.number;
    const passages = leftOver.get(section) ?? section.passages;
    const part = section.part?.kind === "attendance" ? section.outerPart : section.part;
    if (part?.kind === "progress")
      collectProgress(section.title, passages, part.mattersArising, item, found, reading);
    else if (part?.kind === "log" && reading.isOwnForm)
      append(found.log, withoutHeldOver(readLog(passages, reading), section, found, reading));
    else if (!reading.isOwnForm) collectPublishedLog(section, passages, item, !hasItems, found, reading);
    if (part?.kind === "log") collectLines(passages, item, false, found, reading);
    else if (part?.kind !== "progress")
      collectLines(takeReports(passages, found, reading), item, true, found, reading);
  }
  return found;
}

/** Collects marked lines. A line that cites a reference is progress, wherever it stands. */
function collectLines(
  passages: readonly Passage[],
  item: number | null,
  actionsToo: boolean,
  found: Found,
  reading: Reading,
  isBooked: (offset: number) => boolean = () => false,
): void {
  const marked = collectMarkedLines(passages, reading);
  for (const line of marked) {
    const report = actionsToo && !reading.isOwnForm ? readReportingLine(line, reading) : null;
    if (line.kind === "Action" && line.number === null && isBlanket(line.text)) takeBlanket(line, found);
    else if (report !== null) found.rows.push(report);
    else if (line.cited === null && (line.kind !== "Action" || (actionsToo && !isBooked(line.span.start))))
      found.lines.push({ line, item });
  }
  const citing = marked.filter(({ cited, span }) => cited !== null && !isBooked(span.start));
  if (citing.length === 0) return;
  const { rows } = readProgress(withListsBelow(passages, citing), false, reading);
  append(
    found.rows,
    rows.filter((row) => row.cited !== null),
  );
}

function takeBlanket(line: MarkedLine, found: Found): void {
  const blanket = readBlanket(line);
  if (blanket === null) found.faults.push(exceptionFault(line.span));
  else found.blankets.push(blanket);
}

/** Collects the rows of a published note's tables of actions, in a section of their own or among the items. */
function collectPublishedLog(
  section: Section,
  passages: readonly Passage[],
  item: number | null,
  standsAlone: boolean,
  found: Found,
  reading: Reading,
): void {
  const isLog = section.part?.kind === "log";
  const given = isLog ? statusInTitle(section.title) : null;
  const rows = withoutHeldOver(readPublishedLog(passages, isLog, given, reading), section, found, reading);
  append(
    found.log,
    rows.map((row) => (isLog ? { ...row, standsAlone } : { ...row, item, standsAlone })),
  );
}

/** `Held over from …`: so rrb itself heads what a log repeats of earlier meetings. Such a row reports nothing. */
function withoutHeldOver(
  rows: readonly LogReading[],
  { title }: Section,
  { rows: reports }: Found,
  { id }: Reading,
): readonly LogReading[] {
  if (!/^held over from\b/i.test(title)) return rows;
  // What a note was the first to report on bears the note's own name, and the number of its row there.
  const broughtForward = new Set(reports.map(({ number }, index) => `${id}/bf${number ?? index + 1}`));
  return rows.filter(({ asProgress }) => {
    const ref = asProgress?.cited?.value ?? null;
    return ref === null || (ref.startsWith(`${id}/`) && !broughtForward.has(ref));
  });
}

/** Collects the lists of a published note's item that report on earlier actions, and gives what is left. */
function takeReports(passages: readonly Passage[], found: Found, reading: Reading): readonly Passage[] {
  if (reading.isOwnForm) return passages;
  const { reported, others } = partReportedLists(reading.text, passages);
  for (const list of reported) append(found.rows, readProgress(list, false, reading).rows);
  return others;
}

/** Collects what a section on earlier actions reports, and the decisions and deferrals that stand among it. */
function collectProgress(
  title: string,
  passages: readonly Passage[],
  mattersArising: boolean,
  item: number | null,
  found: Found,
  reading: Reading,
): void {
  const progress = readProgress(passages, mattersArising, reading, title);
  const rows = progress.rows.filter((row) => !isBlanketRow(row));
  append(found.rows, rows);
  for (const line of progress.raised) found.lines.push({ line, item });
  // Rows of a table hold no marked line of rrb's own form, and where there is nothing else there is nothing to look for.
  if (reading.isOwnForm && passages.every(({ kind }) => kind === "row")) return;
  const isReport = coverOf(rows.map(({ span }) => span));
  const others = passages.filter(({ span }) => !isReport(span.start));
  // In a published note an action may stand behind what is said of an earlier one.
  const isRead = coverOf([...rows, ...progress.raised].map(({ span }) => span));
  collectLines(others, item, !reading.isOwnForm, found, reading, isRead);
}

/** The sentence for all is no row, though it begins with the word. */
function isBlanketRow(row: Omit<ProgressRow, "place">): boolean {
  return row.cited === null && row.number === null && isBlanket(row.text);
}

/** The passages in which some lines stand, each with the list right below it. */
function withListsBelow(passages: readonly Passage[], lines: readonly MarkedLine[]): Passage[] {
  const holdsLine = holderOf(lines.map(({ span }) => span.start));
  let follows = false;
  return passages.filter((passage) => {
    follows = holdsLine(passage.span) || (follows && passage.kind === "text" && passage.depth > 0);
    return follows;
  });
}
