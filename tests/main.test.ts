import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../src/commands.ts";
import { main } from "../src/main.ts";
import { makeWorld } from "./made-up-world.ts";

const BOARD = join(import.meta.dirname, "transcripts");

test("A fault of rrb's own is owned up to, with exit code 3", async () => {
  const world = makeWorld(tmpdir(), ["--help"]);
  const broken = {
    ...world,
    get argv(): readonly string[] {
      throw new Error("the lamp went out");
    },
  };
  expect(await main(broken)).toBe(3);
  expect(world.said.stderr).toMatch(
    /^This is a fault in rrb, not in your minutes\.\nError: the lamp went out\n {4}at /,
  );
  expect(world.said.stdout).toBe("");
});

test("A user's mistake never shows a stack", async () => {
  for (const argv of [
    ["borrow"],
    ["actions", "--opne"],
    ["action"],
    ["actions", "--board", join(BOARD, "none")],
  ]) {
    const world = makeWorld(tmpdir(), argv);
    expect(await main(world)).toBe(2);
    expect(world.said.stderr).toMatch(/^.+\. .+[.?]\n$/);
    expect(world.said.stdout).toBe("");
  }
});

test.each(COMMANDS.map(({ name }) => name))(
  "`rrb %s --help` ends with an example of the command",
  async (name) => {
    const world = makeWorld(tmpdir(), [name, "--help"]);
    expect(await main(world)).toBe(0);
    expect(world.said.stdout).toMatch(new RegExp(`\\nExample:\\n  \\$ (?:source <\\()?rrb ${name}\\b`));
    expect(world.said.stdout).toMatch(new RegExp(`^Usage: rrb ${name}\\b`));
  },
);
