import { plainText, squash } from "../markdown/plain-text.ts";
import { REFERENCE } from "../model/reference.ts";
import type { MarkedLine } from "./marked-line.ts";
import { areOwners, readLeadingOwners } from "./owners.ts";
import type { Passage } from "./passage.ts";
import { type Draft, isStatement } from "./progress-draft.ts";
import { beginsEntry, withoutCount } from "./published/entry.ts";
import { cutAtSentence } from "./published/report.ts";
import { readReport } from "./published/status.ts";
import { statusAhead } from "./published/status-ahead.ts";
import { NOTHING_STATED, type Reading, readBrackets, type Words } from "./reading.ts";
import type { Statement } from "./statement.ts";
import { findTrailingStatus } from "./trailing-status.ts";

/** A report of which nothing is known but the words of its action, and the list in which they stand; -1 for none. */
function bareDraft(words: Words, list: number): Draft {
  return {
    cited: null,
    accepted: false,
    number: null,
    words,
    isEntry: false,
    list,
    stated: NOTHING_STATED,
    line: null,
    status: null,
    updates: [],
    end: words.span.end,
  };
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
  const { text, span, line } = words;
  const bare = bareDraft({ text, span }, passage.list);
  if (line !== null) return draftOfLine(line, bare, reading);
  const form = LIST_FORM.exec(text)?.groups;
  if (form !== undefined) {
    return {
      ...bare,
      cited: { text: form.cited!, span: { start: span.start, end: span.start + form.cited!.length } },
      accepted: form.accepted !== undefined,
      words: { text: form.text!, span },
      stated: readBrackets(form.brackets ?? null),
    };
  }
  const led = reading.isOwnForm ? null : statusAhead(words, reading);
  if (led !== null) return { ...bare, ...led };
  if (isStatement(text, reading)) return null;
  const isEntry = words.isListed || (passage.marker !== null && !isBelow(passage, open, reading));
  const isCounted = !isEntry && !reading.isOwnForm && beginsEntry(text);
  if (!isEntry && !isCounted && (reading.isOwnForm || !mayReport(text, reading))) return null;
  return {
    ...bare,
    number: (passage.marker ?? 0) > 0 ? passage.marker : null,
    words: isCounted ? { text: withoutCount(text), span } : bare.words,
    isEntry: isEntry || isCounted,
  };
}

function draftOfLine(line: MarkedLine, bare: Draft, reading: Reading): Draft {
  const isStatus = readReport(line.text, reading)?.known === true;
  const text = { text: line.text, span: line.textSpan };
  // `Action 5 (new boiler): deferred`: the brackets say what the action is, and not whose.
  const isTopic =
    isStatus && !reading.isOwnForm && line.brackets !== null && !areOwners(line.brackets, reading.names);
  return {
    ...bare,
    cited: line.cited === null ? null : { text: line.cited, span: line.marker },
    number: line.number,
    words: isStatus ? { text: isTopic ? line.brackets : "", span: line.span } : text,
    stated: isTopic ? NOTHING_STATED : readBrackets(line.brackets),
    line,
    status: isStatus ? text : null,
  };
}

/** Begins a report where a status is given above, and a statement names who acts: `Clerk to write to the bank`. */
export function beginNamed({ text, span }: Statement, reading: Reading): Draft | null {
  return readLeadingOwners(text, reading.names).length === 0 ? null : bareDraft({ text, span }, -1);
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
