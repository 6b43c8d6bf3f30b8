import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkBoard } from "../src/check/check.ts";
import { readMarks } from "../src/check/example.ts";
import type { Example } from "../src/check/rule.ts";
import { RULES } from "../src/check/rules.ts";
import { openInMemory } from "./board.ts";

/** Examples that need no day of their own are read on this one: no agenda has passed, nobody has ceased. */
const BEFORE_ALL = "2020-01-01";

async function checkExample({ files, today = BEFORE_ALL }: Example) {
  const marked = Object.entries(files).map(([path, text]) => [path, readMarks(text)] as const);
  const board = await openInMemory(Object.fromEntries(marked.map(([path, { text }]) => [path, text])), today);
  const expected = marked.flatMap(([path, { marks, text }]) =>
    marks.map(({ start, end }) => ({ path, start, end, words: text.slice(start, end) })),
  );
  const found = checkBoard(board).map(({ path, span: { start, end }, rule, message }) => ({
    path,
    start,
    end,
    words: board.text(path).slice(start, end),
    rule,
    message,
  }));
  return { found, expected };
}

describe.each(RULES)("$id", (rule) => {
  test("is silent on its good example, as every other rule is", async () => {
    expect(Object.keys(rule.good.files)).not.toEqual([]);
    expect((await checkExample(rule.good)).found).toEqual([]);
  });

  test("points in its bad example at the marks and nowhere else, and no other rule does", async () => {
    const { found, expected } = await checkExample(rule.bad);
    expect(expected).not.toEqual([]);
    const byPath = (a: { path: string }, b: { path: string }) =>
      a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
    expect(found.map(({ rule: _rule, message: _message, ...place }) => place)).toEqual(expected.sort(byPath));
    expect(new Set(found.map((finding) => finding.rule))).toEqual(new Set([rule.id]));
  });

  test("says what holds and why in whole sentences, under the name of its file", () => {
    expect(rule.summary).toMatch(/^[A-Z“].*\.$/s);
    expect(rule.why).toMatch(/^[A-Z“].*[.)]$/s);
    expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    const code = readFileSync(new URL(`../src/check/rules/${rule.id}.ts`, import.meta.url), "utf8");
    expect(code).toContain(`id: "${rule.id}"`);
  });
});

test("every file of the folder stands on the shelf, once", () => {
  const files = readdirSync(new URL("../src/check/rules", import.meta.url)).map((name) =>
    name.replace(/\.ts$/, ""),
  );
  expect(RULES.map((rule) => rule.id).toSorted()).toEqual(files.toSorted());
});

test("every fault that reading tells of belongs to a rule of the shelf", () => {
  const folder = new URL("../src/read/", import.meta.url);
  const cited = readdirSync(folder, { encoding: "utf8", recursive: true })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => [...readFileSync(new URL(name, folder), "utf8").matchAll(/\brule: "([^"]+)"/g)])
    .map((match) => match[1]);
  expect(cited.length).toBeGreaterThan(0);
  const ids = RULES.map((rule) => rule.id);
  for (const id of cited) expect(ids).toContain(id);
});

test("what guards the ledger is what the ledger's rules are", () => {
  expect(RULES.filter((rule) => rule.conserves).map((rule) => rule.id)).toEqual([
    "file-can-be-read",
    "one-file-a-meeting",
    "agenda-has-not-passed",
    "cancelled-meeting-was-not-held",
    "action-number-is-unique",
    "every-open-action-is-reported",
    "one-row-an-action",
    "moved-action-arrives",
    "status-is-filled",
  ]);
});
