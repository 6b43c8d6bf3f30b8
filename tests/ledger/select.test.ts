import { expect, test } from "vitest";
import { type Selection, selectActions } from "../../src/ledger/select.ts";
import { BOARD, book, note } from "./notes.ts";

const LEDGER = book(
  [
    note("2020-01-21", {
      raises: [
        [
          1,
          "Send out the figures on remand",
          { owners: ["MOPAC"], due: "2020-02-14", dueText: "14 February 2020" },
        ],
        [2, "Invite colleagues to the pathfinder group", { owners: ["MPS", "NPS"] }],
        [
          3,
          "Draw up a forward plan",
          { owners: ["Small Group of members"], due: "2020-06-01", dueText: "1 June 2020" },
        ],
        [
          4,
          "Publish the survey",
          { owners: ["Probation Service"], due: "2020-02-01", dueText: "1 February 2020" },
        ],
      ],
    }),
    note("2020-05-18", {
      rows: [
        ["2020-01-21/2", "", "Withdrawn"],
        ["2020-01-21/4", "", "Complete"],
        ["2020-01-21/3", "", "In progress"],
        [9, "Renew the lease", "Ongoing"],
      ],
    }),
  ],
  { board: BOARD },
);

function select(wanted: Selection) {
  const found = selectActions(LEDGER, wanted, { board: BOARD, today: "2020-06-01" });
  return found.map(({ ref }) => ref.replace("2020-01-21/", ""));
}

test("all actions, the open, the closed (withdrawn and moved ones too)", () => {
  expect(select({})).toEqual(["1", "2", "3", "4", "2020-05-18/bf9"]);
  expect(select({ open: true })).toEqual(["1", "3", "2020-05-18/bf9"]);
  expect(select({ closed: true })).toEqual(["2", "4"]);
  expect(select({ open: true, closed: true })).toHaveLength(5);
});

test("overdue: open, and due before today", () => {
  expect(select({ overdue: true })).toEqual(["1"]);
  expect(select({ overdue: true, closed: true })).toEqual([]);
});

test("unaccounted: open before the latest note, which does not speak of it", () => {
  expect(select({ unaccounted: true })).toEqual(["1"]);
});

test("an owner is known by every name in the register, case aside, accountable or not", () => {
  expect(select({ owner: "mopac" })).toEqual(["1"]);
  expect(select({ owner: "Met Police" })).toEqual(["2"]);
  expect(select({ owner: "the Metropolitan Police Service" })).toEqual(["2"]);
});

test("a body and its successor are found under either name", () => {
  expect(select({ owner: "HMPPS Probation" })).toEqual(["2", "4"]);
  expect(select({ owner: "National Probation Service" })).toEqual(["2", "4"]);
});

test("an owner outside the register is known as written", () => {
  expect(select({ owner: "small group of members" })).toEqual(["3"]);
  expect(select({ owner: "group" })).toEqual([]);
});

test("the meeting that raised them; what was brought forward was raised by none at hand", () => {
  expect(select({ raised: "2020-01-21", open: true })).toEqual(["1", "3"]);
  expect(select({ raised: "2020-05-18" })).toEqual([]);
});
