import type { ProgressRow } from "../../model/meeting.ts";
import { readStatus } from "../../model/status.ts";
import { beginDraft } from "../draft-start.ts";
import { saysNew } from "../log-joining.ts";
import type { MarkedLine } from "../marked-line.ts";
import { lineOfText } from "../passage.ts";
import { type Draft, rowOf, withTrailingStatus } from "../progress-draft.ts";
import type { Reading } from "../reading.ts";
import { cutTrailingLabels } from "./trailing-labels.ts";

/** A report whose owner, due date and status labels behind its words state: `Mend the gate. Owner: AB. Status: done`. */
export function withLabels(draft: Draft): Draft {
  const { text, owner, due, status } = cutTrailingLabels(draft.words.text);
  const said = draft.line?.status ?? status;
  return {
    ...draft,
    words: { ...draft.words, text },
    stated: { owner: draft.stated.owner ?? owner, due: draft.stated.due ?? due },
    status: draft.status ?? (said === null ? null : { text: said, span: draft.words.span }),
  };
}

/**
 * What a marked line among the items reports, where a label or its last words say how the action stands; null where it
 * raises its action. `complete by June` says until when, and not how.
 */
export function readReportingLine(line: MarkedLine, reading: Reading): Omit<ProgressRow, "place"> | null {
  if (line.kind !== "Action" || line.cited !== null) return null;
  const words = { text: line.text, span: line.span, line, isListed: false };
  const draft = beginDraft(words, lineOfText([], line.span), null, reading);
  const done = draft === null ? null : withTrailingStatus(withLabels(draft), reading);
  if (done === null || done.status === null) return null;
  const said = readStatus(done.status.text, reading.board.statuses);
  if (said === null || saysNew(said.words) || !(said.known || line.status != null)) return null;
  return rowOf(done, reading);
}
