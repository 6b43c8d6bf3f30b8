import { describe, expect, test } from "vitest";
import { checkBoard } from "../src/check/check.ts";
import { readMarks } from "../src/check/example.ts";
import { placeOf } from "../src/source/source-file.ts";
import { openInMemory } from "./board.ts";

/** What is found in some files on 1 January 2020: the words at each place, and the rule. */
async function find(files: Readonly<Record<string, string>>) {
  const board = await openInMemory(files, "2020-01-01");
  return checkBoard(board).map(({ path, span, rule }) => ({
    line: placeOf(board.source(path)!, span.start).line,
    words: board.text(path).slice(span.start, span.end),
    span,
    rule,
  }));
}

/** Checks that a rule points in a note at its marks, and nowhere else. */
async function expectAtMarks(path: string, marked: string, rule: string) {
  const { text, marks } = readMarks(marked);
  expect(marks).not.toEqual([]);
  const found = (await find({ [path]: text })).filter((one) => one.rule === rule);
  expect(found.map(({ span }) => span)).toEqual(marks);
}

const TOP = "---\ndate: 2020-01-21\npresent: [MOPAC]\n---\n\n## 1. Performance\n\n";

describe("A finding points at the very words, wherever they stand", () => {
  test.each([
    ["in a paragraph's second line", `${TOP}The figures\nfor [|XX|] wards.\n`],
    ["in a cell of a table", `${TOP}| Ward | Cases |\n| ---- | ----- |\n| East | **[|XX|]** |\n`],
    ["in a quote", `${TOP}> The figures\n> for [|XX|] wards.\n`],
    ["in a list within a list", `${TOP}- The figures\n  - for [|XX|]\n    wards\n`],
    ["behind a link and a smart quote", `${TOP}The [“figures”](https://example.org) for [|XX|] wards.\n`],
    ["with Windows line ends", `${TOP}The figures\nfor [|XX|] wards.\n`.replaceAll("\n", "\r\n")],
    ["in the front matter", `---\ndate: 2020-01-21\nplace: Room [|XX|]\npresent: [MOPAC]\n---\n`],
    ["in a list of the front matter", `---\ndate: 2020-01-21\npresent: [MOPAC, "Body [|XX|]"]\n---\n`],
    ["in a heading", `${TOP}Nothing.\n\n## 2. Ward [|XX|]\n\nNothing.\n`],
  ])("%s", (_where, note) => expectAtMarks("2020-01-21.md", note, "no-placeholder-left"));

  test("and not in code, in a comment or in what a link leads to", async () => {
    const note = `${TOP}\`\`\`\nXX\n\`\`\`\n\n<!-- XX -->\n\n[The figures](https://example.org/XX).\n`;
    expect(await find({ "2020-01-21.md": note })).toEqual([]);
  });

  test.each([
    ["in a block of text", "    note: |\n      The figures\n      for [|XX|] wards.\n"],
    ["in a line in quotes", '    note: "The figures for [|XX|] wards."\n'],
    ["in text that is folded, as a whole", '    note: [|"The figures\n      for XX wards."|]\n'],
    [
      "in an action",
      "    note: Shown.\n    actions: [{ number: 1, text: Count [|XX|] wards, owners: [MOPAC], due: May }]\n",
    ],
  ])("in YAML, %s", (_where, item) =>
    expectAtMarks(
      "2020-01-21.yaml",
      `date: 2020-01-21\npresent: [MOPAC]\nitems:\n  - title: Performance\n${item}`,
      "no-placeholder-left",
    ),
  );

  test("when an action is due, in its brackets, in its words and in YAML", async () => {
    const due = "due-after-raised";
    await expectAtMarks("2020-01-21.md", `${TOP}Action 1 (MOPAC; by [|14 February 2019|]): Count.\n`, due);
    await expectAtMarks("2020-01-21.md", `${TOP}Action 1: MOPAC to count, by [|14\nFebruary 2019|].\n`, due);
    const yaml = `date: 2020-01-21\npresent: [MOPAC]\nitems:\n  - title: Performance\n    actions:\n`;
    const action = `      - { number: 1, text: Count, owners: [MOPAC], due: [|14 February 2019|] }\n`;
    await expectAtMarks("2020-01-21.yaml", yaml + action, due);
  });
});

