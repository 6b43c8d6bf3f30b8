import { checkBoard } from "../check/check.ts";
import { RULES } from "../check/rules.ts";
import { atHandOf } from "../clerk/at-hand.ts";
import { amendNote, confirmNote, putDown } from "../clerk/confirmed-note.ts";
import { type How, readHow } from "../clerk/how-confirmed.ts";
import { type ReadNote, readAgain } from "../clerk/read-again.ts";
import { readMeeting } from "../clerk/words.ts";
import type { Command, Question } from "../command.ts";
import { fingerprintOf } from "../model/fingerprint.ts";
import type { Meeting } from "../model/meeting.ts";
import { type OpenBoard, openBoard } from "../open-board.ts";
import { findConfirming, readFingerprint } from "../read/confirmations.ts";
import { Refusal } from "../refusal.ts";
import { paintFor } from "../report/colour.ts";
import { printProse } from "../report/prose.ts";
import { REPORTERS } from "../report/reporters.ts";
import { clean, print } from "../report/untrusted.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { changeFiles, type FileChange } from "../workspace/write.ts";

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
    printProse(world.stdout, clean(told.join("\n")));
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
  const { at, on, by } = how.confirmation;
  if (confirmed.at === at && confirmed.on === on && confirmed.by === by) return;
  throw new Refusal(
    `\`${path}\` was confirmed ${confirmed.at === null ? "on" : "at"} ${confirmed.at ?? confirmed.on}. What is put right goes in with \`--correction\`.`,
  );
}

/** What rules that guard the ledger find wrong with a note: errors alone. */
function findFailing({ path }: Meeting, board: OpenBoard): readonly Diagnostic[] {
  const guarding = RULES.filter(({ conserves }) => conserves);
  return checkBoard(atHandOf(board), guarding).filter(
    (found) => found.path === path && found.severity === "error",
  );
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
  printProse(
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
  const at = how.meeting === null ? null : await readAgain(how.meeting, board);
  const known = at === null ? null : (findConfirming(at.note, meeting)?.fingerprint?.value ?? null);
  const amended = await amendNote(read, corrections, board.workspace.board);
  const confirmed = await confirmNote(amended, how, corrections, board.workspace.board);
  // A run that was stopped has put the new fingerprint down already.
  demandUnchanged(read, known === confirmed.fingerprint ? null : known);
  const files = [
    // The note itself comes last: whatever stops this, it is a draft until all is written.
    ...(at === null ? [] : [{ path: at.note.path, before: at.source.text, after: putDown(at, confirmed) }]),
    { path: meeting.path, before: read.source.text, after: confirmed.text },
  ];
  if (files.every(({ before, after }) => before === after))
    throw new Refusal(`\`${meeting.path}\` is confirmed already. There is nothing left to write.`);
  const replaces = known === null || known === confirmed.fingerprint ? "" : `, in place of ${known}`;
  const said = [
    ...amended.told,
    `\`${meeting.path}\` is confirmed${how.words}, with the fingerprint`,
    `  ${confirmed.fingerprint}`,
    ...(at === null ? [] : [`which \`${at.note.path}\` has put down as well${replaces}.`]),
  ];
  return { files, told: said };
}

/** What was confirmed once and has changed since, by either note, is not confirmed again in passing. */
function demandUnchanged({ note, source }: ReadNote, known: string | null): void {
  const own = readFingerprint(note)?.value ?? null;
  if (note.meeting.state !== "confirmed" || (own === null && known === null)) return;
  const now = fingerprintOf(source.text, note.path);
  if (own === now && (known === null || known === now)) return;
  throw new Refusal(
    `\`${note.path}\` has changed since it was confirmed. Undo the change, or write \`state: draft\` and confirm it again.`,
  );
}
