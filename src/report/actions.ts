import type { Action } from "../model/action.ts";
import type { Board } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Shown } from "./untrusted.ts";

/** The formats in which actions leave the screen; only the one that is asked for is loaded. */
export const ACTION_FORMATS = ["json", "csv", "markdown", "ics", "xlsx"] as const;

/** What actions are printed with: their board, the day as of which they stand, and the files of its notes. */
export interface ActionsSetting {
  readonly board: Board;
  readonly asOf: Day;
  readonly source: (path: string) => SourceFile;
}

/** Actions in one of these formats, in the order given: as text, or as the bytes of a file. */
export async function writeActions(
  format: (typeof ACTION_FORMATS)[number],
  actions: readonly Action[],
  { board, asOf, source }: ActionsSetting,
): Promise<Shown | Uint8Array> {
  switch (format) {
    case "json":
      return (await import("./actions-json.ts")).writeActionsJson(actions, asOf, source);
    case "csv":
      return (await import("./actions-csv.ts")).writeActionsCsv(actions, asOf);
    case "markdown":
      return (await import("./actions-markdown.ts")).writeActionsMarkdown(actions, asOf);
    case "ics":
      return (await import("./actions-ics.ts")).writeActionsCalendar(actions, board);
    case "xlsx":
      return (await import("./actions-xlsx.ts")).writeActionsWorkbook(actions, { board, asOf });
  }
}