describe("A weekday is held against the date beside it", () => {
  test.each([
    "Thursday, 6 March 2025",
    "Thurs 6th March 2025",
    "6 March 2025 (Thursday)",
    "Thursday 2025-03-06",
    "Thursday, March 6, 2025",
    "Thursday, 16 January",
    "Tuesday 21 January",
    "The Board sat 6 March 2025",
    "Friday and Thursday, 6 March 2025",
  ])("and agrees: %s", async (words) => {
    expect(await find({ "2020-01-21.md": `${TOP}${words}.\n` })).toEqual([]);
  });

  test.each([
    "[|Friday, 6 March 2025|]",
    "[|6 March 2025 (Friday|])",
    "[|Friday 2025-03-06|]",
    "on [|Friday\nthe 6th of March 2025|]",
    "[|Monday 21 January|]",
  ])("and does not: %s", (words) =>
    expectAtMarks("2020-01-21.md", `${TOP}The next meeting is ${words}.\n`, "weekday-agrees"),
  );
});

describe("One fault is one finding", () => {
  const held = (body: string, keys = "present: [MOPAC, MPS]") =>
    `---\ndate: 2020-01-21\n${keys}\n---\n\n${body}`;
  test.each([
    [
      "no item has a number",
      held("## Welcome\n\nHello.\n\n## Custody\n\nShown.\n"),
      ["6 items-are-numbered"],
    ],
    [
      "items are headings of level 1",
      held("# 1. Welcome\n\nHello.\n\n# 2. Custody\n\nShown.\n"),
      ["6 items-are-numbered"],
    ],
    [
      "hyphens make a heading",
      held("## 1. Welcome\n\nHello\n---\n\n## 2. Custody\n\nShown.\n"),
      ["8 items-are-numbered"],
    ],
    [
      "one item has no number",
      held("## 1. A\n\nHello.\n\n## B\n\nHello.\n\n## 2. C\n\nHello.\n"),
      ["10 items-are-numbered"],
    ],
    [
      "attendance stands in the text",
      held(
        "Present: Ann Other\n\n## 1. Custody\n\nAction 1: Ann to count by May.\n",
        "time: 10:00-12:00\nplace: Hall",
      ),
      ["7 attendance-is-recorded"],
    ],
    ["a key is misspelt", held("## 1. Custody\n\nShown.\n", "presnt: [MOPAC]"), ["3 front-matter-is-valid"]],
    [
      "front matter can't be read",
      held("## 1. Custody\n\nShown.\n", "present: [MOPAC"),
      ["3 front-matter-is-valid"],
    ],
    [
      "there is no front matter",
      "# Minutes\n\nPresent: MOPAC\n\n### Custody\n\nSee slides.\n",
      ["1 front-matter-is-valid"],
    ],
    [
      "front matter is of a web site",
      "---\nlayout: post\npermalink: /x\n---\n\nShown.\n",
      ["2 front-matter-is-valid"],
    ],
    [
      "an owner is still open",
      held("## 1. Custody\n\nAction 1 (TBC; by 1 May 2020): Count.\n"),
      ["8 action-has-owner"],
    ],
    [
      "a day is still open",
      held("## 1. Custody\n\nAction 1 (MPS; by TBC): Count.\n"),
      ["8 no-placeholder-left"],
    ],
    [
      "a gap has its remark",
      held("## 1. Custody\n\nIt is £XX,000 [to be confirmed].\n"),
      ["8 no-placeholder-left"],
    ],
    [
      "a promise has its action below",
      held("## 1. Custody\n\nMPS agreed to count the cells.\n\nAction 1 (MPS; by May): Count the cells.\n"),
      [],
    ],
    ["earlier actions are none", held("## 1. Actions from previous meeting\n\nAction: none\n"), []],
    [
      "actions stand in code and HTML",
      held("## 1. Custody\n\n    Action 1 (MPS; by May): Count.\n\n<p>Action 2: MPS to ask.</p>\n"),
      ["8 text-is-read", "10 text-is-read"],
    ],
  ])("where %s", async (_case, note, expected) => {
    const found = await find({ "2020-01-21.md": note });
    expect(found.map(({ line, rule }) => `${line} ${rule}`)).toEqual(expected);
  });
});
