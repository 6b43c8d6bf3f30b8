import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
} from "node:fs";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";
import { codeOf, quietly } from "./disk-error.ts";
import type { Folder } from "./folder.ts";
import { isOver, nameRun, readRun, tellRun } from "./run.ts";

/** That this run, and no other, changes the files of a folder. */
export interface Lock {
  /** The moment it was asked for, in milliseconds, by the clock of the disk. */
  readonly since: number;
  /** Whether it still holds: a run that stood still for a minute has lost it. */
  readonly holds: () => boolean;
  readonly release: () => void;
}

/** How often a lock that another run holds is tried for again, and the pause before, in milliseconds: ten seconds. */
const TRIES = 500;
const PAUSE = 20;

const LOCK = ".rrb-lock";

/**
 * Locks a folder: the folder `.rrb-lock` in it holds one file, which names the run that holds the lock. It comes there
 * full, by a rename, which can't replace a folder that is not empty; and since no two runs have one name, to unlink
 * the file of a run that is over can't hit the lock of one that is not. A Refusal says who holds the lock.
 */
export function lockFolder(folder: Folder, tries = TRIES): Lock {
  const run = nameRun();
  const lock = join(folder.at, LOCK);
  const own = join(folder.at, `${LOCK}-${run}`);
  mkdirSync(own);
  try {
    // Whoever may write in the folder may take over what a killed run of another user leaves.
    chmodSync(own, statSync(folder.at).mode & 0o777);
    closeSync(openSync(join(own, run), "wx"));
    const since = statSync(join(own, run)).mtimeMs;
    takeLock(folder, { lock, own, since, tries });
    return { since, holds: () => existsSync(join(lock, run)), release: () => removeLock(lock, run) };
  } catch (error) {
    removeLock(own, run);
    throw error;
  }
}

interface Attempt {
  readonly lock: string;
  readonly own: string;
  readonly since: number;
  readonly tries: number;
}

function takeLock({ shown }: Folder, { lock, own, since, tries }: Attempt): void {
  for (let tried = 0; ; tried++) {
    try {
      renameSync(own, lock);
      return;
    } catch (error) {
      // Which code a lock in the way gives depends on the system, and it may be gone by now: only trying again tells.
      const holder = findHolder(lock, since);
      if (tried >= tries && holder !== null) throw tellHolder(shown || ".", holder);
      if (tried >= tries) throw existsSync(lock) ? tellStuck(shown) : error;
      if (holder !== null) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

/** Who holds a lock, by name; null where nobody does any more, and then the lock is cleared away. */
function findHolder(lock: string, now: number): string | null {
  const names = namesIn(lock);
  const [holder] = names.filter((name) => {
    const age = now - (statSync(join(lock, name), { throwIfNoEntry: false })?.mtimeMs ?? now);
    return !isOver(readRun(name), age);
  });
  if (holder !== undefined) return holder;
  for (const name of names) quietly(() => unlinkSync(join(lock, name)));
  quietly(() => rmdirSync(lock));
  return null;
}

function namesIn(lock: string): readonly string[] {
  try {
    return readdirSync(lock);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

function tellHolder(folder: string, holder: string): Refusal {
  const run = readRun(holder);
  const who = run === null ? `whoever made \`${LOCK}/${holder}\`` : `another rrb (${tellRun(run)})`;
  return new Refusal(
    `\`${folder}\` is being written to by ${who}. Wait a minute, then run the same command again.`,
  );
}

function tellStuck(folder: string): Refusal {
  const path = folder === "" ? LOCK : `${folder}/${LOCK}`;
  return new Refusal(
    `\`${path}\` was left by a run that was killed, and you may not remove it. Ask whoever keeps the folder to delete it.`,
  );
}

function removeLock(at: string, run: string): void {
  quietly(() => unlinkSync(join(at, run)));
  quietly(() => rmdirSync(at));
}
