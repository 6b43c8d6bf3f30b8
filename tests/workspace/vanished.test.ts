import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFolder, readerOf } from "../../src/workspace/files.ts";
import { makeFolder } from "./folder.ts";

test("A note that vanishes between listing and reading is told as unread, and the others are read", () => {
  const at = makeFolder({ "2020-01-21.md": "Present: MOPAC\n", "2020-05-18.md": "Present: MOPAC\n" });
  const folder = { at, shown: "" };
  const entries = listFolder(folder);
  rmSync(join(at, "2020-01-21.md"));
  const reader = readerOf(folder, null);
  expect(entries.map((entry) => reader.read(entry)?.path ?? null)).toEqual([null, "2020-05-18.md"]);
  expect(reader.unread).toEqual([
    { path: "2020-01-21.md", message: "It vanished while rrb was reading.", advice: "Run rrb again." },
  ]);
});
