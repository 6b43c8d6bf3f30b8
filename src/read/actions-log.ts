import { plainText, squash } from "../markdown/plain-text.ts";
import type { LogRow, ProgressRow, RaisedAction } from "../model/meeting.ts";
import { raisedReference } from "../model/reference.ts";
import { agreement, type BagOfWords, bagOfWords, containment } from "../model/wording.ts";
import { append } from "../source/many.ts";
import { type ActionRow, readActionTable, readRefCell } from "./action-table.ts";
import { assignNumbers, type Raising } from "./agreed.ts";
import { findMarkedLines } from "./marked-line.ts";
import { type Passage, tableAt } from "./passage.ts";
import { progressOfRow } from "./progress-table.ts";
import { readCellReport } from "./published/status.ts";
import { NOTHING_STATED, type Reading, readBrackets, readUndertaking, type Stated } from "./reading.ts";

/** A row of the log, and what it would be if it reported on an earlier action. */
export interface LogReading {
  readonly row: LogRow;
  readonly asProgress: Omit<ProgressRow, "place"> | null;
  /** The number of the item in which it stands; none where the log is a section of its own. */
  readonly item?: number | null;
  /** Whether it stands in a log that is the whole of its document: there any status is a report. */
  readonly standsAlone?: boolean;
}

/** Reads the section headed `Actions log`: a table, or a list. */
export function readLog(passages: readonly Passage[], reading: Reading): LogReading[] {
  const rows: LogReading[] = [];
  for (const [index, passage] of passages.entries()) {
    if (passage.kind === "text") append(rows, readLogLines(passage, reading));
    else if (passages[index - 1]?.table !== passage.table) {
      append(rows, readLogTable(tableAt(passages, index), reading));
    }
  }
  return rows;
}

function readLogTable(rows: readonly Passage[], reading: Reading): LogReading[] {
  return readLogRows(readActionTable(rows, reading), reading);
}

/** Rows of a table of actions as a log has them. */
export function readLogRows(rows: readonly ActionRow[], reading: Reading): LogReading[] {
  return rows.map((row) => ({ row: logRow(row, reading), asProgress: progressOfRow(row, reading) }));
}

function logRow({ cells, span }: ActionRow, reading: Reading): LogRow {
  const stated = { owner: cells.get("owner")?.text ?? null, due: cells.get("due")?.text ?? null };
  const words = { text: cells.get("action")?.text ?? "", span };
  const disposition = readCellReport(statusIn(cells, reading), reading);
  return {
    ...undertakingOf(words.text, stated, span, reading),
    ...numberIn(cells.get("ref")?.text ?? "", reading),
    disposition,
  };
}

/** The status of a row; in a published log the column of updates may say it. */
function statusIn(cells: ActionRow["cells"], reading: Reading): string {
  const status = cells.get("status")?.text ?? "";
  if (reading.isOwnForm || status !== "") return status;
  const update = cells.get("update")?.text ?? "";
  return readCellReport(update, reading)?.known ? update : "";
}

/** A log cites its own meeting's actions, by number or in full. */
function numberIn(ref: string, reading: Reading): { number: number | null } {
  const { cited, number } = readRefCell(ref);
  const own = cited?.startsWith(`${reading.id}/`) ? Number(cited.slice(reading.id.length + 1)) : Number.NaN;
  return { number: Number.isInteger(own) ? own : number };
}

/** What an action of this meeting says, wherever it stands. */
export function undertakingOf(
  text: string,
  stated: Stated,
  span: LogRow["span"],
  reading: Reading,
): Omit<LogRow, "number" | "disposition"> {
  return readUndertaking({ text, span }, stated, reading, {
    raised: reading.date,
    nextMeeting: reading.nextMeeting,
  });
}

function readLogLines(passage: Passage, reading: Reading): LogReading[] {
  const plain = plainText(reading.text, passage.lines);
  const marked = findMarkedLines(plain, false).filter((line) => line.kind === "Action");
  if (marked.length > 0) {
    return marked.map((line) => {
      const undertaking = undertakingOf(line.text, readBrackets(line.brackets), line.span, reading);
      return { row: { ...undertaking, number: line.number, disposition: null }, asProgress: null };
    });
  }
  if (passage.marker === null) return [];
  const number = passage.marker > 0 ? passage.marker : null;
  const undertaking = undertakingOf(squash(plain.text), NOTHING_STATED, passage.span, reading);
  return [{ row: { ...undertaking, number, disposition: null }, asProgress: null }];
}

/** What a note raises, marked lines and log together. */
export interface Raised {
  readonly actions: readonly RaisedAction[];
  /** Rows of a log that stands alone, and report on an earlier action. */
  readonly reports: readonly Omit<ProgressRow, "place">[];
}

/** How alike a marked line and a log row must be to be one action; less where both bear the same number. */
const SAME_WORDS = 0.75;
const SAME_NUMBER = 0.3;
/** A row that says less of an action than its line has at least this much in common with it. */
const SHORTENED = 0.5;
/** No minutes report on more; beyond that only references are compared. */
const MOST_REPORTS = 500;
/** Beyond so many pairs words are not compared: no minutes hold so many. */
const MOST_PAIRS = 4_000_000;
/** Words of a log for an action that is new, and has nothing reported on it yet. */
const NEW = /^(?:new|open|not started|not yet due)$/i;

