import { expect, test } from "vitest";
import { tellBiography } from "../../src/ledger/biography.ts";
import { book, type NoteParts, note } from "./notes.ts";

const REF = "2020-01-21/1";

/** The life of one action: what each later note reports of it. */
function life(
  raised: object,
  reports: Readonly<Record<string, readonly [text: string, status: string, more?: object]>>,
) {
  const rows = (ref: string, [text, status, more]: readonly [string, string, object?]): NoteParts => ({
    rows: [[ref, text, status, more ?? {}]],
  });
  const notes = Object.entries(reports).map(([id, report]) => note(id, rows(REF, report)));
  const ledger = book([note("2020-01-21", { raises: [[1, "Circulate the memorandum", raised]] }), ...notes]);
  const action = ledger.actions.get(REF)!;
  return { action, told: tellBiography(action, ledger, "2020-12-31") };
}

test("every due date is told in order, with the meeting that set it; a later day is a slip", () => {
  const { action, told } = life(
    { due: "2020-02-14", dueText: "14 February 2020" },
    {
      "2020-03-01": ["", "Delayed", { due: "2020-05-01", dueText: "1 May 2020" }],
      "2020-04-01": ["", "Ongoing"],
      "2020-05-18": ["", "Ongoing", { due: null, dueText: "once the election is over" }],
      "2020-06-01": ["", "Ongoing", { due: "2020-04-01", dueText: "1 April 2020" }],
      "2020-07-20": ["", "Delayed", { due: "2020-09-01", dueText: "1 September 2020" }],
    },
  );
  expect(told.dues).toEqual([
    { due: "2020-02-14", dueText: "14 February 2020", meeting: "2020-01-21" },
    { due: "2020-05-01", dueText: "1 May 2020", meeting: "2020-03-01" },
    { due: null, dueText: "once the election is over", meeting: "2020-05-18" },
    { due: "2020-04-01", dueText: "1 April 2020", meeting: "2020-06-01" },
    { due: "2020-09-01", dueText: "1 September 2020", meeting: "2020-07-20" },
  ]);
  expect(told.slips).toBe(2);
  expect(action).toMatchObject({ due: "2020-09-01", dueText: "1 September 2020" });
});

test("the same due words repeated keep the earlier date", () => {
  const { action, told } = life(
    { due: "2020-03-01", dueText: "the next meeting" },
    { "2020-03-01": ["", "Ongoing", { due: "2020-05-18", dueText: "next meeting" }] },
  );
  expect(action.due).toBe("2020-03-01");
  expect(told.dues).toEqual([{ due: "2020-03-01", dueText: "the next meeting", meeting: "2020-01-21" }]);
  expect(told.slips).toBe(0);
});

test("a day and month written another way is the same day, not that of the year after", () => {
  const { action } = life(
    { due: "2020-02-14", dueText: "by 14th February" },
    { "2020-03-01": ["", "Ongoing", { due: "2021-02-14", dueText: "14 Feb." }] },
  );
  expect(action.due).toBe("2020-02-14");
});

test("owners now are the last that a note stated; those before are kept", () => {
  const { told } = life(
    { owners: ["MOPAC"] },
    {
      "2020-03-01": ["", "Ongoing", { owners: ["MOPAC"] }],
      "2020-04-01": ["", "Ongoing", { owners: ["MPS", "NHS"] }],
      "2020-05-18": ["", "Ongoing"],
    },
  );
  expect(told.owners).toEqual(["MPS", "NHS"]);
  expect(told.ownersBefore).toEqual([{ owners: ["MOPAC"], meeting: "2020-01-21" }]);
});

test("every wording is told once, case and punctuation aside", () => {
  const { told } = life(
    {},
    {
      "2020-03-01": ["Circulate the MEMORANDUM.", "Ongoing"],
      "2020-04-01": ["Circulate the new memorandum", "Ongoing"],
    },
  );
  expect(told.wordings).toEqual([
    { text: "Circulate the memorandum", meeting: "2020-01-21" },
    { text: "Circulate the new memorandum", meeting: "2020-04-01" },
  ]);
});

test("an open action is as old as the day asked for; a closed one has lived to the meeting that closed it", () => {
  const open = life({}, { "2020-03-01": ["", "Ongoing"], "2020-04-01": ["", "Ongoing"] });
  expect(open.told).toMatchObject({ ageInDays: 345, ageInMeetings: 2, closing: null });
  const closed = life({}, { "2020-03-01": ["", "Done – sent"], "2020-04-01": ["", "Done"] });
  expect(closed.told).toMatchObject({
    ageInDays: 40,
    ageInMeetings: 1,
    closing: { meeting: "2020-03-01", status: "Done", update: "sent" },
  });
});
