import { askRules, openInquiry } from "../check/asking.ts";
import { type BookedRow, bookedRows, type KeptNote, keepForRules } from "../check/kept-note.ts";
import type { BoardAtHand } from "../check/rule.ts";
import { RULES } from "../check/rules.ts";
import type { Question } from "../command.ts";
import { bookLedger } from "../ledger/ledger.ts";
import { openPassingLedger } from "../ledger/passing.ts";
import type { Board } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import { todayOf } from "../open-board.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { KeepNote, Wanted } from "../workspace/folder.ts";
import { openWorkspace, type Workspace } from "../workspace/workspace.ts";
import { atHandOf } from "./at-hand.ts";

/** A board that was looked through, and all that the rules found. */
export interface LookedThrough {
  readonly workspace: Workspace;
  readonly found: readonly Diagnostic[];
}

/** Which files are asked about, by their paths. */
type IsMeant = (path: string) => boolean;

/** Asks all rules of the notes of a board that are meant. */
export async function lookThrough(question: Question, isMeant: IsMeant): Promise<LookedThrough> {
  const passing = await lookInPassing(question, isMeant);
  if (passing !== null) return passing;
  const { workspace, atHand } = await readWhole(question);
  return { workspace, found: askRules(atHand, RULES, isMeant) };
}

/** Reads a board and keeps every note whole, and its text. */
export async function readWhole(
  question: Question,
): Promise<{ readonly workspace: Workspace; readonly atHand: BoardAtHand }> {
  const workspace = await openWorkspace(question.world, { ...wantedOf(question), texts: true });
  const { board, notes } = workspace;
  const today = todayOf(question, board);
  const meetings = notes.map(({ meeting }) => meeting);
  return {
    workspace,
    atHand: atHandOf({ workspace, ledger: bookLedger(meetings, { board, today }), today }),
  };
}

function wantedOf({ board, words }: Question): Wanted {
  return { board, files: words };
}

/**
 * Asks of each note as it is read, books it and lets it go: of 10,000 notes that leaves a third of the memory. Null
 * where the notes can't be booked in the order of their names.
 */
async function lookInPassing(question: Question, isMeant: IsMeant): Promise<LookedThrough | null> {
  let look: PassingLook | null = null;
  const keep = (board: Board): KeepNote => {
    const begun = beginLook(board, todayOf(question, board), isMeant);
    look = begun;
    return begun.keep;
  };
  const workspace = await openWorkspace(question.world, { ...wantedOf(question), keep });
  const found = (look as PassingLook | null)!.conclude(workspace);
  return found === null ? null : { workspace, found };
}

/** A look at a board while it is being read. */
interface PassingLook {
  readonly keep: KeepNote;
  /** All that was found once all is read. Null where the books could not be kept meanwhile. */
  readonly conclude: (workspace: Workspace) => readonly Diagnostic[] | null;
}

function beginLook(board: Board, today: Day, isMeant: IsMeant): PassingLook {
  const inquiry = openInquiry({ board, today, rules: RULES, isMeant });
  const rows = new Map<string, readonly BookedRow[]>();
  const books = openPassingLedger(board, null, (meeting, bookedTo) => {
    rows.set(meeting.path, bookedRows(meeting, bookedTo));
  });
  const notes: KeptNote[] = [];
  return {
    keep: (note, text, blocks) => {
      inquiry.askOf(note, text, blocks);
      notes.push(keepForRules(note));
      return { path: note.path, meeting: books.take(note.meeting), frontMatter: null, faults: [] };
    },
    conclude: (workspace) => {
      const ledger = books.close(today);
      if (ledger === null) return null;
      // A meeting that was not held is in no account, and is kept whole.
      for (const { path, meeting } of workspace.notes)
        if (!rows.has(path)) rows.set(path, bookedRows(meeting, ledger.bookedTo));
      const { boardFile, unread, source } = workspace;
      const text = (path: string) => source(path).text;
      const rowsOf = ({ path }: KeptNote) => rows.get(path)!;
      return inquiry.conclude({ board, boardFile, notes, unread, ledger, rowsOf, today, text });
    },
  };
}
