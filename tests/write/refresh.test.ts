import { describe, expect, it } from "vitest";
import { groupByOrigin, titleOfOrigin } from "../../src/ledger/carry-forward.ts";
import { BARE_BOARD } from "../../src/model/board.ts";
import type { ProgressRow } from "../../src/model/meeting.ts";
import { applyEdits } from "../../src/write/edit.ts";
import { rowEdits } from "../../src/write/refresh.ts";
import { book, note } from "../ledger/notes.ts";
import { readFile } from "../read/notes.ts";

const EARLIER = [
  note("2020-01-21", {
    raises: [
      [1, "Send the pack"],
      [2, "Visit the suite", { owners: ["MPS"], due: "2020-03-01" }],
    ],
  }),
  note("2020-02-18", { raises: [[1, "Ask the courts"]] }),
];

/** Adds to an agenda the rows that it lacks, and demands that they are in it when it is read again, and no other. */
async function refresh(text: string, path = "2020-05-18.md", asList = false): Promise<string> {
  const before = await readFile(path, text, BARE_BOARD);
  const ledger = book([...EARLIER, before.meeting]);
  const lacked = ledger.irregularities.flatMap((met) => (met.kind === "not on the agenda" ? [met.ref] : []));
  const groups = groupByOrigin(lacked.map((ref) => ledger.actions.get(ref)!));
  const titleOf = (row: ProgressRow) => titleOfOrigin(ledger.actions.get(ledger.bookedTo.get(row)!)!);
  const after = applyEdits(text, rowEdits(before, { groups, titleOf }, text, asList));
  const { meeting, faults } = await readFile(path, after, BARE_BOARD);
  expect(faults).toEqual(before.faults);
  const { irregularities, bookedTo } = book([...EARLIER, meeting]);
  expect(irregularities.filter(({ kind }) => kind === "not on the agenda" || kind === "two rows")).toEqual(
    [],
  );
  expect(meeting.progress.map((row) => bookedTo.get(row)).sort()).toEqual([
    "2020-01-21/1",
    "2020-01-21/2",
    "2020-02-18/1",
  ]);
  expect(meeting.items.slice(0, before.meeting.items.length).map(({ title }) => title)).toEqual(
    before.meeting.items.map(({ title }) => title),
  );
  return after;
}

const TOP = "---\ndate: 2020-05-18\nstate: agenda\n---\n\n";

async function refreshBody(body: string, asList = false): Promise<string> {
  return (await refresh(TOP + body, "2020-05-18.md", asList)).slice(TOP.length);
}

describe("A row that an agenda lacks is added in the form in which the others are", () => {
  it("in a table: behind those of its meeting, in its columns, as wide as its headings", async () => {
    const table = (added: string) =>
      `## 1. Matters arising\n\n| No.          | Status | Action           | Colour |\n|:-------------|--------|------------------|--------|\n| 2020-01-21/1 | Done   | Send the pack    | green  |\n${added}\nTea.\n\n## 2. Drugs\n`;
    expect(await refreshBody(table(""))).toBe(
      table(
        "| 2020-01-21/2 |        | Visit the suite  |        |\n| 2020-02-18/1 |        | Ask the courts   |        |\n",
      ),
    );
  });

  it("in a list", async () => {
    const list =
      "## 1. Actions from previous meeting\n\n* 2020-02-18/1: Ask the courts\n  Status: Done – they said no.\n\n  So much for that.\n";
    expect(await refreshBody(`${list}\n## 2. Drugs\n`)).toBe(
      `${list}\n- 2020-01-21/1: Send the pack\n\n  Status:\n\n- 2020-01-21/2 (MPS; 1 March 2020): Visit the suite\n\n  Status:\n\n## 2. Drugs\n`,
    );
  });

  it("in a table that was pasted, and in one without headings", async () => {
    const pasted =
      "Actions from previous meeting\n\n2020-01-21/1\tSend the pack\tDone\n2020-01-21/2\tVisit the suite\tDone";
    expect(await refreshBody(`## ${pasted}\n\n## 2. Drugs\n`)).toBe(
      `## ${pasted}\n2020-02-18/1\tAsk the courts\n\n## 2. Drugs\n`,
    );
    const bare =
      "## 1. Matters arising\n\n| | | |\n|-|-|-|\n| 2020-01-21/1 | Send the pack | Done |\n| 2020-02-18/1 | Ask the courts | |\n";
    expect(await refreshBody(bare)).toBe(
      `${bare.replace("| 2020-02", "| 2020-01-21/2 | Visit the suite |  |\n| 2020-02")}`,
    );
  });

  it("in a table of its own behind one that has no column for references", async () => {
    const table =
      "## 1. Matters arising\n\n| Action | Status |\n| --- | --- |\n| Send the pack | Done |\n| Visit the suite | |\n";
    const after = await refreshBody(`${table}\n## 2. Drugs\n`);
    expect(after.startsWith(`${table}\n| Ref `)).toBe(true);
    expect(after.endsWith("\n\n## 2. Drugs\n")).toBe(true);
  });

  it("under the heading of its meeting, where every row of that is gone", async () => {
    const agenda = (row: string) =>
      `## 1. Actions from previous meeting\n\n### From 21 January 2020\n\n| Ref | Action |\n| --- | ------ |\n| 2020-01-21/1 | Send the pack |\n| 2020-01-21/2 | Visit the suite |\n\n### From 18 February 2020\n\n| Ref          | Action | Status |\n| ------------ | ------ | ------ |\n${row}\n## 2. Drugs\n`;
    expect(await refreshBody(agenda(""))).toBe(agenda("| 2020-02-18/1 | Ask the courts |        |\n"));
  });
});

