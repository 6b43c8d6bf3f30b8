import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { codeOf } from "./fault.ts";
import { readText } from "./files.ts";
import { type Folder, pathIn, shownFrom } from "./folder.ts";
import type { Workspace } from "./workspace.ts";

/** One file of the board as it is to become. */
export interface FileChange {
  /** As the workspace shows it. */
  readonly path: string;
  /** The text as it was read, without a byte-order mark; null where there must be no such file. */
  readonly before: string | null;
  /** The text as it is to be; null where the file is to go. */
  readonly after: string | null;
}

/** A file that a new board begins with; `name` is its name in the folder. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Changes files of the board's folder, each whole or not at all, in the order given; what is to go goes last. Throws a
 * Refusal, and writes nothing, where a file is no longer the one that was read, where one to be made exists, or where
 * the folder can't be written to.
 */
export function changeFiles({ folder }: Workspace, changes: readonly FileChange[]): void {
  for (const change of changes) {
    const now = readText(join(folder.at, basename(change.path)), { buffer: Buffer.allocUnsafe(1 << 16) });
    if (change.before !== null && now !== change.before)
      throw new Refusal(`\`${change.path}\` has changed since rrb read it. Run the same command again.`);
  }
  for (const { path, before, after } of changes.toSorted(
    (a, b) => Number(a.after === null) - Number(b.after === null),
  ))
    writeWhole(join(folder.at, basename(path)), path, before !== null, after);
}

/**
 * Makes the folder of a new board where there is none yet, and files in it, in the order given; gives their paths as
 * they are shown. Nothing is overwritten: a file that is there already, word for word, counts as made, any other one
 * is a Refusal, and then nothing is written. The folder is taken as typed, from where rrb was started.
 */
export function createFolder(world: World, typed: string, files: readonly NewFile[]): readonly string[] {
  const folder: Folder = { at: resolve(world.cwd, typed), shown: shownFrom(world.cwd, typed) };
  mkdirSync(folder.at, { recursive: true });
  for (const { name, text } of files) writeWhole(join(folder.at, name), pathIn(folder, name), false, text);
  return files.map(({ name }) => pathIn(folder, name));
}

/**
 * Writes a new file whole or not at all, and never over another one: throws a Refusal where the path is taken or its
 * folder can't be written to. The path is taken as typed, from where rrb was started.
 */
export function createFile(world: World, path: string, text: string): void {
  writeWhole(resolve(world.cwd, path), path, false, text);
}

function writeWhole(target: string, path: string, replaces: boolean, text: string | null): void {
  if (text === null) {
    unlinkSync(target);
    return;
  }
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.rrb`);
  try {
    const handle = openSync(draft, "wx");
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (replaces) renameSync(draft, target);
    else linkSync(draft, target);
  } catch (error) {
    if (codeOf(error) === "EEXIST") {
      throw new Refusal(
        `\`${path}\` exists, and rrb overwrites nothing. Name another file, or move that one.`,
      );
    }
    const reason = codeOf(error) === "ENOENT" ? "its folder is not there" : codeOf(error);
    throw new Refusal(`\`${path}\` can't be written: ${reason}. Name a file in a folder of yours.`);
  } finally {
    unlinkQuietly(draft);
  }
}

/** A draft that was never begun, or can't be taken back, is no reason to hide why the file was not written. */
function unlinkQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {}
}
