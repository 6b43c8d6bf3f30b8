import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "../src/main.ts";
import { makeWorld } from "./made-up-world.ts";

const BOARD = `name: Harbour Lights Board
organisations:
  - { id: HMO, name: Harbour Master's Office, member: yes }
statuses: { in dock: open }
`;

const HELD = `---
date: 2026-01-20
present: [HMO]
---

## 1. Lamps

Action 1 (HMO; by 27 February 2026): Replace the lamp on the east mole.
Action 2: Draw up a rota for lamps that are out.
Action 3: Ask the pilots which lamps they steer by.
`;

const AGENDA = `---
date: 2026-10-20
state: agenda
---

## 1. Actions from previous meeting

| Ref          | Action                                | Due              | Status  | Update   |
| ------------ | ------------------------------------- | ---------------- | ------- | -------- |
| 2026-01-20/1 | Replace the lamp on the east mole     | 27 February 2026 |         |          |
| 2026-01-20/2 | Draw up a rota for lamps that are out |                  | Delayed | no pilot |
`;

const DOWN = "\u001b[B";
const ENTER = "\r";
const CTRL_C = "\u0003";
const HIDES_THE_CURSOR = "\u001b[?25l";

let folder = "";
const agenda = () => readFileSync(join(folder, "meetings", "2026-10-20.md"), "utf8");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rrb-review-"));
  mkdirSync(join(folder, "meetings"));
  writeFileSync(join(folder, "meetings", "board.yaml"), BOARD);
  writeFileSync(join(folder, "meetings", "2026-01-20.md"), HELD);
  writeFileSync(join(folder, "meetings", "2026-10-20.md"), AGENDA);
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs `rrb review` at a terminal of 80 columns; each question, as it comes, is answered with the next of these keys. */
async function review(...answers: readonly string[]) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  const world = makeWorld(folder, ["review", "--no-color"], { COLUMNS: "80" });
  const keys = [...answers];
  const seen: string[] = [];
  const stdout = {
    ...world.stdout,
    write: (text: string) => {
      world.stdout.write(text);
      if (!text.includes(HIDES_THE_CURSOR)) return;
      seen.push(agenda());
      // The question listens once it is drawn.
      queueMicrotask(() => stdin.write(keys.shift() ?? CTRL_C));
    },
  };
  const code = await main({ ...world, stdout, stdin });
  expect(world.said.stderr).toBe("");
  return { code, said: world.said.stdout.replace(/\u001b\[[\d;?]*[A-Za-z]/g, ""), seen, left: keys.length };
}

describe("rrb review asks of every open action in turn", () => {
  test("with its owner, its age, its due date and what was last said", async () => {
    const { said } = await review();
    expect(said).toContain("1 of 2\n2026-01-20/1\nReplace the lamp on the east mole.\n");
    expect(said).toContain(
      "Owner      HMO\nDue        27 February 2026, overdue\nAge        240 days, 0 meetings\n",
    );
    expect(said).toContain("Last said  20 January 2026: raised\n");
    expect(said).toContain("How will it stand on 20 October 2026?");
  });

  test("and writes the status, the update and the due date, each before it asks the next question", async () => {
    const { code, said, seen } = await review(
      DOWN + ENTER,
      `half | done${ENTER}`,
      `15 January${ENTER}`,
      ENTER,
    );
    expect(code).toBe(0);
    expect(seen[1]).toContain("| 27 February 2026 | In progress |          |");
    expect(seen[2]).toContain("| In progress | half \\| done |");
    expect(seen[3]).toContain("| 15 January 2027  | In progress | half \\| done |");
    expect(agenda()).toBe(seen[3]);
    expect(said).toContain("Gone through: 2 actions. Without a status: 1 open action.");
  });

  test("offers the board's own words, and takes any other that are known", async () => {
    const own = await review(DOWN.repeat(8) + ENTER, ENTER, ENTER, ENTER);
    expect(own.seen[1]).toContain("| In dock |");
    const other = await review(
      DOWN.repeat(9) + ENTER,
      `Delaid${ENTER}\u0015Awaiting a boat${ENTER}`,
      ENTER,
      ENTER,
      ENTER,
    );
    expect(other.said).toContain("`Delaid` is no status that is known. Did you mean `delayed`?");
    expect(agenda()).toContain("| Awaiting a boat |");
  });

  test("asks for no new date where nothing is left to do", async () => {
    const { seen, left } = await review(DOWN.repeat(2) + ENTER, ENTER, ENTER);
    expect(seen).toHaveLength(3);
    expect(left).toBe(0);
    expect(agenda()).toContain("| Complete |");
  });

  test("leaves alone what is skipped, and what was said before and not changed", async () => {
    const { code } = await review(ENTER, ENTER);
    expect(code).toBe(0);
    expect(agenda()).toBe(AGENDA);
  });

  test("names the open action that has no row, and the command that adds it", async () => {
    const { said } = await review(ENTER, ENTER);
    expect(said.replace(/\s+/g, " ")).toContain(
      "1 open action without a row in `meetings/2026-10-20.md`: `rrb new-meeting 2026-10-20 --refresh` adds it.",
    );
  });
});

describe("Ctrl-C loses nothing, and says how many are left", () => {
  test.each([
    ["at the first question", [], "Left: 2 of 2 actions.", AGENDA],
    ["after a status", [DOWN + ENTER], "Left: 2 of 2 actions.", null],
    ["at the due date", [DOWN + ENTER, `a boat${ENTER}`], "Left: 2 of 2 actions.", null],
    ["at the second action", [DOWN + ENTER, ENTER, ENTER], "Left: 1 of 2 actions.", null],
  ])("%s", async (_where, answers, told, before) => {
    const { code, said, seen } = await review(...answers, CTRL_C);
    expect(code).toBe(0);
    expect(said).toContain(told);
    expect(agenda()).toBe(before ?? seen.at(-1));
    if (before === null) expect(agenda()).toContain("| In progress |");
  });
});

test("Colour and escapes of a note do not reach the terminal", async () => {
  writeFileSync(
    join(folder, "meetings", "2026-01-20.md"),
    HELD.replace("the lamp", "\u001b[31mthe\u001b[2J lamp"),
  );
  const world = makeWorld(folder, ["review", "--no-color"], { COLUMNS: "80" });
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  const write = (text: string) => {
    world.stdout.write(text);
    if (text.includes(HIDES_THE_CURSOR)) queueMicrotask(() => stdin.write(CTRL_C));
  };
  await main({ ...world, stdout: { ...world.stdout, write }, stdin });
  expect(world.said.stdout).toContain("\u241b[31mthe\u241b[2J lamp");
  expect(world.said.stdout).not.toMatch(/\u001b\[(?:\d+m|2J)/);
});
