import type { LogRow, ProgressRow, RaisedAction, Undertaking } from "../model/meeting.ts";
import { raisedReference } from "../model/reference.ts";
import { agreement, type BagOfWords, bagOfWords, containment } from "../model/wording.ts";
import type { LogReading } from "./actions-log.ts";
import { assignNumbers, type Raising } from "./agreed.ts";
import type { Reading } from "./reading.ts";

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
/** In a log that has this word for its new actions, and in one that stands alone, `open` reports on an earlier one. */
const NEW_ALONE = /^new$/i;

/** Whether a status is one of an action that its note raises. */
export function saysNew(status: string): boolean {
  return NEW.test(status.trim());
}

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
  const saysNewItself = log.some(({ row, asProgress }) =>
    NEW_ALONE.test((row.disposition ?? asProgress?.disposition)?.words ?? ""),
  );
  const reports = alone.filter(
    ({ row, asProgress, standsAlone }) =>
      asProgress !== null &&
      (isCitedElsewhere(asProgress, reading) ||
        (row.disposition !== null &&
          !(standsAlone || saysNewItself ? NEW_ALONE : NEW).test(row.disposition.words))),
  );
  const added = alone.filter((entry) => !reports.includes(entry));
  const written = [
    ...raisings.map((raising) => raising.written ?? partners.get(raising)?.row.number ?? null),
    ...added.map(({ row }) => row.number),
  ];
  const numbers = assignNumbers(written);
  const refer = (place: number) => numberedAt(reading.id, numbers[place]!);
  const actions = raisings.map((raising, index) =>
    raisedAs(raising, raising, refer(index), partners.get(raising)?.row ?? null, false),
  );
  const fromLog = added.map(({ row, item = null }, index) => {
    const marker = { start: row.span.start, end: row.span.start };
    const place = { written: row.number, item, marker };
    return raisedAs(row, place, refer(raisings.length + index), row, true);
  });
  return { actions: [...actions, ...fromLog], reports: reports.map((entry) => entry.asProgress!) };
}

type Numbered = Pick<RaisedAction, "ref" | "number">;

function numberedAt(meeting: string, number: number): Numbered {
  return { ref: raisedReference(meeting, number), number };
}

// Written out key by key: to copy one value into another takes several times as long.
function raisedAs(
  { text, owners, due, dueText, span }: Undertaking,
  { written, item, marker }: Pick<RaisedAction, "written" | "item" | "marker">,
  { ref, number }: Numbered,
  logRow: LogRow | null,
  fromLog: boolean,
): RaisedAction {
  return { text, owners, due, dueText, span, ref, number, written, item, marker, logRow, fromLog };
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
