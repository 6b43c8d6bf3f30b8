import { existsSync, mkdirSync, rmdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { World } from "../world.ts";
import { attempt, quietly } from "./disk-error.ts";
import { placeDraft, removeDraft, sweepFolder, syncFolder, writeDraft } from "./draft.ts";
import { readBytes } from "./file.ts";
import { type Folder, pathIn, shownFrom } from "./folder.ts";
import { refuseTaken } from "./survey.ts";
import { makeChanges } from "./write.ts";

/** A file that a new board begins with; `name` is its name in the folder. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Makes the folder of a new board where there is none yet, and files in it, in the order given; gives their paths as
 * they are shown. Nothing is overwritten: a file that stands there already, word for word, counts as made, any other
 * one is a Refusal, and then nothing is written. The folder is taken as typed, from where rrb was started.
 */
export function createFolder(world: World, typed: string, files: readonly NewFile[]): readonly string[] {
  const folder: Folder = { at: resolve(world.cwd, typed), shown: shownFrom(world.cwd, typed) };
  const missing = missingFolders(folder.at);
  try {
    attempt(`The folder \`${typed}\` can't be made`, () => {
      mkdirSync(folder.at, { recursive: true });
      for (const made of missing) syncFolder(dirname(made));
    });
    const changes = files
      .filter(({ name, text }) => !holdsText(join(folder.at, name), text))
      .map(({ name, text }) => ({ path: pathIn(folder, name), before: null, after: text }));
    if (changes.length > 0) makeChanges(folder, changes);
  } catch (error) {
    // None that holds anything lets itself be removed.
    for (const made of missing) quietly(() => rmdirSync(made));
    throw error;
  }
  return files.map(({ name }) => pathIn(folder, name));
}

/** A folder and those that it lies in, as far as they are not there yet; the innermost first. */
function missingFolders(folder: string): readonly string[] {
  return existsSync(folder) ? [] : [folder, ...missingFolders(dirname(folder))];
}

function holdsText(path: string, text: string): boolean {
  try {
    return readBytes(path).bytes.equals(Buffer.from(text));
  } catch {
    return false;
  }
}

/**
 * Writes a new file whole or not at all, and never over another one: throws a Refusal where the path is taken or its
 * folder can't be written to. The path is taken as typed, from where rrb was started.
 */
export function createFile(world: World, path: string, text: string | Uint8Array): void {
  const target = resolve(world.cwd, path);
  const folder = dirname(target);
  attempt(`\`${path}\` can't be written`, () => {
    const draft = writeDraft(folder, text, null);
    try {
      sweepFolder(folder, statSync(draft).mtimeMs);
      if (!placeDraft(draft, target)) throw refuseTaken(path);
      syncFolder(folder);
    } finally {
      removeDraft(draft);
    }
  });
}
