import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sweepFolder } from "../../src/workspace/draft.ts";
import { lockFolder } from "../../src/workspace/lock.ts";
import { nameRun } from "../../src/workspace/run.ts";
import { makeFolder, refusalOf } from "./folder.ts";

const HOUR = 3600;
/** A run of another machine, of which nothing but its silence tells whether it is over. */
const ELSEWHERE = "records.office.example-4711-1f0c33aa";
/** A run of this machine whose process is over. */
const KILLED = nameRun().replace(/-\d+-/, `-${spawnSync(process.execPath, ["-e", ""]).pid}-`);

let folder = "";

beforeEach(() => {
  folder = makeFolder({});
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function lock() {
  return lockFolder({ at: folder, shown: "meetings" }, 1);
}

/** Puts a lock there as another run does, some seconds ago. */
function lockAs(run: string, ago: number): void {
  mkdirSync(join(folder, ".rrb-lock"));
  leave(join(".rrb-lock", run), ago);
}

function leave(name: string, ago: number): void {
  writeFileSync(join(folder, name), "");
  const then = Date.now() / 1000 - ago;
  utimesSync(join(folder, name), then, then);
}

describe("One run at a time changes a folder", () => {
  test("a second one is told which holds it, and may come when that one is done", () => {
    const first = lock();
    expect(refusalOf(lock)).toBe(
      `\`meetings\` is being written to by another rrb (process ${process.pid}). Wait a minute, then run the same command again.`,
    );
    expect(first.holds()).toBe(true);
    first.release();
    lock().release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("of a run on another machine the machine is told", () => {
    lockAs(ELSEWHERE, 1);
    expect(refusalOf(lock)).toBe(
      "`meetings` is being written to by another rrb (process 4711 on records.office.example). Wait a minute, then run the same command again.",
    );
  });

  test.each([
    ["a killed run", KILLED, 0],
    ["a run on another machine that has been silent for an hour", ELSEWHERE, HOUR],
    ["a run whose number another program has by now", nameRun(), HOUR],
    ["nobody knows whom, an hour ago", "desktop.ini", HOUR],
  ])("the lock of %s is taken over", (_, run, ago) => {
    lockAs(run, ago);
    const taken = lock();
    expect(taken.holds()).toBe(true);
    taken.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("who may write in the folder may clear the lock away", () => {
    chmodSync(folder, 0o777);
    const held = lock();
    expect(statSync(join(folder, ".rrb-lock")).mode & 0o777).toBe(0o777);
    held.release();
  });

  test("a lock that was half taken away is taken over", () => {
    mkdirSync(join(folder, ".rrb-lock"));
    lock().release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("a run that stood still so long that another took over knows it, and leaves the other's lock alone", () => {
    const first = lock();
    rmSync(join(folder, ".rrb-lock"), { recursive: true });
    const second = lock();
    expect(first.holds()).toBe(false);
    first.release();
    expect(second.holds()).toBe(true);
  });
});

test("What killed runs left behind is swept, and nothing else", () => {
  const kept = [
    `.rrb-draft-${nameRun()}`,
    `.rrb-draft-${ELSEWHERE}`,
    ".rrb-notes",
    "2026-01-20.md",
    `x.rrb-draft-${KILLED}`,
  ];
  for (const name of kept) leave(name, 1);
  leave(`.rrb-draft-${KILLED}`, 1);
  leave(`.rrb-draft-${ELSEWHERE.replace("4711", "4712")}`, HOUR);
  mkdirSync(join(folder, `.rrb-lock-${KILLED}`));
  leave(join(`.rrb-lock-${KILLED}`, KILLED), 1);
  sweepFolder(folder, Date.now());
  expect(readdirSync(folder).sort()).toEqual(kept.sort());
});
