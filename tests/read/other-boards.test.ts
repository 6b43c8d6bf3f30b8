import { describe, expect, it } from "vitest";
import type { Meeting } from "../../src/model/meeting.ts";
import { readReal } from "./notes.ts";

/** Each action raised, as `OWNER, OWNER: words`. */
const raised = ({ actions }: Meeting) => actions.map(({ owners, text }) => `${owners.join(", ")}: ${text}`);

/** What is reported on each earlier action, as `state: words`. */
const reported = ({ progress }: Meeting) =>
  progress.map(({ disposition, text }) => `${disposition?.state}: ${text}`);

const names = (people: Meeting["present"]) => people.map(({ as }) => as);

describe("Actions, as other boards write them", () => {
  it.each([
    ["ACTION: MR to count the boats", ["MR: MR to count the boats"]],
    ["Action 6.1 (MR/JL): Count the boats.", ["MR, JL: Count the boats."]],
    ["Action MR/JL: count the boats", ["MR, JL: count the boats"]],
    ["Action 2 - Mary: count the boats", ["Mary: count the boats"]],
    [
      "AP1: Mary to count the boats. AP2: JL to oil the crane.",
      ["Mary: Mary to count the boats.", "JL: JL to oil the crane."],
    ],
    ["[Action: JL] Count the boats.", ["JL: Count the boats."]],
    [
      "The boats were seen. It was agreed to count them. (Action: Clerk)",
      ["Clerk: It was agreed to count them."],
    ],
    [
      "The boats were seen. They must be counted. **Action: Mary to count them**",
      ["Mary: Mary to count them"],
    ],
    ["They must be counted.\n\nACTION: Clerk", ["Clerk: They must be counted."]],
    ["ACTION: Clerk\n\nAdd the boats to the agenda.", ["Clerk: Add the boats to the agenda."]],
    ["**A3 – Count the boats**\n\nOwner: JL\n\nDue: 3 March 2020", ["JL: Count the boats"]],
    [
      "Action: Panel members to count the boats (Mary/JL).",
      ["Mary, JL: Panel members to count the boats (Mary/JL)."],
    ],
    [
      "Action: Boats to be counted by the National Organisation of Watchers (NOW).",
      [": Boats to be counted by the National Organisation of Watchers (NOW)."],
    ],
  ])("%s", async (written, wanted) => {
    const note = `**Present:** Mary Rowe (MR), Jo Lane (JL)\n\n**1. Welcome**\n\nHello.\n\n**2. Boats**\n\n${written}\n`;
    expect(raised(await readReal(note))).toEqual(wanted);
  });

  it("stand in the right-hand column of a table of minutes, whole or as no more than a name", async () => {
    const note = `| Item | Discussion | Action |
| --- | --- | --- |
| 1 | **Boats** All were seen. JL to count them. | JL |
| 2 | **Crane** It squeaks. | Mary Rowe to oil the crane every Monday |
| 3 | **Next meeting** 3 March 2020 | |
`;
    const meeting = await readReal(`Present: Mary Rowe (MR), Jo Lane (JL)\n\n${note}`);
    expect(raised(meeting)).toEqual([
      "JL: JL to count them.",
      "Mary Rowe: Mary Rowe to oil the crane every Monday",
    ]);
    expect(meeting.items.map(({ number, title }) => `${number} ${title}`)).toEqual([
      "1 Boats",
      "2 Crane",
      "3 Next meeting",
    ]);
    expect(meeting.nextMeeting).toBe("2020-03-03");
  });

  it("are one each, however briefly the summary at the end repeats them", async () => {
    const note = `1. Boats

Action: Harbour Master to count all boats on the east side.

2. Crane

It squeaks.

Summary of actions

| Minute | Action | By whom | By when |
| --- | --- | --- | --- |
| 1 | Count all boats on the east side | Harbour Master | 3 March |
| 2 | Oil the crane | Jo Lane | ASAP |
`;
    expect(raised(await readReal(note))).toEqual([
      "Harbour Master: Harbour Master to count all boats on the east side.",
      "Jo Lane: Oil the crane",
    ]);
  });

  it("are not made of plans, papers, numbered points or a status", async () => {
    const note = `1. Action plan

The action plan was noted. There was no further action for the board.

1. The plan has five parts.
2. Each part has a lead.

2. Papers

(a) Action on lamps; (b) Actions of the court. Action: none.
`;
    expect(raised(await readReal(note))).toEqual([]);
  });
});

