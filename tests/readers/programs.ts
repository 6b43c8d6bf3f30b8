import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";

/** Debian's own Python, which alone finds Debian's libraries. */
export const PYTHON = "/usr/bin/python3";

/** What a program says on stdout; throws where it is absent or fails. */
export function ask(program: string, ...argv: string[]): string {
  const { stdout, stderr, status, error } = spawnSync(program, argv, { encoding: "utf8" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ${argv.join(" ")}: ${stderr}`);
  return stdout;
}

/** Tests that need programs: skipped where one of them is absent, failing there on CI. */
export function describeWith(...calls: readonly (readonly [string, ...string[]])[]) {
  const areThere = calls.every(([program, ...argv]) => spawnSync(program, argv).status === 0);
  return areThere || process.env.CI === "true" ? describe : describe.skip;
}

/** A folder of its own for the files of a test, removed at the end. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rrb-readers-"));
  mkdirSync(join(folder, "office"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Lets LibreOffice convert a file of such a folder, beside it; its settings are the folder's, and nobody else's. */
export function convert(folder: string, name: string, filter: string, ...options: readonly string[]): void {
  const settings = `-env:UserInstallation=file://${join(folder, "office")}`;
  ask(
    "soffice",
    settings,
    "--headless",
    ...options,
    "--convert-to",
    filter,
    "--outdir",
    folder,
    join(folder, name),
  );
}
