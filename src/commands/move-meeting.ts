import { type ReadNote, readAgain } from "../clerk/read-again.ts";
import { readMeeting } from "../clerk/words.ts";
import type { Command } from "../command.ts";
import { isHeld } from "../ledger/order.ts";
import { formatDay, isDay } from "../model/day.ts";
import { idOf } from "../model/file-name.ts";
import type { Meeting } from "../model/meeting.ts";
import { MEETING_ID } from "../model/reference.ts";
import { findDays } from "../model/written-day.ts";
import { type OpenBoard, openBoard } from "../open-board.ts";
import { Refusal } from "../refusal.ts";
import { writePlace } from "../report/place.ts";
import { printProse } from "../report/prose.ts";
import { clean } from "../report/untrusted.ts";
import type { Edit } from "../source/diagnostic.ts";
import { sourceFile } from "../source/source-file.ts";
import { changeFiles, type FileChange } from "../workspace/write.ts";
import { applyEdits } from "../write/edit.ts";
import { citingEdits, movingEdits } from "../write/moving.ts";

/** `rrb move-meeting`: a meeting is put off or brought forward, and every reference to it goes with it. */
export const moveMeeting: Command = {
  arguments: [
    { typed: "<old>", says: "the meeting as it is" },
    { typed: "<new>", says: "its new day, such as 2020-06-01" },
  ],
  options: [{ typed: "--dry-run", says: "say what would be done, and write nothing" }],
  example: "rrb move-meeting 2020-05-18 2020-06-01",
  run: async (question) => {
    const { world, words, options } = question;
    const [from, to] = words as [string, string];
    const board = await openBoard(question);
    demandId(to);
    const meeting = findMoved(from, to, board);
    demandMovable(meeting, to, board);
    const changes = await plan(meeting, to, board);
    if (options.dryRun !== true) changeFiles(board.workspace, changes);
    const told = tell(meeting, to, changes);
    if (options.dryRun === true) told.push("Nothing is written: this was a dry run.");
    printProse(world.stdout, clean(told.join("\n")));
    return 0;
  },
};

function demandId(typed: string): void {
  if (MEETING_ID.test(typed) && isDay(typed.slice(0, 10))) return;
  throw new Refusal(
    `\`${typed}\` is no day for a meeting. Write it as \`2020-06-01\`, or \`2020-06-01-extraordinary\`.`,
  );
}

function findMoved(from: string, to: string, board: OpenBoard): Meeting {
  const there = board.meetings.find(({ id }) => id === to);
  const isGone = board.meetings.every(({ id }) => id !== from);
  if (isGone && there?.movedFrom === from.slice(0, 10))
    throw new Refusal(`The meeting of ${from} is moved to ${to} already. There is nothing left to write.`);
  return readMeeting(from, board);
}

/** What was confirmed stays where it is, and no meeting may jump over one that was held. */
function demandMovable(meeting: Meeting, to: string, { meetings }: OpenBoard): void {
  const { id, state, path } = meeting;
  if (id === to) throw new Refusal(`The meeting is on ${to} already. Name another day.`);
  if (state === "confirmed")
    throw new Refusal(`\`${path}\` is confirmed, and what was confirmed stays where it is.`);
  if (state === "cancelled")
    throw new Refusal(
      `The meeting of ${id} was cancelled. Write the new one with \`rrb new-meeting ${to}\`.`,
    );
  const between = meetings.find(
    (other) => isHeld(other) && other.id !== id && other.id !== to && other.id > id !== other.id > to,
  );
  if (between === undefined) return;
  throw new Refusal(
    `The meeting of ${between.id} lies between ${id} and ${to}, and actions go from meeting to meeting in order. Name a day on this side of it.`,
  );
}

/** Every file as it is to be: the new one first, then those that cite it, and the old one goes last. */
async function plan(meeting: Meeting, to: string, board: OpenBoard): Promise<FileChange[]> {
  const moved = await readAgain(meeting, board);
  const path = meeting.path.replace(/[^/]+$/, (name) => name.replace(meeting.id, to));
  const after = applyEdits(moved.source.text, movingEdits(moved.note, to, moved.source.text));
  const citing: FileChange[] = [];
  for (const note of board.workspace.notes) {
    if (note.path === meeting.path || note.path === path) continue;
    if (!board.workspace.source(note.path).text.includes(meeting.id)) continue;
    const other = await readAgain(note.meeting, board);
    const edits = citingEdits(other.note, meeting.id, to, other.source.text);
    if (edits.length === 0) continue;
    demandOpen(other, edits[0]!, meeting);
    citing.push({ path: note.path, before: other.source.text, after: applyEdits(other.source.text, edits) });
  }
  return [
    { path, before: demandFree(path, to, after, board), after, like: meeting.path },
    ...citing,
    { path: meeting.path, before: moved.source.text, after: null },
  ];
}

/** The text at the new place: none, or what an earlier run that was stopped has written there. */
function demandFree(path: string, to: string, after: string, { workspace }: OpenBoard): string | null {
  const taken = [...workspace.notes, ...workspace.unread].find((file) => idOf(file.path) === to);
  if (taken === undefined) return null;
  if (taken.path === path && workspace.source(path).text === after) return after;
  throw new Refusal(`\`${taken.path}\` is there already, and rrb overwrites nothing. Name another day.`);
}

function demandOpen({ source, note }: ReadNote, { span }: Edit, { id }: Meeting): void {
  if (note.meeting.state !== "confirmed") return;
  throw new Refusal(
    `\`${source.path}\` is confirmed, and speaks of the meeting of ${id} at ${writePlace(source, span)}. So the meeting stays where it is.`,
  );
}

/** What was done, and where the old day is still written in words that rrb leaves to whoever wrote them. */
function tell({ id, path }: Meeting, to: string, changes: readonly FileChange[]): string[] {
  const written = changes.flatMap((change) =>
    change.after === null ? [] : [{ path: change.path, text: change.after }],
  );
  const [moved, ...others] = written;
  const places = written.flatMap((file) => findOldDays(file.path, file.text, id.slice(0, 10)));
  return [
    `\`${path}\` is \`${moved!.path}\` now.`,
    ...others.map((other) => `\`${other.path}\` speaks of it as ${to}.`),
    ...(places.length === 0
      ? []
      : [`${formatDay(id.slice(0, 10))} is still written at`, ...places.map((place) => `  ${place}`)]),
  ];
}

function findOldDays(path: string, text: string, day: string): string[] {
  const source = sourceFile(path, text);
  const isKey = (start: number) =>
    /^moved-from:/m.test(text.slice(text.lastIndexOf("\n", start - 1) + 1, start));
  return findDays(text, null)
    .filter((found) => found.day === day && !isKey(found.start))
    .map((found) => writePlace(source, { start: found.start, end: found.end }));
}
