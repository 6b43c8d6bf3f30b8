import { findListener, type Listener } from "../ask.ts";
import { type Command, deliver, OUTPUT, type Question } from "../command.ts";
import { type TakenDocument, takeDocument } from "../import/document.ts";
import { importerFor } from "../import/importers.ts";
import { BARE_BOARD, type Board } from "../model/board.ts";
import { dayIn, isDay } from "../model/day.ts";
import { Refusal } from "../refusal.ts";
import { clearProgress, showProgress } from "../report/progress.ts";
import { clean, joinShown, print } from "../report/untrusted.ts";
import { createFile } from "../workspace/create.ts";
import { readDocument } from "../workspace/document.ts";
import { listDocuments } from "../workspace/documents.ts";
import { findBoard, pathIn } from "../workspace/folder.ts";
import { openWorkspace, type Workspace } from "../workspace/workspace.ts";
import { changeFiles } from "../workspace/write.ts";
import { printImports, tellImports } from "./imported.ts";
import { type Import, importInOrder, isDated } from "./importing.ts";

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
    const taken = await takeAll(paths, board, question, listener, failed);
    const free = refuseTakenDays(taken, workspace, question, failed);
    if (paths.length === 1 && failed.size > 0) throw new Refusal([...failed.values()][0]!);
    const imports = await importInOrder(free, { board, today, workspace, listener });
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

function refuseHomeless(): Refusal {
  return new Refusal(
    "There is no board here to write into. Set one up with `rrb init`, or name its folder with `--board DIR`.",
  );
}

function refuseStopped(): Refusal {
  return new Refusal("Nothing is written. `rrb import` asks again.");
}

/** Takes in each document; why one can't be taken in goes to `failed`, and the others go on. */
async function takeAll(
  paths: readonly string[],
  board: Board,
  question: Question,
  listener: Listener | null,
  failed: Map<string, string>,
): Promise<TakenDocument[]> {
  const { world, options } = question;
  const taken: TakenDocument[] = [];
  for (const [index, path] of paths.entries()) {
    if (paths.length > 1) showProgress(world.stderr, `Reading ${index + 1} of ${paths.length}: ${path}`);
    try {
      const bytes = readDocument(world, path);
      const imported = await (await importerFor(path, bytes).load())(bytes);
      const date = typeof options.date === "string" ? options.date : null;
      const first = await takeDocument(path, imported, board, date);
      if (isDated(first) || listener === null) taken.push(first);
      else {
        clearProgress(world.stderr);
        const asked = await askDate(path, listener);
        taken.push(asked === "" ? first : await takeDocument(path, imported, board, asked));
      }
    } catch (error) {
      if (!(error instanceof Refusal) || error.message === refuseStopped().message) throw error;
      failed.set(path, error.message.includes(path) ? error.message : `\`${path}\`: ${error.message}`);
    }
  }
  clearProgress(world.stderr);
  return taken;
}

/** The day of a meeting whose note does not say it; empty where it is left open. */
async function askDate(path: string, listener: Listener): Promise<string> {
  const answer = await listener.askWords(`On which day was the meeting of ${path}?`, {
    placeholder: "such as 2020-01-21; Enter leaves it open",
    judge: (typed) => (typed === "" || isDay(typed) ? null : "Write the day as 2020-01-21."),
  });
  if (answer === null) throw refuseStopped();
  return answer;
}

/** Leaves out the documents without a day, and those of a day that has its note already. */
function refuseTakenDays(
  taken: readonly TakenDocument[],
  workspace: Workspace | null,
  question: Question,
  failed: Map<string, string>,
): TakenDocument[] {
  if (question.options.format !== undefined) return [...taken];
  const owners = new Map<string, string>();
  for (const { path } of [...(workspace?.notes ?? []), ...(workspace?.unread ?? [])])
    owners.set(path.replace(/^.*\/|\.[^.]*$/g, ""), path);
  return taken.filter((one) => {
    const { path, note } = one.document;
    const { id } = note.meeting;
    const owner = owners.get(id);
    if (!isDated(one))
      failed.set(
        path,
        `\`${path}\` does not say when the meeting was held. Name the day: \`--date 2020-01-21\`.`,
      );
    else if (owner !== undefined && question.options.output === undefined)
      failed.set(
        path,
        `\`${path}\` is of the same day as \`${owner}\`, and rrb overwrites nothing. Move that file away, or say in the note's title that it is of an extraordinary meeting.`,
      );
    else owners.set(id, path);
    return !failed.has(path);
  });
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
    print(world.stdout, clean(changes.map(({ path }) => `Wrote \`${path}\`.`).join("\n")));
  }
  await tellImports(imports, failed, question);
}
