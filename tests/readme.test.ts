import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import packageJson from "../package.json";
import { main } from "../src/main.ts";
import { makeWorld } from "./made-up-world.ts";
import { type Player, playPage, readCommandLine } from "./page.ts";

const PROJECT = join(import.meta.dirname, "..");
const README = join(PROJECT, "README.md");
const text = readFileSync(README, "utf8");
/** The width in columns of the terminal that the answers are shown on. */
const COLUMNS = "112";

let folder = "";
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "rrb-readme-")));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function ask(cwd: string, argv: readonly string[], env: Record<string, string> = {}) {
  const world = makeWorld(cwd, argv, env);
  const code = await main(world);
  return { ...world.said, code };
}

const play: Player = (line, cwd) => {
  const { words } = readCommandLine(line);
  if (words[0] !== "rrb") throw new Error(`README.md can't play \`${line}\``);
  return ask(cwd, words.slice(1), { COLUMNS, NO_COLOR: "1" });
};

test("The answers of the tour are what rrb answers about the example board", async () => {
  const clone = join(folder, "clone");
  cpSync(join(PROJECT, "meetings"), join(clone, "meetings"), { recursive: true });
  const played = await playPage(text, clone, play);
  if (process.env.RRB_UPDATE) writeFileSync(README, played);
  else expect(played).toBe(text);
  const register = readFileSync(join(clone, "decisions.csv"), "utf8");
  expect(register).toContain("2024-12-05/d2,2024-12-05,Decision,A bed for the first night");
});

test("The meeting file it shows is in order, once its action was raised", async () => {
  const notes = join(folder, "notes");
  // The file shows an excerpt: its board asks for no quorum and has no standing items.
  const board = readFileSync(join(PROJECT, "meetings", "board.yaml"), "utf8");
  const lenient = board.replace(/^quorum:.*\n/m, "").replace(/^standing-items:.*\n(?:[ -].*\n)*/m, "");
  mkdirSync(notes);
  writeFileSync(join(notes, "board.yaml"), lenient);
  const [, sample] = /^```md\n([\s\S]*?)^```$/m.exec(text)!;
  const earlier = `---
date: 2026-09-17
present: [Safety Office, Housing]
---

## 1. The beds

Action 3 (Housing; by 3 December 2026): Draft the request for the beds.
`;
  writeFileSync(join(notes, "2026-09-17.md"), earlier);
  writeFileSync(join(notes, "2026-12-03.md"), sample!);
  const { stdout, code } = await ask(notes, ["check", "--today", "2026-12-04"]);
  expect(stdout).toBe("2 notes, no findings\n");
  expect(code).toBe(0);
});

describe("The commands it names", () => {
  test("start rrb from a fresh clone, and run its tests", () => {
    expect(text).toContain("\nnpm ci && npm start\n");
    expect(text).toContain("\nnpm ci && npm test\n");
    expect(packageJson.scripts).toMatchObject({
      start: "node bin/rrb.js actions --open",
      test: "vitest run",
    });
  });

  test("are those that rrb has, each with what it does and the formats it takes", async () => {
    const { stdout } = await ask(PROJECT, ["--help"], { COLUMNS: "200" });
    const listed = stdout.slice(stdout.indexOf("Commands:")).matchAll(/^ {2}(\S+) +(\S.*)$/gm);
    const expected = [];
    for (const [, name, summary] of listed) {
      const help = await ask(PROJECT, [name!, "--help"], { COLUMNS: "200" });
      expected.push([name, summary, /--format <format>.*: (.*)/.exec(help.stdout)?.[1] ?? ""]);
    }
    const rows = [...text.matchAll(/^\| `rrb ([\w-]+).*?` +\| (.*?) +\| (.*?) +\|$/gm)];
    expect(expected.length).toBeGreaterThan(0);
    expect(rows.map(([, ...cells]) => cells.map((cell) => cell.trim()))).toEqual(expected);
  });

  test("take every option that it names, and it names every option that all of them take", async () => {
    const globals = optionsIn((await ask(PROJECT, ["--help"])).stdout);
    const known = new Set(globals);
    for (const [, name] of text.matchAll(/^\| `rrb ([\w-]+)/gm)) {
      for (const option of optionsIn((await ask(PROJECT, [name!, "--help"])).stdout)) known.add(option);
    }
    const named = optionsIn(text);
    expect(named.filter((option) => !known.has(option))).toEqual([]);
    expect(globals.filter((option) => !named.includes(option))).toEqual([]);
  });

  test("of npm are scripts of the package", () => {
    const scripts = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((name) => !(name! in packageJson.scripts))).toEqual([]);
  });
});

test("Every link leads to a file of the project", () => {
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target!);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((target) => !existsSync(join(PROJECT, target)))).toEqual([]);
});

test("Every dependency is named with its version and a reason, and none that is gone", () => {
  const named = [...text.matchAll(/^- `([^`]+)` (\d\S*) \u2013 \S/gm)].map(([, name, version]) => [
    name,
    version,
  ]);
  const { dependencies, devDependencies } = packageJson;
  expect(named).toEqual([...Object.entries(dependencies), ...Object.entries(devDependencies)]);
});

/** The long options that stand in a text. */
function optionsIn(words: string): string[] {
  return [...new Set([...words.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option))];
}
