import fc from "fast-check";
import { expect, test } from "vitest";
import { assertConserved } from "../../src/ledger/audit.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { BARE_BOARD } from "../../src/model/board.ts";
import type { Meeting } from "../../src/model/meeting.ts";
import { readNoteFile } from "../../src/read/note-file.ts";
import { sourceFile } from "../../src/source/source-file.ts";
import { book, met } from "../ledger/notes.ts";
import { type History, keepBooks, LISTS } from "./history.ts";
import { AGENDA, tellAsMarkdown, tellAsMeetings } from "./history-notes.ts";
import { madeUpHistories } from "./made-up-history.ts";

/** One line for each list of each meeting, its references sorted: quick to compare, and easy to read where it differs. */
function listSets(
  meeting: string,
  books: Readonly<Record<(typeof LISTS)[number], Iterable<string>>>,
): string {
  return LISTS.map((list) => `${meeting} ${list}: ${[...books[list]].sort().join(" ")}`).join("\n");
}

/** Demands that the ledger of some notes says what the history says, list by list and reference by reference. */
function expectTold(history: History, meetings: readonly Meeting[]): void {
  const ledger = book(meetings);
  const expected = keepBooks(history);
  const told = ledger.accounts.map((account) => listSets(account.meeting, account)).join("\n");
  expect(told).toBe([...expected.meetings].map(([id, books]) => listSets(id, books)).join("\n"));
  assertConserved(ledger.accounts);
  const forgotten = met(ledger, "not on the agenda").map(({ ref }) => ref);
  expect(forgotten.sort().join(" ")).toBe([...expected.forgotten].sort().join(" "));
}

async function readAll(history: History): Promise<Meeting[]> {
  const files = tellAsMarkdown(history).map(({ path, text }) =>
    readNoteFile(sourceFile(path, text), BARE_BOARD),
  );
  return (await Promise.all(files)).map(({ meeting }) => meeting);
}

/** The rows whose loss must show: the only one for an action that was open before, and that nothing else speaks for. */
function tellingRows(history: History): { sitting: number; row: number; ref: string }[] {
  const { meetings, references } = keepBooks(history);
  return history.sittings.flatMap(({ id, went, told }, sitting) =>
    told.flatMap(({ action }, row) => {
      const ref = references.get(action)!;
      const isOnly = told.filter((other) => other.action === action).length === 1;
      const wasOpen = meetings.get(id)?.opening.has(ref) ?? false;
      return went === "as usual" && isOnly && wasOpen ? [{ sitting, row, ref }] : [];
    }),
  );
}

function withoutRow(history: History, at: number, row: number): History {
  const sittings = history.sittings.map((sitting, index) =>
    index === at ? { ...sitting, told: sitting.told.filter((_, other) => other !== row) } : sitting,
  );
  return { ...history, sittings };
}

const HISTORY_AND_CHOICE = [madeUpHistories(), fc.nat()] as const;

test("the books of every made-up history are kept as the history itself keeps them", () => {
  fc.assert(
    fc.property(madeUpHistories(), (history) => expectTold(history, tellAsMeetings(history))),
    { numRuns: 10_000 },
  );
});

test("and so they are when the history is written as notes, and the notes are read", async () => {
  await fc.assert(
    fc.asyncProperty(madeUpHistories(), async (history) => expectTold(history, await readAll(history))),
    { numRuns: 10_000 },
  );
});

/** Drops a row, and demands that its action is told missing there, and the rest as if it had never been. */
function expectMissed(history: History, choice: number, told: (history: History) => Meeting[]): void {
  const rows = tellingRows(history);
  fc.pre(rows.length > 0);
  const { sitting, row, ref } = rows[choice % rows.length]!;
  const poorer = withoutRow(history, sitting, row);
  const at = history.sittings[sitting]!.id;
  const before = book(told(history)).accounts;
  const after = book(told(poorer)).accounts;
  const index = after.findIndex(({ meeting }) => meeting === at);
  const untilThen = (accounts: Ledger["accounts"]) =>
    accounts.slice(0, index).map((account) => listSets(account.meeting, { ...account, reportedLate: [] }));
  expect(untilThen(after).join("\n")).toBe(untilThen(before).join("\n"));
  const missed = after[index]!.unaccounted.filter((other) => !before[index]!.unaccounted.includes(other));
  expect(missed).toEqual([ref]);
  expect(after[index]!.carried).toContain(ref);
  expectTold(poorer, told(poorer));
}

test("drop any row, and exactly its action is unaccounted at exactly that meeting", () => {
  fc.assert(
    fc.property(...HISTORY_AND_CHOICE, (history, choice) => expectMissed(history, choice, tellAsMeetings)),
    { numRuns: 10_000 },
  );
});

test("the order in which the files come does not matter", () => {
  fc.assert(
    fc.property(madeUpHistories(), fc.infiniteStream(fc.nat()), (history, keys) => {
      const meetings = tellAsMeetings(history);
      const shuffled = meetings
        .map((meeting) => ({ meeting, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ meeting }) => meeting);
      expect(book(shuffled)).toEqual(book(meetings));
    }),
    { numRuns: 1000 },
  );
});

test("as of a day, the books are those of the notes up to that day", () => {
  fc.assert(
    fc.property(...HISTORY_AND_CHOICE, (history, choice) => {
      const meetings = tellAsMeetings(history);
      const asOf = meetings[choice % meetings.length]!.date!;
      expect(book(meetings, { asOf })).toEqual(
        book(
          meetings.filter(({ date }) => date! <= asOf),
          { asOf },
        ),
      );
      const accounts = book(meetings).accounts.filter(({ meeting }) => meeting.slice(0, 10) <= asOf);
      const told = (account: object) => ({ ...account, reportedLate: [] });
      expect(book(meetings, { asOf }).accounts.map(told)).toEqual(accounts.map(told));
    }),
    { numRuns: 1000 },
  );
});

test("the histories are worth the name: they hold every kind of event", () => {
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  for (const history of fc.sample(madeUpHistories(), 300)) {
    for (const books of keepBooks(history).meetings.values()) {
      for (const list of LISTS) if (books[list].size > 0) count(list);
    }
    for (const { went, told } of history.sittings) {
      count(went);
      for (const { names, to } of told) {
        count(names);
        if (to !== undefined) count(`to ${typeof to === "number" ? "an action" : to}`);
      }
    }
    if (keepBooks(history).forgotten.size > 0) count(`forgotten at ${AGENDA}`);
  }
  const kinds = [...LISTS, "as usual", "silent", "all complete", "not reviewed", "cancelled", "by reference"];
  const more = ["by its words", "nearly by its words", "to an action", "to a borough", "to nowhere"];
  for (const what of [...kinds, ...more, `forgotten at ${AGENDA}`]) {
    expect([what, (seen.get(what) ?? 0) > 20]).toEqual([what, true]);
  }
});
