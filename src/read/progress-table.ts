import type { ProgressRow } from "../model/meeting.ts";
import { readStatus } from "../model/status.ts";
import { type ActionRow, readActionTable, readRefCell } from "./action-table.ts";
import type { Passage } from "./passage.ts";
import { dueContextOf, joinUpdates, type Reading, readUndertaking } from "./reading.ts";

/** Reads a table in a section on earlier actions. */
export function readProgressTable(rows: readonly Passage[], reading: Reading): Omit<ProgressRow, "place">[] {
  return readActionTable(rows, reading).map((row) => progressOfRow(row, reading));
}

function progressOfRow({ cells, span }: ActionRow, reading: Reading): Omit<ProgressRow, "place"> {
  const ref = cells.get("ref");
  const { cited, accepted, number } = readRefCell(ref?.text ?? "");
  const update = cells.get("update");
  const status = cells.get("status") ?? update;
  const disposition = status === undefined ? null : readStatus(status.text, reading.board.statuses);
  const updates = [disposition?.update, status === update ? null : update?.text];
  const words = cells.get("action") ?? { text: "", span };
  const stated = { owner: cells.get("owner")?.text ?? null, due: cells.get("due")?.text ?? null };
  return {
    ...readUndertaking(words, stated, reading, dueContextOf(cited, reading)),
    cited: cited === null ? null : { value: cited, span: ref!.span },
    accepted,
    number,
    disposition,
    statusSpan: status?.span ?? { start: span.end, end: span.end },
    update: joinUpdates(updates),
    span,
  };
}
