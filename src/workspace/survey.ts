import { accessSync, constants, lstatSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, join } from "node:path";
import { Refusal } from "../refusal.ts";
import { decodeText, startsWithMark } from "../source/bytes.ts";
import { judgeKind, readBytes } from "./file.ts";
import { type Folder, pathIn } from "./folder.ts";

/** What stands in a place of the folder that is to change. */
export interface Found {
  /** Where the file lies that is to be replaced, a link followed; where the new one is to lie. */
  readonly target: string;
  /** Null where there is no file yet. */
  readonly replaced: Stats | null;
  /** The byte-order mark that the file begins with, if it does. */
  readonly mark: "" | "\ufeff";
}

/** Where a file of the folder has its name. A Refusal where the path, which is one as shown, names no file of it. */
export function placeOfFile(folder: Folder, path: string): string {
  const name = basename(path);
  if (path === pathIn(folder, name) && !/^\.|[/\\\0]/.test(name)) return join(folder.at, name);
  throw new Refusal(`\`${path}\` lies outside the board's folder. Name a file of the board.`);
}

/**
 * Looks whether a file is still as it was read: `before` is its text, or null where there must be none. A Refusal says
 * if it is not, or if a link in its place leads out of the folder; what the disk says comes as the disk says it.
 */
export function surveyFile(folder: Folder, path: string, before: string | null): Found {
  const place = placeOfFile(folder, path);
  const entry = lstatSync(place, { throwIfNoEntry: false });
  if (before === null) {
    if (entry !== undefined) throw refuseTaken(path);
    return { target: place, replaced: null, mark: "" };
  }
  if (entry === undefined) throw new Refusal(`\`${path}\` is no longer there. Run the same command again.`);
  const wrong = judgeKind(basename(place), entry, realpathSync(folder.at));
  if (wrong !== null) throw new Refusal(`\`${path}\` can't be changed. ${wrong.message} ${wrong.advice}`);
  const target = realpathSync(place);
  accessSync(target, constants.W_OK);
  const { bytes } = readBytes(target);
  if (decodeText(bytes).text !== before) {
    throw new Refusal(`\`${path}\` has changed since rrb read it. Run the same command again.`);
  }
  return { target, replaced: statSync(target), mark: startsWithMark(bytes) ? "\ufeff" : "" };
}

/** The Refusal to write over a file. */
export function refuseTaken(path: string): Refusal {
  return new Refusal(`\`${path}\` exists, and rrb overwrites nothing. Name another file, or move that one.`);
}
