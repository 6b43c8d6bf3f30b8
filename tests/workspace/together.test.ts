import { execFile, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nameRun } from "../../src/workspace/run.ts";
import { buildScript } from "../built.ts";
import { makeFolder, readMeetings } from "./folder.ts";

const RUNS = 8;
const LINES = 12;
const NOTE = "---\ndate: 2026-01-20\n---\n\n";

let built = "";

beforeAll(async () => {
  built = await buildScript("tests/workspace/driver.ts");
});

afterAll(() => {
  rmSync(built, { recursive: true });
});

function append(folder: string, words: readonly string[]): Promise<string> {
  const line = [join(built, "dist", "main.js"), "append", "meetings/2026-01-20.md", ...words];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, line, { cwd: folder }, (_error, _stdout, stderr) => {
      resolve(`${stderr}${child.exitCode === 0 ? "" : `exit ${child.exitCode}`}`);
    });
  });
}

test("Many who write into one note at once lose nothing, though a killed run left its lock", async () => {
  const killed = nameRun().replace(/-\d+-/, `-${spawnSync(process.execPath, ["-e", ""]).pid}-`);
  const folder = makeFolder({
    "meetings/board.yaml": "name: Harbour Lights Board\n",
    "meetings/2026-01-20.md": NOTE,
    [`meetings/.rrb-lock/${killed}`]: "",
  });
  const words = Array.from({ length: RUNS }, (_, run) =>
    Array.from({ length: LINES }, (_, line) => `run ${run}, line ${line}`),
  );
  const said = await Promise.all(words.map((lines) => append(folder, lines)));
  expect(said).toEqual(words.map(() => ""));
  const { "meetings/2026-01-20.md": note, ...others } = readMeetings(folder);
  expect(note!.slice(NOTE.length).trimEnd().split("\n").sort()).toEqual(words.flat().sort());
  expect(Object.keys(others)).toEqual(["meetings/board.yaml"]);
  rmSync(folder, { recursive: true });
});
