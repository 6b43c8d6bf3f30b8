import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { expect } from "vitest";

/** A command that changes files, and the files that it finds: their texts by their paths. */
export interface Command {
  /** What runs it: a script, and the words after it. */
  readonly line: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

/**
 * How a command is stopped: killed, or by an error of the disk, which it meets once (`EIO`) or from then on in all
 * but taking files away (`ENOSPC...`).
 */
export type Stop = "kill" | "EIO" | "ENOSPC...";

/** The texts of a folder's files by their paths, and what rrb left behind in it. */
interface Sight {
  readonly files: ReadonlyMap<string, string>;
  readonly left: readonly string[];
}

interface Run {
  readonly code: number | null;
  readonly stderr: string;
  /** What it did to the disk, by name, in order; where it was stopped that is the last, or it met an error there. */
  readonly calls: readonly string[];
}

const TAKES_AWAY = /^(?:unlink|rmdir|rm)Sync$/;
/** Two or more sentences on one line. */
const SENTENCES = /^[^\n]+\. [^\n]+\.\n$/;
const AT_ONCE = 2;

/**
 * Stops a command wherever it is about to change the disk, each time in a folder of its own, and expects that each file
 * is then byte for byte the old one or the new one, that what was to go is there until all else is done, and that the
 * same command, run again, ends as if nothing had been. Gives the changes of the
 * disk that it was stopped at, by the names that node:fs has for them.
 */
export async function stopEverywhere(command: Command, stop: Stop): Promise<readonly string[]> {
  const before = lookAt(command.files);
  const whole = await inFolder(command, async (folder) => {
    const { code, stderr, calls } = await run(command, folder);
    expect({ code, fault: code === 0 ? "" : stderr }, "undisturbed").toEqual({ code: 0, fault: "" });
    return { calls, after: look(folder) };
  });
  expect(whole.after.left, "undisturbed").toEqual([]);
  const places = whole.calls.map((_, i) => i + 1);
  const next = async () => {
    for (let at = places.shift(); at !== undefined; at = places.shift()) {
      await inFolder(command, (folder) =>
        stopOnce(command, { folder, stop, at: at!, before, after: whole.after.files }),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return whole.calls;
}

interface Stopping {
  readonly folder: string;
  readonly stop: Stop;
  /** At which change of the disk, counted from 1. */
  readonly at: number;
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

async function stopOnce(command: Command, { folder, stop, at, before, after }: Stopping): Promise<void> {
  const { code, stderr, calls } = await run(command, folder, { STOP_AT: String(at), STOP_BY: stop });
  const refusal = { code: 2, stderr: expect.stringMatching(SENTENCES) };
  const met = calls[at - 1];
  const where = `${stop} at ${at}, ${met}`;
  const sight = look(folder);
  expect(strayFiles(sight.files, before, after), where).toEqual([]);
  if (stop === "kill") expect(code, where).toBe(null);
  else if (code !== 0) {
    expect({ code, stderr }, where).toEqual(refusal);
    if (!TAKES_AWAY.test(met!)) expect(sight.left, where).toEqual([]);
  } else expect(sight.files, where).toEqual(after);

  const again = await run(command, folder);
  const end = look(folder);
  expect(end.files, `${where}, and again: ${again.stderr}`).toEqual(after);
  if (again.code !== 0) expect({ code: again.code, stderr: again.stderr }, where).toEqual(refusal);
  // Where there was nothing left to do, the next run that writes takes away what was left behind.
  if (strayFiles(sight.files, after, after).length > 0) expect(end.left, where).toEqual([]);
}

/** The files that are neither the old nor the new ones, and those gone before their time. */
function strayFiles(
  now: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const paths = [...new Set([...now.keys(), ...before.keys(), ...after.keys()])];
  const isNew = (path: string) => now.get(path) === after.get(path);
  const neither = paths.filter((path) => now.get(path) !== before.get(path) && !isNew(path));
  const gone = paths.filter((path) => before.has(path) && !now.has(path));
  const waiting = paths.filter((path) => after.has(path) && !isNew(path));
  return [...neither, ...(waiting.length > 0 ? gone : [])];
}

function lookAt(files: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text).toString("latin1")]));
}

function look(folder: string): Sight {
  const files = new Map<string, string>();
  const left: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll("\\", "/");
    if (name.includes(".rrb-")) left.push(name);
    else if (entry.isFile()) files.set(name, readFileSync(path, "latin1"));
  }
  return { files, left };
}

async function inFolder<T>({ files }: Command, act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "rrb-stopped-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run({ line }: Command, cwd: string, stop: Record<string, string> = {}): Promise<Run> {
  const aside = mkdtempSync(join(tmpdir(), "rrb-calls-"));
  const log = join(aside, "log");
  writeFileSync(log, "");
  const words = ["--require", join(import.meta.dirname, "stopped.cjs"), ...line];
  const env = { STOP_AT: "0", STOP_BY: "kill", STOP_LOG: log, ...stop };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, words, { cwd, env }, (_error, _stdout, stderr) => {
      const calls = readFileSync(log, "utf8").split("\n").slice(0, -1);
      rmSync(aside, { recursive: true });
      resolve({ code: child.exitCode, stderr, calls });
    });
    child.stdin?.end();
  });
}
