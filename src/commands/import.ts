import { findListener } from "../ask.ts";
import { type Destination, type Import, importInOrder, isDated } from "../clerk/importing.ts";
import { takeAll } from "../clerk/taking-in.ts";
import { printImports, tellImports, tellLacking } from "../clerk/telling-imports.ts";
import { type Command, deliver, OUTPUT, type Question } from "../command.ts";
import type { TakenDocument } from "../import/document.ts";
import { BARE_BOARD } from "../model/board.ts";
import { dayIn } from "../model/day.ts";
import { idOf } from "../model/file-name.ts";
import { openBoard } from "../open-board.ts";
import { Refusal } from "../refusal.ts";
import { printProse } from "../report/prose.ts";
import { clean, joinShown, print } from "../report/untrusted.ts";
import { createFile } from "../workspace/create.ts";
import { listDocuments } from "../workspace/documents.ts";
import { findBoard, pathIn } from "../workspace/folder.ts";
import { openWorkspace, type Workspace } from "../workspace/workspace.ts";
import { changeFiles } from "../workspace/write.ts";

/** `rrb import`: documents of every kind into meeting files, and an honest report of what was not sure. */
export const importCommand: Command = {
  arguments: [
    { typed: "<files...>", says: "notes of meetings, of any kind; `minutes/*.docx` in quotes will do" },
  ],
  options: [
    { typed: "--date <date>", says: "the day of the meeting, where its note does not say it", takes: "day" },
    { typed: "--dry-run", says: "print the meeting file, and write nothing" },
    { typed: "--yes", says: "ask nothing; what is in doubt is left open" },
    { typed: "--format <format>", says: "print what was read instead of writing it", takes: ["json"] },
    OUTPUT,
  ],
  example: "rrb import minutes/2019-09-27.docx",
  run: async (question) => {
    const { world, words, options, board: named } = question;
    const paths = listDocuments(world, words);
    demandOneOf(paths, question);
    const hasBoard = findBoard(world, { board: named }) !== null;
    const workspace = hasBoard ? await openWorkspace(world, { board: named, texts: true }) : null;
    if (workspace === null && writesIntoBoard(question)) throw refuseHomeless();
    const board = workspace?.board ?? BARE_BOARD;
    const today = question.today ?? dayIn(board.timeZone, world.now());
    const mayAsk = options.yes !== true && options.format === undefined;
    const listener = mayAsk ? await findListener(world, question.noColor) : null;

    const failed = new Map<string, string>();
    const destination = { board, today, workspace, listener };
    const taken = await takeAll(paths, destination, question, failed);
    if (taken === null) throw refuseStopped();
    const free =
      options.format !== undefined ? taken : await leaveOutTaken(taken, destination, question, failed);
    if (paths.length === 1 && failed.size > 0) throw new Refusal([...failed.values()][0]!);
    const imports = await importInOrder(free, destination);
    if (imports === null) throw refuseStopped();
    await hand(imports, failed, question, workspace);
    return failed.size > 0 ? 1 : 0;
  },
};

/** Some words are about one document. */
function demandOneOf(paths: readonly string[], { options }: Question): void {
  if (paths.length === 1) return;
  if (options.date !== undefined)
    throw new Refusal("`--date` is the day of one meeting. Import its note alone.");
  if (options.output !== undefined && options.format === undefined)
    throw new Refusal(
      "`--output` is the name of one file. Leave it out, and the board has a file for each note.",
    );
}

function writesIntoBoard({ options }: Question): boolean {
  return options.format === undefined && options.dryRun === undefined && options.output === undefined;
}

function refuseStopped(): Refusal {
  return new Refusal("Nothing is written. `rrb import` asks again.");
}

function refuseHomeless(): Refusal {
  return new Refusal(
    "There is no board here to write into. Set one up with `rrb init`, or name its folder with `--board DIR`.",
  );
}

/**
 * The documents that the board has no note of yet. Those without a day, and those of a day that another file has, go to
 * `failed`; one whose meeting file is there already, word for word, is only told: an import that was stopped can be run again.
 */
async function leaveOutTaken(
  taken: readonly TakenDocument[],
  destination: Destination,
  { world, options }: Question,
  failed: Map<string, string>,
): Promise<TakenDocument[]> {
  const { workspace } = destination;
  const owners = new Map<string, string>();
  for (const { path } of [...(workspace?.notes ?? []), ...(workspace?.unread ?? [])])
    owners.set(idOf(path), path);
  const isWritten = options.output === undefined && options.dryRun === undefined;
  const ownerOf = ({ document }: TakenDocument) =>
    isWritten ? owners.get(document.note.meeting.id) : undefined;
  const isAgain = taken.some((one) => ownerOf(one) !== undefined);
  const again = isAgain ? await importInOrder(taken, { ...destination, listener: null }) : null;
  const texts = new Map((again ?? []).map((one) => [one.taken, one.text]));
  return taken.filter((one) => {
    const { path, note } = one.document;
    const owner = ownerOf(one);
    if (!isDated(one))
      failed.set(
        path,
        `\`${path}\` does not say when the meeting was held. Name the day: \`--date 2020-01-21\`.`,
      );
    else if (owner === undefined) owners.set(note.meeting.id, path);
    else if (hasText(owner, texts.get(one), workspace)) {
      printProse(world.stderr, clean(`\`${path}\` is imported already: \`${owner}\`.`));
      return false;
    } else failed.set(path, sayTaken(path, owner));
    return !failed.has(path);
  });
}

function hasText(path: string, text: string | undefined, workspace: Workspace | null): boolean {
  const isNote = workspace?.notes.some((note) => note.path === path) === true;
  return isNote && workspace.source(path).text === text;
}

function sayTaken(path: string, owner: string): string {
  return `\`${path}\` is of the same day as \`${owner}\`, and rrb overwrites nothing. Move that file away; or, where the day had two meetings, say \`Extraordinary\` in the title of one.`;
}

async function hand(
  imports: readonly Import[],
  failed: ReadonlyMap<string, string>,
  question: Question,
  workspace: Workspace | null,
): Promise<void> {
  const { world, options } = question;
  const isOne = imports.length + failed.size === 1;
  if (options.format === "json") return deliver(question, printImports(imports, failed, isOne));
  const nameOf = ({ taken }: Import) => `${taken.document.note.meeting.id}.md`;
  if (options.dryRun === true) {
    print(
      world.stdout,
      joinShown(
        imports.map(({ text }) => clean(text)),
        "\n",
      ),
    );
  } else if (typeof options.output === "string") createFile(world, options.output, imports[0]!.text);
  else {
    const changes = imports.map((one) => ({
      path: pathIn(workspace!.folder, nameOf(one)),
      before: null,
      after: one.text,
    }));
    changeFiles(workspace!, changes);
    printProse(world.stdout, clean(changes.map(({ path }) => `Wrote \`${path}\`.`).join("\n")));
  }
  await tellImports(imports, failed, question);
  const isWritten = writesIntoBoard(question) && imports.length > 0;
  if (isWritten && workspace?.notes.some(({ meeting }) => meeting.state === "agenda"))
    tellLacking(await openBoard(question, { tells: false }), question);
}