describe("What became of earlier actions, as other boards write it", () => {
  it.each([
    [
      "a status on the line",
      "2.1 Mary to oil the crane. Complete.\n\n2.2 Jo to count the boats – ongoing.",
      ["closed: 2.1 Mary to oil the crane.", "open: 2.2 Jo to count the boats"],
    ],
    [
      "a status in brackets before it",
      "[Done] Mary to oil the crane\n[Ongoing] Jo to count the boats",
      ["closed: Mary to oil the crane", "open: Jo to count the boats"],
    ],
    [
      "a status above them all",
      "All were complete but for two, which are carried forward:\n\n- Mary to oil the crane\n- Jo to count the boats",
      ["open: Mary to oil the crane", "open: Jo to count the boats"],
    ],
    [
      "a report in italics",
      "Action 1: Mary to oil the crane. *Oiled in May, and done.*\n\nAction 2: Jo to count the boats. *Carried over.*",
      ["open: Mary to oil the crane.", "open: Jo to count the boats."],
    ],
    [
      "a report behind its label",
      "Action 1 (Mary): oil the crane. Update: the oil came in May. COMPLETE",
      ["closed: oil the crane."],
    ],
    [
      "colours",
      "| What | Who | RAG |\n|-|-|-|\n| Oil the crane | Mary | Green – complete |\n| Count the boats | Jo | Red |",
      ["closed: Oil the crane", "open: Count the boats"],
    ],
    [
      "a status that stands last",
      "| Action | Outcome |\n|-|-|\n| Oil the crane | Oil bought; c/f |\n| Count the boats | Counted in May. Completed |",
      ["open: Oil the crane", "closed: Count the boats"],
    ],
    [
      "a colon and a label below",
      "**A1 – Oil the crane**\n\nOwner: Mary\n\nStatus: Complete",
      ["closed: Oil the crane"],
    ],
  ])("%s", async (_, written, wanted) => {
    const note = `**1. Welcome**\n\nHello.\n\n**2. Actions from the last meeting**\n\n${written}\n\n**3. End**\n\nBye.\n`;
    expect(reported(await readReal(note))).toEqual(wanted);
  });

  it("is told by the headings above the lists", async () => {
    const note = `**Item 1 – Actions from the last meeting**

*Completed actions*

Action 1: Mary to oil the crane.

*Outstanding actions*

Action 2: Jo to count the boats.

**Item 2 – Boats**

Action 3: Jo to paint them.
`;
    const meeting = await readReal(note);
    expect(reported(meeting)).toEqual(["closed: Mary to oil the crane.", "open: Jo to count the boats."]);
    expect(raised(meeting)).toEqual([": Jo to paint them."]);
  });

  it("is what a log says that stands alone; a row without a status is a new action", async () => {
    const note = `**Harbour Users: action log, 12 September 2012**

**Boats**

|   |   |
| --- | --- |
| Count the boats on the east side | Carried forward |
| Paint the boats on the west side | |

**Secretariat**

| Action | Owner | Date closed |
| --- | --- | --- |
| Buy a kettle | Jo | 3 May 2012 |
`;
    const meeting = await readReal(note);
    expect(meeting.statedDates.map(({ value }) => value)).toEqual(["2012-09-12"]);
    expect(reported(meeting)).toEqual(["open: Count the boats on the east side", "closed: Buy a kettle"]);
    expect(raised(meeting)).toEqual([": Paint the boats on the west side"]);
  });
});

