import { expect, test } from "vitest";
import { findAction } from "../../src/ledger/ledger.ts";
import { accountOf, book, met, note } from "./notes.ts";

const SEPTEMBER = note("2019-09-27", {
  raises: [
    [1, "Circulate the memorandum in draft"],
    [3, "Report on custody figures"],
  ],
});
/** The table of this note has numbers of its own, and three rows of which one has none. */
const JANUARY = note("2020-01-21", {
  rows: [
    [3, "Report on custody figures", "Ongoing"],
    [null, "Circulate the memorandum in draft", "Delayed"],
    [7, "Publish the survey", "In progress"],
  ],
});

test("at the first note of an archive, earlier actions are brought forward by their own number, else their place", () => {
  const ledger = book([JANUARY]);
  expect(accountOf(ledger, "2020-01-21").broughtForward).toEqual([
    "2020-01-21/bf3",
    "2020-01-21/bf2",
    "2020-01-21/bf7",
  ]);
  expect(ledger.irregularities).toEqual([]);
  expect(ledger.actions.get("2020-01-21/bf7")).toMatchObject({
    raisedAt: null,
    entries: [{ kind: "brought forward" }],
  });
});

test("two rows that bear the same number are brought forward under two names", () => {
  const ledger = book([
    note("2020-01-21", {
      rows: [
        [2, "Report on custody figures", "Ongoing"],
        [2, "Publish the survey", "Ongoing"],
        [null, "Invite colleagues", "Ongoing"],
      ],
    }),
  ]);
  expect(accountOf(ledger, "2020-01-21").broughtForward).toEqual([
    "2020-01-21/bf2",
    "2020-01-21/bf4",
    "2020-01-21/bf3",
  ]);
});

test("`2020-01-21/bf3` is still understood when the note that raised the action is imported later", () => {
  const may = note("2020-05-18", {
    rows: [
      ["2020-01-21/bf3", "Report on custody figures", "Complete"],
      ["2020-01-21/bf2", "Circulate the memorandum in draft", "Complete"],
      ["2020-01-21/bf7", "Publish the survey", "Complete"],
    ],
  });
  const before = book([JANUARY, may]);
  expect(accountOf(before, "2020-05-18")).toMatchObject({
    closed: ["2020-01-21/bf3", "2020-01-21/bf2", "2020-01-21/bf7"],
  });
  const after = book([SEPTEMBER, JANUARY, may]);
  expect(accountOf(after, "2020-05-18")).toMatchObject({
    closed: ["2019-09-27/3", "2019-09-27/1", "2020-01-21/bf7"],
  });
  expect(findAction(after, "2020-01-21/bf3")?.ref).toBe("2019-09-27/3");
  expect(after.actions.get("2019-09-27/1")!.aliases).toEqual(["2020-01-21/bf2"]);
  expect(met(after, "unknown reference")).toEqual([]);
});

test("a row that cites its own name in its own note is brought forward without a word, and matched once it can be", () => {
  const january = note("2020-01-21", {
    rows: [
      ["2020-01-21/bf2", "Circulate the memorandum in draft", "Delayed"],
      ["2020-01-21/bf1", "Report on custody figures", "Ongoing"],
    ],
  });
  const december = note("2019-12-01");
  const alone = book([december, january]);
  expect(accountOf(alone, "2020-01-21").broughtForward).toEqual(["2020-01-21/bf2", "2020-01-21/bf1"]);
  expect(alone.irregularities).toEqual([]);
  const whole = book([SEPTEMBER, december, january]);
  expect(accountOf(whole, "2020-01-21")).toEqual({
    opening: ["2019-09-27/1", "2019-09-27/3"],
    carried: ["2019-09-27/1", "2019-09-27/3"],
  });
  expect(findAction(whole, "2020-01-21/bf2")?.ref).toBe("2019-09-27/1");
});

