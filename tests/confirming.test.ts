import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "../src/main.ts";
import { makeWorld } from "./made-up-world.ts";

const HELD = `---
date: 2026-01-20   # a Tuesday
present:
  - HMO
  - NWT
---

## 1. Lamps

Action 1 (HMO): Replace the lamp on the east mole.
`;

const AGENDA = `---
# The state comes last here.
date: 2026-04-21
present: [HMO]
state:    agenda   # for now
---

## 1. Actions from previous meeting

| Ref          | Action                            | Last reported | Status   |
|--------------|:---------------------------------:|---------------|----------|
| 2026-01-20/1 | Replace the lamp on the east mole |               | Complete – lit |
`;

/** As Word and Windows leave a file. */
const fromWindows = (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`;
const AS_WRITTEN = [
  ["with LF", (text: string) => text],
  ["with CRLF and a byte-order mark", fromWindows],
  ["without a line end at the end", (text: string) => text.trimEnd()],
] as const;

let folder = "";
const read = (name: string) => readFileSync(join(folder, name), "utf8");
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rrb-confirming-"));
  mkdirSync(join(folder, "meetings"));
  write("meetings/board.yaml", "name: Harbour Lights Board\n");
});

afterEach(() => rmSync(folder, { recursive: true }));

async function rrb(...argv: string[]) {
  const world = makeWorld(folder, argv);
  const code = await main(world);
  return { ...world.said, code };
}

describe.each(AS_WRITTEN)("In a note %s", (_how, written) => {
  beforeEach(() => {
    write("meetings/2026-01-20.md", written(HELD));
    write("meetings/2026-04-21.md", written(AGENDA));
  });

  test("starting an agenda changes its state, and no other byte", async () => {
    expect((await rrb("start")).code).toBe(0);
    expect(read("meetings/2026-04-21.md")).toBe(written(AGENDA).replace("agenda", "draft"));
  });

  test("confirming adds its keys, and changes no other byte of either note", async () => {
    await rrb("start");
    expect((await rrb("confirm", "2026-01-20", "--at", "2026-04-21")).code).toBe(0);
    const own = /^(?:state|confirmed|fingerprint):.*\r?\n/gm;
    expect(read("meetings/2026-01-20.md").replace(own, "")).toBe(written(HELD));
    const entry = /^confirms:\r?\n {2}- .*\r?\n/m;
    expect(read("meetings/2026-04-21.md").replace(entry, "")).toBe(
      written(AGENDA).replace("agenda", "draft"),
    );
    expect((await rrb("check", "--quiet")).stdout).toBe("");
  });

  test("other line ends are no change of what was confirmed, and every other change is", async () => {
    await rrb("start");
    await rrb("confirm", "2026-01-20", "--at", "2026-04-21");
    const check = () => rrb("check", "--rule", "confirmed-is-unchanged");
    const confirmed = read("meetings/2026-01-20.md").replace("\ufeff", "").replaceAll("\r\n", "\n");
    write("meetings/2026-01-20.md", confirmed);
    expect((await check()).code).toBe(0);
    write("meetings/2026-01-20.md", fromWindows(confirmed));
    expect((await check()).code).toBe(0);
    write("meetings/2026-01-20.md", confirmed.replace("the east mole", "the west mole"));
    expect((await check()).stdout).toContain("This note has changed since it was confirmed.");
  });

  test("moving a meeting changes its name and its keys, and no other byte", async () => {
    expect((await rrb("move-meeting", "2026-04-21", "2026-04-28")).code).toBe(0);
    const moved = read("meetings/2026-04-28.md");
    expect(moved.replace(/^moved-from: 2026-04-21\r?\n/m, "")).toBe(
      written(AGENDA).replace("2026-04-21", "2026-04-28"),
    );
    expect(() => read("meetings/2026-04-21.md")).toThrow(/ENOENT/);
  });
});

describe("Who takes a fingerprint away is found out", () => {
  beforeEach(async () => {
    write("meetings/2026-01-20.md", HELD);
    write("meetings/2026-04-21.md", AGENDA);
    await rrb("start");
    await rrb("confirm", "2026-01-20", "--at", "2026-04-21");
  });

  test.each([
    [
      "from the note",
      "2026-01-20",
      /^fingerprint:.*\n/m,
      "This note has lost the fingerprint it was confirmed with.",
    ],
    [
      "from the other note",
      "2026-04-21",
      /^confirms:\n.*\n/m,
      "The note of 2026-04-21 has not put this fingerprint down.",
    ],
    [
      "by calling it a draft again",
      "2026-01-20",
      /^state: confirmed\n/m,
      "This meeting confirmed the note of 2026-01-20, which is not confirmed now.",
    ],
  ])("%s", async (_how, id, line, told) => {
    const path = `meetings/${id}.md`;
    write(path, read(path).replace(line, ""));
    const { stdout, code } = await rrb("check", "--rule", "confirmed-is-unchanged");
    expect({ code, told: stdout.includes(told) }, stdout).toEqual({ code: 1, told: true });
  });

  test("by filing the note away altogether", async () => {
    rmSync(join(folder, "meetings", "2026-01-20.md"));
    const { stdout } = await rrb("check", "--rule", "confirmed-is-unchanged");
    expect(stdout).toContain("There is no note of 2026-01-20, which this meeting confirmed.");
  });
});

test("A note written in YAML is started, confirmed and put right in its own form", async () => {
  write(
    "meetings/2026-01-20.yaml",
    "date: 2026-01-20\npresent: [HMO]\nitems:\n  - title: Lamps\n    note: Out for twelve nights.\n    actions:\n      - { text: Replace the lamp }\n",
  );
  write(
    "meetings/2026-04-21.yaml",
    "date: 2026-04-21\nstate: agenda\nprogress:\n  - { ref: 2026-01-20/1, text: Replace the lamp, status: Complete }\n",
  );
  expect((await rrb("start")).code).toBe(0);
  const { stdout, code } = await rrb(
    "confirm",
    "2026-01-20",
    "--at",
    "2026-04-21",
    "--correction",
    "1: for twelve read eleven",
  );
  expect(code).toBe(0);
  const [fingerprint] = /[0-9a-f]{64}/.exec(stdout)!;
  expect(read("meetings/2026-01-20.yaml")).toBe(
    `date: 2026-01-20\nstate: confirmed\nconfirmed: { at: 2026-04-21 }\ncorrections:\n  - '1: for twelve read eleven'\nfingerprint: ${fingerprint}\npresent: [HMO]\nitems:\n  - title: Lamps\n    note: Out for eleven nights.\n    actions:\n      - { number: 1, text: Replace the lamp }\n`,
  );
  expect(read("meetings/2026-04-21.yaml")).toContain(
    `state: draft\nconfirms:\n  - { meeting: 2026-01-20, fingerprint: ${fingerprint} }\n`,
  );
  expect((await rrb("check", "--rule", "confirmed-is-unchanged")).code).toBe(0);
  expect((await rrb("check", "--rule", "front-matter-is-valid")).code).toBe(0);
});
