import type { Action } from "../model/action.ts";
import type { Board } from "../model/board.ts";
import { type Day, formatDay } from "../model/day.ts";
import { knownPhrases, readStatus } from "../model/status.ts";
import { COLUMNS, cellsOf } from "./actions-sheet.ts";
import { type Sheet, writeWorkbook } from "./workbook.ts";

/** Actions as a workbook: a table that filters, with days as days, and the statuses that the board knows to choose from. */
export function writeActionsWorkbook(
  actions: readonly Action[],
  { board, asOf }: { readonly board: Board; readonly asOf: Day },
): Promise<Uint8Array> {
  const statuses = listStatuses(board);
  const log: Sheet = {
    name: "Actions",
    columns: COLUMNS.map((column) =>
      column.heading === "Status" ? { ...column, choices: statuses } : column,
    ),
    rows: actions.map((action) => cellsOf(action, asOf)),
  };
  const title = `${board.name === null ? "" : `${board.name}: `}Actions as of ${formatDay(asOf)}`;
  return writeWorkbook([log, statuses], { title, author: board.secretariat ?? board.name, day: asOf });
}

/** Every status that means something to this board, and what it means. */
function listStatuses({ statuses }: Board): Sheet {
  const rows = [...new Set(knownPhrases(statuses))].map((words) => [
    words.charAt(0).toUpperCase() + words.slice(1),
    readStatus(words, statuses)?.state ?? "open",
  ]);
  const columns = [
    { heading: "Status", width: 28 },
    { heading: "State", width: 14 },
  ];
  return { name: "Statuses", columns, rows };
}
