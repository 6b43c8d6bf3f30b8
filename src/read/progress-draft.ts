import { plainText, squash } from "../markdown/plain-text.ts";
import type { ProgressRow } from "../model/meeting.ts";
import { REFERENCE } from "../model/reference.ts";
import type { Disposition } from "../model/status.ts";
import type { Span } from "../source/source-file.ts";
import type { MarkedLine } from "./marked-line.ts";
import { areOwners, readLeadingOwners } from "./owners.ts";
import type { Passage } from "./passage.ts";
import { beginsEntry, withoutCount } from "./published/entry.ts";
import { cutAtSentence } from "./published/report.ts";
import { readCellReport, readReport } from "./published/status.ts";
import { statusAhead } from "./published/status-ahead.ts";
import {
  dueContextOf,
  joinUpdates,
  NOTHING_STATED,
  type Reading,
  readBrackets,
  readUndertaking,
  type Stated,
  type Words,
} from "./reading.ts";
import type { Statement } from "./statement.ts";
import { cutTrailingStatus, findTrailingStatus } from "./trailing-status.ts";

/** A report on an earlier action while it is being read: its status may stand lines below its text. */
export interface Draft {
  readonly cited: Words | null;
  readonly accepted: boolean;
  readonly number: number | null;
  readonly words: Words;
  /** Whether it is an entry of a list, and not a paragraph that may be one. */
  readonly isEntry: boolean;
  /** The list in which it began; -1 for none. */
  readonly list: number;
  stated: Stated;
  /** The marked line that began it; under matters arising it may turn out to raise an action. */
  readonly line: MarkedLine | null;
  status: Words | null;
  readonly updates: string[];
  end: number;
}

const LIST_FORM = new RegExp(
  `^(?<cited>${REFERENCE.source})(?<accepted>\\s+accepted)?(?:\\s*\\((?<brackets>[^()]*(?:\\([^()]*\\)[^()]*)*)\\))?\\s*(?::|[-\\u2013\\u2014]\\s)\\s*(?<text>.*)$`,
  "iu",
);

/** Begins a report where a statement names an action; an entry of a list may be one if a status comes to it. */
export function beginDraft(
  words: Statement,
  passage: Passage,
  open: Draft | null,
  reading: Reading,
): Draft | null {
  const { line } = words;
  const none = { status: null, updates: [], end: words.span.end, isEntry: false, list: passage.list };
  if (line !== null) return draftOfLine(line, words.span.end, passage.list, reading);
  const form = LIST_FORM.exec(words.text)?.groups;
  if (form !== undefined) {
    const cited = {
      text: form.cited!,
      span: { start: words.span.start, end: words.span.start + form.cited!.length },
    };
    const accepted = form.accepted !== undefined;
    const text = { text: form.text!, span: words.span };
    return {
      ...none,
      cited,
      accepted,
      number: null,
      words: text,
      stated: readBrackets(form.brackets ?? null),
      line: null,
    };
  }
  const led = reading.isOwnForm ? null : statusAhead(words, reading);
  if (led !== null)
    return {
      ...none,
      cited: null,
      accepted: false,
      number: null,
      line: null,
      stated: NOTHING_STATED,
      ...led,
    };
  if (isStatement(words.text, reading)) return null;
  const isEntry = words.isListed || (passage.marker !== null && !isBelow(passage, open, reading));
  const isCounted = !isEntry && !reading.isOwnForm && beginsEntry(words.text);
  if (!isEntry && !isCounted && (reading.isOwnForm || !mayReport(words.text, reading))) return null;
  const number = (passage.marker ?? 0) > 0 ? passage.marker : null;
  return {
    ...none,
    cited: null,
    accepted: false,
    number,
    words: isCounted ? { ...words, text: withoutCount(words.text) } : words,
    isEntry: isEntry || isCounted,
    stated: NOTHING_STATED,
    line: null,
  };
}

function draftOfLine(line: MarkedLine, end: number, list: number, reading: Reading): Draft {
  const cited = line.cited === null ? null : { text: line.cited, span: line.marker };
  const isStatus = readReport(line.text, reading)?.known === true;
  const text = { text: line.text, span: line.textSpan };
  // `Action 5 (new boiler): deferred`: the brackets say what the action is, and not whose.
  const isTopic =
    isStatus && !reading.isOwnForm && line.brackets !== null && !areOwners(line.brackets, reading.names);
  return {
    cited,
    accepted: false,
    number: line.number,
    words: isStatus ? { text: isTopic ? line.brackets : "", span: line.span } : text,
    isEntry: false,
    list,
    stated: isTopic ? NOTHING_STATED : readBrackets(line.brackets),
    line,
    status: isStatus ? text : null,
    updates: [],
    end,
  };
}

