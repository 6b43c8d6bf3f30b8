import { Refusal } from "../refusal.ts";

/** The code of an error that the disk gave, `ENOENT`; its own words where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

const FULL = "the disk is full. Make room, then run the same command again.";
const FORBIDDEN =
  "you may not write there. Ask whoever keeps the folder to let you, then run the same command again.";
const IN_USE = "another program holds it open. Close it there, then run the same command again.";

/** What is said of an error by its code: what is wrong, and what to do. */
const SAYINGS: Readonly<Record<string, string>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: "the disk can only be read. Copy the board to where you may write.",
  EEXIST: "a file stands in its place. Name another one.",
  ENOENT: "its folder is not there. Name a file in a folder of yours.",
  ENOTDIR: "a file stands where its folder should be. Name another one.",
  ENAMETOOLONG: "its name is too long. Choose a shorter one.",
  EISDIR: "a folder stands in its place. Move that folder away, then run the same command again.",
  EBUSY: IN_USE,
  ETXTBSY: IN_USE,
  EIO: "the disk is at fault (EIO). Have it looked at, then run the same command again.",
};

/**
 * Does something with the disk. What the disk says against it becomes a Refusal, which begins with `failed`: what then
 * can't be done.
 */
export function attempt<T>(failed: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    const code = codeOf(error);
    const saying = SAYINGS[code] ?? `the disk refuses (${code}). Ask whoever keeps the folder.`;
    throw new Refusal(`${failed}: ${saying}`);
  }
}

/** Does what may fail without harm to any file. */
export function quietly(act: () => void): void {
  try {
    act();
  } catch {}
}
