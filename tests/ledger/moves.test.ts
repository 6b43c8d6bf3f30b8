import { expect, test } from "vitest";
import { accountOf, BOARD, book, met, note, type Row } from "./notes.ts";

const A = "2020-01-21/1";
const B = "2020-01-21/2";
const C = "2020-01-21/3";
const JANUARY = note("2020-01-21", {
  raises: [
    [1, "Send out the figures on remand"],
    [2, "Invite colleagues to the pathfinder group"],
    [3, "Draw up a forward plan"],
  ],
});
const NEW = "2020-05-18/1";

/** What the May note makes of three open actions; it raises one of its own. */
function inMay(...statuses: readonly [ref: string, status: string][]) {
  const rows = statuses.map(([ref, status]): Row => [ref, "", status]);
  return book([JANUARY, note("2020-05-18", { rows, raises: [[1, "Set up a group on data"]] })], {
    board: BOARD,
  });
}

/** The moves that fail, as [action, target, why]. */
function failures(ledger: ReturnType<typeof book>) {
  return met(ledger, "move fails").map(({ ref, target, because }) => [ref, target, because]);
}

test("an action may move into one that the same note raises", () => {
  const ledger = inMay([A, `Superseded by ${NEW}`], [B, "Ongoing"], [C, `Split into ${B}, ${NEW}`]);
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({ moved: [A, C], carried: [B, NEW] });
  expect(ledger.actions.get(A)).toMatchObject({ state: "moved", closedAt: "2020-05-18", movedTo: [NEW] });
  expect(ledger.actions.get(C)!.movedTo).toEqual([B, NEW]);
  expect(failures(ledger)).toEqual([]);
});

test("a move to an action that does not exist fails, and the action stays open", () => {
  const ledger = inMay(
    [A, "Merged into 2020-01-21/9"],
    [B, "Superseded by the new strategy"],
    [C, "Ongoing"],
  );
  expect(failures(ledger)).toEqual([
    [A, "2020-01-21/9", "unknown"],
    [B, "the new strategy", "unknown"],
  ]);
  expect(accountOf(ledger, "2020-05-18").carried).toEqual([A, B, C, NEW]);
  expect(ledger.actions.get(A)!.entries.at(-1)).toMatchObject({
    status: "Merged into 2020-01-21/9",
    state: "open",
  });
});

test("one bad target of several keeps the action open", () => {
  expect(failures(inMay([A, `Split into ${B}, 2020-01-21/9`], [B, "Ongoing"], [C, "Ongoing"]))).toEqual([
    [A, "2020-01-21/9", "unknown"],
  ]);
});

test("a move to an action that is closed, by the same note or earlier, fails", () => {
  expect(failures(inMay([A, `Merged into ${B}`], [B, "Complete"], [C, "Ongoing"]))).toEqual([
    [A, B, "not open"],
  ]);
  const allComplete = note("2020-05-18", {
    rows: [[A, "", `Merged into ${B}`]],
    blanket: { says: "all complete" },
  });
  expect(failures(book([JANUARY, allComplete]))).toEqual([[A, B, "not open"]]);
});

test("a move to an action that itself moves away fails; to one whose move fails, it holds", () => {
  expect(failures(inMay([A, `Merged into ${B}`], [B, `Merged into ${C}`], [C, "Ongoing"]))).toEqual([
    [A, B, "not open"],
  ]);
  const ledger = inMay([A, `Merged into ${B}`], [B, "Merged into 2020-01-21/9"], [C, "Ongoing"]);
  expect(failures(ledger)).toEqual([[B, "2020-01-21/9", "unknown"]]);
  expect(accountOf(ledger, "2020-05-18").moved).toEqual([A]);
});

test("a move that leads back fails: to itself, to each other, and round three", () => {
  expect(failures(inMay([A, `Merged into ${A}`], [B, "Ongoing"], [C, "Ongoing"]))).toEqual([
    [A, A, "leads back"],
  ]);
  expect(failures(inMay([A, `Merged into ${B}`], [B, `Merged into ${A}`], [C, "Ongoing"]))).toEqual([
    [A, B, "leads back"],
    [B, A, "leads back"],
  ]);
  const round = inMay([A, `Merged into ${B}`], [B, `Merged into ${C}`], [C, `Merged into ${A}`]);
  expect(failures(round)).toEqual([
    [A, B, "leads back"],
    [B, C, "leads back"],
    [C, A, "leads back"],
  ]);
  expect(accountOf(round, "2020-05-18").carried).toEqual([A, B, C, NEW]);
});

test("a move leads back over several meetings, too", () => {
  const ledger = book([
    JANUARY,
    note("2020-03-01", {
      rows: [
        [A, "", `Merged into ${B}`],
        [B, "", "Ongoing"],
        [C, "", "Ongoing"],
      ],
    }),
    note("2020-04-01", {
      rows: [
        [B, "", `Merged into ${C}`],
        [C, "", "Ongoing"],
      ],
    }),
    note("2020-05-18", { rows: [[C, "", `Merged into ${A}`]] }),
  ]);
  expect(failures(ledger)).toEqual([[C, A, "leads back"]]);
  expect(accountOf(ledger, "2020-05-18")).toEqual({ opening: [C], carried: [C] });
});

test("a move to an action that the same note reopens holds", () => {
  const ledger = book([
    JANUARY,
    note("2020-03-01", {
      rows: [
        [A, "", "Complete"],
        [B, "", "Ongoing"],
        [C, "", "Ongoing"],
      ],
    }),
    note("2020-05-18", {
      rows: [
        [B, "", `Merged into ${A}`],
        [A, "", "Ongoing"],
        [C, "", "Ongoing"],
      ],
    }),
  ]);
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({ reopened: [A], moved: [B], carried: [C, A] });
});

test("transferred to a body on this board is only a change of owner", () => {
  const ledger = inMay(
    [A, "Transferred to the Met Police – they hold the figures"],
    [B, "Ongoing"],
    [C, "Ongoing"],
  );
  expect(accountOf(ledger, "2020-05-18").carried).toEqual([A, B, C, NEW]);
  expect(ledger.actions.get(A)).toMatchObject({ state: "open", owners: ["MPS"] });
  expect(met(ledger, "moved within the board")).toMatchObject([{ ref: A, body: "MPS" }]);
});

test("transferred to any other body, it has left the board", () => {
  const ledger = inMay(
    [A, "Transferred to the MOPAC Health Team"],
    [B, "Transferred to a borough"],
    [C, "Ongoing"],
  );
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({ moved: [A, B], carried: [C, NEW] });
  expect(ledger.actions.get(B)!.movedTo).toEqual(["a borough"]);
});

test("a body whose name holds `and` is one body; two bodies are two owners", () => {
  const ledger = inMay(
    [A, "Transferred to the Prison and Probation Service"],
    [B, "Transferred to MOPAC and a borough"],
    [C, "Ongoing"],
  );
  expect(ledger.actions.get(A)!.owners).toEqual(["HMPPS"]);
  expect(ledger.actions.get(B)!.owners).toEqual(["MOPAC", "a borough"]);
});
