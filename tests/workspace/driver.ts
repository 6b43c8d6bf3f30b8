import { Refusal } from "../../src/refusal.ts";
import { createFolder } from "../../src/workspace/create.ts";
import { openWorkspace } from "../../src/workspace/workspace.ts";
import { changeFiles, type FileChange } from "../../src/workspace/write.ts";
import { makeWorld } from "../made-up-world.ts";

// The smallest command that goes through the door: `change CHANGES`, `append PATH LINE...` or `create FOLDER FILES`.
const world = makeWorld(process.cwd(), []);
const [command, ...words] = process.argv.slice(2);

/** Makes those changes that are still to be made. */
async function change(wanted: readonly FileChange[]): Promise<void> {
  const workspace = await openWorkspace(world, { board: null });
  const paths = new Set(workspace.notes.map(({ meeting }) => meeting.path));
  const textOf = (path: string) => (paths.has(path) ? workspace.source(path).text : null);
  changeFiles(
    workspace,
    wanted.filter(({ path, after }) => textOf(path) !== after),
  );
}

/** Adds a line at the end of a file, however often others come first. */
async function append(path: string, line: string): Promise<void> {
  for (;;) {
    const workspace = await openWorkspace(world, { board: null });
    if (workspace.unread.length > 0) throw new Error(JSON.stringify(workspace.unread));
    try {
      const before = workspace.source(path).text;
      changeFiles(workspace, [{ path, before, after: `${before}${line}\n` }]);
      return;
    } catch (error) {
      if (!(error instanceof Refusal && /has changed since/.test(error.message))) throw error;
    }
  }
}

async function run(): Promise<void> {
  if (command === "change") await change(JSON.parse(words[0]!));
  if (command === "create") createFolder(world, words[0]!, JSON.parse(words[1]!));
  if (command === "append") for (const line of words.slice(1)) await append(words[0]!, line);
}

run().catch((error) => {
  process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`);
  process.exitCode = error instanceof Refusal ? 2 : 3;
});
