import { squash } from "../../markdown/plain-text.ts";
import { type LogReading, readLogRows, undertakingOf } from "../actions-log.ts";
import { beginDraft } from "../draft-start.ts";
import { type Passage, tableAt } from "../passage.ts";
import { rowOf, withTrailingStatus } from "../progress-draft.ts";
import { NOTHING_STATED, type Reading } from "../reading.ts";
import { readStatements, type Statement } from "../statement.ts";
import { beginsEntry, withoutCode, withoutCount } from "./entry.ts";
import { withLabels } from "./labelled-draft.ts";
import { liftOwned } from "./owner-entries.ts";
import { readReport } from "./status.ts";
import { readPublishedTable } from "./table.ts";

/**
 * Reads the actions of a published log: tables, lists, paragraphs of one action each. Elsewhere (`isLog` false) only
 * tables whose heading row says that they hold actions. `given` is the status that the log's own heading states.
 */
export function readPublishedLog(
  all: readonly Passage[],
  isLog: boolean,
  given: string | null,
  reading: Reading,
): LogReading[] {
  const rows: LogReading[] = [];
  const { passages, ownerOf } = isLog ? liftOwned(all, reading) : { passages: all, ownerOf: null };
  const hasTable = passages.some(({ kind }) => kind === "row");
  for (const [index, passage] of passages.entries()) {
    if (passage.kind !== "row") {
      if (isLog && !hasTable)
        for (const entry of readEntries(passage, ownerOf?.get(passage) ?? null, given, reading))
          rows.push(entry);
    } else if (passages[index - 1]?.table !== passage.table) {
      const found = readLogRows(readPublishedTable(tableAt(passages, index), isLog, reading), reading);
      for (const row of found) rows.push(withGiven(row, given, reading));
    }
  }
  return rows;
}

/** The entries of a list, or the paragraphs that are numbered or name who acts; a sentence about them all is none. */
function readEntries(
  passage: Passage,
  owner: string | null,
  given: string | null,
  reading: Reading,
): LogReading[] {
  if (passage.depth > 1) return [];
  return readStatements(passage, reading).flatMap((words) => {
    const { line } = words;
    const text = line === null ? words.text : line.text;
    const isEntry = line !== null || passage.marker !== null || words.isListed || beginsEntry(words.text);
    if (text === "" || !(isEntry || namesOwner(text, reading)) || /^all\s+actions?\b/i.test(text)) return [];
    if (/[:\u2013\u2014-]\s*(?:nil|none|n\/a)\.?$/i.test(text)) return [];
    return [withGiven(readEntry(words, passage, owner, reading), given, reading)];
  });
}

function namesOwner(text: string, reading: Reading): boolean {
  return undertakingOf(text, NOTHING_STATED, { start: 0, end: 0 }, reading).owners.length > 0;
}

function readEntry(words: Statement, passage: Passage, owner: string | null, reading: Reading): LogReading {
  const draft = beginDraft(words, { ...passage, marker: passage.marker ?? -1 }, null, reading);
  const done = draft === null ? null : withTrailingStatus(withLabels(draft), reading);
  const asProgress = done === null || done.status === null ? null : rowOf(done, reading);
  const text = withoutCount(squash(done?.words.text || words.text));
  const number = words.line?.number ?? ((passage.marker ?? 0) > 0 ? passage.marker : null);
  const said = done?.stated ?? NOTHING_STATED;
  const stated = said.owner === null ? { ...said, owner } : said;
  const undertaking = undertakingOf(withoutCode(text), stated, words.span, reading);
  return { row: { ...undertaking, text, number, disposition: asProgress?.disposition ?? null }, asProgress };
}

function withGiven(entry: LogReading, given: string | null, reading: Reading): LogReading {
  if (given === null || entry.row.disposition?.known) return entry;
  const disposition = readReport(given, reading);
  const { row } = entry;
  const end = { start: row.span.end, end: row.span.end };
  const progress = entry.asProgress ?? {
    ...row,
    cited: null,
    accepted: false,
    statusSpan: end,
    update: null,
    disposition,
  };
  return { ...entry, row: { ...row, disposition }, asProgress: { ...progress, disposition } };
}
