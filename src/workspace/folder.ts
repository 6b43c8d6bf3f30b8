import { existsSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Block } from "../markdown/block.ts";
import type { Board } from "../model/board.ts";
import type { Note } from "../model/meeting.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";

/** Which board is meant, and what is wanted of it. */
export interface Wanted {
  /** The folder that `--board` names, as typed. */
  readonly board: string | null;
  /** Files of the board that the command line names, as typed. */
  readonly files?: readonly string[];
  readonly digests?: boolean;
  /** Whether the text of every note will be asked for, so that it is kept, and no file is read twice. */
  readonly texts?: boolean;
  /** What is to be kept of each note of a board, told as soon as it is read; all of it where this is missing. */
  readonly keep?: (board: Board) => KeepNote;
}

/** Gives what is to be kept of a note; what else there is of it is let go, with its text and the blocks of that. */
export type KeepNote = (note: Note, text: string, blocks: readonly Block[]) => Note;

/** A board's folder: where it is, and how its files are called before the user. */
export interface Folder {
  readonly at: string;
  readonly shown: string;
}

/**
 * The folder of the board, as the user would type it: as `--board` says, else of the files named, else as `RRB_BOARD`
 * says, else the nearest one upward that holds `board.yaml` or `meetings/board.yaml`; null where there is none.
 */
export function findBoard(world: World, wanted: Wanted): string | null {
  if (wanted.board !== null) return wanted.board;
  if (wanted.files?.[0] !== undefined) return folderOfFiles(world.cwd, wanted.files);
  if (world.env.RRB_BOARD) return world.env.RRB_BOARD;
  for (let folder = world.cwd; ; folder = dirname(folder)) {
    for (const candidate of [folder, join(folder, "meetings")]) {
      if (existsSync(join(candidate, "board.yaml"))) return relative(world.cwd, candidate) || ".";
    }
    if (folder === dirname(folder)) return null;
  }
}

function folderOfFiles(cwd: string, files: readonly string[]): string {
  const folders = files.map((file) => {
    const kind = statSync(resolve(cwd, file), { throwIfNoEntry: false });
    if (kind === undefined) throw new Refusal(`There is no file \`${file}\`. Name a note of the board.`);
    return kind.isDirectory() ? file : dirname(file);
  });
  const other = files.find((_, i) => resolve(cwd, folders[i]!) !== resolve(cwd, folders[0]!));
  if (other === undefined) return folders[0]!;
  throw new Refusal(`\`${files[0]}\` and \`${other}\` lie in two folders. Name the files of one board.`);
}

/** A path as it is shown: within the present folder as seen from there, elsewhere the way it was typed. */
export function shownFrom(cwd: string, typed: string): string {
  const path = relative(cwd, resolve(cwd, typed));
  const inside = !path.startsWith("..") && !isAbsolute(path);
  return (inside || !isAbsolute(typed) ? path : typed).split(sep).join("/");
}

/** The path of a file of the folder, as it is shown. */
export function pathIn(folder: Folder, name: string): string {
  return folder.shown === "" ? name : `${folder.shown.replace(/\/$/, "")}/${name}`;
}
