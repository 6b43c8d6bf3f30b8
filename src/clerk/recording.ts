import { findAction } from "../ledger/ledger.ts";
import { isHeld } from "../ledger/order.ts";
import type { Action } from "../model/action.ts";
import { formatDay } from "../model/day.ts";
import type { Meeting, ProgressRow } from "../model/meeting.ts";
import type { OpenBoard } from "../open-board.ts";
import { readNoteFile } from "../read/note-file.ts";
import { Refusal } from "../refusal.ts";
import { type SourceFile, sourceFile } from "../source/source-file.ts";
import { changeFiles } from "../workspace/write.ts";
import { applyEdits } from "../write/edit.ts";
import { progressEdits, type Said } from "../write/progress.ts";
import { readAgain } from "./read-again.ts";
import { readMeeting } from "./words.ts";

/** What stands in a note once it is recorded there. */
export interface Recorded {
  readonly meeting: Meeting;
  readonly row: ProgressRow;
  readonly source: SourceFile;
}

/**
 * The meeting for which something is recorded: the one that is named, else the coming agenda. Throws a Refusal that
 * names the command which makes one, and for a note that is confirmed: what was agreed upon is not changed in passing.
 */
export function meetingToRecord(named: string | null, board: OpenBoard): Meeting {
  const { nextAgenda, accounts } = board.ledger;
  if (named === null) {
    if (nextAgenda !== null) return nextAgenda;
    const last = board.meetings.findLast(isHeld);
    const draft = last?.state === "draft" ? `, or name the draft with \`--meeting ${last.id}\`` : "";
    const missing =
      accounts.length === 0 ? "There is no agenda yet." : "There is no agenda after the last note.";
    throw new Refusal(`${missing} Run \`rrb new-meeting\`${draft}.`);
  }
  const meeting = readMeeting(named, board);
  if (meeting.state === "confirmed")
    throw new Refusal(
      `The note of ${meeting.id} is confirmed. What a later meeting puts right goes in with \`rrb confirm ${meeting.id} --at MEETING --correction WORDS\`.`,
    );
  if (meeting.state === "cancelled")
    throw new Refusal(`The meeting of ${meeting.id} was cancelled. Name another one with \`--meeting\`.`);
  return meeting;
}

/** The one row of a note that speaks of an action. Throws a Refusal where there is none, or more than one. */
export function rowOf(action: Action, meeting: Meeting, { ledger }: OpenBoard): ProgressRow {
  const isMeant = (row: ProgressRow) => {
    const ref = ledger.bookedTo.get(row) ?? (row.cited && findAction(ledger, row.cited.value)?.ref);
    return ref === action.ref;
  };
  const [row, another] = meeting.progress.filter(isMeant);
  if (another !== undefined)
    throw new Refusal(
      `\`${action.ref}\` has two rows in \`${meeting.path}\`. Delete one of them; \`rrb check\` shows where they are.`,
    );
  if (row !== undefined) return row;
  if (action.entries.some((entry) => entry.meeting === meeting.id && entry.kind === "raised"))
    throw new Refusal(
      `\`${action.ref}\` was raised at that meeting. How it stands is for a later one to say.`,
    );
  const where = `\`${action.ref}\` has no row in \`${meeting.path}\`.`;
  if (action.state === "open")
    throw new Refusal(`${where} Run \`rrb new-meeting ${meeting.id} --refresh\`, which adds it.`);
  throw new Refusal(
    `${where} It was ${action.state} on ${formatDay(action.closedAt!.slice(0, 10))}; to open it again, write a row for it.`,
  );
}

/**
 * Writes what is said of an action into its row of a note, and nothing else. Throws a Refusal, and writes nothing,
 * where that can't be done, or where it would not read back as it was said.
 */
export async function recordProgress(
  action: Action,
  meeting: Meeting,
  said: Said,
  board: OpenBoard,
): Promise<Recorded> {
  const { workspace } = board;
  const { path } = meeting;
  const row = rowOf(action, meeting, board);
  const { source, note } = await readAgain(meeting, board);
  if (JSON.stringify(note.meeting.progress[row.place - 1]) !== JSON.stringify(row))
    throw new Refusal(`\`${path}\` has changed since rrb read it. Run the same command again.`);
  const after = sourceFile(path, applyEdits(source.text, progressEdits(note, row, said, source.text)));
  const written = (await readNoteFile(after, workspace.board)).meeting;
  const recorded = written.progress[row.place - 1];
  const isWhole = written.progress.length === meeting.progress.length;
  if (recorded === undefined || !isWhole || !saysSo(recorded, said))
    throw new Refusal(`\`${path}\` would not read back what was said. Write it by hand, or in other words.`);
  changeFiles(workspace, [{ path, before: source.text, after: after.text }]);
  return { meeting: written, row: recorded, source: after };
}

/** Whether a row reads as what was to be recorded; owners and due dates as the words that were written. */
function saysSo({ disposition, update, dueText, owners }: ProgressRow, said: Said): boolean {
  return (
    (said.status === null || disposition?.words === said.status) &&
    (said.update === null || (update ?? "") === said.update) &&
    (said.due === null || said.due === "" || dueText === null || dueText === said.due) &&
    (said.owner === null || said.owner === "" || owners.join(", ") === said.owner)
  );
}
