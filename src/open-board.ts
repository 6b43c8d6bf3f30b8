import type { Question } from "./command.ts";
import { bookLedger, type Ledger } from "./ledger/ledger.ts";
import { orderMeetings } from "./ledger/order.ts";
import { openPassingLedger, type PassingLedger } from "./ledger/passing.ts";
import { NONE } from "./ledger/running-action.ts";
import type { Board } from "./model/board.ts";
import { type Day, dayIn } from "./model/day.ts";
import type { Meeting, Note } from "./model/meeting.ts";
import { printProse } from "./report/prose.ts";
import { clean } from "./report/untrusted.ts";
import type { Unread } from "./workspace/files.ts";
import { openWorkspace, type Workspace } from "./workspace/workspace.ts";

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

/** What is wanted of a board beside its books. */
interface WantedOfBoard {
  readonly digests?: boolean;
  /** The day up to which it is booked; null for all. */
  readonly asOf?: Day | null;
  /** Whether what is left out is told on stderr; else the answer itself tells it. */
  readonly tells?: boolean;
  /**
   * Whether nothing is asked but the actions and the accounts, so that every note is let go as soon as it is booked: of
   * 10,000 notes a third of the memory is left. The ledger has neither what rows were booked to nor what was met there.
   */
  readonly booksOnly?: boolean;
}

/**
 * Opens the board that a question is about and books it, up to a day where one is given. What is left out is told on
 * stderr, unless the answer itself tells it: nothing that is listed from an incomplete folder may look complete.
 */
export async function openBoard(question: Question, wanted: WantedOfBoard = {}): Promise<OpenBoard> {
  const { asOf = null, tells = true, booksOnly = false } = wanted;
  const { workspace, today, ledger } =
    (booksOnly ? await bookInPassing(question, wanted) : null) ?? (await bookWhole(question, wanted));
  const { meetings, claimedTwice } = orderMeetings(meetingsOf(workspace), asOf);
  const leftOut = [
    ...workspace.unread,
    ...[...claimedTwice.values()].flat().map(tellOfTwin),
    ...tellOfUnbooked(meetings, ledger),
  ];
  for (const { path, message } of tells ? leftOut : [])
    printProse(question.world.stderr, clean(`\`${path}\` is left out. ${message}`));
  return { workspace, meetings, ledger, today, leftOut };
}

type Booked = Pick<OpenBoard, "workspace" | "today" | "ledger">;

async function bookWhole(
  question: Question,
  { digests = false, asOf = null }: WantedOfBoard,
): Promise<Booked> {
  const workspace = await openWorkspace(question.world, { board: question.board, digests });
  const today = todayOf(question, workspace.board);
  return {
    workspace,
    today,
    ledger: bookLedger(meetingsOf(workspace), { board: workspace.board, today, asOf }),
  };
}

/** Null where the notes can't be booked in the order of their names. */
async function bookInPassing(
  question: Question,
  { digests = false, asOf = null }: WantedOfBoard,
): Promise<Booked | null> {
  let books: PassingLedger | null = null;
  const keep = (board: Board) => {
    const passing = openPassingLedger(board, asOf);
    books = passing;
    return ({ path, meeting }: Note) => ({
      path,
      meeting: passing.take(meeting),
      frontMatter: null,
      faults: NONE,
    });
  };
  const workspace = await openWorkspace(question.world, { board: question.board, digests, keep });
  const today = todayOf(question, workspace.board);
  const ledger = (books as PassingLedger | null)?.close(today) ?? null;
  return ledger === null ? null : { workspace, today, ledger };
}

function meetingsOf({ notes }: Workspace): readonly Meeting[] {
  return notes.map(({ meeting }) => meeting);
}

/** The day that a question is asked on: the one that it names, else what the clock says where the board meets. */
export function todayOf({ today, world }: Question, { timeZone }: Board): Day {
  return today ?? dayIn(timeZone, world.now());
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
