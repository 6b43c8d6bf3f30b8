import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildRrb } from "./built.ts";
import { wordFile } from "./import/packed.ts";

const HEAVY = [
  "@clack/prompts",
  "chalk",
  "cli-table3",
  "csv-stringify",
  "docx",
  "fflate",
  "gray-matter",
  "hast-util-from-html",
  "hast-util-sanitize",
  "hast-util-to-html",
  "hucre",
  "ical.js",
  "liquidjs",
  "mammoth",
  "mdast-util-from-markdown",
  "mdast-util-to-hast",
  "mdast-util-to-markdown",
  "saxes",
  "unpdf",
  "yaml",
  "zod",
];

/** What the build takes in without naming it, by the file of rrb that alone asks for it. */
const BROUGHT_BY: Readonly<Record<string, string>> = { liquidjs: "src/write/template.ts" };

const NOTE = `---
date: 2026-01-20
state: draft
chair: HMO
present:
  - HMO
  - Ruth Adeyemi, NWT (for Colin Marsh; items 1-4)
apologies: [CGA]
next-meeting: 2026-04-21
---

## 1. Lamps

Action 1 (HMO; by 27 February 2026): Replace the lamp on the east mole.
Decision 1: Lamps come before paint.
`;

let built = "";
let folder = "";

beforeAll(async () => {
  built = await buildRrb();
  folder = realpathSync(mkdtempSync(join(tmpdir(), "rrb-start-")));
  mkdirSync(join(folder, "meetings"));
  writeFileSync(
    join(folder, "meetings", "board.yaml"),
    "name: Harbour Lights Board\nstanding-items: [Lamps]\n",
  );
  writeFileSync(join(folder, "meetings", "2026-01-20.md"), NOTE);
  writeFileSync(
    join(folder, "note.txt"),
    "Minutes of 20 January 2026\n\nPresent: MOPAC\n\n1. Lamps\n\nAction 1: MOPAC to paint the post.\n",
  );
  writeFileSync(
    join(folder, "note.docx"),
    wordFile(
      "<w:p><w:r><w:t>Minutes of 20 January 2026. Action 1: MOPAC to paint the post.</w:t></w:r></w:p>",
    ),
  );
  // Told by the files that Node asks for: every chunk of the build says in a comment what it holds.
  writeFileSync(
    join(built, "listen.cjs"),
    `const Module = require("node:module"), fs = require("node:fs"), open = fs.openSync, opened = [], load = Module._extensions[".js"], loaded = [];
Module._extensions[".js"] = (module, file) => { loaded.push(file); load(module, file); };
fs.openSync = (path, ...more) => { opened.push(path); return open(path, ...more); };
process.on("exit", () => { fs.openSync = open; fs.writeFileSync(process.env.LOADED, JSON.stringify({ loaded, opened })); });`,
  );
});

afterAll(() => {
  rmSync(built, { recursive: true });
  rmSync(folder, { recursive: true });
});

/** What a command line loads: the heavy packages by name, and the files of rrb; and what it opens. */
function listLoaded(argv: readonly string[], env: Record<string, string> = {}) {
  const list = join(folder, "loaded");
  const answered = spawnSync(
    process.execPath,
    ["--require", join(built, "listen.cjs"), join(built, "bin", "rrb.js"), ...argv],
    { cwd: folder, env: { LOADED: list, ...env }, encoding: "utf8" },
  );
  expect(answered.stderr).toBe("");
  const { loaded, opened } = JSON.parse(readFileSync(list, "utf8")) as Record<"loaded" | "opened", string[]>;
  const modules = loaded.flatMap((chunk) =>
    [...readFileSync(chunk, "utf8").matchAll(/^\s*\/\/ ((?:src|node_modules)\/\S+)$/gm)].map(
      ([, module]) => module!,
    ),
  );
  const heavy = HEAVY.filter((name) =>
    modules.some((module) => module.startsWith(`node_modules/${name}/`) || module === BROUGHT_BY[name]),
  );
  return { modules, heavy, opened: opened.filter((path) => !path.startsWith(built)) };
}

