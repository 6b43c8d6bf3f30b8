import { demandWhole } from "../clerk/carrying.ts";
import { type Numbering, numberNote, tellNumbering } from "../clerk/numbering.ts";
import type { Command, Question } from "../command.ts";
import { type CarriedForward, carryForward } from "../ledger/carry-forward.ts";
import { dayOfMeeting, isHeld } from "../ledger/order.ts";
import { formatDay, isDay } from "../model/day.ts";
import { idOf } from "../model/file-name.ts";
import type { Meeting } from "../model/meeting.ts";
import { MEETING_ID } from "../model/reference.ts";
import { type OpenBoard, openBoard } from "../open-board.ts";
import { readNoteFile } from "../read/note-file.ts";
import { Refusal } from "../refusal.ts";
import { count, printProse } from "../report/prose.ts";
import { clean, print } from "../report/untrusted.ts";
import { type SourceFile, sourceFile } from "../source/source-file.ts";
import { pathIn } from "../workspace/folder.ts";
import { readTemplate } from "../workspace/template.ts";
import { changeFiles, type FileChange } from "../workspace/write.ts";

/** `rrb new-meeting`: the next agenda, with a row for every open action. */
export const newMeeting: Command = {
  arguments: [
    {
      typed: "[date]",
      says: "its day, `2020-05-18`; else the one that the last note names (`2020-05-18-extraordinary` where a day has two)",
    },
  ],
  options: [
    { typed: "--list", says: "write the actions as a list rather than as tables" },
    { typed: "--refresh", says: "add the rows that an agenda or a draft lacks, and change nothing else" },
    { typed: "--dry-run", says: "print the file, and write nothing" },
  ],
  example: "rrb new-meeting 2020-05-18",
  run: async (question) => {
    const board = await openBoard(question);
    if (question.options.refresh === true) {
      const { refreshMeeting } = await import("../clerk/refreshing.ts");
      return refreshMeeting(question, board, readId(question));
    }
    const id = readId(question) ?? nextId(board);
    const last = demandFree(id, board);
    const carried = carryForward(board.ledger, board.meetings, id.slice(0, 10));
    const numbering = await numberNote(last, board);
    const agenda = await composeAgenda(id, last, carried, question, board);
    const changes = [...numbering.changes, { path: agenda.path, before: null, after: agenda.text }];
    hand(question, board, { agenda, numbering, changes, carried });
    return 0;
  },
};

/** The id that was typed; null where none was. */
function readId({ words }: Question): string | null {
  const typed = words[0];
  if (typed === undefined) return null;
  if (MEETING_ID.test(typed) && isDay(typed.slice(0, 10))) return typed;
  throw new Refusal(
    `\`${typed}\` is no day of a meeting. Write it as \`2020-05-18\`, or \`2020-05-18-extraordinary\` where that day has two.`,
  );
}

/**
 * The next meeting: on the day that the last held note names, or the new one where that was cancelled and moved; else
 * the one whose agenda is at hand.
 */
function nextId({ meetings, ledger }: OpenBoard): string {
  let day = meetings.findLast(isHeld)?.nextMeeting ?? null;
  for (const { state, date, movedTo } of meetings) {
    if (state === "cancelled" && date === day && movedTo !== null) day = movedTo;
  }
  if (day !== null) return day;
  if (ledger.nextAgenda !== null) return ledger.nextAgenda.id;
  throw new Refusal("No note says when the next meeting is. Name its day: `rrb new-meeting 2020-05-18`.");
}

/** The last held meeting, which must not lie after the new one. Nothing may claim the new one yet. */
function demandFree(id: string, { meetings, workspace }: OpenBoard): Meeting | null {
  const paths = [...workspace.notes, ...workspace.unread].map(({ path }) => path);
  const taken = paths.find((path) => idOf(path) === id);
  if (taken !== undefined) {
    throw new Refusal(
      `\`${taken}\` exists, and rrb overwrites nothing. \`rrb new-meeting ${id} --refresh\` adds the rows that it lacks.`,
    );
  }
  const last = meetings.findLast(isHeld) ?? null;
  const lastDay = last === null ? null : dayOfMeeting(last);
  if (lastDay !== null && lastDay > id.slice(0, 10)) {
    throw new Refusal(
      `The last note is of ${formatDay(lastDay)}, which is later. Name the day of a meeting to come.`,
    );
  }
  return last;
}

/** The agenda as its template has it, read back: an agenda that lost an action is not written. */
async function composeAgenda(
  id: string,
  last: Meeting | null,
  carried: CarriedForward,
  { options }: Question,
  board: OpenBoard,
): Promise<SourceFile> {
  const { workspace } = board;
  const template = readTemplate(workspace, "next-meeting.md");
  const plan = { board: workspace.board, id, last, carried, asList: options.list === true };
  const { writeAgenda } = await import("../write/agenda.ts");
  const text = writeAgenda(plan, template);
  const agenda = sourceFile(pathIn(workspace.folder, `${id}.md`), text);
  const note = await readNoteFile(agenda, workspace.board);
  demandWhole(note, board, template.path);
  return agenda;
}

interface Written {
  readonly agenda: SourceFile;
  readonly numbering: Numbering;
  readonly changes: readonly FileChange[];
  readonly carried: CarriedForward;
}

function hand({ world, options }: Question, { workspace, today }: OpenBoard, written: Written): void {
  const { agenda, numbering, changes, carried } = written;
  const isTried = options.dryRun === true;
  if (!isTried) changeFiles(workspace, changes);
  tellNumbering(numbering, isTried, world);
  const day = idOf(agenda.path).slice(0, 10);
  if (day < today)
    printProse(
      world.stderr,
      clean(`${formatDay(day)} has passed. Name another day if you meant one to come.`),
    );
  const open = carried.groups.reduce((sum, { actions }) => sum + actions.length, 0);
  const told = [
    `Wrote \`${agenda.path}\`, with ${open === 0 ? "no open action" : count(open, "open action")}.`,
    ...carried.offered.map(({ title, comesFrom }) => `  Item: ${title} (${comesFrom.join(", ")})`),
  ];
  if (isTried) print(world.stdout, clean(agenda.text));
  else printProse(world.stdout, clean(told.join("\n")));
}
