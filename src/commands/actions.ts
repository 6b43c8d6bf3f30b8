import { type Command, deliver, deliverBytes, layOutSheet, OUTPUT } from "../command.ts";
import { selectActions } from "../ledger/select.ts";
import type { Action } from "../model/action.ts";
import { findOrganisation, foldName } from "../model/board.ts";
import { type OpenBoard, openBoard } from "../open-board.ts";
import { Refusal } from "../refusal.ts";
import { ACTION_FORMATS, writeActions } from "../report/actions.ts";
import { suggest } from "../source/nearest.ts";

/** `rrb actions`: the action log, oldest first. */
export const actions: Command = {
  arguments: [],
  options: [
    { typed: "--open", says: "those that are open" },
    { typed: "--closed", says: "those that are closed, withdrawn or moved" },
    { typed: "--overdue", says: "those that are open after their due date" },
    { typed: "--unaccounted", says: "those that the latest note should have spoken of and did not" },
    { typed: "--owner <org>", says: "those of one body, by any of its names" },
    { typed: "--raised <meeting>", says: "those that one meeting raised" },
    { typed: "--as-of <date>", says: "as they stood at the end of a day", takes: "day" },
    { typed: "--format <format>", says: "how to print them", takes: ["table", ...ACTION_FORMATS] },
    OUTPUT,
  ],
  example: "rrb actions --open --owner MPS",
  run: async (question) => {
    const { options } = question;
    const asOf = typeof options.asOf === "string" ? options.asOf : null;
    const board = await openBoard(question, { asOf, booksOnly: true });
    const today = asOf ?? board.today;
    const owner = readOwner(options.owner, board);
    const raised = typeof options.raised === "string" ? await findRaising(options.raised, board) : undefined;
    const { open, closed, overdue, unaccounted } = options as Record<string, true | undefined>;
    const selected = selectActions(
      board.ledger,
      { open, closed, overdue, unaccounted, owner, raised },
      { board: board.workspace.board, today },
    );
    const listed = oldestFirst(selected);
    const format = ACTION_FORMATS.find((name) => name === options.format);
    if (format === undefined) {
      const { drawActions } = await import("../report/actions-table.ts");
      deliver(question, await drawActions(listed, board.ledger, today, await layOutSheet(question)));
    } else {
      const { source, board: register } = board.workspace;
      const printed = await writeActions(format, listed, { board: register, asOf: today, source });
      if (printed instanceof Uint8Array) deliverBytes(question, printed, format);
      else deliver(question, printed);
    }
    return 0;
  },
};

/** Within a note, what was brought forward into it is older than what it raised. */
function oldestFirst(actions: readonly Action[]): Action[] {
  const firstMeetings = [...new Set(actions.map((action) => action.entries[0]!.meeting))];
  const rank = new Map(firstMeetings.map((meeting, i) => [meeting, i]));
  const isRaised = (action: Action) => (action.raisedAt === null ? 0 : 1);
  const rankOf = (action: Action) => rank.get(action.entries[0]!.meeting)!;
  return actions.toSorted((a, b) => rankOf(a) - rankOf(b) || isRaised(a) - isRaised(b));
}

/** The owner asked for. One that neither the register nor a note knows is refused: an empty list would mislead. */
function readOwner(typed: string | true | undefined, { ledger, workspace }: OpenBoard): string | undefined {
  if (typeof typed !== "string") return undefined;
  const { board } = workspace;
  const owners = [...ledger.actions.values()].flatMap((action) =>
    action.entries.flatMap((entry) => entry.owners),
  );
  const known = [...board.organisations.flatMap((body) => [body.id, body.name, ...body.also]), ...owners];
  const wanted = foldName(typed);
  if (findOrganisation(board, typed) !== null || known.some((name) => foldName(name) === wanted))
    return typed;
  const advice = suggest(typed, known, "Name a body as `board.yaml` or a note does.");
  throw new Refusal(`No action was ever given to \`${typed}\`. ${advice}`);
}

/** The meeting of `--raised`, which few lists ask for. */
async function findRaising(typed: string, board: OpenBoard): Promise<string> {
  const { readMeeting } = await import("../clerk/words.ts");
  return readMeeting(typed, board).id;
}
