import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { Refusal } from "../../src/refusal.ts";
import { openWorkspace, type Workspace } from "../../src/workspace/workspace.ts";
import { makeWorld } from "../made-up-world.ts";

/** A new folder with these files in it. */
export function makeFolder(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rrb-workspace-")));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The board in `meetings/` of a folder, as rrb started in that folder sees it. */
export function openMeetings(folder: string): Promise<Workspace> {
  return openWorkspace(makeWorld(folder, []), { board: "meetings" });
}

/** Every file of `meetings/` and its text, what rrb may have left behind included. */
export function readMeetings(folder: string): Record<string, string> {
  const at = join(folder, "meetings");
  const names = readdirSync(at, { recursive: true, withFileTypes: true }).filter(
    (entry) => !entry.isDirectory(),
  );
  return Object.fromEntries(
    names.map(({ parentPath, name }) => [
      join(parentPath, name).slice(folder.length + 1),
      readFileSync(join(parentPath, name), "utf8"),
    ]),
  );
}

/** What rrb says against it, where it refuses. */
export function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return expect.unreachable("rrb does not refuse");
}
