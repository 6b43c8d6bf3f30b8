import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildRrb } from "./built.ts";

const PROJECT = join(import.meta.dirname, "..");
/** How the files end that hold what this Node has compiled. */
const ENDING = `.${process.version}-${process.arch}.compiled`;
const QUESTION = ["actions", "--open", "--board", "meetings", "--today", "2026-11-22"];

let built = "";
let folder = "";
let asked = "";

beforeAll(async () => {
  built = await buildRrb();
  for (const part of ["keep-compiled.cjs", "meetings"])
    cpSync(join(PROJECT, part), join(built, part), { recursive: true });
  asked = ask().stdout;
  expect(spawnSync(process.execPath, [join(built, "keep-compiled.cjs")], { encoding: "utf8" })).toMatchObject(
    {
      status: 0,
      stdout: "",
      stderr: "",
    },
  );
  folder = mkdtempSync(join(tmpdir(), "rrb-engine-"));
  writeFileSync(
    join(folder, "listen.cjs"),
    `const vm = require("node:vm"), fs = require("node:fs"), taken = [], Script = vm.Script;
vm.Script = class extends Script {
  constructor(code, options) { super(code, options); taken.push([options.filename, this.cachedDataRejected]); }
};
process.on("exit", () => fs.writeFileSync(process.env.TAKEN, JSON.stringify(taken)));`,
  );
});

afterAll(() => {
  for (const made of [built, folder]) rmSync(made, { recursive: true });
});

function ask(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const answered = spawnSync(process.execPath, [...args, join(built, "bin", "rrb.js"), ...QUESTION], {
    cwd: built,
    env: { ...env },
    encoding: "utf8",
  });
  expect(answered.stderr).toBe("");
  return answered;
}

/** Which files of the build a question asks for, and whether V8 took them as they were kept. */
function listTaken(): Readonly<Record<string, boolean>> {
  const list = join(folder, "taken");
  expect(ask(["--require", join(folder, "listen.cjs")], { TAKEN: list }).stdout).toBe(asked);
  const taken = JSON.parse(readFileSync(list, "utf8")) as [string, boolean | undefined][];
  return Object.fromEntries(taken.map(([file, rejected]) => [basename(file), rejected === false]));
}

test("What a usual question loads is taken as it was compiled when rrb was built", () => {
  const taken = listTaken();
  expect(taken).toMatchObject({
    "main.js": true,
    "start.js": true,
    "board.js": true,
    "actions-table.js": true,
  });
  expect(Object.values(taken)).not.toContain(false);
});

test("Of what was kept of another text, cut short or emptied, nothing is taken, and the answer is the same", () => {
  const kept = readdirSync(join(built, "dist")).filter((name) => name.endsWith(ENDING));
  expect(kept.length).toBeGreaterThan(10);
  const harm = [
    (file: string) => cpSync(join(built, "dist", `main.js${ENDING}`), file),
    (file: string) => truncateSync(file, 1000),
    (file: string) => truncateSync(file, 0),
    (file: string) => rmSync(file),
  ];
  for (const spoil of harm) {
    for (const name of kept.filter((name) => name !== `main.js${ENDING}`)) spoil(join(built, "dist", name));
    expect(listTaken()).toMatchObject({ "main.js": true, "start.js": false, "board.js": false });
  }
});

/** How many megabytes V8 takes for new values when much that was made was kept for a while. */
function roomForNew(first: string): number {
  const work = `const { growNoMore } = require(${JSON.stringify(join(PROJECT, "bin", "engine.cjs"))});
${first};
const made = [];
for (let i = 0; i < 3e6; i++) { made.push({ i }); if (made.length > 2e5) made.length = 0; }
const room = require("node:v8").getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
console.log(room.space_size / (1 << 20));`;
  const answered = spawnSync(process.execPath, ["-e", work], { encoding: "utf8" });
  expect(answered).toMatchObject({ status: 0, stderr: "" });
  return Number(answered.stdout);
}

test("Told to grow no more, V8 leaves the room for new values as it is", () => {
  expect(roomForNew("growNoMore()")).toBeLessThan(roomForNew("") / 2);
});
