import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { codeOf, quietly } from "./disk-error.ts";
import { isOver, nameRun, readRun } from "./run.ts";

const DRAFT = ".rrb-draft-";
const LEFT_BEHIND = /^\.rrb-(?:draft|lock)-/;

/**
 * Writes a text into a draft in the folder, and waits until the disk has it; gives the draft's path. It has the mode
 * of the file that it is to replace, and its owner where the system lets it. A draft that fails leaves nothing behind.
 */
export function writeDraft(folder: string, text: string | Uint8Array, replaced: Stats | null): string {
  const draft = join(folder, DRAFT + nameRun());
  const handle = openSync(draft, "wx", replaced === null ? 0o666 : replaced.mode & 0o777);
  try {
    try {
      writeBytes(handle, typeof text === "string" ? Buffer.from(text) : text);
      if (replaced !== null) keepOwnerAndMode(handle, replaced);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    removeDraft(draft);
    throw error;
  }
  return draft;
}

function writeBytes(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}

function keepOwnerAndMode(handle: number, { uid, gid, mode }: Stats): void {
  const made = fstatSync(handle);
  // Few may give a file away; then it is theirs who changed it, and still the group's that shares the folder.
  if (made.uid !== uid) quietly(() => fchownSync(handle, uid, -1));
  if (made.gid !== gid) quietly(() => fchownSync(handle, -1, gid));
  if (fstatSync(handle).mode !== mode) fchmodSync(handle, mode & 0o7777);
}

/** Gives a draft the name of a new file, at once and never over another one; false where the name is taken. */
export function placeDraft(draft: string, target: string): boolean {
  try {
    linkSync(draft, target);
    return true;
  } catch (error) {
    switch (codeOf(error)) {
      case "EEXIST":
        return false;
      // A disk without hard links, as memory sticks are.
      case "EPERM":
      case "ENOTSUP":
      case "ENOSYS":
      case "EMLINK":
        if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) return false;
        renameSync(draft, target);
        return true;
      default:
        throw error;
    }
  }
}

/** Removes a draft, if it is there. One that can't be taken back is left to the next run: the file matters more. */
export function removeDraft(draft: string): void {
  quietly(() => unlinkSync(draft));
}

/** Removes what killed runs left in a folder, as far as that is allowed. `now` is the moment by the disk's clock. */
export function sweepFolder(folder: string, now: number): void {
  quietly(() => {
    for (const name of readdirSync(folder).filter((left) => LEFT_BEHIND.test(left))) {
      const path = join(folder, name);
      const age = now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now);
      const isLeft = isOver(readRun(name.replace(LEFT_BEHIND, "")), age);
      if (isLeft) quietly(() => rmSync(path, { recursive: true, force: true }));
    }
  });
}

/** What systems say that can't do so for a folder. */
const NO_SYNC = ["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP", "EBADF"];

/** Waits until the disk has the names of a folder, where the system can do that. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!NO_SYNC.includes(codeOf(error))) throw error;
  }
}
