import type { Board } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import type { Attendee, BlanketReport, Fault, Item, Meeting, Note, ProgressRow } from "../model/meeting.ts";
import { MEETING_ID } from "../model/reference.ts";
import type { Located, SourceFile, Span } from "../source/source-file.ts";
import { entryOf } from "../source/yaml-node.ts";
import { joinLog, type LogReading, readLog } from "./actions-log.ts";
import { collectMarkedLines, readDecisions, readDeferrals, readRaising } from "./agreed.ts";
import { isChair, readAttendance, runsOn } from "./attendance.ts";
import { scanBlocks } from "./blocks.ts";
import { type Fields, isOwnFrontMatter, readFields, textOf } from "./fields.ts";
import type { FrontMatter } from "./front-matter.ts";
import { type MarkedLine, saysNone } from "./marked-line.ts";
import { type Masthead, readMasthead } from "./masthead.ts";
import { type Outline, outlineOwnForm, outlineRealNote, type Section } from "./outline.ts";
import { knownNames } from "./owners.ts";
import { type Passage, readPassages } from "./passage.ts";
import { plainText, squash } from "./plain-text.ts";
import { readProgress } from "./progress.ts";
import type { Reading } from "./reading.ts";
import type { AttendanceList } from "./section-parts.ts";
import { findDay, findDays } from "./written-day.ts";

/** Reads one note in Markdown: in rrb's own form, or as it was published. Never fails; faults come with the note. */
export function readNote(source: SourceFile, frontMatter: FrontMatter, board: Board): Note {
  const { text } = source;
  const isOwnForm = frontMatter.faults.length > 0 || isOwnFrontMatter(frontMatter.node);
  const passages = readPassages(text, scanBlocks(text, frontMatter.bodyStart));
  const outline = isOwnForm ? outlineOwnForm(text, passages) : outlineRealNote(text, passages);
  const fields = readFields(isOwnForm ? frontMatter.node : null, board);
  const top = readTop(text, outline, isOwnForm, frontMatter, fields);
  const attendance = isOwnForm ? ownAttendance(fields) : realAttendance(text, outline, board);
  const id = idOf(source.path);
  const date = fields.date?.value ?? dayOfId(id) ?? top.dates[0]?.value ?? null;
  const people = [
    ...attendance.present,
    ...attendance.inAttendance,
    ...attendance.apologies,
    ...attendance.absent,
  ];
  const names = knownNames(board, people);
  const nextMeeting = fields.nextMeeting ?? findNextMeeting(text, outline, passages, date);
  const reading: Reading = { text, board, names, id, date, nextMeeting, isOwnForm };
  const { faults, leftOver, chair, ...lists } = attendance;
  const meeting: Meeting = {
    id,
    path: source.path,
    date,
    statedDates: [...(fields.date === null ? [] : [fields.date]), ...top.dates],
    time: fields.time ?? top.time,
    place: fields.place ?? top.place,
    title: fields.title ?? top.title,
    state: fields.state,
    chair: fields.chair ?? chair,
    ...lists,
    nextMeeting,
    confirmed: fields.confirmed,
    movedTo: fields.movedTo,
    movedFrom: fields.movedFrom,
    inquorate: fields.inquorate,
    ...readBusiness(outline, leftOver, reading),
  };
  return {
    path: source.path,
    meeting,
    frontMatter: frontMatter.node,
    faults: [...frontMatter.faults, ...faults],
  };
}

/** A meeting's id: its file's name without folder and ending. */
export function idOf(path: string): string {
  return path.replace(/^.*[\\/]/, "").replace(/\.(?:md|ya?ml|txt)$/i, "");
}

/** The day in a meeting's id; null where it is no such id. */
export function dayOfId(id: string): Day | null {
  return MEETING_ID.test(id) ? (findDay(id.slice(0, 10), null)?.day ?? null) : null;
}