describe("Only what a command needs is loaded", () => {
  test.each([
    ["help", ["--help"], {}, []],
    ["the version", ["--version"], {}, []],
    ["a table in a pipe", ["actions", "--open"], {}, []],
    ["a table in colour", ["actions", "--open"], { FORCE_COLOR: "1" }, ["chalk"]],
    ["actions as JSON", ["actions", "--format", "json"], {}, []],
    ["actions as CSV", ["actions", "--format", "csv"], {}, ["csv-stringify"]],
    ["actions as a workbook", ["actions", "--format", "xlsx"], {}, ["fflate", "hucre"]],
    ["actions for a calendar", ["actions", "--format", "ics"], {}, ["ical.js"]],
    ["actions as Markdown", ["actions", "--format", "markdown"], {}, []],
    ["one action", ["action", "1"], {}, []],
    ["the next agenda", ["new-meeting", "2999-04-23", "--dry-run"], {}, ["liquidjs"]],
    ["the certificate", ["audit", "--format", "json"], {}, []],
    ["the meetings", ["meetings", "--format", "json"], {}, []],
    ["the decisions", ["decisions", "--format", "json"], {}, []],
    ["a meeting as JSON", ["render", "2026-01-20", "--format", "json"], {}, []],
    ["a log as JSON", ["render", "2026-01-20", "--as", "action-log", "--format", "json"], {}, []],
    ["a meeting for a calendar", ["render", "2026-01-20", "--format", "ics"], {}, ["ical.js"]],
    [
      "minutes in Word",
      ["render", "2026-01-20", "--format", "docx"],
      {},
      ["docx", "fflate", "mdast-util-from-markdown", "mdast-util-to-markdown", "saxes"],
    ],
    [
      "minutes",
      ["render", "2026-01-20"],
      {},
      ["liquidjs", "mdast-util-from-markdown", "mdast-util-to-markdown"],
    ],
    [
      "minutes as HTML",
      ["render", "2026-01-20", "--format", "html"],
      {},
      [
        "hast-util-sanitize",
        "hast-util-to-html",
        "liquidjs",
        "mdast-util-from-markdown",
        "mdast-util-to-hast",
        "mdast-util-to-markdown",
      ],
    ],
    ["a text that is imported", ["import", "note.txt", "--format", "json"], {}, []],
    ["a Word file that is imported", ["import", "note.docx", "--format", "json"], {}, ["mammoth", "saxes"]],
    ["a new board", ["init", "quay", "--name", "Quay", "--date", "2030-01-21"], {}, []],
    ["a script for a shell", ["completion", "bash"], {}, []],
    ["a reference being typed", ["completion", "--complete", "bash", "--", "action", ""], {}, []],
  ])("%s", (_, argv, env, expected) => {
    expect(listLoaded(argv, env).heavy).toEqual(expected);
  });

  test("help loads no command, and nothing that reads, books or draws", () => {
    const { modules } = listLoaded(["--help"]);
    const own = modules.filter((module) => module.startsWith("src/")).map((module) => module.split("/")[1]!);
    expect(own).toContain("main.ts");
    expect(own).not.toContain("commands");
    expect(own).not.toContain("read");
    expect(own).not.toContain("ledger");
    expect(own).not.toContain("workspace");
  });

  test("a command being typed opens no board", () => {
    const { opened } = listLoaded(["completion", "--complete", "bash", "--", "act"]);
    expect(opened).toEqual([]);
  });

  test("a list loads no rule of the check", () => {
    const { modules } = listLoaded(["actions"]);
    expect(modules.some((module) => module.startsWith("src/ledger/"))).toBe(true);
    expect(modules.filter((module) => module.startsWith("src/check/"))).toEqual([]);
  });

  test("what sets a PDF only where one is asked for", () => {
    const { modules } = listLoaded(["render", "2026-01-20"]);
    expect(modules).toContain("src/render/markdown.ts");
    expect(modules.filter((module) => module.startsWith("src/render/pdf"))).toEqual([]);
  });

  test("a note beyond plain YAML is handed to the full reader", () => {
    const note = join(folder, "meetings", "2026-04-21.md");
    writeFileSync(note, "---\ndate: !!str 2026-04-21\npresent: [HMO]\n---\n");
    expect(listLoaded(["meetings", "--format", "json"]).heavy).toEqual(["gray-matter", "yaml"]);
    rmSync(note);
  });
});

test("Each file of a board is opened once, the SHA-256 of it included", () => {
  for (const argv of [["actions"], ["audit"], ["meetings"]]) {
    const { opened } = listLoaded(argv);
    expect(opened.map((path) => relative(folder, path)).sort()).toEqual([
      join("meetings", "2026-01-20.md"),
      join("meetings", "board.yaml"),
    ]);
  }
});

test("With `| head` rrb ends quietly", () => {
  const actions = Array.from(
    { length: 4000 },
    (_, i) => `Action ${i + 2} (HMO): Paint post ${i} of the long pier.`,
  );
  const note = join(folder, "meetings", "2026-05-19.md");
  writeFileSync(
    note,
    `---\ndate: 2026-05-19\npresent: [HMO]\n---\n\n## 1. Paint\n\n${actions.join("\n\n")}\n`,
  );
  const line = `"${process.execPath}" "${join(built, "bin", "rrb.js")}" actions --format json | head -1`;
  const { stdout, stderr } = spawnSync("sh", ["-c", line], { cwd: folder, encoding: "utf8" });
  rmSync(note);
  expect({ stdout, stderr }).toEqual({ stdout: "{\n", stderr: "" });
});
