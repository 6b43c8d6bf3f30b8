import type { ProgressRow } from "../model/meeting.ts";
import { type ActionRow, readActionTable, readRefCell } from "./action-table.ts";
import type { Passage } from "./passage.ts";
import { readCellReport } from "./published/status.ts";
import { readPublishedTable } from "./published/table.ts";
import { dueContextOf, joinUpdates, type Reading, readUndertaking } from "./reading.ts";

/** Reads a table in a section on earlier actions. */
export function readProgressTable(
  rows: readonly Passage[],
  reading: Reading,
  given: string | null = null,
): Omit<ProgressRow, "place">[] {
  const read = reading.isOwnForm ? readActionTable(rows, reading) : readPublishedTable(rows, true, reading);
  return read.map((row) => progressOfRow(row, reading, given));
}

/** What a row of a table reports on an earlier action. */
export function progressOfRow(
  { cells, span }: ActionRow,
  reading: Reading,
  given: string | null = null,
): Omit<ProgressRow, "place"> {
  const ref = cells.ref;
  const { cited, accepted, number } = readRefCell(ref?.text ?? "");
  const update = cells.update;
  const status = cells.status ?? update;
  const said = status === null ? null : readCellReport(status.text, reading);
  const reported =
    said?.known || update === null || reading.isOwnForm ? said : (knownReport(update.text, reading) ?? said);
  const disposition = given === null || reported?.known ? reported : readCellReport(given, reading);
  const more = status === update ? null : (update?.text ?? null);
  const words = cells.action ?? { text: "", span };
  const stated = { owner: cells.owner?.text ?? null, due: cells.due?.text ?? null };
  const undertaking = readUndertaking(words, stated, reading, dueContextOf(cited, reading));
  // Written out: an archive has a hundred thousand rows, and to copy an undertaking into each takes longer than to read it.
  return {
    text: undertaking.text,
    owners: undertaking.owners,
    due: undertaking.due,
    dueText: undertaking.dueText,
    cited: cited === null ? null : { value: cited, span: ref!.span },
    accepted,
    number,
    disposition,
    statusSpan: status?.span ?? { start: span.end, end: span.end },
    update: joinUpdates([disposition?.update, more]),
    span,
  };
}

function knownReport(text: string, reading: Reading): ProgressRow["disposition"] {
  const report = readCellReport(text, reading);
  return report?.known ? report : null;
}
