import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { makeWorld } from "../made-up-world.ts";
import { describeReal, plainTextOf, realPath, realText } from "./real-notes.ts";

interface Answer {
  readonly code: number;
  readonly json: Record<string, never[]>;
}

async function ask(board: string, ...argv: string[]): Promise<Answer> {
  const world = makeWorld(board, [...argv, "--board", board, "--format", "json", "--today", "2026-11-22"]);
  const code = await main(world);
  return { code, json: JSON.parse(world.said.stdout) };
}

type Figures = Readonly<Record<string, unknown>> & { closed: number; withdrawn: number; moved: number };

/** The table of a certificate: opening, brought forward, reopened, raised, closed, carried, unaccounted. */
async function audit(board: string): Promise<{ code: number; table: unknown[][]; lost: string[] }> {
  const { code, json } = await ask(board, "audit");
  const table = (json.meetings as Figures[]).map((meeting) => {
    const { id, opening, broughtForward, reopened, raised, carried, unaccounted } = meeting;
    const closed = meeting.closed + meeting.withdrawn + meeting.moved;
    return [id, opening, broughtForward, reopened, raised, closed, carried, unaccounted];
  });
  return { code, table, lost: (json.unaccounted as { ref: string }[]).map(({ ref }) => ref) };
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rrb-real-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the Board's folder in which a note may be changed before it is read. */
function copyBoard(name: string, change: (text: string) => string, note = "2020-01-21.md"): string {
  const board = join(folder, name);
  cpSync(realPath("rrb"), board, { recursive: true, filter: (path) => !/truth|decisions/.test(path) });
  const changed = change(readFileSync(join(board, note), "utf8"));
  writeFileSync(join(board, note), changed, { mode: 0o644 });
  return board;
}

describeReal("The audit of the Board's own two notes", () => {
  it("tells for the first time what was lost: twelve actions without an outcome", async () => {
    const { code, table, lost } = await audit(realPath("rrb"));
    expect(code).toBe(1);
    expect(table).toEqual([
      ["2020-01-21", 0, 11, 0, 8, 7, 12, 0],
      ["2021-08-26", 12, 0, 0, 0, 0, 12, 12],
    ]);
    const forward = [1, 2, 3, 9].map((number) => `2020-01-21/bf${number}`);
    const raised = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `2020-01-21/${number}`);
    expect(lost).toEqual([...forward, ...raised]);
  });

  it("lists the twelve open actions once each, with the owners and reasons that the note states", async () => {
    const { json } = await ask(realPath("rrb"), "actions", "--open");
    const actions = json.actions as {
      ref: string;
      owners: string[];
      status: string;
      update: string | null;
    }[];
    const told = new Map(actions.map((action) => [action.ref.split("/")[1], action]));
    expect([...told.keys()]).toEqual(["bf1", "bf2", "bf3", "bf9", "1", "2", "3", "4", "5", "6", "7", "8"]);
    expect(["bf1", "bf2", "bf3", "bf9"].map((ref) => told.get(ref)!.status)).toEqual([
      "Incomplete",
      "Ongoing",
      "Delayed",
      "In progress",
    ]);
    expect(["bf1", "bf2", "bf3", "bf9"].map((ref) => told.get(ref)!.update !== null)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    for (const number of ["1", "6", "7"]) expect(told.get(number)!.owners).toEqual(["MOPAC"]);
    expect(told.get("4")!.owners).toEqual(["HMPPS"]);
    expect(told.get("3")!.owners).toEqual(["Small group of Board members"]);
    for (const number of ["2", "5", "8"]) expect(told.get(number)!.owners).toEqual([]);
  });

  it("finds another figure when a row is deleted from the table of earlier actions", async () => {
    const board = copyBoard("row-gone", (text) => text.replace(/^10\t.*\n/m, ""));
    const { table } = await audit(board);
    expect(table[0]).toEqual(["2020-01-21", 0, 10, 0, 8, 6, 12, 0]);
  });

  it("finds another figure when a status is changed", async () => {
    const board = copyBoard("status-changed", (text) => text.replace("\tIn progress", "\tComplete"));
    const { table, lost } = await audit(board);
    expect(table).toEqual([
      ["2020-01-21", 0, 11, 0, 8, 8, 11, 0],
      ["2021-08-26", 11, 0, 0, 0, 0, 11, 11],
    ]);
    expect(lost).not.toContain("2020-01-21/bf9");
  });

  it("counts an action that only the log still has: its marked line may be gone, the action is not", async () => {
    const board = copyBoard("line-gone", (text) => text.replace(/^Action: HMPPS .*\n/m, ""));
    expect((await audit(board)).table[0]).toEqual(["2020-01-21", 0, 11, 0, 8, 7, 12, 0]);
  });

  it("counts one fewer when an action is taken out of both", async () => {
    const board = copyBoard("action-gone", (text) => text.replace(/^(?:Action: |4\t)HMPPS .*\n/gm, ""));
    expect((await audit(board)).table[0]).toEqual(["2020-01-21", 0, 11, 0, 7, 7, 11, 0]);
  });

  it("has nothing unaccounted for while the second note is left out", async () => {
    const board = copyBoard("note-gone", (text) => text);
    rmSync(join(board, "2021-08-26.md"));
    expect(await audit(board)).toEqual({ code: 0, table: [["2020-01-21", 0, 11, 0, 8, 7, 12, 0]], lost: [] });
  });

  it("accounts for an action that the second note reports on in other numbers, by its words", async () => {
    const row = "1\tPilot group to hold a workshop.\tComplete";
    const text = realText("rrb/2020-01-21.md");
    const workshop = /^3\t(Small group .*)$/m.exec(text)![1]!;
    const board = copyBoard(
      "reported",
      (note) =>
        note.replace(
          /^Updates .*$/m,
          `Actions from last meeting\n\n1\t${workshop}\tComplete\n2\t${row.split("\t")[1]}\tOngoing`,
        ),
      "2021-08-26.md",
    );
    expect((await audit(board)).table[1]).toEqual(["2021-08-26", 12, 1, 0, 0, 1, 12, 11]);
  });
});

describeReal("The audit of another board's three notes in a row", () => {
  it("gives the worked example: October's last two actions are among the six that December never mentions", async () => {
    const days = ["2011-08-03", "2011-10-04", "2011-12-13"];
    for (const day of days) {
      writeFileSync(join(folder, `${day}.md`), plainTextOf(realText(`boards/cjt-${day}.md`)));
    }
    const { code, table, lost } = await audit(folder);
    expect(table).toEqual([
      ["2011-08-03", 0, 0, 0, 8, 0, 8, 0],
      ["2011-10-04", 8, 0, 0, 11, 4, 15, 0],
      ["2011-12-13", 15, 0, 0, 6, 4, 17, 6],
    ]);
    expect(code).toBe(1);
    const left = [2, 3, 5, 9].map((number) => `2011-08-03/${number}`);
    expect(lost).toEqual([...left, "2011-10-04/10", "2011-10-04/11"]);
    const { json } = await ask(folder, "actions", "--closed");
    const owners = (json.actions as { ref: string; owners: string[] }[]).find(
      ({ ref }) => ref === "2011-08-03/8",
    )?.owners;
    expect(owners).toEqual(["Gus Jaspert"]);
  });
});