describe("When, where and who, as other boards write it", () => {
  it("stands in a table of particulars", async () => {
    const note = `# Move Board

| | |
|---|---|
| Date | 4 October 2011 |
| Location | Room 2, Customs House |
| Attendees | Mary Rowe (MR), Jo Lane (JL) |
| Apologies | Sam Pike |

**1. Plan**

It slipped.
`;
    const { statedDates, place, present, apologies } = await readReal(note);
    expect(statedDates.map(({ value }) => value)).toEqual(["2011-10-04"]);
    expect([place, names(present), names(apologies)]).toEqual([
      "Room 2, Customs House",
      ["Mary Rowe (MR)", "Jo Lane (JL)"],
      ["Sam Pike"],
    ]);
  });

  it("is the day of the meeting, not that of its publication", async () => {
    const note =
      "# Harbour Panel\n\nPublished: 20 December 2011\n\nMinutes of the meeting held on 23rd November 2011 at Customs House\n\n**1. Boats**\n\nSeen.\n";
    const { statedDates, place } = await readReal(note);
    expect([statedDates.map(({ value }) => value), place]).toEqual([["2011-11-23"], "Customs House"]);
  });

  it("is told by the columns of a table of names, and by a sentence", async () => {
    const note = `| Governor | Role | Present |
|---|---|---|
| Mary Rowe | Chair | Yes |
| Jo Lane | Parent | Apologies |
| Sam Pike | Staff | No |

**1. Apologies**

Apologies were received and accepted from Mr K Reed and Mrs A Patel.

**2. Boats**

Seen.
`;
    const { present, apologies, absent, chair } = await readReal(note);
    expect([chair, names(present), names(absent)]).toEqual([
      "Mary Rowe",
      ["Mary Rowe, Chair"],
      ["Sam Pike, Staff"],
    ]);
    expect(names(apologies).sort()).toEqual(["Jo Lane, Parent", "Mr K Reed", "Mrs A Patel"]);
  });

  it.each([
    ["22/104 Apologies\n\nNone.\n\n22/105 Boats\n\nSeen.\n", ["104 Apologies", "105 Boats"]],
    ["**I. Welcome**\n\nHello.\n\n**II. Boats**\n\nSeen.\n", ["1 Welcome", "2 Boats"]],
    ["**41.1 Welcome**\n\nHello.\n\n**41.2 Boats**\n\nSeen.\n", ["1 Welcome", "2 Boats"]],
    ["1 Welcome\n\nHello.\n\n2 Boats\n\nSeen.\n", ["1 Welcome", "2 Boats"]],
    [
      "1. Minutes: agreed.\n\n2. Boats: all seen.\n\nMore.\n\n3. End: at ten.\n\nBye.\n",
      ["1 Minutes", "2 Boats", "3 End"],
    ],
  ])("and items are numbered in many ways: %j", async (note, wanted) => {
    expect((await readReal(note)).items.map(({ number, title }) => `${number} ${title}`)).toEqual(wanted);
  });
});

describe("A note of 400,000 characters", () => {
  // Where the work grew with the square of the length, each of these would take the better part of an hour.
  it.each([
    ["Present: ", "Ann Other, "],
    ["# Actions from the last meeting\n\n", "Do it. B – done "],
    ["# Action log\n\n", "a. B "],
    ["| Item | Notes | Action |\n|-|-|-|\n", "| 1 | **Boats** Jo to count them. | Jo |\n"],
    ["", "It was agreed. (Action: Clerk) "],
  ])(
    "is read to its end: %j, and %j again and again",
    async (head, unit) => {
      const note = head + unit.repeat(400_000 / unit.length);
      expect((await readReal(note)).id).toBe("2020-01-21");
    },
    60_000,
  );
});
