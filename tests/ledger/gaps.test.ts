import { expect, test } from "vitest";
import { accountOf, book, met, note } from "./notes.ts";

const FIGURES = "2020-01-21/1";
const GROUP = "2020-01-21/2";
const JANUARY = note("2020-01-21", {
  raises: [
    [1, "Send out the figures on remand"],
    [2, "Invite colleagues to the pathfinder group"],
  ],
});

test("a note without a section on earlier actions leaves all of them unaccounted, and open", () => {
  const ledger = book([JANUARY, note("2020-05-18")]);
  expect(accountOf(ledger, "2020-05-18")).toEqual({
    opening: [FIGURES, GROUP],
    carried: [FIGURES, GROUP],
    unaccounted: [FIGURES, GROUP],
  });
  expect(met(ledger, "unaccounted").map(({ ref, lastSeen }) => [ref, lastSeen.meeting])).toEqual([
    [FIGURES, "2020-01-21"],
    [GROUP, "2020-01-21"],
  ]);
  expect(ledger.actions.get(GROUP)).toMatchObject({
    state: "open",
    unaccounted: true,
    gaps: [{ meeting: "2020-05-18", healedAt: null }],
  });
});

test("a later report heals the gap: it is told as reported late, and the action is accounted for", () => {
  const july = note("2020-07-20", { rows: [[GROUP, "", "Complete"]] });
  const ledger = book([JANUARY, note("2020-05-18"), july]);
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({
    unaccounted: [FIGURES, GROUP],
    reportedLate: [GROUP],
  });
  expect(ledger.actions.get(GROUP)!.gaps).toEqual([{ meeting: "2020-05-18", healedAt: "2020-07-20" }]);
  expect(ledger.actions.get(FIGURES)!.gaps).toEqual([
    { meeting: "2020-05-18", healedAt: null },
    { meeting: "2020-07-20", healedAt: null },
  ]);
  expect(met(ledger, "unaccounted").map(({ meeting, ref, healedAt }) => [meeting, ref, healedAt])).toEqual([
    ["2020-05-18", FIGURES, null],
    ["2020-05-18", GROUP, "2020-07-20"],
    ["2020-07-20", FIGURES, null],
  ]);
});

test("an empty row heals nothing", () => {
  const ledger = book([
    JANUARY,
    note("2020-05-18"),
    note("2020-07-20", {
      rows: [
        [GROUP, "", ""],
        [FIGURES, "", "Done"],
      ],
    }),
  ]);
  expect(accountOf(ledger, "2020-05-18").reportedLate).toEqual([FIGURES]);
  expect(ledger.actions.get(GROUP)!.unaccounted).toBe(true);
});

test("`all complete` closes every action that has no row of its own", () => {
  const ledger = book([
    JANUARY,
    note("2020-05-18", { blanket: { says: "all complete" }, rows: [[FIGURES, "", "Ongoing"]] }),
  ]);
  expect(accountOf(ledger, "2020-05-18")).toEqual({
    opening: [FIGURES, GROUP],
    closed: [GROUP],
    carried: [FIGURES],
  });
  expect(ledger.actions.get(GROUP)!.entries.at(-1)).toMatchObject({
    kind: "reported",
    status: "all complete",
    state: "closed",
    text: "Invite colleagues to the pathfinder group",
  });
});

test("`all complete` speaks for a row that was left empty, too", () => {
  const ledger = book([
    JANUARY,
    note("2020-05-18", { blanket: { says: "all complete" }, rows: [[FIGURES, "", ""]] }),
  ]);
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({ closed: [FIGURES, GROUP] });
  expect(met(ledger, "empty status")).toEqual([]);
});

test("`all 2 complete` closes two; `all 3 complete` is told and closes none, as nobody can say which are meant", () => {
  const right = book([JANUARY, note("2020-05-18", { blanket: { says: "all complete", count: 2 } })]);
  expect(accountOf(right, "2020-05-18")).toMatchObject({ closed: [FIGURES, GROUP] });
  expect(met(right, "blanket miscounts")).toEqual([]);

  const wrong = book([JANUARY, note("2020-05-18", { blanket: { says: "all complete", count: 3 } })]);
  expect(met(wrong, "blanket miscounts")).toEqual([
    { meeting: "2020-05-18", kind: "blanket miscounts", said: 3, open: 2 },
  ]);
  expect(accountOf(wrong, "2020-05-18")).toMatchObject({
    unaccounted: [FIGURES, GROUP],
    carried: [FIGURES, GROUP],
  });
});

test("an extraordinary meeting says `not reviewed`, which accounts for all as `no update`", () => {
  const ledger = book([
    JANUARY,
    note("2020-02-02-extraordinary", { blanket: { says: "not reviewed", reason: "one item only" } }),
  ]);
  expect(accountOf(ledger, "2020-02-02-extraordinary")).toEqual({
    opening: [FIGURES, GROUP],
    carried: [FIGURES, GROUP],
    noUpdate: [FIGURES, GROUP],
  });
  expect(ledger.actions.get(FIGURES)!.entries.at(-1)).toMatchObject({
    noUpdate: true,
    update: "one item only",
    state: "open",
  });
});

test("`all 1 complete` may count those that have no row of their own", () => {
  const may = note("2020-05-18", {
    blanket: { says: "all complete", count: 1 },
    rows: [[FIGURES, "", "Ongoing"]],
  });
  const ledger = book([JANUARY, may]);
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({ closed: [GROUP], carried: [FIGURES] });
  expect(met(ledger, "blanket miscounts")).toEqual([]);
});

test("a meeting that does not review the actions heals nothing that an earlier one left out", () => {
  const extraordinary = note("2020-06-01-extraordinary", { blanket: { says: "not reviewed" } });
  const ledger = book([JANUARY, note("2020-05-18"), extraordinary]);
  expect(accountOf(ledger, "2020-05-18").reportedLate).toBeUndefined();
  expect(ledger.actions.get(FIGURES)).toMatchObject({ unaccounted: false, gaps: [{ healedAt: null }] });
});
