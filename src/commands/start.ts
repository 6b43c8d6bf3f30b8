import { readAgain } from "../clerk/read-again.ts";
import { readMeeting } from "../clerk/words.ts";
import type { Command } from "../command.ts";
import { dayOfMeeting } from "../ledger/order.ts";
import { formatDay } from "../model/day.ts";
import type { Meeting } from "../model/meeting.ts";
import { type OpenBoard, openBoard } from "../open-board.ts";
import { Refusal } from "../refusal.ts";
import { printProse } from "../report/prose.ts";
import { clean } from "../report/untrusted.ts";
import { changeFiles } from "../workspace/write.ts";
import { applyEdits } from "../write/edit.ts";
import { keyEdit, topMap } from "../write/yaml-map.ts";

/** `rrb start`: an agenda becomes the draft note of its meeting, and counts in the books from then on. */
export const start: Command = {
  arguments: [{ typed: "[meeting]", says: "the meeting (else the coming agenda)" }],
  options: [],
  example: "rrb start 2020-05-18",
  run: async (question) => {
    const { world, words } = question;
    const board = await openBoard(question);
    const meeting = agendaOf(words[0], board);
    const { source, note } = await readAgain(meeting, board);
    const after = applyEdits(source.text, [keyEdit(source.text, topMap(note), "state", "draft")]);
    changeFiles(board.workspace, [{ path: meeting.path, before: source.text, after }]);
    printProse(world.stdout, clean(tell(meeting, await openBoard(question, { tells: false }))));
    const day = dayOfMeeting(meeting);
    if (day !== null && day > board.today)
      printProse(
        world.stderr,
        clean(
          `${formatDay(day)} is still to come. Write \`state: agenda\` again if the meeting is not held yet.`,
        ),
      );
    return 0;
  },
};

function agendaOf(typed: string | undefined, board: OpenBoard): Meeting {
  const { nextAgenda } = board.ledger;
  if (typed === undefined) {
    if (nextAgenda !== null) return nextAgenda;
    throw new Refusal("There is no agenda after the last note. Run `rrb new-meeting`, which writes one.");
  }
  const meeting = readMeeting(typed, board);
  if (meeting.state === "agenda") return meeting;
  throw new Refusal(
    `\`${meeting.path}\` is no agenda: its state is \`${meeting.state}\`. Name a meeting that is still to come.`,
  );
}

/** What the note leaves open, by the books as they stand now. */
function tell({ id, path }: Meeting, { ledger, meetings }: OpenBoard): string {
  const rows = meetings.find((meeting) => meeting.id === id)?.progress ?? [];
  const { unaccounted = [] } = ledger.accounts.find(({ meeting }) => meeting === id) ?? {};
  const draft = `\`${path}\` is a draft note now.`;
  if (unaccounted.length === 0) return `${draft} Every open action has its status.`;
  const hasRow = (ref: string) =>
    [...ledger.bookedTo].some(([row, booked]) => booked === ref && rows.includes(row));
  const named = unaccounted.map((ref) => `  ${ref}  ${ledger.actions.get(ref)!.text}`);
  const rowless = unaccounted.filter((ref) => !hasRow(ref));
  const refresh =
    rowless.length === 0
      ? []
      : [`No row at all: ${rowless.join(", ")}. \`rrb new-meeting ${id} --refresh\` adds it.`];
  const number = unaccounted.length === 1 ? "1 action has" : `${unaccounted.length} actions have`;
  return [`${draft} ${number} no status in it yet; \`no update\` is one.`, ...named, ...refresh].join("\n");
}
