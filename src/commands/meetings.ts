import { type Command, deliver, layOutSheet, OUTPUT, type Question } from "../command.ts";
import { formatDay } from "../model/day.ts";
import type { Meeting } from "../model/meeting.ts";
import { type OpenBoard, openBoard } from "../open-board.ts";
import { writeJson } from "../report/json.ts";
import { type Shown, shown } from "../report/untrusted.ts";

/** `rrb meetings`: the meetings in order, one line each. */
export const meetings: Command = {
  arguments: [],
  options: [{ typed: "--format <format>", says: "how to print them", takes: ["table", "json"] }, OUTPUT],
  example: "rrb meetings",
  run: async (question) => {
    const board = await openBoard(question);
    deliver(
      question,
      question.options.format === "json" ? listAsJson(board) : await listAsTable(board, question),
    );
    return 0;
  },
};

function listAsJson(board: OpenBoard): Shown {
  return writeJson({
    meetings: board.meetings.map((meeting) => ({
      id: meeting.id,
      date: meeting.date,
      state: meeting.state,
      present: meeting.present.length,
      items: meeting.items.length,
      ...countActions(meeting, board),
    })),
  });
}

async function listAsTable(board: OpenBoard, question: Question): Promise<Shown> {
  if (board.meetings.length === 0) return shown`There is no note yet.`;
  const { drawTable } = await import("../report/table.ts");
  const { output, paint } = await layOutSheet(question);
  const figures = ["Items", "Raised", "Closed"];
  const columns = [
    { heading: "Meeting", isWhole: true },
    { heading: "Date" },
    { heading: "State" },
    { heading: "Present" },
    ...figures.map((heading) => ({ heading, align: "right" as const })),
  ];
  const rows = board.meetings.map((meeting) => {
    const { raised, closed } = countActions(meeting, board);
    const date = meeting.date === null ? "" : formatDay(meeting.date);
    const counts = [meeting.items.length, raised, closed].map((count) => String(count ?? ""));
    return [meeting.id, date, meeting.state, tellAttendance(meeting), ...counts];
  });
  return drawTable(columns, rows, output, paint);
}

function tellAttendance({ present, apologies, absent }: Meeting): string {
  const away = apologies.length + absent.length;
  return away === 0 ? String(present.length) : `${present.length} (${away} away)`;
}

/** How many actions a meeting raised and closed; null where it is not in the books. */
function countActions(
  meeting: Meeting,
  { ledger }: OpenBoard,
): { raised: number | null; closed: number | null } {
  const account = ledger.accounts.find((booked) => booked.meeting === meeting.id);
  return { raised: account?.raised.length ?? null, closed: account?.closed.length ?? null };
}
