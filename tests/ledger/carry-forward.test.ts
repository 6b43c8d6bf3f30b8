import { describe, expect, it, test } from "vitest";
import { findAskedFor } from "../../src/ledger/asked-for.ts";
import { carryForward } from "../../src/ledger/carry-forward.ts";
import type { Day } from "../../src/model/day.ts";
import type { Meeting } from "../../src/model/meeting.ts";
import { readFile } from "../read/notes.ts";
import { book, note } from "./notes.ts";

describe("An action that asks for an item names it", () => {
  it.each([
    ["Tree survey deep dive to be scheduled for next meeting.", "Tree survey deep dive"],
    ["The lease to be discussed at a future meeting.", "Lease"],
    ["First figures to be discussed at the next board meeting.", "First figures"],
    ["A longer item on ponds will be on the agenda of the next meeting.", "Ponds"],
    ["Growers to count the frogs. Deep dive to come back to a future meeting.", "Deep dive"],
    ["Paper on drains to come back to the next meeting", "Paper on drains"],
    ["Council to bring a paper on drains back to a future meeting", "Paper on drains"],
    ["Secretary to add the lease to the agenda for the next meeting", "Lease"],
    ["Schedule a deep dive on slugs for the next meeting", "Deep dive on slugs"],
    ["Panel to consider the rent at its next meeting", "Rent"],
    ["The rent is to be an item of the next Allotments Board meeting", "Rent"],
  ])("%j asks for %j", (text, title) => {
    expect(findAskedFor(text)).toBe(title);
  });

  it.each([
    "Growers to count the frogs before the next meeting",
    "Plan to be shared at the next meeting",
    "Council to circulate the lease in advance of the next meeting for comment",
    "The lease to be discussed with the owners",
    "Water to report by the next meeting",
    "Chair to discuss the rent with the landlord",
  ])("%j asks for none", (text) => {
    expect(findAskedFor(text)).toBeNull();
  });
});

/** The titles offered to the meeting of a day, each with where it comes from. */
function offered(meetings: readonly Meeting[], day: Day): string[] {
  return carryForward(book(meetings), meetings, day).offered.map(
    ({ title, comesFrom }) => `${title} < ${comesFrom.join(", ")}`,
  );
}

async function read(id: string, body: string, more = ""): Promise<Meeting> {
  return (await readFile(`${id}.md`, `---\ndate: ${id.slice(0, 10)}\npresent: [CSO]\n${more}---\n\n${body}`))
    .meeting;
}

describe("What is put off", () => {
  it.each([
    ["Bees, to 15 September 2026, as nobody came.", "2026-09-15"],
    ["Bees to the meeting of 15 September 2026", "2026-09-15"],
    ["Bees, until 15 September", "2026-09-15"],
    ["The bees, in the autumn", "2026-09-01"],
    ["Bees, in the autumn of 2027.", "2027-09-01"],
    ["Bees to early March 2027", "2027-03-01"],
    ["Bees, to March", "2027-03-01"],
    ["Bees until 2028", "2028-01-01"],
  ])("%j is an item from %s on, and not before", async (words, day) => {
    const meetings = [await read("2026-03-10", `Deferred: ${words}\n`), note("2026-04-14")];
    expect(offered(meetings, "2026-05-12")).toEqual([]);
    const eve = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect(offered(meetings, eve)).toEqual([]);
    expect(offered(meetings, day)).toEqual(["Bees < deferred from 10 March 2026"]);
    expect(offered(meetings, "2029-01-01")).toEqual(["Bees < deferred from 10 March 2026"]);
  });

  it.each(["Bees", "Bees, to the next meeting.", "Bees, as nobody came.", "Bees to a future meeting"])(
    "%j is an item of the very next meeting",
    async (words) => {
      const meetings = [await read("2026-03-10", `Forward plan: ${words}\n`)];
      expect(offered(meetings, "2026-04-14")).toEqual(["Bees < deferred from 10 March 2026"]);
      expect(offered([...meetings, note("2026-04-14")], "2026-05-12")).toEqual([]);
    },
  );

  it("is no item any more once a later meeting has had it, unless that put it off again", async () => {
    const first = await read("2026-03-10", "## 1. Bees\n\nDeferred: Bees on the field, to 14 April 2026.\n");
    const second = await read("2026-04-14", "## 1. Bees on the lower field\n\nThey were heard.\n");
    const third = await read(
      "2026-04-14",
      "## 1. Bees on the field\n\nDeferred: Bees on the field, to 12 May 2026.\n",
    );
    const called = await read("2026-04-14", "## 1. Bees on the field\n", "state: cancelled\n");
    expect(offered([first, second], "2026-05-12")).toEqual([]);
    expect(offered([first, third], "2026-05-12")).toEqual([
      "Bees on the field < deferred from 14 April 2026",
    ]);
    expect(offered([first, called], "2026-05-12")).toEqual([
      "Bees on the field < deferred from 10 March 2026",
    ]);
  });
});

