import { meetingToRecord, type Recorded, recordProgress } from "../clerk/recording.ts";
import { readSaid, type Typed } from "../clerk/said.ts";
import { readAction } from "../clerk/words.ts";
import type { Command, Question } from "../command.ts";
import { tellBiography } from "../ledger/biography.ts";
import { dayOfMeeting, isHeld } from "../ledger/order.ts";
import type { Action } from "../model/action.ts";
import { formatDay } from "../model/day.ts";
import { type OpenBoard, openBoard } from "../open-board.ts";
import { drawBiography } from "../report/biography.ts";
import { paintFor } from "../report/colour.ts";
import { writePlace } from "../report/place.ts";
import { print, type Shown, shown } from "../report/untrusted.ts";

/** `rrb action REF`: the biography of one action; with `--status`, what is reported of it at the coming meeting. */
export const action: Command = {
  arguments: [{ typed: "<ref>", says: "its reference; its number alone where only one action has it" }],
  options: [
    { typed: "--status <words>", says: "record how it stands, in its row of the coming agenda" },
    { typed: "--update <text>", says: "record what was said of it" },
    { typed: "--due <date>", says: "record a new due date, or the words for one" },
    { typed: "--owner <org>", says: "record who owns it now" },
    { typed: "--meeting <id>", says: "record it in the note of this meeting instead" },
  ],
  example: 'rrb action 2020-01-21/3 --status Delayed --update "The election came."',
  run: async (question) => {
    const { world, options, words } = question;
    const board = await openBoard(question);
    const found = readAction(words[0]!, board.ledger);
    const typed = readTyped(options);
    const records = Object.values(typed).some((said) => said !== null) || options.meeting !== undefined;
    print(
      world.stdout,
      await (records ? record(found, typed, board, question) : tell(found, board, question)),
    );
    return 0;
  },
};

async function tell(action: Action, board: OpenBoard, { world, noColor }: Question): Promise<Shown> {
  const { ledger, meetings, today, workspace } = board;
  const life = { action, told: tellBiography(action, ledger, today), meetings, today };
  const paint = await paintFor(world, world.stdout, noColor);
  return drawBiography(life, workspace.source, world.stdout, paint);
}

async function record(action: Action, typed: Typed, board: OpenBoard, { options }: Question): Promise<Shown> {
  const meeting = meetingToRecord(textOf(options.meeting), board);
  const said = readSaid(typed, action, meeting, board);
  return tellRecorded(action, await recordProgress(action, meeting, said, board));
}

function readTyped({ status, update, due, owner }: Question["options"]): Typed {
  return { status: textOf(status), update: textOf(update), due: textOf(due), owner: textOf(owner) };
}

function textOf(option: string | true | undefined): string | null {
  return typeof option === "string" ? option : null;
}

/** What the note says now, as it was read back. */
function tellRecorded({ ref }: Action, { meeting, row, source }: Recorded): Shown {
  const day = dayOfMeeting(meeting);
  const at = `${isHeld(meeting) ? "at" : "for"} ${day === null ? meeting.id : formatDay(day)}`;
  const { disposition, update, dueText, owners } = row;
  const status = disposition === null ? "no status yet" : disposition.words;
  const said = update === null ? status : `${status} \u2013 ${update}`;
  const place = writePlace(source, row.span);
  const facts = [
    ...(owners.length === 0 ? [] : [`Owner: ${owners.join(", ")}.`]),
    ...(dueText === null ? [] : [`Due: ${dueText}.`]),
  ].join(" ");
  return shown`${ref} is reported ${at}: ${said}\n${facts === "" ? "" : `${facts} `}${place}`;
}
