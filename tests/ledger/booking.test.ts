import { expect, test } from "vitest";
import { findRepeats } from "../../src/ledger/repeats.ts";
import { accountOf, book, met, note } from "./notes.ts";

const JANUARY = note("2020-01-21", {
  raises: [
    [1, "Send out the figures on remand"],
    [2, "Invite colleagues to the pathfinder group"],
  ],
});
const PACK = "2020-01-21/1";
const GROUP = "2020-01-21/2";

test("a meeting opens with what the one before carried, and carries what it did not close", () => {
  const may = note("2020-05-18", {
    rows: [
      [PACK, "Send out the figures on remand", "Complete – sent in February"],
      [GROUP, "Invite colleagues to the pathfinder group", "In progress"],
    ],
    raises: [[1, "Draw up a forward plan"]],
  });
  const ledger = book([JANUARY, may]);
  expect(accountOf(ledger, "2020-05-18")).toEqual({
    opening: [PACK, GROUP],
    raised: ["2020-05-18/1"],
    closed: [PACK],
    carried: [GROUP, "2020-05-18/1"],
  });
  expect(ledger.actions.get(PACK)).toMatchObject({
    state: "closed",
    closedAt: "2020-05-18",
    raisedAt: "2020-01-21",
  });
  expect(ledger.actions.get(PACK)!.entries.map(({ kind, status, update }) => [kind, status, update])).toEqual(
    [
      ["raised", null, null],
      ["reported", "Complete", "sent in February"],
    ],
  );
});

test("meetings are booked by date, then start time, then id, in whatever order the files come", () => {
  const late = note("2020-05-18-late", { time: "14:00-15:00" });
  const early = note("2020-05-18-special", { time: "9:30-10:00" });
  const untimed = note("2020-05-18");
  const ledger = book([late, untimed, JANUARY, early]);
  expect(ledger.accounts.map(({ meeting }) => meeting)).toEqual([
    "2020-01-21",
    "2020-05-18",
    "2020-05-18-special",
    "2020-05-18-late",
  ]);
});

test("an agenda books nothing, and a cancelled meeting is passed over", () => {
  const rows = [[PACK, "Send out the figures on remand", "Complete"]] as const;
  const cancelled = note("2020-03-01", { state: "cancelled", rows, raises: [[1, "Never agreed"]] });
  const agenda = note("2020-05-18", { state: "agenda", rows, raises: [[1, "Not agreed yet"]] });
  const ledger = book([JANUARY, cancelled, agenda]);
  expect(ledger.accounts).toHaveLength(1);
  expect([...ledger.actions.keys()]).toEqual([PACK, GROUP]);
  expect(ledger.actions.get(PACK)!.state).toBe("open");
});

test("two files for one meeting: neither is booked, and both are named", () => {
  const again = note("2020-01-21", { path: "2020-01-21.yaml", raises: [[1, "Something else"]] });
  const ledger = book([again, JANUARY]);
  expect(ledger.accounts).toEqual([]);
  expect(met(ledger, "two files")).toEqual([
    { meeting: "2020-01-21", kind: "two files", paths: ["2020-01-21.md", "2020-01-21.yaml"] },
  ]);
});

test("as of a day, later meetings have not happened", () => {
  const may = note("2020-05-18", { rows: [[PACK, "Send out the figures on remand", "Complete"]] });
  expect(book([JANUARY, may], { asOf: "2020-05-17" }).actions.get(PACK)!.state).toBe("open");
  expect(book([JANUARY, may], { asOf: "2020-05-18" }).actions.get(PACK)!.state).toBe("closed");
});

test("an open word on a closed action reopens it", () => {
  const may = note("2020-05-18", {
    rows: [
      [PACK, "", "Complete"],
      [GROUP, "", "On hold"],
    ],
  });
  const july = note("2020-07-20", {
    rows: [
      [PACK, "", "Delayed – sent to the wrong list"],
      [GROUP, "", "On hold"],
    ],
  });
  const ledger = book([JANUARY, may, july]);
  expect(accountOf(ledger, "2020-07-20")).toEqual({
    opening: [GROUP],
    reopened: [PACK],
    carried: [GROUP, PACK],
  });
  expect(ledger.actions.get(PACK)).toMatchObject({ state: "open", closedAt: null });
  expect(met(ledger, "reopened")).toMatchObject([
    { meeting: "2020-07-20", ref: PACK, closedAt: "2020-05-18" },
  ]);
});

test("a closed word on a closed action changes nothing and is told", () => {
  const may = note("2020-05-18", {
    rows: [
      [PACK, "", "Complete"],
      [GROUP, "", "On hold"],
    ],
  });
  const july = note("2020-07-20", {
    rows: [
      [PACK, "", "Withdrawn"],
      [GROUP, "", "On hold"],
    ],
  });
  const ledger = book([JANUARY, may, july]);
  expect(accountOf(ledger, "2020-07-20")).toEqual({ opening: [GROUP], carried: [GROUP] });
  expect(ledger.actions.get(PACK)).toMatchObject({ state: "closed", closedAt: "2020-05-18" });
  expect(met(ledger, "closed again")).toMatchObject([{ ref: PACK, closedAt: "2020-05-18" }]);
});

