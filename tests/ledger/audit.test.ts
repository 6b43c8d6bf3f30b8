import { expect, test } from "vitest";
import { assertConserved, certifyLedger } from "../../src/ledger/audit.ts";
import { book, note } from "./notes.ts";

const NOTES = [
  note("2020-01-21", {
    rows: [
      [1, "Renew the lease", "Complete"],
      [2, "Publish the survey", "Ongoing"],
    ],
    raises: [
      [1, "Send out the figures on remand"],
      [2, "Invite colleagues to the pathfinder group"],
      [3, "Draw up a forward plan"],
    ],
  }),
  note("2020-05-18", {
    rows: [
      ["2020-01-21/1", "", "Withdrawn"],
      ["2020-01-21/3", "", "Superseded by 2020-05-18/1"],
      ["2020-01-21/bf1", "", "Incomplete"],
    ],
    raises: [[1, "Draw up a strategy"]],
  }),
  note("2020-07-20", {
    rows: [
      ["2020-01-21/2", "", "No update"],
      ["2020-01-21/bf2", "", "Complete"],
    ],
  }),
];

test("the certificate gives the figures of every meeting, and of all together", () => {
  const { meetings, total } = certifyLedger(book(NOTES));
  const none = {
    opening: 0,
    broughtForward: 0,
    reopened: 0,
    raised: 0,
    closed: 0,
    withdrawn: 0,
    moved: 0,
    carried: 0,
    noUpdate: 0,
    unaccounted: 0,
    reportedLate: 0,
  };
  expect(meetings).toEqual([
    { ...none, id: "2020-01-21", broughtForward: 2, raised: 3, closed: 1, carried: 4 },
    {
      ...none,
      id: "2020-05-18",
      opening: 4,
      raised: 1,
      reopened: 1,
      withdrawn: 1,
      moved: 1,
      carried: 4,
      unaccounted: 2,
      reportedLate: 2,
    },
    { ...none, id: "2020-07-20", opening: 4, closed: 1, carried: 3, noUpdate: 1, unaccounted: 2 },
  ]);
  expect(total).toEqual({
    ...none,
    broughtForward: 2,
    raised: 4,
    reopened: 1,
    closed: 2,
    withdrawn: 1,
    moved: 1,
    carried: 3,
    noUpdate: 1,
    unaccounted: 4,
    reportedLate: 2,
  });
});

test("it names each action that the latest note does not speak of, and where it was last seen", () => {
  const { unaccounted } = certifyLedger(book(NOTES));
  expect(unaccounted.map(({ ref, at, lastSeenAt }) => [ref, at, lastSeenAt])).toEqual([
    ["2020-05-18/1", "2020-07-20", "2020-05-18"],
    ["2020-01-21/bf1", "2020-07-20", "2020-05-18"],
  ]);
  expect(unaccounted[1]!.lastSeen.status).toBe("Incomplete");
});

test("a board without a held note has an empty certificate", () => {
  const { meetings, total, unaccounted } = certifyLedger(book([]));
  expect([meetings, unaccounted]).toEqual([[], []]);
  expect(total.carried).toBe(0);
});

test("books that do not balance are a fault, never a figure", () => {
  const [first, second] = book(NOTES).accounts;
  const lost = { ...second!, carried: second!.carried.slice(1) };
  expect(() => assertConserved([first!, lost])).toThrow(
    "the account of 2020-05-18 loses or invents an action",
  );
  const swapped = { ...second!, carried: [...second!.carried.slice(1), "2020-05-18/9"] };
  expect(() => assertConserved([first!, swapped])).toThrow("loses or invents");
  const forgets = { ...second!, opening: second!.opening.slice(1) };
  expect(() => assertConserved([first!, forgets])).toThrow("does not open with what was carried");
  expect(() => assertConserved([first!, second!])).not.toThrow();
});
