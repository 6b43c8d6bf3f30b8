import { bookLedger, type Ledger } from "./ledger/ledger.ts";
import { orderMeetings } from "./ledger/order.ts";
import { type Day, dayIn } from "./model/day.ts";
import type { Meeting } from "./model/meeting.ts";
import { Refusal } from "./refusal.ts";
import { type Paint, PLAIN, paintFor } from "./report/colour.ts";
import { printProse } from "./report/prose.ts";
import { clean, pipeBytes, print, type Shown } from "./report/untrusted.ts";
import { createFile } from "./workspace/create.ts";
import type { Unread } from "./workspace/files.ts";
import { openWorkspace, type Workspace } from "./workspace/workspace.ts";
import type { Output, World } from "./world.ts";

/** An argument or an option of a command, as its help shows it. */
export interface Word {
  /** As it is typed: `<ref>`, `[files...]`, `--owner <org>`. */
  readonly typed: string;
  /** What it does, in a few words without a full stop. */
  readonly says: string;
  /** What it may be: a day (ISO 8601), or one of these words. Free text where this is missing. */
  readonly takes?: "day" | readonly string[];
  /** Whether it may be given more than once. Its values then come as one text, each on a line of its own. */
  readonly repeats?: true;
}

/** One question put to rrb: what was typed, and what surrounds it. */
export interface Question {
  readonly world: World;
  /** The arguments in order; those of `[files...]` one by one. */
  readonly words: readonly string[];
  /** The options given, by their long names in camel case: `asOf` for `--as-of`; true where they take no value. */
  readonly options: Readonly<Record<string, string | true | undefined>>;
  /** The folder that `--board` names, as typed; null where it names none. */
  readonly board: string | null;
  /** The day that `--today` or `RRB_TODAY` sets; null where the clock is to be asked. */
  readonly today: Day | null;
  /** Whether `--no-color` was given. */
  readonly noColor: boolean;
}

/** One command. Its file in `commands/` exports one such value, and `commands.ts` lists it. */
export interface Command {
  readonly arguments: readonly Word[];
  readonly options: readonly Word[];
  /** A command line to learn from, shown by `--help`. */
  readonly example: string;
  /** Answers on stdout and promises the exit code: 0 well, 1 the minutes need mending. Throws a Refusal for 2. */
  readonly run: (question: Question) => Promise<0 | 1>;
}

/** A board that a command works on: its folder, its books, and what day it is. */
export interface OpenBoard {
  readonly workspace: Workspace;
  /** The meetings in order. */
  readonly meetings: readonly Meeting[];
  readonly ledger: Ledger;
  readonly today: Day;
  /** The files that nothing is counted of: those that can't be read, that claim one meeting, or whose state hides what they say. */
  readonly leftOut: readonly Unread[];
}

/**
 * Opens the board that a question is about and books it, up to a day where one is given. What is left out is told on
 * stderr, unless the answer itself tells it: nothing that is listed from an incomplete folder may look complete.
 */
export async function openBoard(
  question: Question,
  wanted: {
    readonly digests?: boolean;
    readonly asOf?: Day | null;
    readonly tells?: boolean;
    readonly booksOnly?: boolean;
  } = {},
): Promise<OpenBoard> {
  const { world } = question;
  const { asOf = null, digests = false, tells = true, booksOnly = false } = wanted;
  const workspace = await openWorkspace(world, { board: question.board, digests, booksOnly });
  const { board, notes, unread } = workspace;
  const today = question.today ?? dayIn(board.timeZone, world.now());
  const all = notes.map((note) => note.meeting);
  const { meetings, claimedTwice } = orderMeetings(all, asOf);
  const ledger = bookLedger(all, { board, today, asOf });
  const leftOut = [
    ...unread,
    ...[...claimedTwice.values()].flat().map(tellOfTwin),
    ...tellOfUnbooked(meetings, ledger),
  ];
  for (const { path, message } of tells ? leftOut : [])
    printProse(world.stderr, clean(`\`${path}\` is left out. ${message}`));
  return { workspace, meetings, ledger, today, leftOut };
}

function tellOfTwin({ path, id }: Meeting): Unread {
  return { path, message: `Another file claims the meeting ${id} too.`, advice: "Keep one of the two." };
}

/** The notes that say what was done at their meeting, and are in no book because of their state. */
function tellOfUnbooked(meetings: readonly Meeting[], { irregularities }: Ledger): readonly Unread[] {
  const speaking = new Set(
    irregularities
      .filter((met) => met.kind === "cancelled but held" || (met.kind === "agenda has passed" && met.held))
      .map(({ meeting }) => meeting),
  );
  return meetings
    .filter(({ id }) => speaking.has(id))
    .map(({ path, state }) => ({
      path,
      message: `Its state is \`${state}\`, yet it says what was done at the meeting.`,
      advice: "Write `state: draft` if the meeting was held.",
    }));
}

/** What results are drawn on. */
export interface Sheet {
  readonly output: Output;
  readonly paint: Paint;
}

/** The sheet of a question: stdout as it is, or plain text where `--output` names a file. */
export async function layOutSheet({ world, options, noColor }: Question): Promise<Sheet> {
  if (options.output === undefined)
    return { output: world.stdout, paint: await paintFor(world, world.stdout, noColor) };
  return { output: { ...world.stdout, isTerminal: false, columns: undefined }, paint: PLAIN };
}

/** Hands a result over: on stdout, or in the new file that `--output` names. */
export function deliver({ world, options }: Question, text: Shown): void {
  const lines = text.shown.endsWith("\n") ? text.shown : `${text.shown}\n`;
  if (typeof options.output === "string") createFile(world, options.output, lines);
  else print(world.stdout, text);
}

/** Hands over a document that is no text: in the new file that `--output` names, or to whatever stdout is piped to. */
export function deliverBytes({ world, options }: Question, bytes: Uint8Array, ending: string): void {
  if (typeof options.output === "string") createFile(world, options.output, bytes);
  else if (!world.stdout.isTerminal) pipeBytes(world.stdout, bytes);
  else
    throw new Refusal(
      `A document of this format can't be shown on a terminal. Write \`--output FILE.${ending}\`, or pipe it on.`,
    );
}

/** `--output`, for commands whose result may go to a file. */
export const OUTPUT: Word = {
  typed: "-o, --output <file>",
  says: "write to a new file instead of the screen",
};
