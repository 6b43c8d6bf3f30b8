import { expect, test } from "vitest";
import { accountOf, book, met, note, type Raises, type Row } from "./notes.ts";

/** A note that raises actions, and the next one, which reports on some in its own words. */
function reported(raises: readonly Raises[], rows: readonly Row[]) {
  return book([note("2020-01-21", { raises }), note("2020-05-18", { rows })]);
}

test("a row without a reference is known by its words, case, punctuation and apostrophes aside", () => {
  const ledger = reported(
    [[1, "Send the Mayor\u2019s Office the figures (on remand)."]],
    [[null, "send the mayor's office the figures on remand", "Complete"]],
  );
  expect(accountOf(ledger, "2020-05-18")).toEqual({ opening: ["2020-01-21/1"], closed: ["2020-01-21/1"] });
  expect(met(ledger, "matched by words")).toMatchObject([{ ref: "2020-01-21/1", agreement: 1 }]);
});

test("three quarters of the words are enough", () => {
  const ledger = reported(
    [[1, "alpha bravo charlie delta echo foxtrot golf hotel"]],
    [[null, "alpha bravo charlie delta echo foxtrot india juliet", "Complete"]],
  );
  expect(met(ledger, "matched by words")).toMatchObject([{ agreement: 0.75 }]);
});

test("less is not enough: the row is brought forward, and the nearest open actions are named", () => {
  const ledger = reported(
    [
      [1, "alpha bravo charlie delta echo foxtrot golf hotel"],
      [2, "quite another matter"],
    ],
    [[null, "alpha bravo charlie delta echo india juliet kilo", "Complete"]],
  );
  expect(accountOf(ledger, "2020-05-18")).toEqual({
    opening: ["2020-01-21/1", "2020-01-21/2"],
    broughtForward: ["2020-05-18/bf1"],
    closed: ["2020-05-18/bf1"],
    carried: ["2020-01-21/1", "2020-01-21/2"],
    unaccounted: ["2020-01-21/1", "2020-01-21/2"],
  });
  const [told] = met(ledger, "not recognised");
  expect(told).toMatchObject({ ref: "2020-05-18/bf1" });
  expect(told!.nearest[0]).toEqual({ ref: "2020-01-21/1", agreement: 0.625 });
});

test("a row in doubt between two actions is matched with neither", () => {
  const ledger = reported(
    [
      [1, "MPS to report on custody figures for the north of the city"],
      [2, "MPS to report on custody figures for the south of the city"],
    ],
    [[null, "MPS to report on custody figures for the east of the city", "Complete"]],
  );
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({
    broughtForward: ["2020-05-18/bf1"],
    carried: ["2020-01-21/1", "2020-01-21/2"],
  });
  expect(met(ledger, "not recognised")[0]!.nearest).toHaveLength(2);
});

test("a row in the very words of an action is matched, however alike another reads", () => {
  const ledger = reported(
    [
      [1, "MPS to report on custody figures for the north of the city"],
      [2, "MPS to report on custody figures for the south of the city"],
    ],
    [[null, "MPS to report on custody figures for the south of the city", "Complete"]],
  );
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({
    closed: ["2020-01-21/2"],
    carried: ["2020-01-21/1"],
  });
});

test("matching is one to one over the whole table: what is certain clears up what was in doubt", () => {
  const ledger = reported(
    [
      [1, "MPS to report on custody figures for the north of the city"],
      [2, "MPS to report on custody figures for the south of the city"],
    ],
    [
      [null, "MPS to report on the custody figures for the north of the city again", "Ongoing"],
      ["2020-01-21/2", "MPS to report on custody figures for the south of the city", "Complete"],
    ],
  );
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({
    closed: ["2020-01-21/2"],
    carried: ["2020-01-21/1"],
  });
  expect(met(ledger, "not recognised")).toEqual([]);
});

test("a number alone never matches: every meeting counts from 1 again", () => {
  const ledger = reported(
    [[1, "MOPAC to send out the data pack"]],
    [[1, "MOPAC to circulate the slides", "Complete"]],
  );
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({
    broughtForward: ["2020-05-18/bf1"],
    closed: ["2020-05-18/bf1"],
    unaccounted: ["2020-01-21/1"],
  });
});

test("an equal number tells two actions in the same words apart", () => {
  const ledger = reported(
    [
      [3, "MPS to report on custody figures"],
      [5, "MPS to report on custody figures"],
    ],
    [
      [5, "MPS to report on custody figures", "Ongoing"],
      [3, "MPS to report on custody figures", "Complete"],
    ],
  );
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({
    closed: ["2020-01-21/3"],
    carried: ["2020-01-21/5"],
  });
});