function readTop(
  text: string,
  outline: Outline,
  isOwnForm: boolean,
  frontMatter: FrontMatter,
  fields: Fields,
): Masthead {
  if (!isOwnForm) {
    const top = readMasthead(text, outline.preamble);
    // What published the note may hold its title, and in it the date.
    const title = entryOf(frontMatter.node, "title");
    const words = textOf(title);
    const days =
      words === null ? [] : findDays(words, null).flatMap(({ day }) => (day === null ? [] : [day]));
    return {
      ...top,
      title: words ?? top.title,
      dates: [...days.map((value) => ({ value, span: title!.span })), ...top.dates],
    };
  }
  const heading = outline.preamble.find((passage) => passage.kind === "heading" && passage.level === 1);
  const top = readMasthead(text, heading === undefined ? [] : [heading]);
  return { ...top, time: null, place: null, title: fields.title ?? top.title };
}

interface Attendance extends Record<AttendanceList, readonly Attendee[]> {
  readonly chair: string | null;
  readonly faults: readonly Fault[];
  /** What stands behind an attendance list, by its section. */
  readonly leftOver: ReadonlyMap<Section, readonly Passage[]>;
}

function ownAttendance({ present, inAttendance, apologies, absent }: Fields): Attendance {
  return { present, inAttendance, apologies, absent, chair: null, faults: [], leftOver: new Map() };
}

/** Reads the lists that a published note heads `Present`, `Apologies` and the like. */
function realAttendance(text: string, outline: Outline, board: Board): Attendance {
  const lists: Record<AttendanceList, Attendee[]> = {
    present: [],
    inAttendance: [],
    apologies: [],
    absent: [],
  };
  const leftOver = new Map<Section, readonly Passage[]>();
  const names = knownNames(board, []);
  const sections = outline.sections.filter(({ part }) => part?.kind === "attendance");
  const isRunOn = sections.some((section) => section.hasOwnPart && runsOn(text, section.passages, names));
  const hasPresent = sections.some(({ part }) => part?.kind === "attendance" && part.list === "present");
  let runOn: Span | null = null;
  for (const section of sections) {
    if (section.part?.kind !== "attendance") continue;
    const { listed, also, rest, ...reading } = readAttendance(text, section.passages, names, board, isRunOn);
    // Without a list of those present, "In attendance" is that list.
    const list = section.part.list === "inAttendance" && !hasPresent ? "present" : section.part.list;
    lists[list].push(...listed);
    lists.inAttendance.push(...also);
    leftOver.set(section, rest);
    runOn ??= reading.runOn;
  }
  const chair = [...lists.present, ...lists.inAttendance].find(isChair);
  return {
    ...lists,
    chair: chair?.name ?? chair?.organisation ?? null,
    faults: runOnFaults(runOn),
    leftOver,
  };
}

function runOnFaults(runOn: Span | null): Fault[] {
  if (runOn === null) return [];
  const message = "Names run together here, with nothing between them.";
  return [{ rule: "organisation-is-known", span: runOn, message, advice: "Write one name a line." }];
}

