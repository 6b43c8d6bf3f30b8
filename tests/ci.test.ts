import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import packageJson from "../package.json";
import { main } from "../src/main.ts";
import { makeWorld } from "./made-up-world.ts";
import { readCommandLine } from "./page.ts";

const PROJECT = join(import.meta.dirname, "..");

let folder = "";
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "rrb-ci-")));
  cpSync(join(PROJECT, "meetings"), join(folder, "meetings"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a command line answers in the folder of the project that a board is kept in. */
async function answer(line: string) {
  const { words } = readCommandLine(line);
  expect(words[0]).toBe("rrb");
  const world = makeWorld(folder, words.slice(1), { RRB_TODAY: "2026-11-22" });
  return { code: await main(world), ...world.said };
}

describe("The hook of pre-commit", () => {
  const hooks = parse(readFileSync(join(PROJECT, ".pre-commit-hooks.yaml"), "utf8")) as Record<
    string,
    string
  >[];
  const [hook] = hooks as [Record<string, string>];
  // Python writes a part that ignores case in the same way as JavaScript will; Node 20 does not know it yet.
  const pattern = new RegExp(hook.files!.replace("(?i:readme)", "[Rr][Ee][Aa][Dd][Mm][Ee]"));

  test("starts a program that the package has", () => {
    expect(hooks.map(({ id }) => id)).toEqual(["rrb-check"]);
    expect(hook).toMatchObject({ entry: "rrb check", language: "node" });
    expect(Object.keys(packageJson.bin)).toContain(hook.entry!.split(" ")[0]);
  });

  test("is given the notes of a board and its board.yaml, well named or not, and nothing else", () => {
    const given = [
      "meetings/2020-01-21.md",
      "meetings/2020-05-18.yaml",
      "meetings/board.yaml",
      "meetings/january-final.md",
    ];
    const kept = ["meetings/README.md", "meetings/papers/2020-01-21.md", "README.md", "meetings/figures.csv"];
    expect([...given, ...kept].filter((path) => pattern.test(path))).toEqual(given);
  });

  test("reports on the files that it is given, by their names from the root, and knows the whole board", async () => {
    const changed = ["meetings/2026-05-14.md", "meetings/2025-09-18.yaml", "meetings/board.yaml"];
    expect(await answer(`${hook.entry} ${changed.join(" ")}`)).toMatchObject({
      code: 0,
      stdout: "2 notes, no findings\n",
    });
    const path = join(folder, "meetings", "2026-05-14.md");
    const note = readFileSync(path, "utf8");
    writeFileSync(path, note.replace(/^\| 2026-01-22\/1 .*\n/m, ""));
    const lost = await answer(`${hook.entry} ${changed.join(" ")}`);
    writeFileSync(path, note);
    expect(lost.stdout).toContain("`2026-01-22/1` was open and is not reported here.");
    expect(lost.stdout).toMatch(/ in 1 file\n$/);
  });
});

describe("The jobs in the README", () => {
  const readme = readFileSync(join(PROJECT, "README.md"), "utf8");
  const job = (name: string) => {
    const [, yaml] = new RegExp(`\`\`\`yaml\n# ${name.replaceAll(".", "\\.")}\n([\\s\\S]*?)\`\`\``).exec(
      readme,
    )!;
    return parse(yaml!);
  };

  test("are YAML of the shape that their readers want", () => {
    const { repos } = job(".pre-commit-config.yaml");
    expect(repos[0].hooks).toEqual([{ id: "rrb-check" }]);
    expect(repos[0].rev).toBe(`v${packageJson.version}`);
    const github = job(".github/workflows/minutes.yml");
    expect(github.on).toEqual(["push", "pull_request"]);
    expect(github.jobs.minutes["runs-on"]).toBe("ubuntu-latest");
    const gitlab = job(".gitlab-ci.yml");
    expect(gitlab.minutes.artifacts.reports.junit).toBe("findings.xml");
    expect(gitlab.minutes.script.at(-1)).toMatch(/ > findings\.xml$/);
  });

  test("run rrb as it can be run, after installing what the package of the board names", async () => {
    const steps: { run?: string }[] = job(".github/workflows/minutes.yml").jobs.minutes.steps;
    const lines = [steps.flatMap(({ run }) => run ?? []), job(".gitlab-ci.yml").minutes.script as string[]];
    for (const script of lines) {
      expect(script[0]).toBe("npm ci");
      for (const line of script.slice(1)) {
        const { code, stdout, stderr } = await answer(line.replace(/^npx /, "").replace(/ > .*$/, ""));
        expect({ line, code, stderr }).toEqual({ line, code: 0, stderr: "" });
        expect(stdout).not.toBe("");
      }
    }
  });

  test("name a schema that the package ships", () => {
    const [, path] = /\$schema=\.\.\/node_modules\/rrb\/(\S+)/.exec(readme)!;
    expect(packageJson.files).toContain(path!.split("/")[0]);
    expect(JSON.parse(readFileSync(join(PROJECT, path!), "utf8"))).toHaveProperty("$schema");
  });
});
