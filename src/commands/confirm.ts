import { checkBoard } from "../check/check.ts";
import { RULES } from "../check/rules.ts";
import { type Command, type OpenBoard, openBoard, type Question } from "../command.ts";
import { fingerprintOf } from "../model/fingerprint.ts";
import type { Meeting, Note } from "../model/meeting.ts";
import { readFingerprint } from "../read/confirmations.ts";
import { Refusal } from "../refusal.ts";
import { paintFor } from "../report/colour.ts";
import { REPORTERS } from "../report/reporters.ts";
import { clean, print } from "../report/untrusted.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { changeFiles, type FileChange } from "../workspace/write.ts";
import { amendNote, confirmNote, putDown } from "./confirmed-note.ts";
import { type How, readHow } from "./how-confirmed.ts";
import { readAgain, readMeeting } from "./words.ts";

/** `rrb confirm`: a draft note becomes the confirmed one, with a fingerprint by which every later change shows. */
export const confirm: Command = {
  arguments: [{ typed: "<meeting>", says: "the meeting whose note is confirmed" }],
  options: [
    { typed: "--at <meeting>", says: "the later meeting that confirmed it" },
    { typed: "--on <date>", says: "the day on which it was confirmed outside a meeting", takes: "day" },
    { typed: "--by <words>", says: "how, outside a meeting (else by correspondence)" },
    {
      typed: "--correction <words>",
      says: 'what was put right, as "3: for X read Y" with the item first; may be repeated',
      repeats: true,
    },
    { typed: "--dry-run", says: "say what would be done, and write nothing" },
  ],
  example: 'rrb confirm 2020-01-21 --at 2020-05-18 --correction "3: for Monday read Tuesday"',
  run: async (question) => {
    const { world, words, options } = question;
    const board = await openBoard(question);
    const meeting = readMeeting(words[0]!, board);
    const corrections = typeof options.correction === "string" ? options.correction.split("\n") : [];
    const how = readHow(question, meeting, board);
    demandReady(meeting, how, corrections);
    const failing = findFailing(meeting, board);
    if (failing.length > 0) {
      await tellFailing(failing, meeting, board, question);
      return 1;
    }
    const changes = await plan(meeting, how, corrections, board);
    if (options.dryRun !== true) changeFiles(board.workspace, changes.files);
    const told =
      options.dryRun === true ? [...changes.told, "Nothing is written: this was a dry run."] : changes.told;
    print(world.stdout, clean(told.join("\n")));
    return 0;
  },
};

/** Only a held note can be confirmed, and once; a correction may come later. */
function demandReady(
  { id, path, state, confirmed }: Meeting,
  how: How,
  corrections: readonly string[],
): void {
  if (state === "agenda")
    throw new Refusal(`\`${path}\` is an agenda. Run \`rrb start ${id}\` once the meeting is held.`);
  if (state === "cancelled")
    throw new Refusal(`The meeting of ${id} was cancelled. It has no note to confirm.`);
  if (state !== "confirmed" || confirmed === null || corrections.length > 0) return;
  if (confirmed.at === how.confirmation.at && confirmed.on === how.confirmation.on) return;
  throw new Refusal(
    `\`${path}\` was confirmed ${confirmed.at === null ? "on" : "at"} ${confirmed.at ?? confirmed.on}. Put it right with \`--correction\`.`,
  );
}

/** What rules that guard the ledger find wrong with a note: errors alone. */
function findFailing({ path }: Meeting, board: OpenBoard): readonly Diagnostic[] {
  const { workspace, ledger, today } = board;
  const atHand = { ...workspace, ledger, today, text: (other: string) => workspace.source(other).text };
  const guarding = RULES.filter(({ conserves }) => conserves);
  return checkBoard(atHand, guarding).filter((found) => found.path === path && found.severity === "error");
}

async function tellFailing(
  diagnostics: readonly Diagnostic[],
  { path }: Meeting,
  { workspace }: OpenBoard,
  { world, noColor }: Question,
): Promise<void> {
  const report = await REPORTERS.pretty();
  const paint = await paintFor(world, world.stdout, noColor);
  const { columns } = world.stdout;
  print(
    world.stdout,
    report({ diagnostics, notes: 1, source: workspace.source, paint, columns, quiet: true }),
  );
  print(
    world.stderr,
    clean(`\`${path}\` is not confirmed. Mend what is found here, and run the same command again.`),
  );
}

/** The files as they are to be, and what there is to say of it. */
interface Plan {
  readonly files: readonly FileChange[];
  readonly told: readonly string[];
}

/** Throws a Refusal where there is nothing left to do. */
async function plan(
  meeting: Meeting,
  how: How,
  corrections: readonly string[],
  board: OpenBoard,
): Promise<Plan> {
  const read = await readAgain(meeting, board);
  demandUnchanged(read.note, read.source.text);
  const amended = await amendNote(read, corrections, board.workspace.board);
  const confirmed = await confirmNote(amended, how, corrections, board.workspace.board);
  const at = how.meeting === null ? null : await readAgain(how.meeting, board);
  const files = [
    // The note itself comes last: whatever stops this, it is a draft until all is written.
    ...(at === null ? [] : [{ path: at.note.path, before: at.source.text, after: putDown(at, confirmed) }]),
    { path: meeting.path, before: read.source.text, after: confirmed.text },
  ];
  if (files.every(({ before, after }) => before === after))
    throw new Refusal(`\`${meeting.path}\` is confirmed already. There is nothing left to write.`);
  const said = [
    ...amended.told,
    `\`${meeting.path}\` is confirmed${how.words}, with the fingerprint`,
    `  ${confirmed.fingerprint}`,
    ...(at === null ? [] : [`which \`${at.note.path}\` has put down as well.`]),
  ];
  return { files, told: said };
}

/** What was confirmed once and has changed since is not confirmed again in passing. */
function demandUnchanged(note: Note, text: string): void {
  const fingerprint = readFingerprint(note);
  if (note.meeting.state !== "confirmed" || fingerprint === null) return;
  if (fingerprint.value === fingerprintOf(text, note.path)) return;
  throw new Refusal(
    `\`${note.path}\` has changed since it was confirmed. Undo the change, or write \`state: draft\` and confirm it again.`,
  );
}
