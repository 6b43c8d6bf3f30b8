import { type Command, deliver, layOutSheet, OUTPUT, type Question } from "../command.ts";
import { isHeld } from "../ledger/order.ts";
import { formatDay } from "../model/day.ts";
import type { Decision, Meeting } from "../model/meeting.ts";
import { type OpenBoard, openBoard } from "../open-board.ts";
import { writeJson } from "../report/json.ts";
import { type Shown, shown } from "../report/untrusted.ts";
import { placeOf } from "../source/source-file.ts";

/** A decision, and the meeting that took it. */
interface Taken {
  readonly decision: Decision;
  readonly meeting: Meeting;
}

/** `rrb decisions`: the register of every decision of the meetings held. */
export const decisions: Command = {
  arguments: [],
  options: [
    { typed: "--format <format>", says: "how to print them", takes: ["table", "json", "csv", "markdown"] },
    OUTPUT,
  ],
  example: "rrb decisions --format csv --output decisions.csv",
  run: async (question) => {
    const board = await openBoard(question);
    const taken = board.meetings
      .filter(isHeld)
      .flatMap((meeting) => meeting.decisions.map((decision) => ({ decision, meeting })));
    deliver(question, await writeRegister(taken, board, question));
    return 0;
  },
};

async function writeRegister(taken: readonly Taken[], board: OpenBoard, question: Question): Promise<Shown> {
  const headings = ["Reference", "Date", "Kind", "Decision", "Item"];
  const rowOf = ({ decision, meeting }: Taken, date: string) => [
    decision.ref,
    date,
    decision.kind,
    decision.text,
    titleOfItem(meeting, decision.item) ?? "",
  ];
  const spoken = () =>
    taken.map((one) => rowOf(one, one.meeting.date === null ? "" : formatDay(one.meeting.date)));
  switch (question.options.format) {
    case "json":
      return listAsJson(taken, board);
    case "csv": {
      const { writeCsv } = await import("../report/csv.ts");
      return writeCsv(
        headings,
        taken.map((one) => rowOf(one, one.meeting.date ?? "")),
      );
    }
    case "markdown": {
      const { writeMarkdownTable } = await import("../report/markdown-table.ts");
      return writeMarkdownTable(headings, spoken());
    }
    default: {
      if (taken.length === 0) return shown`No note has a decision.`;
      const { drawTable } = await import("../report/table.ts");
      const { output, paint } = await layOutSheet(question);
      return drawTable(
        headings.map((heading) => ({ heading, isWhole: heading === "Reference" })),
        spoken(),
        output,
        paint,
      );
    }
  }
}

function listAsJson(taken: readonly Taken[], { workspace }: OpenBoard): Shown {
  return writeJson({
    decisions: taken.map(({ decision, meeting }) => ({
      ref: decision.ref,
      kind: decision.kind,
      text: decision.text,
      meeting: meeting.id,
      item: decision.item,
      line: placeOf(workspace.source(meeting.path), decision.span.start).line,
    })),
  });
}

function titleOfItem(meeting: Meeting, number: number | null): string | null {
  const item = number === null ? undefined : meeting.items.find((one) => one.number === number);
  return item === undefined ? null : `${item.number}. ${item.title}`;
}
