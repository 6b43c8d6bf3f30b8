import type { Action } from "../model/action.ts";
import type { Day } from "../model/day.ts";
import { COLUMNS, cellsOf } from "./actions-sheet.ts";
import { writeCsv } from "./csv.ts";
import type { Shown } from "./untrusted.ts";

/** Actions for a spreadsheet: one a row, days as ISO 8601. */
export function writeActionsCsv(actions: readonly Action[], asOf: Day): Shown {
  return writeCsv(
    COLUMNS.map(({ heading }) => heading),
    actions.map((action) => cellsOf(action, asOf)),
  );
}
