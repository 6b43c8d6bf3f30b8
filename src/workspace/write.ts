import { renameSync, unlinkSync } from "node:fs";
import { dirname } from "node:path";
import { Refusal } from "../refusal.ts";
import { attempt } from "./disk-error.ts";
import { placeDraft, removeDraft, sweepFolder, syncFolder, writeDraft } from "./draft.ts";
import type { Folder } from "./folder.ts";
import { type Lock, lockFolder } from "./lock.ts";
import { type Found, placeOfFile, refuseTaken, surveyFile } from "./survey.ts";
import type { Workspace } from "./workspace.ts";

/** One file of the board as it is to become. */
export interface FileChange {
  /** As the workspace shows it. */
  readonly path: string;
  /** The text as it was read, without a byte-order mark; null where there must be no such file. */
  readonly before: string | null;
  /** The text as it is to be; null where the file is to go. */
  readonly after: string | null;
  /** Of a new file: the path of one that goes for it, whose byte-order mark and permissions it keeps. */
  readonly like?: string;
}

/**
 * Changes files of the board's folder. Throws a Refusal, and writes nothing, where a file is no longer the one that was
 * read, where one to be made exists, where another run is writing, or where the disk is full or the folder shut.
 *
 * Whatever stops it, each file is the old one or the new one, and nothing is overwritten. All new texts are on the disk
 * before the first takes its place. They take their places in the order given; what is to go goes when all the others
 * are there. So a run that was killed has made the changes up to some one of them. A command that changes several files
 * can be run again if it orders them with that in mind, and asks only for those that are still to be made.
 *
 * The workspace stays what it was: a command that goes on opens it anew.
 */
export function changeFiles({ folder }: Workspace, changes: readonly FileChange[]): void {
  const wanted = changes.filter(({ before, after }) => before !== after);
  if (wanted.length > 0) makeChanges(folder, wanted);
}

/** A change whose new text is on the disk, as a draft; null where the file is to go. */
interface Staged {
  readonly path: string;
  readonly found: Found;
  readonly draft: string | null;
}

/** Makes changes to the files of a folder, as `changeFiles` promises. */
export function makeChanges(folder: Folder, changes: readonly FileChange[]): void {
  const lock = attempt(failedFolder(folder), () => lockFolder(folder));
  const staged: Staged[] = [];
  try {
    sweepFolder(folder.at, lock.since);
    const survey = () =>
      changes.map(({ path, before }) => attempt(failedFile(path), () => surveyFile(folder, path, before)));
    const found = survey();
    refuseTwins(changes, found);
    for (const [i, { path, after, like = path }] of changes.entries()) {
      const { mark, replaced } = found[changes.findIndex((change) => change.path === like)]!;
      const write = (text: string) => writeDraft(folder.at, mark + text, replaced);
      const draft = after === null ? null : attempt(failedFile(path), () => write(after));
      staged.push({ path, found: found[i]!, draft });
    }
    survey();
    putInPlace(folder, lock, staged);
  } finally {
    for (const { draft } of staged) if (draft !== null) removeDraft(draft);
    lock.release();
  }
}

/** Two names of one file, by a link, can't both become what they are to be. */
function refuseTwins(changes: readonly FileChange[], found: readonly Found[]): void {
  const targets = found.map(({ target }) => target);
  const second = targets.findIndex((target, i) => targets.indexOf(target) < i);
  if (second < 0) return;
  const first = targets.indexOf(targets[second]!);
  throw new Refusal(
    `\`${changes[first]!.path}\` and \`${changes[second]!.path}\` are one file. Put the note itself in place of the link.`,
  );
}

function putInPlace(folder: Folder, lock: Lock, staged: readonly Staged[]): void {
  const done: string[] = [];
  const step = (failed: string, act: () => void) => {
    try {
      attempt(failed, act);
    } catch (error) {
      throw tellHalf(error, done);
    }
  };
  const change = (path: string, act: () => void) => {
    step(failedFile(path), () => {
      if (!lock.holds()) throw refuseLate(path);
      act();
    });
    done.push(path);
  };
  const sync = () => {
    const folders = new Set([folder.at, ...staged.map(({ found }) => dirname(found.target))]);
    step(failedFolder(folder), () => folders.forEach(syncFolder));
  };
  for (const { path, found, draft } of staged) {
    if (draft !== null) change(path, () => place(path, found, draft));
  }
  sync();
  const going = staged.filter(({ draft }) => draft === null);
  for (const { path } of going) change(path, () => unlinkSync(placeOfFile(folder, path)));
  if (going.length > 0) sync();
}

function place(path: string, { target, replaced }: Found, draft: string): void {
  if (replaced !== null) renameSync(draft, target);
  else if (!placeDraft(draft, target)) throw refuseTaken(path);
}

function refuseLate(path: string): Refusal {
  return new Refusal(
    `\`${path}\` is not changed, as another rrb took over while this one stood still. Run the same command again.`,
  );
}

function tellHalf(error: unknown, done: readonly string[]): unknown {
  if (done.length === 0 || !(error instanceof Refusal)) return error;
  const changed = done.map((path) => `\`${path}\``).join(", ");
  return new Refusal(`${changed} ${done.length === 1 ? "is" : "are"} changed already. ${error.message}`);
}

function failedFolder({ shown }: Folder): string {
  return `\`${shown || "."}\` can't be written to`;
}

function failedFile(path: string): string {
  return `\`${path}\` can't be written`;
}
