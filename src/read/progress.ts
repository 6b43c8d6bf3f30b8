import { plainText } from "../markdown/plain-text.ts";
import type { ProgressRow } from "../model/meeting.ts";
import { append } from "../source/many.ts";
import { beginDraft, beginNamed } from "./draft-start.ts";
import { type MarkedLine, saysNone } from "./marked-line.ts";
import { type Passage, tableAt } from "./passage.ts";
import { continueDraft, type Draft, rowOf, withTrailingStatus } from "./progress-draft.ts";
import { readProgressTable } from "./progress-table.ts";
import { beginsAsAction } from "./published/action-words.ts";
import { statusOfBox } from "./published/box.ts";
import { withLabels } from "./published/labelled-draft.ts";
import { liftOwned } from "./published/owner-entries.ts";
import { statusBelow, statusInTitle } from "./published/status.ts";
import type { Reading } from "./reading.ts";
import { hasTopic, readStatements } from "./statement.ts";

/** What a section on earlier actions holds. */
export interface ProgressReading {
  readonly rows: readonly Omit<ProgressRow, "place">[];
  /** Marked lines that report on nothing earlier. */
  readonly raised: readonly MarkedLine[];
}

/** A report whose status the heading above it gives. */
function withGivenStatus(draft: Draft, given: string | null): Draft {
  if (draft.status !== null || given === null) return draft;
  return { ...draft, status: { text: given, span: { start: draft.end, end: draft.end } } };
}

/** Whether an entry names what is to be done, or its topic; `The pier looks well.` only tells something. */
function namesAction(text: string): boolean {
  return !saysNone(text) && (hasTopic(text) || beginsAsAction(text) || !/[.!?]$/.test(text));
}

/** What a published note lists without saying how it stands is an action all the same; a paragraph is where it names who is to act. */
function rowOfListed(draft: Draft, reading: Reading): readonly Omit<ProgressRow, "place">[] {
  const row = rowOf(draft, reading);
  return (draft.isEntry && namesAction(row.text)) || row.owners.length > 0 ? [row] : [];
}

/** Reads a section on earlier actions: tables, lists, and marked lines with their status behind or below them. */
export function readProgress(
  all: readonly Passage[],
  mattersArising: boolean,
  reading: Reading,
  title: string | null = null,
): ProgressReading {
  const rows: Omit<ProgressRow, "place">[] = [];
  const raised: MarkedLine[] = [];
  const { passages, ownerOf } = reading.isOwnForm
    ? { passages: all, ownerOf: null }
    : liftOwned(all, reading);
  let draft: Draft | null = null;
  let given = reading.isOwnForm || title === null ? null : statusInTitle(title);
  let box: string | null = null;
  const finish = (): void => {
    if (draft === null) return;
    const labelled = reading.isOwnForm ? draft : withLabels(draft);
    const done = withGivenStatus(withTrailingStatus(labelled, reading), box ?? given);
    draft = null;
    if (done.line !== null && done.cited === null && saysNone(done.line.text)) return;
    const says = done.status !== null || done.cited !== null;
    if (says || (done.line !== null && !mattersArising)) rows.push(rowOf(done, reading));
    else if (done.line !== null) raised.push(done.line);
    else if (!reading.isOwnForm && !mattersArising) append(rows, rowOfListed(done, reading));
  };
  for (const [index, passage] of passages.entries()) {
    if (passage.kind === "row") {
      finish();
      if (passages[index - 1]?.table !== passage.table)
        append(rows, readProgressTable(tableAt(passages, index), reading, given));
      continue;
    }
    const leadIn = reading.isOwnForm ? null : statusBelow(plainText(reading.text, passage.lines).text);
    if (leadIn !== null) {
      finish();
      given = leadIn;
      continue;
    }
    for (const words of readStatements(passage, reading)) {
      const begun: Draft | null =
        beginDraft(words, passage, draft, reading) ?? (given === null ? null : beginNamed(words, reading));
      if (begun === null) continueDraft(draft, words, passage, reading);
      else {
        finish();
        draft = begun;
        const owner = ownerOf?.get(passage) ?? null;
        if (owner !== null && begun.stated.owner === null) begun.stated = { ...begun.stated, owner };
        box = reading.isOwnForm ? null : statusOfBox(passage, reading);
      }
    }
  }
  finish();
  return { rows, raised };
}
