import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "../src/main.ts";
import { makeWorld } from "./made-up-world.ts";

const EXAMPLE = join(import.meta.dirname, "..", "meetings");

let folder = "";
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "rrb-names-")));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function answer(board: string, ...words: string[]) {
  const world = makeWorld(folder, [...words, "--board", board], { RRB_TODAY: "2026-11-22" });
  return { code: await main(world), ...world.said };
}

test.each([
  ["spaces", "our own board"],
  ["quotation marks", 'the "first" board\'s'],
  ["a line break", "first\nsecond"],
  ["a backslash", "east\\west"],
  ["signs that a shell or an address knows", "100% $HOME #1 *?"],
  ["letters of many scripts", "Zürich 東京"],
])("A board in a folder whose name has %s is a board like any other", async (_, board) => {
  cpSync(EXAMPLE, join(folder, board), { recursive: true });
  const actions = await answer(board, "actions", "--format", "json");
  expect(actions).toEqual(await answer(EXAMPLE, "actions", "--format", "json"));

  expect(await answer(board, "check", "--quiet")).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(await answer(board, "action", "2026-09-17/3", "--status", "Delayed")).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, board, "2026-12-03.md"), "utf8")).toMatch(/\| 2026-09-17\/3 .*\| Delayed/);
  expect(await answer(board, "move-meeting", "2026-12-03", "2026-12-10")).toMatchObject({ code: 0 });
  expect(await answer(board, "start")).toMatchObject({ code: 0 });
  expect(await answer(board, "new-meeting", "2027-03-04")).toMatchObject({ code: 0 });
  expect(await answer(board, "new-meeting", "2027-03-04")).toMatchObject({ code: 2, stdout: "" });
});