test("an equal number supports a wording that was spun out", () => {
  const spunOut =
    "Clerk to explore with the senior judge the possibility of opening a court in their area to cameras";
  const actions: Raises[] = [
    [9, "Clerk to explore this possibility with the senior judge"],
    [2, "Invite colleagues to the pathfinder group"],
  ];
  const supported = reported(actions, [[9, spunOut, "Not complete"]]);
  expect(met(supported, "matched by words")).toMatchObject([{ ref: "2020-01-21/9" }]);
  expect(met(supported, "matched by words")[0]!.agreement).toBeLessThan(0.75);

  const unsupported = reported(actions, [[7, spunOut, "Not complete"]]);
  expect(accountOf(unsupported, "2020-05-18")).toMatchObject({ broughtForward: ["2020-05-18/bf7"] });
});

test("open actions come before closed ones", () => {
  const words = "MPS to report on custody figures";
  const ledger = book([
    note("2020-01-21", { raises: [[1, words]] }),
    note("2020-03-21", { rows: [["2020-01-21/1", words, "Complete"]], raises: [[4, words]] }),
    note("2020-05-18", { rows: [[null, words, "Complete"]] }),
  ]);
  expect(accountOf(ledger, "2020-05-18")).toEqual({ opening: ["2020-03-21/4"], closed: ["2020-03-21/4"] });
});

test("a closed action is found by its words; of several in the same words, the one closed last", () => {
  const words = "MPS to report on custody figures";
  const ledger = book([
    note("2020-01-21", { raises: [[1, words]] }),
    note("2020-03-21", { rows: [["2020-01-21/1", words, "Complete"]], raises: [[4, words]] }),
    note("2020-05-18", { rows: [["2020-03-21/4", words, "Complete"]] }),
    note("2020-07-20", { rows: [[null, "MPS to report on custody figures soon", "Delayed"]] }),
  ]);
  expect(accountOf(ledger, "2020-07-20")).toEqual({ reopened: ["2020-03-21/4"], carried: ["2020-03-21/4"] });
});

test("two rows in the same words are two rows for one action", () => {
  const ledger = reported(
    [[1, "MPS to report on custody figures"]],
    [
      [null, "MPS to report on custody figures", "Complete"],
      [null, "MPS to report on custody figures", "Ongoing"],
    ],
  );
  expect(accountOf(ledger, "2020-05-18")).toEqual({ opening: ["2020-01-21/1"], carried: ["2020-01-21/1"] });
  expect(met(ledger, "two rows")).toHaveLength(1);
});

test("an action is known by any wording that it has had", () => {
  const first = "Circulate the memorandum of understanding in draft";
  const then = "MOPAC and MPS to share the second version of the agreement";
  const ledger = book([
    note("2020-01-21", { raises: [[1, first]] }),
    note("2020-03-21", { rows: [["2020-01-21/1 accepted", then, "Ongoing"]] }),
    note("2020-05-18", { rows: [[null, then, "Ongoing"]] }),
    note("2020-07-20", { rows: [[null, first, "Complete"]] }),
  ]);
  expect(ledger.actions.size).toBe(1);
  expect(ledger.actions.get("2020-01-21/1")).toMatchObject({ state: "closed", text: then });
});

test("an equal number does not make a short action out of two of its words in a long row", () => {
  const ledger = reported(
    [[1, "Publish the survey"]],
    [[1, "Clerk to ask the borough that held the last survey whether it would publish anything", "Complete"]],
  );
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({ unaccounted: ["2020-01-21/1"] });
});

test("of two rows that read equally like one action, neither is taken for it", () => {
  const ledger = reported(
    [[1, "MPS and NHS to report on custody figures"]],
    [
      [null, "MPS to report on custody figures", "Complete"],
      [null, "NHS to report on custody figures", "Ongoing"],
    ],
  );
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({
    broughtForward: ["2020-05-18/bf1", "2020-05-18/bf2"],
    unaccounted: ["2020-01-21/1"],
  });
});

test("a row that clearly means an action which has a row already is not taken for its neighbour", () => {
  const ledger = reported(
    [
      [1, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima"],
      [2, "alpha bravo charlie delta echo foxtrot golf hotel india juliet mike november"],
    ],
    [
      ["2020-01-21/1", "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima", "Ongoing"],
      [null, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima oscar", "Complete"],
    ],
  );
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({
    unaccounted: ["2020-01-21/2"],
    closed: ["2020-05-18/bf2"],
  });
});

test("the number of a closed action is no support: it has been used again since", () => {
  const ledger = book([
    note("2020-01-21", {
      raises: [
        [4, "alpha bravo charlie delta echo foxtrot golf hotel"],
        [5, "alpha bravo charlie delta echo foxtrot golf india"],
      ],
    }),
    note("2020-03-21", { blanket: { says: "all complete" } }),
    note("2020-05-18", { rows: [[4, "alpha bravo charlie delta echo foxtrot golf juliet", "Ongoing"]] }),
  ]);
  expect(accountOf(ledger, "2020-05-18")).toMatchObject({ broughtForward: ["2020-05-18/bf4"] });
});

test("quotation marks are no part of a word", () => {
  const ledger = reported(
    [[1, "Report on \u2018naming\u2019 and \u2018shaming\u2019"]],
    [[null, "Report on naming and shaming", "Complete"]],
  );
  expect(met(ledger, "matched by words")).toMatchObject([{ agreement: 1 }]);
});
