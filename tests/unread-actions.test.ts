import { describe, expect, test } from "vitest";
import { checkBoard } from "../src/check/check.ts";
import { openInMemory } from "./board.ts";

/** What is told of actions that are not read in a note of rrb's own form: the words at the place, and how grave it is. */
async function told(body: string): Promise<string[]> {
  const note = `---\ndate: 2020-01-21\npresent: [Ann Bow, Cy Dell]\n---\n\n${body}\n`;
  const board = await openInMemory({ "2020-01-21.md": note }, "2020-02-01");
  return checkBoard(board)
    .filter(({ rule }) => rule === "action-is-read")
    .map(({ path, span, severity }) => `${severity}: ${board.text(path).slice(span.start, span.end)}`);
}

describe("A note typed in a hurry loses no action in silence", () => {
  test.each([
    ["Action Cy: mend the gate", "error: Action"],
    ["AP1: CD to mend the gate", "error: AP1"],
    ["Acton 1: Cy to mend the gate", "error: Acton 1"],
    ["Action 3 [Cy]: mend the gate", "error: Action 3"],
    ["The gate is broken. [ACTION: Cy, 20 March]", "error: [ACTION"],
    ["Cy will mend the gate. ACTION CY", "warning: ACTION"],
    ["Action 1: Ann to ask.\nAction Cy: mend the gate", "error: Action"],
    ["2019-12-03/1 Cy to mend the gate: complete", "error: 2019-12-03/1"],
  ])("a line that is marked in another way is told: %s", async (line, finding) => {
    expect(await told(`## 1. Gate\n\n${line}`)).toEqual([finding]);
  });

  test.each([
    "Action 1 (Cy Dell): Mend the gate.",
    "Action: none",
    "**Action 1:** Cy to mend the gate",
    "The action plan was shown. Action plans are long.",
    "Ann spoke of the gate (see Action 8 and 2019-12-03/1).",
    "Action Fraud gave a talk.",
  ])("one that is read, or is none, is not: %s", async (line) => {
    expect(await told(`## 1. Gate\n\n${line}`)).toEqual([]);
  });

  test("a table of actions under no heading of theirs is told once", async () => {
    const table = "| Action | Who |\n|---|---|\n| Mend the gate | Cy |\n| Ask next door | Ann |";
    expect(await told(`## 1. Gate\n\nIt is broken.\n\n${table}`)).toEqual(["error: | Action | Who |"]);
    expect(await told(`## 1. Gate\n\nIt is broken.\n\n### Actions log\n\n${table}`)).toEqual([]);
  });

  test("so is a heading that other boards have, with a list below it", async () => {
    const list = "- [ ] Cy to mend the gate\n- [ ] Ann to ask";
    expect(await told(`## 1. Gate\n\nIt is broken.\n\n## 2. To do before next time\n\n${list}`)).toEqual([
      "error: 2. To do before next time",
    ]);
    expect(await told("## 1. Gate\n\nIt is broken.\n\n## 2. To do\n\nNothing was asked for.")).toEqual([]);
  });

  test("an entry among the earlier actions that says neither which nor how it stands is told", async () => {
    const list = "- Cy to mend the gate - done\n- Ann to ask next door\n- none";
    expect(await told(`## 1. Actions from previous meeting\n\n${list}`)).toEqual([
      "warning: Ann to ask next door",
    ]);
  });

  test("and an action cited in a sentence there is", async () => {
    const said = "The gate still hangs (2019-12-03/1).";
    expect(await told(`## 1. Matters arising\n\n${said}`)).toEqual(["error: 2019-12-03/1"]);
    expect(await told(`## 1. Gate\n\n${said}`)).toEqual([]);
  });
});
