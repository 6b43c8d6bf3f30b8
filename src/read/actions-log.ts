import { plainText, squash } from "../markdown/plain-text.ts";
import type { LogRow, ProgressRow, RaisedAction } from "../model/meeting.ts";
import { raisedReference } from "../model/reference.ts";
import { readStatus } from "../model/status.ts";
import { agreement, bagOfWords } from "../model/wording.ts";
import { append } from "../source/many.ts";
import { type ActionRow, readActionTable, readRefCell } from "./action-table.ts";
import { assignNumbers, type Raising } from "./agreed.ts";
import { findMarkedLines } from "./marked-line.ts";
import { type Passage, tableAt } from "./passage.ts";
import { readProgressTable } from "./progress-table.ts";
import { NOTHING_STATED, type Reading, readBrackets, readUndertaking, type Stated } from "./reading.ts";

/** A row of the log, and what it would be if it reported on an earlier action. */
export interface LogReading {
  readonly row: LogRow;
  readonly asProgress: Omit<ProgressRow, "place"> | null;
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
  const progress = readProgressTable(rows, reading);
  return readActionTable(rows, reading).map((row, index) => ({
    row: logRow(row, reading),
    asProgress: progress[index]!,
  }));
}

function logRow({ cells, span }: ActionRow, reading: Reading): LogRow {
  const stated = { owner: cells.get("owner")?.text ?? null, due: cells.get("due")?.text ?? null };
  const status = cells.get("status")?.text ?? "";
  const words = { text: cells.get("action")?.text ?? "", span };
  const disposition = readStatus(status, reading.board.statuses);
  return {
    ...undertakingOf(words.text, stated, span, reading),
    ...numberIn(cells.get("ref")?.text ?? "", reading),
    disposition,
  };
}

/** A log cites its own meeting's actions, by number or in full. */
function numberIn(ref: string, reading: Reading): { number: number | null } {
  const { cited, number } = readRefCell(ref);
  const own = cited?.startsWith(`${reading.id}/`) ? Number(cited.slice(reading.id.length + 1)) : Number.NaN;
  return { number: Number.isInteger(own) ? own : number };
}

function undertakingOf(
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
/** Beyond so many pairs words are not compared: no minutes hold so many. */
const MOST_PAIRS = 4_000_000;
/** Words of a log for an action that is new, and has nothing reported on it yet. */
const NEW = /^(?:new|open|not started|not yet due)$/i;

/** Puts the typed log and the marked lines together: each action once, however often it is written. */
export function joinLog(raisings: readonly Raising[], log: readonly LogReading[], reading: Reading): Raised {
  const partners = pairUp(raisings, log);
  const paired = new Set(partners.values());
  const alone = log.filter((entry) => !paired.has(entry) && entry.row.text !== "");
  const reports = alone.filter(
    ({ row, asProgress }) =>
      asProgress !== null && row.disposition !== null && !NEW.test(row.disposition.words),
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
  const fromLog = added.map(({ row }, index): RaisedAction => {
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
      item: null,
      marker,
      logRow: row,
      fromLog: true,
    };
  });
  return { actions: [...actions, ...fromLog], reports: reports.map((entry) => entry.asProgress!) };
}

/** The log row of each marked line, one to one, the most alike first. */
function pairUp(raisings: readonly Raising[], log: readonly LogReading[]): Map<Raising, LogReading> {
  if (log.length === 0) return new Map();
  if (raisings.length * log.length > MOST_PAIRS) return pairByNumber(raisings, log);
  const rowBags = log.map(({ row }) => bagOfWords(row.text));
  const pairs: { raising: Raising; entry: LogReading; alike: number }[] = [];
  for (const raising of raisings) {
    const bag = bagOfWords(raising.text);
    for (const [index, entry] of log.entries()) {
      const alike = agreement(bag, rowBags[index]!);
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
