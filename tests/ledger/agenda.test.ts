import { expect, test } from "vitest";
import { BOARD, book, met, note, type Row } from "./notes.ts";

const FIGURES = "2020-01-21/1";
const GROUP = "2020-01-21/2";
const JANUARY = note("2020-01-21", {
  raises: [
    [1, "Send out the figures on remand", { owners: ["NPS"] }],
    [2, "Invite colleagues to the pathfinder group", { owners: ["MOPAC", "NPS"] }],
  ],
});
const agenda = (id: string, rows: readonly Row[] = []) => note(id, { state: "agenda", rows });
const BEFORE = { today: "2020-05-01" };

test("the first agenda after the last held note must have a row for every open action", () => {
  const ledger = book([JANUARY, agenda("2020-05-18", [[GROUP, "", ""]]), agenda("2020-07-20")], BEFORE);
  expect(ledger.nextAgenda?.id).toBe("2020-05-18");
  expect(met(ledger, "not on the agenda")).toMatchObject([
    { meeting: "2020-05-18", ref: FIGURES, lastSeen: { meeting: "2020-01-21" } },
  ]);
  expect(ledger.irregularities).toHaveLength(1);
});

test("a row of the agenda may be known by its words", () => {
  const next = agenda("2020-05-18", [
    [GROUP, "", ""],
    [null, "Send out figures on remand", ""],
  ]);
  const ledger = book([JANUARY, next], BEFORE);
  expect(met(ledger, "not on the agenda")).toEqual([]);
  expect(met(ledger, "matched by words")).toMatchObject([{ meeting: "2020-05-18", ref: FIGURES }]);
  expect(ledger.bookedTo.get(next.progress[1]!)).toBe(FIGURES);
});

test("what the agenda says already is reported for the meeting; the action stays open until then", () => {
  const rows: Row[] = [
    [FIGURES, "", "Complete – sent in March", { due: "2020-06-01", dueText: "1 June 2020" }],
    [GROUP, "", ""],
  ];
  const ledger = book([JANUARY, agenda("2020-05-18", rows)], BEFORE);
  expect(ledger.actions.get(FIGURES)).toMatchObject({
    state: "open",
    due: null,
    reportedFor: {
      meeting: "2020-05-18",
      day: "2020-05-18",
      status: "Complete",
      state: "closed",
      update: "sent in March",
      due: "2020-06-01",
      dueText: "1 June 2020",
    },
  });
  expect(ledger.actions.get(FIGURES)!.entries).toHaveLength(1);
  expect(ledger.actions.get(GROUP)!.reportedFor).toBeNull();
});

test("two rows of an agenda for one action are told; a row that speaks of none is told, and books nothing", () => {
  const rows: Row[] = [
    [GROUP, "", ""],
    [FIGURES, "", ""],
    [GROUP, "", ""],
    [null, "Quite another matter", ""],
  ];
  const ledger = book([JANUARY, agenda("2020-05-18", rows)], BEFORE);
  expect(met(ledger, "two rows")).toMatchObject([{ meeting: "2020-05-18", ref: GROUP }]);
  expect(met(ledger, "not recognised")).toMatchObject([{ meeting: "2020-05-18", ref: "2020-05-18/bf4" }]);
  expect(ledger.actions.size).toBe(2);
});

test("an agenda whose day has passed was held if it holds a marked line or a status, else it is only late", () => {
  const passed = [
    agenda("2020-02-01", [[GROUP, "", ""]]),
    agenda("2020-02-02", [[GROUP, "", "Done"]]),
    note("2020-02-03", { state: "agenda", decides: true }),
    note("2020-02-04", { state: "agenda", raises: [[1, "Draw up a forward plan"]] }),
    agenda("2020-05-01"),
  ];
  expect(
    met(book([JANUARY, ...passed], BEFORE), "agenda has passed").map(({ meeting, held }) => [meeting, held]),
  ).toEqual([
    ["2020-02-01", false],
    ["2020-02-02", true],
    ["2020-02-03", true],
    ["2020-02-04", true],
  ]);
});

test("an agenda before the last held note is not the next one", () => {
  const ledger = book([agenda("2020-01-01"), JANUARY], BEFORE);
  expect(ledger.nextAgenda).toBeNull();
  expect(met(ledger, "not on the agenda")).toEqual([]);
});

test("an open action of a body that has ceased is told, with its successor", () => {
  const told = (today: string) =>
    met(book([JANUARY], { board: BOARD, today }), "owner has ceased").map(({ ref, owner, successor }) => [
      ref,
      owner,
      successor,
    ]);
  expect(told("2021-06-26")).toEqual([]);
  expect(told("2021-06-27")).toEqual([
    [FIGURES, "NPS", "Probation Service"],
    [GROUP, "NPS", "Probation Service"],
  ]);
  const closed = note("2020-05-18", {
    rows: [
      [FIGURES, "", "Complete"],
      [GROUP, "", "Complete"],
    ],
  });
  expect(met(book([JANUARY, closed], { board: BOARD }), "owner has ceased")).toEqual([]);
});

test("an agenda may say for all that they will not be reviewed; once its day has passed, that was a report", () => {
  const next = note("2020-05-18-extraordinary", { state: "agenda", blanket: { says: "not reviewed" } });
  expect(book([JANUARY, next], BEFORE).irregularities).toEqual([]);
  expect(met(book([JANUARY, next], { today: "2020-06-01" }), "agenda has passed")).toMatchObject([
    { held: true },
  ]);
});