test("An action is offered as an item when it is due, while it is open, and but once with what was deferred in its words", async () => {
  const raised = await read(
    "2026-03-10",
    "Action 1 (POL; by 9 June 2026): Bees to be discussed at a future meeting.\nAction 2: Slugs to be discussed at the next meeting.\n",
    "next-meeting: 2026-04-14\n",
  );
  expect(offered([raised], "2026-04-14")).toEqual(["Slugs < asked for by action 2026-03-10/2"]);
  const done = note("2026-04-14", {
    rows: [["2026-03-10/2", "Slugs to be discussed at the next meeting.", "Complete"]],
  });
  expect(offered([raised, done], "2026-06-09")).toEqual(["Bees < asked for by action 2026-03-10/1"]);
  const deferring = await read("2026-05-12", "Deferred: Bees, to 9 June 2026.\n");
  const { offered: items } = carryForward(
    book([raised, done, deferring]),
    [raised, done, deferring],
    "2026-06-09",
  );
  expect(items).toEqual([
    {
      title: "Bees",
      lead: "POL",
      comesFrom: ["deferred from 12 May 2026", "asked for by action 2026-03-10/1"],
    },
  ]);
});

describe("The open actions are carried", () => {
  it("by the meeting they come from, oldest first, those from before the first note at the head", () => {
    const meetings = [
      note("2026-03-10", {
        raises: [
          [1, "Count the frogs"],
          [2, "Mow the verge"],
        ],
        rows: [[null, "Mend the gate", "Ongoing"]],
      }),
      note("2026-03-10-extraordinary", { raises: [[1, "Pump out the cellar"]] }),
      note("2026-04-14", { rows: [["2026-03-10/2", "Mow the verge", "Done"]] }),
    ];
    const { groups } = carryForward(book(meetings), meetings, "2026-05-12");
    expect(groups.map(({ title, actions }) => [title, ...actions.map(({ ref }) => ref)])).toEqual([
      ["From before 10 March 2026", "2026-03-10/bf1"],
      ["From 10 March 2026", "2026-03-10/1"],
      ["From 10 March 2026 (extraordinary)", "2026-03-10-extraordinary/1"],
    ]);
  });

  it("with what was last reported, which a meeting that reviewed nothing did not", () => {
    const meetings = [
      note("2026-03-10", {
        raises: [
          [1, "Count the frogs"],
          [2, "Mow the verge"],
          [3, "Mend the gate"],
        ],
      }),
      note("2026-04-14", {
        rows: [
          ["2026-03-10/1", "Count the frogs", "Delayed – it froze"],
          ["2026-03-10/2", "Mow the verge", "No update"],
        ],
      }),
      note("2026-05-12", { blanket: { says: "not reviewed", reason: "the flood only" } }),
    ];
    const { groups } = carryForward(book(meetings), meetings, "2026-06-09");
    expect(groups[0]!.actions.map(({ lastReported }) => lastReported)).toEqual([
      "Delayed – it froze",
      "No update",
      null,
    ]);
  });
});