describe("Where there is no row yet", () => {
  it("the section on earlier actions gets them, or one is added at the end", async () => {
    const section = "## 1. Actions from previous meeting\n\nSome words.\n\n";
    const added =
      "### From 21 January 2020\n\n- 2020-01-21/1: Send the pack\n\n  Status:\n\n- 2020-01-21/2 (MPS; 1 March 2020): Visit the suite\n\n  Status:\n\n### From 18 February 2020\n\n- 2020-02-18/1: Ask the courts\n\n  Status:\n\n";
    expect(await refreshBody(`${section}## 2. Drugs\n`, true)).toBe(`${section}${added}## 2. Drugs\n`);
    expect(await refreshBody("## 1. Drugs\n\nTea.", true)).toBe(
      `## 1. Drugs\n\nTea.\n\n## 2. Actions from previous meeting\n\n${added.trimEnd()}`,
    );
  });

  it("a draft as it was published gets them too", async () => {
    const published =
      "Board Note of Meeting\n\n18th May 2020\n\n1. Welcome\n\nAll were welcome.\n\n2. Drugs\n\nThey were spoken of.\n";
    const before = await readFile("2020-05-18.md", published, BARE_BOARD);
    const ledger = book(EARLIER);
    const groups = groupByOrigin([...ledger.actions.values()]);
    const after = applyEdits(published, rowEdits(before, { groups, titleOf: () => null }, published, false));
    const { meeting } = await readFile("2020-05-18.md", after, BARE_BOARD);
    expect(after.startsWith(published.trimEnd())).toBe(true);
    expect(meeting.progress.map((row) => row.cited?.value)).toEqual([
      "2020-01-21/1",
      "2020-01-21/2",
      "2020-02-18/1",
    ]);
  });
});

describe("In YAML", () => {
  const top = "date: 2020-05-18\nstate: agenda\n";
  const row = (ref: string, text: string) => `  - ref: ${ref}\n    text: ${text}\n`;
  const visit = `${row("2020-01-21/2", "Visit the suite")}    owner: MPS\n    due: 1 March 2020\n    status:\n`;
  const ask = `${row("2020-02-18/1", "Ask the courts")}    status:\n`;
  const send = `${row("2020-01-21/1", "Send the pack")}    status:\n`;

  it.each([
    ["a list", `progress:\n${send}items: []\n`, `progress:\n${send}${visit}${ask}items: []\n`],
    [
      "a list whose last row ends in a block of text",
      `progress:\n${send}    update: |\n      It is.\n\n      So.\nitems: []\n`,
      `progress:\n${send}    update: |\n      It is.\n\n      So.\n${visit}${ask}items: []\n`,
    ],
    [
      "a list that is not indented",
      `progress:\n- { ref: 2020-01-21/1, text: Send the pack }\n`,
      `progress:\n- { ref: 2020-01-21/1, text: Send the pack }\n${(visit + ask).replace(/^ {2}/gm, "")}`,
    ],
    ["no list yet", "progress:\nitems: []\n", `progress:\n${send}${visit}${ask}items: []\n`],
    ["no such key", "items: []\n", `items: []\nprogress:\n${send}${visit}${ask}`],
    [
      "brackets",
      "progress: [{ ref: 2020-01-21/1, text: Send the pack }]\n",
      "progress: [{ ref: 2020-01-21/1, text: Send the pack }, { ref: 2020-01-21/2, text: Visit the suite, owner: MPS, due: 1 March 2020 }, { ref: 2020-02-18/1, text: Ask the courts }]\n",
    ],
  ])("they go to %s", async (_, before, after) => {
    expect(await refresh(top + before, "2020-05-18.yaml")).toBe(top + after);
  });

  it("a sentence for all is in the way", async () => {
    await expect(refresh(`${top}progress: as before\n`, "2020-05-18.yaml")).rejects.toThrow("Make it a list");
  });
});

it("Line ends stay as they are", async () => {
  const text = `${TOP}## 1. Matters arising\n\n| Ref | Action |\n| --- | --- |\n| 2020-01-21/1 | Send the pack |\n\n## 2. Drugs\n`;
  const windows = text.replaceAll("\n", "\r\n");
  expect(await refresh(windows)).toBe((await refresh(text)).replaceAll("\n", "\r\n"));
});
