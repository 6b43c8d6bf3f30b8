import { type Choice, findListener, type Listener } from "../ask.ts";
import { meetingToRecord, recordProgress, rowOf } from "../clerk/recording.ts";
import { NOTHING_TYPED, readDue, readSaid, readStatusWords, type Typed } from "../clerk/said.ts";
import { readAction } from "../clerk/words.ts";
import type { Command, Question } from "../command.ts";
import { tellBiography } from "../ledger/biography.ts";
import type { Action } from "../model/action.ts";
import { formatDay } from "../model/day.ts";
import type { Meeting, ProgressRow } from "../model/meeting.ts";
import { type OpenBoard, openBoard } from "../open-board.ts";
import { Refusal } from "../refusal.ts";
import { paintFor } from "../report/colour.ts";
import { drawOpenAction } from "../report/open-action.ts";
import { count, printProse } from "../report/prose.ts";
import { clean, print, shown } from "../report/untrusted.ts";

/** `rrb review`: every open action in turn, asked of whoever sits at the terminal; each answer is written at once. */
export const review: Command = {
  arguments: [],
  options: [],
  example: "rrb review",
  run: async (question) => {
    const { world } = question;
    const listener = await findListener(world, question.noColor);
    if (listener === null)
      throw new Refusal(
        "`rrb review` asks at a terminal, and here is none. Record each action with `rrb action REF --status WORDS`.",
      );
    const board = await openBoard(question);
    const meeting = meetingToRecord(null, board);
    const open = [...board.ledger.actions.values()].filter(({ state }) => state === "open");
    const hasRow = ({ ref }: Action) =>
      meeting.progress.some((row) => board.ledger.bookedTo.get(row) === ref);
    const refs = open.filter(hasRow).map(({ ref }) => ref);
    const missing = open.length - refs.length;
    if (missing > 0)
      printProse(
        world.stdout,
        shown`${count(missing, "open action")} without a row in \`${meeting.path}\`: \`rrb new-meeting ${meeting.id} --refresh\` adds it.\n`,
      );
    const passed = await walk(refs, listener, question);
    printProse(world.stdout, clean(await tellEnd(refs.length - passed, refs.length, question)));
    return 0;
  },
};

/** Asks of one action after another; gives how many were gone through before somebody stopped. */
async function walk(refs: readonly string[], listener: Listener, question: Question): Promise<number> {
  for (const [index, ref] of refs.entries()) {
    const at = await openAt(ref, question);
    const { action, board } = at;
    const { stdout } = question.world;
    const paint = await paintFor(question.world, stdout, question.noColor);
    const told = tellBiography(action, board.ledger, board.today);
    print(stdout, shown`\n${paint("quiet", `${index + 1} of ${refs.length}`)}`);
    print(stdout, drawOpenAction(action, told, board.today, stdout, paint));
    if (!(await askOf(at, listener, question))) return index;
  }
  return refs.length;
}

/** One action on a board that was opened just now, since every answer changes its files. */
interface Place {
  readonly board: OpenBoard;
  readonly action: Action;
  readonly meeting: Meeting;
  readonly row: ProgressRow;
}

async function openAt(ref: string, question: Question): Promise<Place> {
  const board = await openBoard(question, { tells: false });
  const action = readAction(ref, board.ledger);
  const meeting = meetingToRecord(null, board);
  return { board, action, meeting, row: rowOf(action, meeting, board) };
}

/** Asks how an action stands, what was said, and until when; false once somebody stops. */
async function askOf(place: Place, listener: Listener, question: Question): Promise<boolean> {
  const status = await askStatus(place, listener);
  if (status === null) return false;
  if (status === SKIP) return true;
  await write({ status }, place.action.ref, question);

  const { row } = await openAt(place.action.ref, question);
  const update = await listener.askWords("What was said?", {
    initial: row.update ?? "",
    placeholder: "Enter for nothing",
  });
  if (update === null) return false;
  if (update !== (row.update ?? "")) await write({ update }, place.action.ref, question);

  if (row.disposition?.state !== "open") return true;
  const due = await listener.askWords("A new due date?", {
    placeholder: row.dueText === null ? "Enter for none" : `Enter keeps ${row.dueText}`,
    judge: (typed) => judgeBy(() => typed.trim() === "" || readDue(typed, place.meeting)),
  });
  if (due === null) return false;
  if (due.trim() !== "") await write({ due }, place.action.ref, question);
  return true;
}

/** Writes one answer; where that can't be done, says why, and goes on. */
async function write(typed: Partial<Typed>, ref: string, question: Question): Promise<void> {
  try {
    const { board, action, meeting } = await openAt(ref, question);
    await recordProgress(
      action,
      meeting,
      readSaid({ ...NOTHING_TYPED, ...typed }, action, meeting, board),
      board,
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    printProse(question.world.stdout, clean(error.message));
  }
}

/** Stands for no status, and can't be typed as one. */
const SKIP = "\n";
const OTHER = "\n\n";

const USUAL = ["In progress", "Complete", "Delayed", "Not started", "On hold", "Withdrawn", "No update"];

/** The status as it is to be recorded; `SKIP` where it stays as it is, null once somebody stops. */
async function askStatus({ action, board, meeting }: Place, listener: Listener): Promise<string | null> {
  const { statuses } = board.workspace.board;
  const own = [...statuses.keys()].map((words) => `${words[0]!.toUpperCase()}${words.slice(1)}`);
  const skip = action.reportedFor === null ? "Skip it for now" : `Leave it: ${action.reportedFor.status}`;
  const choices: Choice<string>[] = [
    { value: SKIP, label: skip },
    ...[...USUAL, ...own].map((words) => ({ value: words, label: words })),
    { value: OTHER, label: "In other words \u2026" },
  ];
  const day = formatDay(meeting.id.slice(0, 10));
  const chosen = await listener.choose(`How will it stand on ${day}?`, choices, SKIP);
  if (chosen !== OTHER) return chosen;
  return listener.askWords("How does it stand?", {
    placeholder: "such as: Awaiting the figures",
    judge: (typed) => judgeBy(() => readStatusWords(typed, action, board)),
  });
}

/** Why something is refused; null where it is not. */
function judgeBy(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

async function tellEnd(left: number, all: number, question: Question): Promise<string> {
  const { ledger } = await openBoard(question, { tells: false });
  const open = [...ledger.actions.values()].filter(({ state }) => state === "open");
  const empty = open.filter(({ reportedFor }) => reportedFor === null).length;
  const status =
    empty === 0 ? "Each open action has a status." : `Without a status: ${count(empty, "open action")}.`;
  if (left === 0) return `\nGone through: ${count(all, "action")}. ${status}`;
  return `\nStopped; all answers are kept. Left: ${left} of ${count(all, "action")}.\n${status}`;
}