test("a reference that no note at hand has: its row is matched by its words", () => {
  const ledger = book([
    SEPTEMBER,
    note("2020-01-21", { rows: [["2019-09-27/8", "Report on custody figures", "Done"]] }),
  ]);
  expect(accountOf(ledger, "2020-01-21")).toMatchObject({ closed: ["2019-09-27/3"] });
  expect(met(ledger, "unknown reference")).toMatchObject([
    {
      ref: "2019-09-27/3",
      row: { cited: { value: "2019-09-27/8" } },
      nearest: [{ ref: "2019-09-27/3", agreement: 1 }],
    },
  ]);
});

test("or else it is brought forward, and keeps the name that it was given", () => {
  const january = note("2020-01-21", { rows: [["2019-06-30/2", "Publish the survey", "Ongoing"]] });
  const may = note("2020-05-18", { rows: [["2019-06-30/2", "Publish the survey", "Done"]] });
  const ledger = book([january, may]);
  expect([...ledger.actions.keys()]).toEqual(["2020-01-21/bf1"]);
  expect(accountOf(ledger, "2020-05-18")).toEqual({
    opening: ["2020-01-21/bf1"],
    closed: ["2020-01-21/bf1"],
  });
  expect(met(ledger, "unknown reference")).toHaveLength(1);
  expect(findAction(ledger, "2019-06-30/2")?.ref).toBe("2020-01-21/bf1");

  const june = note("2019-06-30", { raises: [[2, "Publish the survey"]] });
  const whole = book([june, january, may]);
  expect([...whole.actions.keys()]).toEqual(["2019-06-30/2"]);
  expect(met(whole, "unknown reference")).toEqual([]);
});

test("two rows that cite the same unknown reference speak of one action", () => {
  const ledger = book([
    note("2020-01-21", {
      rows: [
        ["2019-06-30/2", "Publish the survey", "Complete"],
        ["2019-06-30/2", "Survey, part two", "Ongoing"],
      ],
    }),
  ]);
  expect(accountOf(ledger, "2020-01-21")).toEqual({
    broughtForward: ["2020-01-21/bf1"],
    carried: ["2020-01-21/bf1"],
  });
  expect(met(ledger, "two rows")).toHaveLength(1);
});

test("a reference of a meeting to come is not yet known", () => {
  const ledger = book([
    note("2020-01-21", { rows: [["2020-05-18/1", "Publish the survey", "Ongoing"]] }),
    note("2020-05-18", { raises: [[1, "Another thing altogether"]], rows: [["2020-01-21/bf1", "", "Done"]] }),
  ]);
  expect(met(ledger, "unknown reference")).toMatchObject([{ ref: "2020-01-21/bf1" }]);
  expect(findAction(ledger, "2020-05-18/1")?.text).toBe("Another thing altogether");
  expect(ledger.actions.get("2020-01-21/bf1")!.aliases).toEqual([]);
});

test("a row whose words no longer agree with the action it cites is suspect, until the new wording is accepted", () => {
  const strange = "Hold a workshop on release planning";
  const rows = (ref: string) => [
    [ref, strange, "Ongoing"] as const,
    ["2019-09-27/1", "Circulate the memorandum in a first draft", "Ongoing"] as const,
  ];
  const drifting = book([SEPTEMBER, note("2020-01-21", { rows: rows("2019-09-27/3") })]);
  expect(met(drifting, "drifted")).toMatchObject([{ ref: "2019-09-27/3", row: { text: strange } }]);
  expect(drifting.actions.get("2019-09-27/3")!.text).toBe("Report on custody figures");

  const accepted = book([
    SEPTEMBER,
    note("2020-01-21", { rows: rows("2019-09-27/3 accepted") }),
    note("2020-05-18", { rows: rows("2019-09-27/3") }),
  ]);
  expect(met(accepted, "drifted")).toEqual([]);
  expect(accepted.actions.get("2019-09-27/3")!.text).toBe(strange);
});
