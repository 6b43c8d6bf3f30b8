import type { BoardAtHand } from "../check/rule.ts";
import type { OpenBoard } from "../open-board.ts";

/** A board as the rules ask of it: named on the command line or not, every note is at hand, as the ledger needs each. */
export function atHandOf({
  workspace,
  ledger,
  today,
}: Pick<OpenBoard, "workspace" | "ledger" | "today">): BoardAtHand {
  const { board, boardFile, notes, unread, source } = workspace;
  return { board, boardFile, notes, unread, ledger, today, text: (path) => source(path).text };
}
