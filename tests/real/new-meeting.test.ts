import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { makeWorld } from "../made-up-world.ts";
import { describeReal, realPath } from "./real-notes.ts";

const AGENDA = "2021-11-24.md";
const TODAY = "2021-09-01";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rrb-real-"));
  for (const name of readdirSync(realPath("rrb")).filter((file) => file.endsWith(".md")))
    cpSync(join(realPath("rrb"), name), join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function rrb(...argv: string[]) {
  const world = makeWorld(folder, [...argv, "--board", folder, "--today", TODAY]);
  const code = await main(world);
  return { code, ...world.said };
}

function agenda(): string {
  return readFileSync(join(folder, AGENDA), "utf8");
}

interface Found {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

async function found(): Promise<string[]> {
  const { stdout } = await rrb("check", "--format", "json");
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Found[] };
  return diagnostics.map(
    ({ rule, file, line, message }) => `${file.replace(/^.*\//, "")}:${line} ${rule} ${message}`,
  );
}

const RAISED = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `2020-01-21/${number}`);
const BROUGHT_FORWARD = [1, 2, 3, 9].map((number) => `2020-01-21/bf${number}`);
const TWELVE = [...BROUGHT_FORWARD, ...RAISED];

describeReal("The Board's agenda of 24 November 2021", () => {
  beforeEach(async () => {
    expect(await rrb("new-meeting", "2021-11-24")).toMatchObject({ code: 0, stderr: "" });
  });

  it("has all twelve open actions, oldest first, with nothing said of them yet", () => {
    const rows = agenda()
      .split("\n")
      .filter((line) => line.startsWith("| 2"));
    const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()));
    expect(cells.map(([, ref]) => ref)).toEqual(TWELVE);
    expect(cells.map(([, , , , , status, update]) => [status, update])).toEqual(TWELVE.map(() => ["", ""]));
    expect(cells.map((row) => row[7] !== "")).toEqual(TWELVE.map((ref) => ref.includes("bf")));
  });

  it("offers the items that three actions of January 2020 ask for, and no other", () => {
    const asked = [...agenda().matchAll(/^## \d+\. .*\n\n\*Asked for by action (\S+)\*$/gm)];
    expect(asked.map(([, ref]) => ref)).toEqual([RAISED[1], RAISED[4], RAISED[7]]);
  });

  it("is where and when the last meeting was, on the day that it named", async () => {
    const before = agenda();
    expect(before.split("\n").slice(0, 6)).toEqual([
      "---",
      "date: 2021-11-24",
      "time: 10:30-12:30",
      "place: Teams Call",
      "state: agenda",
      "---",
    ]);
    rmSync(join(folder, AGENDA));
    expect((await rrb("new-meeting")).code).toBe(0);
    expect(agenda()).toBe(before);
  });

  it("is not written twice, nor are the notes before it touched", async () => {
    const before = agenda();
    expect(await rrb("new-meeting", "2021-11-24")).toMatchObject({ code: 2, stdout: "" });
    expect(agenda()).toBe(before);
    for (const name of ["2020-01-21.md", "2021-08-26.md"])
      expect(readFileSync(join(folder, name), "utf8")).toBe(readFileSync(realPath(`rrb/${name}`), "utf8"));
  });

  it("has nothing that check finds fault with", async () => {
    expect((await found()).filter((finding) => finding.startsWith(AGENDA))).toEqual([]);
  });

  it("lacks any one row: one finding more, at the heading it stood under, that names it; --refresh puts it back", async () => {
    const whole = agenda();
    const before = await found();
    for (const ref of TWELVE) {
      const lines = whole.split("\n");
      const at = lines.findIndex((line) => line.startsWith(`| ${ref} `));
      writeFileSync(join(folder, AGENDA), lines.toSpliced(at, 1).join("\n"));
      const heading = lines.findLastIndex((line, index) => index < at && line.startsWith("#"));
      const more = (await found()).filter((finding) => !before.includes(finding));
      expect(more).toEqual([
        `${AGENDA}:${heading + 1} every-open-action-is-reported \`${ref}\` is open and has no row here.`,
      ]);
      const { code, stdout } = await rrb("new-meeting", "--refresh");
      expect([code, stdout.includes(ref)]).toEqual([0, true]);
      expect(agenda().split("\n").sort()).toEqual(lines.sort());
      expect(await found()).toEqual(before);
    }
  });

  it("balances no books by itself: held as it is, all twelve are unaccounted, and with a status for each none is", async () => {
    const held = agenda().replace("state: agenda", "state: draft");
    writeFileSync(join(folder, AGENDA), held);
    const audit = async () => {
      const { code, stdout } = await rrb("audit", "--format", "json");
      const { unaccounted } = JSON.parse(stdout) as { unaccounted: { ref: string }[] };
      return { code, unaccounted: unaccounted.map(({ ref }) => ref) };
    };
    expect(await audit()).toEqual({ code: 1, unaccounted: TWELVE });
    const filled = held.replace(/^(\| 2.*\| *)( {6} \| {2,} \|[^|]*\|)$/gm, "$1Ongoing$2");
    writeFileSync(join(folder, AGENDA), filled);
    expect(await audit()).toEqual({ code: 0, unaccounted: [] });
    writeFileSync(join(folder, AGENDA), filled.replace(/^(\| 2020-01-21\/6 .*)Ongoing/m, "$1"));
    expect(await audit()).toEqual({ code: 1, unaccounted: ["2020-01-21/6"] });
  });
});
