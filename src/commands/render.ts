import { type Command, deliver, OUTPUT, openBoard } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { writeJson } from "../report/json.ts";
import { meetingJson } from "../report/meeting-json.ts";
import { nearest } from "../source/nearest.ts";

/** `rrb render`: one meeting as rrb reads it, for machines. */
export const render: Command = {
  arguments: [{ typed: "<meeting>", says: "the meeting, by the name of its file: `2020-01-21`" }],
  options: [{ typed: "--format <format>", says: "how to print it", takes: ["json"] }, OUTPUT],
  example: "rrb render 2020-01-21 --format json",
  run: async (question) => {
    const { meetings, ledger, workspace } = await openBoard(question);
    const wanted = question.words[0]!;
    const meeting = meetings.find(({ id }) => id === wanted);
    if (meeting === undefined)
      throw unknownMeeting(
        wanted,
        meetings.map(({ id }) => id),
      );
    const source = workspace.source(meeting.path);
    deliver(
      question,
      writeJson({ meeting: meetingJson(meeting, source, (row) => ledger.bookedTo.get(row) ?? null) }),
    );
    return 0;
  },
};

function unknownMeeting(wanted: string, known: readonly string[]): Refusal {
  const near = nearest(wanted, known) ?? known.at(-1);
  const advice = near === undefined ? "The folder holds no note." : `Did you mean \`${near}\`?`;
  return new Refusal(`There is no meeting \`${wanted}\` on this board. ${advice}`);
}
