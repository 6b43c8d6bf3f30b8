import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeArchive } from "./archive.mjs";
import { makeWordFile } from "./word-file.mjs";

const PROJECT = join(import.meta.dirname, "..");
const NODE = process.execPath;
const RRB = join(PROJECT, "bin", "rrb.js");
const BARE = { name: "node -e 0", argv: [NODE, "-e", "0"] };

const rrb = (words, folder) => ({
  name: `rrb ${words}`,
  argv: [NODE, RRB, ...words.split(" "), ...(folder === undefined ? [] : ["--board", folder])],
});

/** What is timed without an archive: how rrb starts, and what it does with one document. */
export async function startCommands(cache) {
  const example = join(PROJECT, "meetings");
  const longest = readdirSync(example)
    .filter((name) => /^\d.*\.md$/.test(name))
    .toSorted((a, b) => lengthOf(example, b) - lengthOf(example, a))[0]
    .replace(".md", "");
  const word = await makeWordFile(cache);
  const mammoth = `require("mammoth").convertToHtml({ path: ${JSON.stringify(word)} })`;
  return [
    BARE,
    rrb("--version"),
    rrb("--help"),
    rrb(`render ${longest} --format pdf`, example),
    { ...rrb(`import ${word} --format json`), name: "rrb import, a .docx of 20 pages" },
    { name: "mammoth alone on it", argv: [NODE, "-e", mammoth], cwd: PROJECT },
  ].map((command) => ({ ...command, name: command.name.replace(longest, "NOTE") }));
}

function lengthOf(folder, name) {
  return readFileSync(join(folder, name)).length;
}

/** What is timed on an archive: rrb, reading alone, and those peers that are at hand and fit for so many notes. */
export function commandsFor(count, cache) {
  const folder = makeArchive(count, cache);
  const peer = (name) => join(import.meta.dirname, "node_modules", ".bin", name);
  const commands = [
    BARE,
    { name: "reading the files", argv: [NODE, join(import.meta.dirname, "read-files.mjs"), folder] },
    rrb("actions --open", folder),
    rrb("check", folder),
    rrb("audit", folder),
  ];
  const linted = { cwd: folder, exits: [0, 1], slow: count > 40 };
  if (count <= 400) {
    commands.push({ name: "markdownlint-cli2", argv: [peer("markdownlint-cli2"), "*.md"], ...linted });
    const words = [
      "--quiet",
      ...plugins("remark-frontmatter", "remark-gfm", "remark-preset-lint-recommended"),
      ".",
    ];
    commands.push({ name: "remark-cli", argv: [peer("remark"), ...words], ...linted });
  }
  if (count <= 10_000) {
    const argv = [peer("rumdl"), "check", "--no-cache", "--silent", "."];
    commands.push({ name: "rumdl", argv, ...linted, slow: count > 400 });
  }
  if (isInstalled("hledger")) {
    commands.push({
      name: "hledger bal, as many entries",
      argv: ["hledger", "-f", makeJournal(folder), "bal"],
    });
  }
  if (isInstalled("rg")) {
    commands.push({
      name: "ripgrep, the lines of actions",
      argv: ["rg", "-c", "^Action \\d", "."],
      cwd: folder,
    });
  }
  return commands;
}

function plugins(...names) {
  return names.flatMap((name) => ["--use", join(import.meta.dirname, "node_modules", name, "index.js")]);
}

function isInstalled(program) {
  return spawnSync(program, ["--version"]).status === 0;
}

/** The rows and marked lines of an archive as transactions of a plain-text account book. */
function makeJournal(folder) {
  const path = `${folder}.journal`;
  if (existsSync(path)) return path;
  const entries = [];
  for (const name of readdirSync(folder).toSorted()) {
    const text = readFileSync(join(folder, name), "utf8");
    for (const line of text.match(/^(?:Action \d+ \(.*|\| \d{4}-\d\d-\d\d\/.*)$/gm) ?? []) {
      const words = line.replace(/[^\w .,/-]/g, " ").trim();
      entries.push(`${name.slice(0, 10)} ${words}\n    actions:open    1\n    actions:raised\n`);
    }
  }
  writeFileSync(path, `${entries.join("\n")}\n`);
  return path;
}
