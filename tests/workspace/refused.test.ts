import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { chmodSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FileChange } from "../../src/workspace/write.ts";
import { buildScript } from "../built.ts";
import { makeFolder, readMeetings } from "./folder.ts";

const NOTE = "---\ndate: 2026-01-20\n---\n";
const FIRST = "meetings/2026-01-20.md";
const FILES = { "meetings/board.yaml": "name: Harbour Lights Board\n", [FIRST]: NOTE };
const EDIT = { path: FIRST, before: NOTE, after: "new\n" };
const NEW = { path: "meetings/2026-05-19.md", before: null, after: NOTE.replace("01-20", "05-19") };

let built = "";
let folder = "";

beforeAll(async () => {
  built = await buildScript("tests/workspace/driver.ts");
  chmodSync(built, 0o755);
});

afterAll(() => {
  rmSync(built, { recursive: true });
});

beforeEach(() => {
  folder = makeFolder(FILES);
  chmodSync(folder, 0o755);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What comes of some changes, made by somebody whom the system tells what they may not do. */
function change(changes: readonly FileChange[]): string {
  const line = ["--require", join(import.meta.dirname, "nobody.cjs"), ...lineOf(changes)];
  return tell(spawnSync(process.execPath, line, { cwd: folder, encoding: "utf8" }));
}

/** The same where the disk fails once, at the change of it with this number. */
function changeFailing(at: number, code: string, changes: readonly FileChange[]): string {
  const env = { STOP_AT: String(at), STOP_BY: code, STOP_LOG: join(folder, "log") };
  const line = ["--require", join(import.meta.dirname, "..", "stopped.cjs"), ...lineOf(changes)];
  return tell(spawnSync(process.execPath, line, { cwd: folder, encoding: "utf8", env }));
}

function lineOf(changes: readonly FileChange[]): string[] {
  return [join(built, "dist", "main.js"), "change", JSON.stringify(changes)];
}

function tell({ stderr, status }: SpawnSyncReturns<string>): string {
  return `${stderr.trimEnd()} [exit ${status}]`.trim();
}

describe("Where rrb may not write it says so, and leaves all as it was", () => {
  test("a folder that may only be read", () => {
    chmodSync(join(folder, "meetings"), 0o555);
    expect(change([EDIT])).toBe(
      "`meetings` can't be written to: you may not write there. Ask whoever keeps the folder to let you, then run the same command again. [exit 2]",
    );
    chmodSync(join(folder, "meetings"), 0o755);
    expect(readMeetings(folder)).toEqual(FILES);
  });

  test("a note that may only be read, in a folder that may be written to", () => {
    chmodSync(join(folder, "meetings"), 0o777);
    chmodSync(join(folder, FIRST), 0o444);
    expect(change([EDIT])).toBe(
      "`meetings/2026-01-20.md` can't be written: you may not write there. Ask whoever keeps the folder to let you, then run the same command again. [exit 2]",
    );
    expect(readMeetings(folder)).toEqual(FILES);
  });
});

test("A lock that a killed run left and that nobody else may remove is named", () => {
  const left = { ...FILES, "meetings/.rrb-lock/desktop.ini": "" };
  rmSync(folder, { recursive: true });
  folder = makeFolder(left);
  chmodSync(folder, 0o755);
  chmodSync(join(folder, "meetings"), 0o777);
  utimesSync(join(folder, "meetings/.rrb-lock/desktop.ini"), 1, 1);
  chmodSync(join(folder, "meetings/.rrb-lock"), 0o555);
  expect(change([EDIT])).toBe(
    "`meetings/.rrb-lock` was left by a run that was killed, and you may not remove it. Ask whoever keeps the folder to delete it. [exit 2]",
  );
  chmodSync(join(folder, "meetings/.rrb-lock"), 0o755);
  expect(readMeetings(folder)).toEqual(left);
});

/** Which of the changes of the disk is which, when one note is changed: the first four lock the folder. */
const LOCK = 1;
const OPEN = 5;
const WRITE = 6;
const SYNC = 7;
const PLACE = 8;

describe("What the disk says is told in a sentence", () => {
  const again = "then run the same command again.";
  test.each([
    [
      LOCK,
      "EROFS",
      "`meetings` can't be written to: the disk can only be read. Copy the board to where you may write.",
    ],
    [OPEN, "ENOSPC", `\`${FIRST}\` can't be written: the disk is full. Make room, ${again}`],
    [WRITE, "EDQUOT", `\`${FIRST}\` can't be written: the disk is full. Make room, ${again}`],
    [SYNC, "EIO", `\`${FIRST}\` can't be written: the disk is at fault (EIO). Have it looked at, ${again}`],
    [
      PLACE,
      "EBUSY",
      `\`${FIRST}\` can't be written: another program holds it open. Close it there, ${again}`,
    ],
    [
      PLACE,
      "EXDEV",
      `\`${FIRST}\` can't be written: the disk refuses (EXDEV). Ask whoever keeps the folder.`,
    ],
  ])("at change %i of the disk: %s", (at, code, sentence) => {
    expect(changeFailing(at, code, [EDIT])).toBe(`${sentence} [exit 2]`);
    expect(readMeetings(folder)).toEqual(FILES);
  });

  test("and what is changed already, where the disk fails between two files", () => {
    expect(changeFailing(PLACE + 4, "EIO", [NEW, EDIT])).toBe(
      "`meetings/2026-05-19.md` is changed already. `meetings/2026-01-20.md` can't be written: the disk is at fault (EIO). Have it looked at, then run the same command again. [exit 2]",
    );
    expect(readMeetings(folder)).toEqual({ ...FILES, [NEW.path]: NEW.after });
  });
});

test.each(["EPERM", "ENOTSUP"])("On a disk without hard links (%s) a note is made all the same", (code) => {
  expect(changeFailing(PLACE, code, [NEW])).toBe("[exit 0]");
  expect(readMeetings(folder)).toEqual({ ...FILES, [NEW.path]: NEW.after });
});
