import type { ProgressRow } from "../model/meeting.ts";
import type { Disposition } from "../model/status.ts";
import type { Span } from "../source/source-file.ts";
import type { MarkedLine } from "./marked-line.ts";
import type { Passage } from "./passage.ts";
import { readCellReport, readReport } from "./published/status.ts";
import {
  dueContextOf,
  joinUpdates,
  type Reading,
  readUndertaking,
  type Stated,
  type Words,
} from "./reading.ts";
import { cutTrailingStatus } from "./trailing-status.ts";

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

/** Whether a statement says how things stand, rather than naming an action. */
export function isStatement(text: string, reading: Reading): boolean {
  return /^(?:status|update|progress|owner|due)\s*:/i.test(text) || readReport(text, reading)?.known === true;
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