/** Puts the typed log and the marked lines together: each action once, however often it is written. */
export function joinLog(
  raisings: readonly Raising[],
  log: readonly LogReading[],
  reported: readonly Omit<ProgressRow, "place">[],
  reading: Reading,
): Raised {
  const partners = pairUp(raisings, log, reading);
  const paired = new Set(partners.values());
  const isRepeated = reading.isOwnForm ? () => false : repeats(reported);
  const alone = log.filter((entry) => !paired.has(entry) && entry.row.text !== "" && !isRepeated(entry));
  const reports = alone.filter(
    ({ row, asProgress, standsAlone }) =>
      asProgress !== null &&
      (isCitedElsewhere(asProgress, reading) ||
        (row.disposition !== null && !(standsAlone ? /^new$/i : NEW).test(row.disposition.words))),
  );
  const added = alone.filter((entry) => !reports.includes(entry));
  const written = [
    ...raisings.map((raising) => raising.written ?? partners.get(raising)?.row.number ?? null),
    ...added.map(({ row }) => row.number),
  ];
  const numbers = assignNumbers(written);
  const actions = raisings.map((raising, index): RaisedAction => {
    const number = numbers[index]!;
    const row = partners.get(raising)?.row ?? null;
    return { ...raising, ref: raisedReference(reading.id, number), number, logRow: row, fromLog: false };
  });
  const fromLog = added.map(({ row, item }, index): RaisedAction => {
    const number = numbers[raisings.length + index]!;
    const { text, owners, due, dueText, span } = row;
    const marker = { start: span.start, end: span.start };
    const ref = raisedReference(reading.id, number);
    return {
      text,
      owners,
      due,
      dueText,
      span,
      ref,
      number,
      written: row.number,
      item: item ?? null,
      marker,
      logRow: row,
      fromLog: true,
    };
  });
  return { actions: [...actions, ...fromLog], reports: reports.map((entry) => entry.asProgress!) };
}

/** The log row of each marked line, one to one, the most alike first. */
function pairUp(
  raisings: readonly Raising[],
  log: readonly LogReading[],
  reading: Reading,
): Map<Raising, LogReading> {
  if (log.length === 0) return new Map();
  if (raisings.length * log.length > MOST_PAIRS) return pairByNumber(raisings, log);
  const rowBags = log.map(({ row }) => bagOfWords(row.text));
  const pairs: { raising: Raising; entry: LogReading; alike: number }[] = [];
  for (const raising of raisings) {
    const bag = bagOfWords(raising.text);
    for (const [index, entry] of log.entries()) {
      const alike = likeness(bag, rowBags[index]!, raising, entry, reading);
      const sameNumber = raising.written !== null && raising.written === entry.row.number;
      if (alike >= (sameNumber ? SAME_NUMBER : SAME_WORDS))
        pairs.push({ raising, entry, alike: alike + (sameNumber ? 1 : 0) });
    }
  }
  pairs.sort((a, b) => b.alike - a.alike);
  const partners = new Map<Raising, LogReading>();
  const used = new Set<LogReading>();
  for (const { raising, entry } of pairs) {
    if (partners.has(raising) || used.has(entry)) continue;
    partners.set(raising, entry);
    used.add(entry);
  }
  return partners;
}

/** A published row that cites an action of another meeting is no action of this one, however new it is said to be. */
function isCitedElsewhere({ cited }: Omit<ProgressRow, "place">, { id, isOwnForm }: Reading): boolean {
  return !isOwnForm && cited !== null && !cited.value.startsWith(`${id}/`);
}

/** Whether a row of the log says again what the note has reported on an earlier action. */
function repeats(reported: readonly Omit<ProgressRow, "place">[]): (entry: LogReading) => boolean {
  const cited = new Set(reported.flatMap((row) => (row.cited === null ? [] : [row.cited.value])));
  const bags = reported.slice(0, MOST_REPORTS).map(({ text }) => bagOfWords(text));
  return ({ row, asProgress }) => {
    if (asProgress !== null && asProgress.cited !== null) return cited.has(asProgress.cited.value);
    const bag = bagOfWords(row.text);
    return bags.some((other) => agreement(bag, other) >= SAME_WORDS);
  };
}

/** How alike a marked line and a row are; a published log may leave out who acts, and shorten what is to be done. */
function likeness(
  a: BagOfWords,
  b: BagOfWords,
  { owners }: Raising,
  { row }: LogReading,
  { isOwnForm }: Reading,
): number {
  const alike = agreement(a, b);
  if (isOwnForm || alike < SHORTENED) return alike;
  const sharesOwner = owners.some((owner) => row.owners.includes(owner));
  return Math.max(alike, containment(a, b) * (sharesOwner ? 1 : 0.94));
}

/** The first row of each number for the first marked line that bears it. */
function pairByNumber(raisings: readonly Raising[], log: readonly LogReading[]): Map<Raising, LogReading> {
  const free = new Map(log.toReversed().map((entry) => [entry.row.number, entry]));
  free.delete(null);
  const partners = new Map<Raising, LogReading>();
  for (const raising of raisings) {
    const entry = free.get(raising.written);
    if (entry !== undefined) partners.set(raising, entry);
    free.delete(raising.written);
  }
  return partners;
}
