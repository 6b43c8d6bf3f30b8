import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FileChange } from "../../src/workspace/write.ts";
import { buildScript } from "../built.ts";
import { type Stop, stopEverywhere } from "../stopped.ts";

let built = "";
let driver = "";

beforeAll(async () => {
  built = await buildScript("tests/workspace/driver.ts");
  driver = join(built, "dist", "main.js");
});

afterAll(() => {
  rmSync(built, { recursive: true });
});

const JANUARY = "---\ndate: 2026-01-20\npresent: [HMO]\n---\n\n## 1. Lamps\n";
const MAY = "\ufeff---\r\ndate: 2026-05-19\r\npresent: [HMO]\r\n---\r\n\r\n## 1. Paint\r\n";
const BOARD = "name: Harbour Lights Board\n";

const FILES = {
  "meetings/board.yaml": BOARD,
  "meetings/2026-01-20.md": JANUARY,
  "meetings/2026-05-19.md": MAY,
};

/** What the driver is told to do: one thing, or several that belong together. */
const CHANGES: Readonly<Record<string, readonly FileChange[]>> = {
  "a note is made": [
    { path: "meetings/2026-09-15.md", before: null, after: JANUARY.replace("01-20", "09-15") },
  ],
  "a note is changed": [
    { path: "meetings/2026-01-20.md", before: JANUARY, after: `${JANUARY}\nNo discussion.\n` },
  ],
  "a meeting moves": [
    { path: "meetings/2026-01-20.md", before: JANUARY, after: `${JANUARY}\nNext: 26 May.\n` },
    { path: "meetings/2026-05-19.md", before: MAY.slice(1), after: null },
    { path: "meetings/2026-05-26.md", before: null, after: MAY.slice(1).replace("05-19", "05-26") },
  ],
};

const STOPS: readonly Stop[] = ["kill", "EIO", "ENOSPC..."];

describe.each(STOPS)("Whatever stops a change (%s), each file is the old or the new one", (stop) => {
  test.each(Object.entries(CHANGES))("%s", async (_, changes) => {
    const line = [driver, "change", JSON.stringify(changes)];
    const calls = await stopEverywhere({ line, files: FILES }, stop);
    expect(calls.length).toBeGreaterThan(10);
  });

  test("a board begins", async () => {
    const files = [
      { name: "2026-01-20.md", text: JANUARY },
      { name: "board.yaml", text: BOARD },
    ];
    const line = [driver, "create", "harbour/meetings", JSON.stringify(files)];
    const calls = await stopEverywhere({ line, files: { "notes.txt": "kept" } }, stop);
    expect(calls.length).toBeGreaterThan(10);
  });
});

/** What takes a note's place does so when the disk has it, and what is to go goes when the disk knows that. */
test("A change is made in this order", async () => {
  const line = [driver, "change", JSON.stringify(CHANGES["a meeting moves"])];
  const lock = ["mkdirSync", "chmodSync", "openSync", "renameSync"];
  const draft = ["openSync", "writeSync", "fsyncSync"];
  const place = ["renameSync", "linkSync", "fsyncSync"];
  const go = ["unlinkSync", "fsyncSync"];
  const clear = ["unlinkSync", "unlinkSync"];
  const unlock = ["unlinkSync", "rmdirSync"];
  expect(await stopEverywhere({ line, files: FILES }, "kill")).toEqual([
    ...lock,
    ...draft,
    ...draft,
    ...place,
    ...go,
    ...clear,
    ...unlock,
  ]);
});
