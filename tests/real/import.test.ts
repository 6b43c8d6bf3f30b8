import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { makeWorld } from "../made-up-world.ts";
import { describeReal, realPath } from "./real-notes.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rrb-import-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function rrb(...words: readonly string[]) {
  const world = makeWorld(folder, words);
  const code = await main(world);
  return { code, ...world.said };
}

describeReal("Real notes, imported", () => {
  test("The three notes of one panel in one go make an archive whose audit shows what was lost", async () => {
    await rrb("init", "--name", "Panel", "--date", "2027-01-21");
    const imported = await rrb("import", realPath("boards/cjt-2011-*.md"));
    expect(imported.code).toBe(0);
    expect(readdirSync(join(folder, "meetings")).sort()).toEqual([
      "2011-08-03.md",
      "2011-10-04.md",
      "2011-12-13.md",
      "2027-01-21.md",
      "board.yaml",
    ]);
    const { code, stdout } = await rrb("audit", "--format", "json");
    const audit = JSON.parse(stdout);
    const rows = audit.meetings.map((row: Record<string, unknown>) => [
      row.id,
      row.opening,
      row.broughtForward,
      row.reopened,
      row.raised,
      row.closed,
      row.carried,
    ]);
    // The worked example of the ledger.
    expect(rows).toEqual([
      ["2011-08-03", 0, 0, 0, 8, 0, 8],
      ["2011-10-04", 8, 0, 0, 11, 4, 15],
      ["2011-12-13", 15, 0, 0, 6, 4, 17],
    ]);
    expect(code).toBe(1);
    const lost = audit.unaccounted.map(({ ref }: { ref: string }) => ref);
    expect(lost).toHaveLength(6);
    expect(lost).toContain("2011-10-04/10");
    expect(lost).toContain("2011-10-04/11");
  });

  test("A check finds no error in the meeting files that their documents have not", async () => {
    await rrb("init", "--name", "Panel", "--date", "2027-01-21");
    await rrb("import", realPath("boards/cjt-2011-*.md"), realPath("rrb/2020-01-21.md"), "--yes");
    const { stdout } = await rrb("check", "--format", "json");
    const errors = JSON.parse(stdout).diagnostics.filter(
      ({ severity, file }: { severity: string; file: string }) =>
        severity === "error" && !file.endsWith("2027-01-21.md"),
    );
    // What is lost between two notes is lost in the documents.
    const own = errors.filter(({ rule }: { rule: string }) => rule !== "every-open-action-is-reported");
    expect(own).toEqual([]);
  });

  test.each(["pcd-149", "pcd-1134", "pcd-1197"])(
    "The paper %s is refused as a decision paper",
    async (name) => {
      const { code, stdout, stderr } = await rrb("import", realPath(`rrb/decisions/${name}.md`), "--dry-run");
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("is a decision paper, not the note of a meeting");
    },
  );
});
