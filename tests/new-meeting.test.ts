import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { main } from "../src/main.ts";
import { readFrontMatter } from "../src/yaml/front-matter.ts";
import { makeWorld } from "./made-up-world.ts";

const NOTE = `---
date: 2026-06-09
place: "Room 4: the hall #2"
chair: O'Hara, Growers
present: [Council, Growers]
next-meeting: 2026-10-06
---

## 1. Waiting list

Action (Growers; by 9 July 2026): Write to all 31.

Action (Council): Draft rules for half plots.
`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rrb-agenda-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function read(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

async function rrb(...argv: string[]) {
  const world = makeWorld(folder, [...argv, "--board", folder]);
  const code = await main(world);
  return { code, ...world.said };
}

/** As Notepad saves it: a byte-order mark, and Windows line ends. */
function asNotepad(text: string): string {
  return `\ufeff${text.replaceAll("\n", "\r\n")}`;
}

it("The byte-order mark and the line ends of the last note stay when its numbers are written", async () => {
  write("2026-06-09.md", asNotepad(NOTE));
  expect((await rrb("new-meeting")).code).toBe(0);
  const numbered = NOTE.replace("Action (Growers", "Action 1 (Growers").replace(
    "Action (Council",
    "Action 2 (Council",
  );
  expect(read("2026-06-09.md")).toBe(asNotepad(numbered));
});

it("and so do those of an agenda when a row is added, in which every other byte stays too", async () => {
  write("2026-06-09.md", NOTE);
  await rrb("new-meeting");
  const whole = read("2026-10-06.md").replace(
    "## 4. Any other business\n",
    "## 4. Any other business\n\nTea\u00a0\u2013 and  cake\t.\n",
  );
  const poorer = whole.replace(/^\| 2026-06-09\/2 .*\n/m, "");
  write("2026-10-06.md", asNotepad(poorer));
  expect(await rrb("new-meeting", "--refresh")).toMatchObject({ code: 0, stderr: "" });
  expect(read("2026-10-06.md")).toBe(asNotepad(whole));
});

it("Where the agenda can't be written, the last note gets no numbers either, and nothing is left behind", async () => {
  write("2026-06-09.md", NOTE);
  mkdirSync(join(folder, "templates"));
  write("templates/next-meeting.md", "---\ndate: {{ date }}\nstate: agenda\n---\n");
  expect(await rrb("new-meeting")).toMatchObject({ code: 2, stdout: "" });
  expect(await rrb("new-meeting", "2026-10-06", "--dry-run")).toMatchObject({ code: 2, stdout: "" });
  expect(read("2026-06-09.md")).toBe(NOTE);
  expect(readdirSync(folder).sort()).toEqual(["2026-06-09.md", "templates"]);
});

it("The head of an agenda is plain enough for the quick reader, whatever the place is called", async () => {
  write("2026-06-09.md", NOTE);
  await rrb("new-meeting");
  const head = readFrontMatter(read("2026-10-06.md"))?.node;
  const told =
    head?.kind === "map"
      ? head.entries.map(({ key, value }) => [key.value, value.kind === "scalar" && value.text])
      : [];
  expect(told).toEqual([
    ["date", "2026-10-06"],
    ["place", "Room 4: the hall #2"],
    ["state", "agenda"],
    ["chair", "O'Hara, Growers"],
  ]);
});

it("A template that is a link out of the board's folder is not read", async () => {
  write("2026-06-09.md", NOTE);
  const outside = mkdtempSync(join(tmpdir(), "rrb-outside-"));
  writeFileSync(join(outside, "secret"), "---\ndate: {{ date }}\nstate: agenda\n---\n\n{{ actions }}\n");
  mkdirSync(join(folder, "templates"));
  symlinkSync(join(outside, "secret"), join(folder, "templates", "next-meeting.md"));
  const { code, stderr } = await rrb("new-meeting");
  rmSync(outside, { recursive: true });
  expect([code, /leads out of the board's folder/.test(stderr)]).toEqual([2, true]);
  expect(readdirSync(folder).sort()).toEqual(["2026-06-09.md", "templates"]);
});

it("A template that goes on for ever, or builds up without end, is stopped", async () => {
  write("2026-06-09.md", NOTE);
  mkdirSync(join(folder, "templates"));
  write("templates/next-meeting.md", "{% for i in (1..1000000000) %}x{% endfor %}");
  const { code, stderr } = await rrb("new-meeting");
  expect([code, /templates\/next-meeting\.md:1:1/.test(stderr)]).toEqual([2, true]);
});

it("An action that is put in between others afterwards takes the next number, and no reference changes", async () => {
  write("2026-06-09.md", NOTE);
  await rrb("new-meeting");
  const late = read("2026-06-09.md").replace("Action 2", "Action (Growers): Count the frogs.\n\nAction 2");
  write("2026-06-09.md", late);
  expect((await rrb("action", "2026-06-09/2")).stdout).toContain("Draft rules for half plots.");
  expect((await rrb("new-meeting", "--refresh")).stdout).toBe(
    "Added a row to `2026-10-06.md`: 2026-06-09/3.\n",
  );
  expect(read("2026-06-09.md")).toBe(late.replace("Action (Growers)", "Action 3 (Growers)"));
});
