import fc from "fast-check";
import { expect, test } from "vitest";
import { bookLedger, type Ledger } from "../../src/ledger/ledger.ts";
import { openPassingLedger } from "../../src/ledger/passing.ts";
import { BARE_BOARD } from "../../src/model/board.ts";
import type { Meeting } from "../../src/model/meeting.ts";
import { note } from "../ledger/notes.ts";
import { tellAsMeetings } from "./history-notes.ts";
import { madeUpHistories } from "./made-up-history.ts";

// `rrb actions` and `rrb audit` book each note as it is read, and keep none. What they print rests on this: the ledger
// that they get is, in all that they ask of it, the one that is booked when all notes are at hand.

const TODAY = "2030-01-01";

function bookAll(meetings: readonly Meeting[], asOf: string | null): Ledger {
  return bookLedger(meetings, { board: BARE_BOARD, today: TODAY, asOf });
}

/** Books meetings one by one in the order of their names, as a folder is read. */
function bookInPassing(meetings: readonly Meeting[], asOf: string | null): Ledger | null {
  const books = openPassingLedger(BARE_BOARD, asOf);
  for (const meeting of meetings.toSorted((a, b) => (a.path < b.path ? -1 : 1))) books.take(meeting);
  return books.close(TODAY);
}

/** What is asked of a ledger of which no note is kept. */
function asked({ accounts, actions, nextAgenda, irregularities }: Ledger): unknown {
  const inNoBook = irregularities.filter(
    ({ kind }) => kind === "agenda has passed" || kind === "cancelled but held" || kind === "two files",
  );
  return { accounts, actions: [...actions], nextAgenda, inNoBook };
}

const CHOICES = [madeUpHistories(), fc.nat()] as const;

test("booked note by note, every action has the life that it has when all notes are at hand", () => {
  fc.assert(
    fc.property(...CHOICES, (history, choice) => {
      const meetings = tellAsMeetings(history);
      const asOf = choice % 3 === 0 ? meetings[choice % meetings.length]!.date : null;
      expect(asked(bookInPassing(meetings, asOf)!)).toEqual(asked(bookAll(meetings, asOf)));
    }),
    { numRuns: 3000 },
  );
});

test("notes whose dates are not those of their names are booked right, or all are read before any is booked", () => {
  let late = 0;
  fc.assert(
    fc.property(...CHOICES, fc.nat(), (history, choice, other) => {
      const meetings = tellAsMeetings(history);
      const moved = choice % meetings.length;
      const date = meetings[other % meetings.length]!.date;
      const misdated = meetings.map((meeting, index) => (index === moved ? { ...meeting, date } : meeting));
      const ledger = bookInPassing(misdated, null);
      if (ledger === null) late++;
      else expect(asked(ledger)).toEqual(asked(bookAll(misdated, null)));
    }),
    { numRuns: 2000 },
  );
  expect(late).toBeGreaterThan(0);
});

test("of a meeting that two files claim neither is booked, whichever is read first", () => {
  const raising = (path: string) => note("2020-01-21", { path, raises: [[1, "Publish the figures"]] });
  const may = note("2020-05-18", { rows: [[null, "Publish the figures", "In progress"]] });
  const meetings = [raising("2020-01-21.md"), raising("2020-01-21.yaml"), may];
  const ledger = bookInPassing(meetings, null)!;
  expect(asked(ledger)).toEqual(asked(bookAll(meetings, null)));
  expect([...ledger.actions.keys()]).toEqual(["2020-05-18/bf1"]);
});

test("a row that was brought forward is found by its number or its place, when its note was let go long ago", () => {
  const meetings = [
    note("2020-01-21", { raises: [[1, "Publish the figures"]] }),
    note("2020-03-10", {
      rows: [
        ["2020-01-21/1", "Publish the figures", "In progress"],
        [7, "Ask the courts for their list of hearings", "In progress"],
      ],
    }),
    note("2020-05-18", { rows: [["2020-03-10/bf7", "The list of hearings", "Complete"]] }),
    note("2020-07-14", { rows: [["2020-03-10/bf1", "The figures", "Complete"]] }),
  ];
  const ledger = bookInPassing(meetings, null)!;
  expect(asked(ledger)).toEqual(asked(bookAll(meetings, null)));
  expect([...ledger.actions.values()].map(({ ref, closedAt }) => [ref, closedAt])).toEqual([
    ["2020-01-21/1", "2020-07-14"],
    ["2020-03-10/bf7", "2020-05-18"],
  ]);
});