/** Whether a statement says how things stand, rather than naming an action. */
function isStatement(text: string, reading: Reading): boolean {
  return /^(?:status|update|progress|owner|due)\s*:/i.test(text) || readReport(text, reading)?.known === true;
}

/** Begins a report where a status is given above, and a statement names who acts: `Clerk to write to the bank`. */
export function beginNamed(words: Statement, reading: Reading): Draft | null {
  if (readLeadingOwners(words.text, reading.names).length === 0) return null;
  const none = { status: null, updates: [], end: words.span.end, cited: null, accepted: false, number: null };
  return { ...none, isEntry: false, list: -1, words, stated: NOTHING_STATED, line: null };
}

/** Whether a paragraph of a published note may report on an action: it ends with how that stands. */
function mayReport(text: string, reading: Reading): boolean {
  return cutAtSentence(text) !== null || findTrailingStatus(text, reading) !== null;
}

/** Whether a list entry speaks of the marked line above it, as a list below an action does. */
function isBelow(passage: Passage, open: Draft | null, reading: Reading): boolean {
  if (open === null) return false;
  // The next entry of the same list is below nothing.
  if (open.list === passage.list) return false;
  if (passage.depth > 1) return true;
  return open.line !== null && passage.depth === 1 && !endsInStatus(passage, reading);
}

function endsInStatus(passage: Passage, reading: Reading): boolean {
  return findTrailingStatus(squash(plainText(reading.text, passage.lines).text), reading) !== null;
}

/** Takes a statement below an action for its status, or for more of its update. */
export function continueDraft(draft: Draft | null, words: Words, passage: Passage, reading: Reading): void {
  if (draft === null) return;
  if (/^last reported\s*:/i.test(words.text)) {
    draft.end = words.span.end;
    return;
  }
  const apart = /^(?<label>owner|lead|by whom|due|by when|deadline)\s*:\s*(?<said>.+)$/is.exec(
    words.text,
  )?.groups;
  if (apart !== undefined) {
    const isOwner = /^(?:owner|lead|by whom)/i.test(apart.label!);
    draft.stated = isOwner ? { ...draft.stated, owner: apart.said! } : { ...draft.stated, due: apart.said! };
    draft.end = words.span.end;
    return;
  }
  const label = /^(status|update|progress)\s*:\s*/i.exec(words.text);
  const text = label === null ? words.text : words.text.slice(label[0].length);
  const isStatus = /^status/i.test(label?.[1] ?? "") || (label === null && isStatement(text, reading));
  if (draft.status === null && isStatus) {
    const start = words.span.end - text.length;
    draft.status = {
      text,
      span: label === null ? words.span : { start: Math.max(start, words.span.start), end: words.span.end },
    };
  } else if (passage.depth > 0 || label !== null) draft.updates.push(text);
  else return;
  draft.end = words.span.end;
}

/** The draft with the status that stands behind its action in the same line, where it has none yet. */
export function withTrailingStatus(draft: Draft, reading: Reading): Draft {
  if (draft.status !== null || draft.words.text === "") return draft;
  return { ...draft, ...cutTrailingStatus(draft.words, reading) };
}

/** The row that a draft amounts to. */
export function rowOf(draft: Draft, reading: Reading): Omit<ProgressRow, "place"> {
  const disposition: Disposition | null =
    draft.status === null ? null : readCellReport(draft.status.text, reading);
  const cited = draft.cited === null ? null : { value: draft.cited.text, span: draft.cited.span };
  const span: Span = { start: draft.line?.span.start ?? draft.words.span.start, end: draft.end };
  return {
    ...readUndertaking(draft.words, draft.stated, reading, dueContextOf(cited?.value ?? null, reading)),
    cited,
    accepted: draft.accepted,
    number: draft.number,
    disposition,
    statusSpan: draft.status?.span ?? { start: draft.words.span.end, end: draft.words.span.end },
    update: joinUpdates([disposition?.update, ...draft.updates]),
    span,
  };
}
