import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkBoard } from "../src/check/check.ts";
import { readMarks } from "../src/check/example.ts";
import { RULES } from "../src/check/rules.ts";
import { main } from "../src/main.ts";
import { placeOf, sourceFile } from "../src/source/source-file.ts";
import { openInMemory } from "./board.ts";
import { makeWorld, TODAY } from "./made-up-world.ts";

let folder = "";

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "rrb-passing-")));
});

afterAll(() => rmSync(folder, { recursive: true }));

type Files = Readonly<Record<string, string>>;

/** What `rrb check` finds, which lets each note go as soon as it is booked. */
async function findInPassing(name: string, files: Files): Promise<string[]> {
  mkdirSync(join(folder, name));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, name, basename(path)), text);
  const world = makeWorld(folder, ["check", "--format", "json", "--board", name]);
  await main(world);
  const { diagnostics } = JSON.parse(world.said.stdout) as {
    diagnostics: { rule: string; severity: string; message: string; file: string; line: number }[];
  };
  return diagnostics.map(({ rule, severity, message, file, line }) =>
    `${basename(file)}:${line} ${severity} ${rule}: ${message}`.replaceAll(`${name}/`, ""),
  );
}

/** What the rules find where every note is kept whole. */
async function findInWhole(files: Files): Promise<string[]> {
  const board = await openInMemory(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [basename(path), text])),
    TODAY,
  );
  return checkBoard(board).map(({ rule, severity, message, path, span }) => {
    const { line } = placeOf(sourceFile(path, board.text(path)), span.start);
    return `${path}:${line} ${severity} ${rule}: ${message}`;
  });
}

const EXAMPLES = RULES.flatMap(({ id, good, bad }) => [
  { name: `${id}-good`, example: good },
  { name: `${id}-bad`, example: bad },
]).filter(({ name }) => !name.startsWith("file-can-be-read"));

test.each(EXAMPLES)(
  "$name: the same is found of notes that are let go and of notes that are kept",
  async ({ name, example }) => {
    const files = Object.fromEntries(
      Object.entries(example.files).map(([path, marked]) => [path, readMarks(marked).text]),
    );
    expect(await findInPassing(name, files)).toEqual(await findInWhole(files));
  },
);

test("Notes whose names are not in the order of their days are read again and kept", async () => {
  const files = {
    "2020-01-21.md":
      "---\ndate: 2021-01-21\npresent: [MOPAC]\n---\n\n## 1. Figures\n\nAction 1: Send them.\n",
    "2020-05-18.md":
      "---\ndate: 2020-05-18\npresent: [MOPAC]\n---\n\n## 1. Figures\n\nAction 1: Count them.\n",
  };
  const found = await findInPassing("out-of-order", files);
  expect(found).toEqual(await findInWhole(files));
  expect(found.filter((line) => line.includes("every-open-action-is-reported"))).toEqual([
    expect.stringContaining("2020-01-21.md"),
  ]);
});
