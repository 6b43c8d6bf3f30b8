import { atHandOf } from "../clerk/at-hand.ts";
import type { Question } from "../command.ts";
import { isHeld } from "../ledger/order.ts";
import { isOverdue } from "../model/action.ts";
import { formatDay } from "../model/day.ts";
import { type OpenBoard, openBoard } from "../open-board.ts";
import { paintFor } from "../report/colour.ts";
import { drawGlance, type Line } from "../report/glance.ts";
import { print } from "../report/untrusted.ts";
import { findBoard } from "../workspace/folder.ts";

/** The board at a glance, on a terminal; null where there is no board. */
export async function showGlance(question: Question): Promise<0 | null> {
  const { world, board: named, noColor } = question;
  if (findBoard(world, { board: named }) === null) return null;
  const board = await openBoard(question);
  const paint = await paintFor(world, world.stdout, noColor);
  const title = board.workspace.board.name ?? "This board";
  print(world.stdout, drawGlance(title, await lookAt(board), world.stdout, paint));
  return 0;
}

async function lookAt(board: OpenBoard): Promise<Line[]> {
  const { ledger, meetings, today } = board;
  const open = [...ledger.actions.values()].filter((action) => action.state === "open");
  const overdue = open.filter((action) => isOverdue(action, today));
  const unaccounted = open.filter((action) => action.unaccounted);
  const drafts = meetings.filter((meeting) => meeting.state === "draft");
  const errors = await countErrors(board);
  return [
    { name: "Next meeting", says: tellNext(board) },
    { name: "Open actions", says: String(open.length), command: "rrb actions --open" },
    {
      name: "Overdue",
      says: String(overdue.length),
      command: "rrb actions --overdue",
      bad: overdue.length > 0,
    },
    {
      name: "Unaccounted",
      says: String(unaccounted.length),
      command: "rrb audit",
      bad: unaccounted.length > 0,
    },
    { name: "In draft", says: drafts.map((meeting) => meeting.id).join(", ") || "none" },
    { name: "Errors", says: String(errors), command: "rrb check", bad: errors > 0 },
  ];
}

/** When the board meets next: as the coming agenda has it, else as the last note said. */
function tellNext({ ledger, meetings, today }: OpenBoard): string {
  const { nextAgenda } = ledger;
  if (nextAgenda !== null) {
    const day = formatDay(nextAgenda.date ?? nextAgenda.id.slice(0, 10));
    return [day, nextAgenda.time, nextAgenda.place].filter((part) => part !== null).join(", ");
  }
  const said = meetings.findLast(isHeld)?.nextMeeting ?? null;
  if (said === null) return "not set";
  return `${formatDay(said)}, ${said < today ? "which has passed without a note" : "no agenda yet"}`;
}

async function countErrors(board: OpenBoard): Promise<number> {
  const { checkBoard } = await import("../check/check.ts");
  return checkBoard(atHandOf(board)).filter(({ severity }) => severity === "error").length;
}
