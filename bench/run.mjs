// `npm run bench`: times whole processes, interleaved, and prints medians and ratios. README.md beside this file says
// how to read them. `--huge` adds the archive of 100,000 notes, `--write` puts the tables into README.md.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { commandsFor, startCommands } from "./commands.mjs";
import { goalRows } from "./goals.mjs";

const HERE = import.meta.dirname;
const CACHE = join(tmpdir(), "rrb-bench");
const RUNS = { 40: 21, 400: 15, 10000: 7, 100000: 3 };

const huge = process.argv.includes("--huge");
const env = { ...process.env };
// Where it is set, bare Node starts 2.7 times slower, and every ratio flatters.
for (const name of [
  "NODE_EXTRA_CA_CERTS",
  "NODE_OPTIONS",
  "NO_COLOR",
  "FORCE_COLOR",
  "RRB_BOARD",
  "RRB_TODAY",
]) {
  delete env[name];
}

/** Runs a command once; gives its time in milliseconds. */
function time({ argv: [program, ...words], cwd, exits = [0] }) {
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(program, words, { cwd, env, maxBuffer: 1 << 30 });
  const took = Number(process.hrtime.bigint() - start) / 1e6;
  if (error !== undefined || !exits.includes(status)) {
    throw error ?? new Error(`${program} ${words.join(" ")} ended with ${status}:\n${stderr}`);
  }
  return took;
}

/** The peak memory of one run in MB, by GNU time; null where that is not installed. */
function memoryOf({ argv, cwd }) {
  const { stderr, error } = spawnSync("/usr/bin/time", ["-f", "peak %M", ...argv], {
    cwd,
    env,
    maxBuffer: 1 << 30,
  });
  const peak = error === undefined ? /peak (\d+)\s*$/.exec(stderr.toString()) : null;
  return peak === null ? null : Number(peak[1]) / 1024;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** Times some commands in turn, A B C A B C …, so that whatever slows the machine slows all of them alike. */
function measure(commands, runs) {
  const times = new Map(commands.map(({ name }) => [name, []]));
  for (const command of commands) time(command);
  for (let run = 0; run < runs; run++) {
    for (const command of commands) {
      if (command.slow && run > 0) continue;
      times.get(command.name).push(time(command));
    }
  }
  return new Map(
    commands.map((command) => [command.name, { ms: median(times.get(command.name)), mb: memoryOf(command) }]),
  );
}

/** A table of Markdown. */
function tableOf(rows) {
  const [head, ...body] = rows;
  return [head, head.map((_, i) => (i === 0 ? "---" : "---:")), ...body]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

const round = (number) =>
  number < 10 ? number.toFixed(2) : number < 100 ? number.toFixed(1) : number.toFixed(0);

function report(title, measured) {
  const bare = measured.get("node -e 0").ms;
  const read = measured.get("reading the files")?.ms;
  const rows = [...measured].map(([name, { ms, mb }]) => [
    name,
    round(ms),
    round(ms / bare),
    read === undefined ? "–" : round(ms / read),
    mb === null ? "–" : mb.toFixed(0),
  ]);
  return `### ${title}\n\n${tableOf([["command", "ms", "/ bare node", "/ reading", "peak MB"], ...rows])}`;
}

if (!existsSync(join(HERE, "node_modules"))) {
  const words = ["install", "--prefix", HERE, "--no-package-lock", "--no-audit", "--no-fund", "--silent"];
  spawnSync("npm", words, { stdio: "inherit", shell: process.platform === "win32" });
}

const results = new Map();
const parts = [];
const keep = (title, key, measured) => {
  results.set(key, measured);
  parts.push(report(title, measured));
  console.log(`${parts.at(-1)}\n`);
};
keep("Starting, and one document", "start", measure(await startCommands(CACHE), RUNS[40]));
for (const count of huge ? [40, 400, 10_000, 100_000] : [40, 400, 10_000]) {
  keep(`${count.toLocaleString("en-GB")} notes`, count, measure(commandsFor(count, CACHE), RUNS[count]));
}
const goals = `### The goals\n\n${tableOf([["what", "measured", "goal", ""], ...goalRows(results, round)])}`;
console.log(goals);
if (process.argv.includes("--write")) {
  const page = join(HERE, "README.md");
  const made = `Node ${process.version}, ${cpus().length} processors.\n\n${[goals, ...parts].join("\n\n")}\n`;
  const text = readFileSync(page, "utf8");
  writeFileSync(page, text.replace(/(<!-- the last tables -->\n)[\s\S]*/, `$1\n${made}`));
}
