import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GLOBAL_OPTIONS } from "../src/command-line.ts";
import { COMMANDS } from "../src/commands.ts";
import { finderOf } from "../src/completion/candidates.ts";
import { buildRrb } from "./built.ts";

const PROJECT = join(import.meta.dirname, "..");

test("For every option and argument somebody has said how its values are found", async () => {
  const commands = await Promise.all(COMMANDS.map(({ load }) => load()));
  const words = [
    ...commands.flatMap((command) => [...command.arguments, ...command.options]),
    ...GLOBAL_OPTIONS,
  ];
  const unknown = words.filter(
    (word) => /[<[]/.test(word.typed) && typeof word.takes !== "object" && finderOf(word) === undefined,
  );
  expect(words.length).toBeGreaterThan(20);
  expect(unknown.map(({ typed }) => typed)).toEqual([]);
});

let built = "";
beforeAll(async () => {
  built = await buildRrb();
  symlinkSync(join(built, "bin", "rrb.js"), join(built, "rrb"));
});
afterAll(() => rmSync(built, { recursive: true }));

/** The script of each shell, and one by which it tells, without a person at its keys, what it would offer. */
const SHELLS = {
  bash: (line: string) => `
    source <(rrb completion bash)
    words=(${line}); [[ ${JSON.stringify(line)} == *' ' ]] && words+=('')
    COMP_WORDS=("\${words[@]}") COMP_CWORD=$((\${#words[@]} - 1))
    _rrb; printf '%s\\n' "\${COMPREPLY[@]}"`,
  zsh: (line: string) => `
    _describe() { local -a all=("\${(@P)3}"); print -l -- "\${(@)all%%:*}" }
    compdef() {}
    source <(rrb completion zsh)
    words=(${line}); [[ ${JSON.stringify(line)} == *' ' ]] && words+=('')
    CURRENT=$#words
    _rrb`,
  fish: (line: string) => `
    rrb completion fish | source
    complete -C ${JSON.stringify(line)} | string replace -r '\\t.*' ''`,
} as const;

/** What a shell offers for a line that is being typed, about the example board. */
function offered(
  shell: keyof typeof SHELLS,
  line: string,
  cwd = PROJECT,
): { lines: string[]; stderr: string } {
  const { stdout, stderr } = spawnSync(shell, ["-c", SHELLS[shell](line)], {
    cwd,
    env: { ...process.env, PATH: `${built}${delimiter}${process.env.PATH}`, HOME: built },
    encoding: "utf8",
  });
  return { lines: stdout.trim().split("\n"), stderr };
}

describe.each(Object.keys(SHELLS) as (keyof typeof SHELLS)[])("In %s", (shell) => {
  const isHere = spawnSync(shell, ["-c", "true"]).status === 0;
  const REFERENCES = ["2026-05-14/1", "2026-05-14/2", "2026-05-14/3"];
  const OWNER = { bash: "Safety\\ Office", zsh: "Safety Office", fish: "Safety Office" }[shell];

  test.skipIf(!isHere).each([
    ["commands", "rrb act", ["actions", "action"]],
    ["options", "rrb actions --una", ["--unaccounted"]],
    ["references of the board", "rrb action 2026-05", REFERENCES],
    ["bodies, by names of two words", "rrb actions --owner Saf", [OWNER]],
    ["meetings", "rrb render 2025-07", ["2025-07-17-extraordinary"]],
    ["rules", "rrb explain every-", ["every-open-action-is-reported"]],
  ])("%s are completed", (_, line, expected) => {
    const { lines, stderr } = offered(shell, line);
    expect(lines.sort()).toEqual([...expected].sort());
    expect(stderr).toBe("");
  });

  test.skipIf(!isHere)("every reference is offered where none is begun", () => {
    expect(offered(shell, "rrb action ").lines).toEqual(expect.arrayContaining(REFERENCES));
  });
});

test("A name that a shell would act on goes into no open quote, and is quoted elsewhere", () => {
  const folder = join(built, "hostile");
  mkdirSync(folder);
  const bodies = ["Old $(reboot)", "Old `reboot`", "Old Pier"].map((id) => `  - { id: '${id}', name: a }\n`);
  writeFileSync(join(folder, "board.yaml"), `name: a\norganisations:\n${bodies.join("")}`);
  expect(offered("bash", "rrb actions --owner '\"Old'", folder).lines).toEqual(["Old Pier"]);
  const bare = offered("bash", "rrb actions --owner Old", folder).lines;
  expect(bare).toEqual(["Old\\ \\$\\(reboot\\)", "Old\\ \\`reboot\\`", "Old\\ Pier"]);
});