test("of two rows for one action, the open one wins, and neither is lost", () => {
  const may = note("2020-05-18", {
    rows: [
      [PACK, "", "Complete"],
      [GROUP, "", "Done"],
      [PACK, "", "In progress"],
    ],
  });
  const ledger = book([JANUARY, may]);
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({ closed: [GROUP], carried: [PACK] });
  expect(met(ledger, "two rows")).toMatchObject([{ ref: PACK, row: { place: 3 }, first: { place: 1 } }]);
  expect(ledger.actions.get(PACK)!.entries.map(({ status }) => status)).toEqual([
    null,
    "Complete",
    "In progress",
  ]);
});

test("an empty status is no report: the row is there, and its action is unaccounted", () => {
  const may = note("2020-05-18", {
    rows: [
      [PACK, "", ""],
      [GROUP, "", "Done"],
    ],
  });
  const ledger = book([JANUARY, may]);
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({ unaccounted: [PACK], carried: [PACK] });
  expect(met(ledger, "empty status")).toMatchObject([{ ref: PACK, row: { place: 1 } }]);
  expect(met(ledger, "unaccounted")).toMatchObject([{ ref: PACK, lastSeen: { meeting: "2020-01-21" } }]);
  expect(ledger.bookedTo.get(may.progress[0]!)).toBe(PACK);
});

test("an action that is brought forward without a status is in the book, and open", () => {
  const ledger = book([note("2020-01-21", { rows: [[4, "Publish the survey", ""]] })]);
  expect(accountOf(ledger, "2020-01-21")).toEqual({
    broughtForward: ["2020-01-21/bf4"],
    carried: ["2020-01-21/bf4"],
  });
  expect(met(ledger, "empty status")).toMatchObject([{ ref: "2020-01-21/bf4" }]);
});

test("`no update` is open, accounts for the action, and is counted apart", () => {
  const may = note("2020-05-18", {
    rows: [
      [PACK, "", "No update"],
      [GROUP, "", "Done"],
    ],
  });
  const ledger = book([JANUARY, may]);
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({ noUpdate: [PACK], carried: [PACK] });
  expect(met(ledger, "unaccounted")).toEqual([]);
});

test("a word that nobody knows leaves the action open, as written", () => {
  const may = note("2020-05-18", {
    rows: [
      [PACK, "", "Kompleat"],
      [GROUP, "", "Done"],
    ],
  });
  const ledger = book([JANUARY, may]);
  expect(ledger.actions.get(PACK)).toMatchObject({ state: "open" });
  expect(ledger.actions.get(PACK)!.entries.at(-1)!.status).toBe("Kompleat");
});

test("a row may report on an action that the same note raises", () => {
  const ledger = book([
    note("2020-01-21", {
      raises: [[1, "Circulate the slides"]],
      rows: [["2020-01-21/1", "Circulate the slides", "Done – at the meeting"]],
    }),
  ]);
  expect(accountOf(ledger, "2020-01-21")).toEqual({ raised: [PACK], closed: [PACK] });
  expect(ledger.actions.get(PACK)!.entries.map(({ kind }) => kind)).toEqual(["raised", "reported"]);
});

test("a published log may raise an action and say that it is closed", () => {
  const ledger = book([
    note("2020-01-21", {
      raises: [
        [1, "Circulate the slides", { log: "Closed – sent" }],
        [2, "Book a room", { log: "Ongoing" }],
      ],
    }),
  ]);
  expect(accountOf(ledger, "2020-01-21")).toEqual({
    raised: [PACK, GROUP],
    closed: [PACK],
    carried: [GROUP],
  });
});

test("an action raised again in the words of one that is open, or that the last meeting closed, is told", () => {
  const may = note("2020-05-18", {
    rows: [
      [PACK, "", "Complete"],
      [GROUP, "", "On hold"],
    ],
    raises: [
      [1, "Invite the colleagues to the pathfinder group"],
      [2, "Draw up a forward plan"],
    ],
  });
  const july = note("2020-07-20", {
    rows: [[GROUP, "", "On hold"]],
    raises: [[1, "Send out the figures on remand"]],
  });
  const ledger = book([JANUARY, may, july]);
  expect(findRepeats(ledger)(may)).toMatchObject([
    { ref: GROUP, again: { ref: "2020-05-18/1" }, closedAt: null },
  ]);
  expect(findRepeats(ledger)(july)).toMatchObject([
    { ref: PACK, again: { ref: "2020-07-20/1" }, closedAt: "2020-05-18" },
  ]);
});

test("an action raised again long after it was closed is simply new", () => {
  const done = note("2020-05-18", {
    rows: [
      [PACK, "", "Complete"],
      [GROUP, "", "Done"],
    ],
  });
  const between = note("2020-07-20");
  const later = note("2020-10-01", { raises: [[1, "Send out the figures on remand"]] });
  expect(findRepeats(book([JANUARY, done, between, later]))(later)).toEqual([]);
});

test("an action that moves into one in the same words is not raised again, it is replaced", () => {
  const may = note("2020-05-18", {
    rows: [
      [PACK, "", "Superseded by 2020-05-18/1"],
      [GROUP, "", "On hold"],
    ],
    raises: [[1, "Send out the figures on remand"]],
  });
  const ledger = book([JANUARY, may]);
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({ moved: [PACK] });
  expect(findRepeats(ledger)(may)).toEqual([]);
});