/** The day of the next meeting, under its heading or in a sentence that begins with it. */
function findNextMeeting(
  text: string,
  outline: Outline,
  passages: readonly Passage[],
  date: Day | null,
): Day | null {
  for (const section of outline.sections) {
    if (section.part?.kind !== "next meeting" || !section.hasOwnPart) continue;
    for (const passage of section.passages) {
      const found = findDay(plainText(text, passage.lines).text, date);
      if (found?.day != null) return found.day;
    }
  }
  for (const passage of passages) {
    if (passage.kind !== "text" || !/next/i.test(text.slice(passage.span.start, passage.span.start + 40)))
      continue;
    const words = squash(plainText(text, passage.lines).text);
    if (!/^(?:the )?(?:date of (?:the )?)?next (?:[\p{L}&'-]+ ){0,4}meeting\b/iu.test(words)) continue;
    const found = findDay(words, date);
    if (found?.day != null) return found.day;
  }
  return null;
}

type Business = Pick<
  Meeting,
  | "items"
  | "actions"
  | "log"
  | "logHeading"
  | "progress"
  | "progressHeading"
  | "blanket"
  | "decisions"
  | "deferred"
>;

/** Reads what was done at the meeting, section by section. */
function readBusiness(
  outline: Outline,
  leftOver: ReadonlyMap<Section, readonly Passage[]>,
  reading: Reading,
): Business {
  const lines: { line: MarkedLine; item: number | null }[] = [];
  const rows: Omit<ProgressRow, "place">[] = [];
  const log: LogReading[] = [];
  let blanket: BlanketReport | null = null;
  let item: number | null = null;
  const collect = (passages: readonly Passage[], actionsToo: boolean): void => {
    const found = collectMarkedLines(passages, reading);
    for (const line of found) {
      const says = line.kind === "Action" ? readBlanket(line) : null;
      if (says !== null) blanket ??= says;
      else if (line.cited === null && (actionsToo || line.kind !== "Action")) lines.push({ line, item });
    }
    const citing = found.filter((line) => line.cited !== null);
    if (citing.length > 0)
      rows.push(
        ...readProgress(withListsBelow(passages, citing), false, reading).rows.filter(
          (row) => row.cited !== null,
        ),
      );
  };
  collect(outline.preamble, true);
  for (const section of outline.sections) {
    if (section.isItem) item = section.number;
    const passages = leftOver.get(section) ?? section.passages;
    const part = section.part?.kind === "attendance" ? section.outerPart : section.part;
    if (part?.kind === "progress") {
      const progress = readProgress(passages, part.mattersArising, reading);
      rows.push(...progress.rows.filter((row) => !isBlanketRow(row)));
      lines.push(...progress.raised.map((line) => ({ line, item })));
      const spoken = progress.rows.filter((row) => !isBlanketRow(row)).map(({ span }) => span);
      collect(
        passages.filter(
          (passage) =>
            !spoken.some((span) => passage.span.start >= span.start && passage.span.start < span.end),
        ),
        false,
      );
    } else if (part?.kind === "log") {
      log.push(...readLog(passages, reading));
      collect(passages, false);
    } else collect(passages, true);
  }
  const raisings = lines
    .filter(({ line }) => line.kind === "Action" && line.text !== "" && !saysNone(line.text))
    .map(({ line, item: under }) => readRaising(line, under, reading));
  const { actions, reports } = joinLog(raisings, log, reading);
  const heading = (kind: "progress" | "log"): Span | null =>
    outline.sections.find((section) => section.hasOwnPart && section.part?.kind === kind)?.heading ?? null;
  return {
    items: readItems(outline, reading),
    actions,
    log: log.map(({ row }) => row),
    logHeading: heading("log"),
    progress: [...rows, ...reports].map((row, index) => ({ ...row, place: index + 1 })),
    progressHeading: heading("progress"),
    blanket,
    decisions: readDecisions(lines, reading),
    deferred: readDeferrals(lines, reading),
  };
}

/** The passages in which some lines stand, each with the list right below it. */
function withListsBelow(passages: readonly Passage[], lines: readonly MarkedLine[]): Passage[] {
  const starts = lines.map(({ span }) => span.start);
  let follows = false;
  return passages.filter((passage) => {
    const holdsLine = starts.some((start) => passage.span.start <= start && start < passage.span.end);
    follows = holdsLine || (follows && passage.kind === "text" && passage.depth > 0);
    return follows;
  });
}

function readItems(outline: Outline, reading: Reading): Item[] {
  const items = outline.sections.filter((section) => section.isItem);
  return items.map(({ number, title, heading }, index) => {
    const end = items[index + 1]?.heading.start ?? reading.text.length;
    return { number, title, span: heading, body: { start: heading.end, end } };
  });
}

const BLANKET =
  /^(?:(?<all>all\b(?:\s+(?<count>\d+))?\s+(?:actions?\s+)?(?:are\s+|were\s+|have been\s+)?(?:now\s+)?(?:complete|completed|closed))|not\s+reviewed)\b(?:\s*[-\u2013\u2014:,.]+\s*)?(?<reason>.*)$/is;

/** Reads the sentence that speaks for all: `Actions: all 12 complete`, `Actions: not reviewed – REASON`. */
export function readBlanket(line: Pick<MarkedLine, "text" | "number" | "span">): BlanketReport | null {
  const parts = line.number === null ? BLANKET.exec(line.text)?.groups : undefined;
  if (parts === undefined) return null;
  return {
    says: parts.all === undefined ? "not reviewed" : "all complete",
    count: parts.count === undefined ? null : Number(parts.count),
    reason: parts.reason === "" ? null : parts.reason!,
    span: line.span,
  };
}

/** The sentence for all is no row, though it begins with the word. */
function isBlanketRow(row: Omit<ProgressRow, "place">): boolean {
  return (
    row.cited === null &&
    row.number === null &&
    readBlanket({ text: row.text, number: null, span: row.span }) !== null
  );
}
