import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildRrb } from "./built.ts";

const EXAMPLE = join(import.meta.dirname, "..", "meetings");
const FULL = "/dev/full";

let built = "";
let folder = "";

beforeAll(async () => {
  built = await buildRrb();
  chmodSync(built, 0o755);
  folder = realpathSync(mkdtempSync(join(tmpdir(), "rrb-denied-")));
  chmodSync(folder, 0o755);
  cpSync(EXAMPLE, join(folder, "meetings"), { recursive: true });
});

afterAll(() => {
  chmodSync(join(folder, "meetings"), 0o755);
  rmSync(folder, { recursive: true });
  rmSync(built, { recursive: true });
});

/** What a shell gives for a command line, typed by somebody whom the system tells what they may not do. */
function type(line: string) {
  const nobody = join(import.meta.dirname, "workspace", "nobody.cjs");
  const rrb = `"${process.execPath}" --require "${nobody}" "${join(built, "bin", "rrb.js")}"`;
  const { stdout, stderr, status } = spawnSync("sh", ["-c", line.replace("rrb", rrb)], {
    cwd: folder,
    encoding: "utf8",
  });
  return { stdout, stderr, status };
}

test.skipIf(!existsSync(FULL))("An answer that a full disk does not take is no fault of rrb's", () => {
  const told =
    "The answer can't be written to where it goes (ENOSPC). Make room there, or send it elsewhere.\n";
  expect(type(`rrb meetings > ${FULL}`)).toEqual({ stdout: "", stderr: told, status: 2 });
  expect(type(`rrb meetings > ${FULL} 2> ${FULL}`)).toEqual({ stdout: "", stderr: "", status: 2 });
});

test("A folder that may not be read is told, by every command that reads it", () => {
  chmodSync(join(folder, "meetings"), 0o000);
  const told = "`meetings` can't be opened: you may not read it. Ask whoever keeps the folder to let you.\n";
  for (const command of ["actions", "check", "audit", "new-meeting", "render 2026-09-17"])
    expect(type(`rrb ${command} --board meetings`)).toEqual({ stdout: "", stderr: told, status: 2 });
});
