import { describe, expect, it } from "vitest";
import type { Attendee } from "../../src/model/meeting.ts";
import { BOARD, readBody, readFile, readReal } from "./notes.ts";

const names = (people: readonly Attendee[]) =>
  people.map(({ organisation, name }) => [name, organisation].filter(Boolean).join(" @ "));

describe("The top of a published note", () => {
  it.each([
    ["Harbour Board\n\n21st January 2020\n\nPresent:\n\nCSO\n", null, null],
    [
      "# Harbour Board\n\n## 21<sup>st</sup> January 2020, 10:30-12:30\n\nTown Hall\n\n### 1. Welcome\n\nHello.\n\n### 2. Data\n\nTalk.\n",
      "10:30-12:30",
      "Town Hall",
    ],
    [
      "Minutes of the Harbour Board held on Tuesday 21 January 2020 at the Town Hall\n\nPresent:\n\nCSO\n",
      null,
      "the Town Hall",
    ],
    [
      "Harbour Board\nDate: 21/01/2020\nTime: 2.30pm to 4.00pm\nVenue: Room 3\n\nPresent:\n\nCSO\n",
      "14:30-16:00",
      "Room 3",
    ],
  ])("tells the day, the time and the place: %j", async (text, time, place) => {
    const meeting = await readReal(text);
    expect(meeting.statedDates.map(({ value }) => value)).toEqual(["2020-01-21"]);
    expect([meeting.date, meeting.time, meeting.place]).toEqual(["2020-01-21", time, place]);
  });

  it("may stand in the front matter of whatever published it", async () => {
    const text =
      "---\ntitle: Minutes of 21 January 2020\nlayout: post\n---\n\nPresent:\n\nCSO\n\n1. Welcome\n\nHello.\n\n2. Data\n\nAction: CSO to count.\n";
    const { meeting, faults } = await readFile("anything.md", text);
    expect([meeting.date, meeting.title, meeting.actions.length]).toEqual([
      "2020-01-21",
      "Minutes of 21 January 2020",
      1,
    ]);
    expect(faults).toEqual([]);
  });
});

describe("Attendance in a published note", () => {
  it.each([
    [
      "one name a line",
      "Present:\n\nCity Safety Office (CSO)\nCity Police\nHarbour Watch (HW) East\n",
      ["CSO", "POL", "Harbour Watch (HW) East"],
    ],
    [
      "people and bodies",
      "Present:\n\nDr Ann Other – Chair\n\nBo Lee, City Police\n\nCy Ode (Society of Friends)\n",
      ["Dr Ann Other", "Bo Lee @ POL", "Cy Ode @ Society of Friends"],
    ],
    [
      "in one line",
      "**Present:** Ann Other (City Police), Bo Lee (Harbour Watch), Cy Ode (for Di Pool).\n",
      ["Ann Other @ POL", "Bo Lee @ Harbour Watch", "Cy Ode"],
    ],
    [
      "parted by semicolons",
      "Present: Ann Other, City Police; Bo Lee, Harbour Watch\n",
      ["Ann Other @ POL", "Bo Lee @ Harbour Watch"],
    ],
    ["as a list", "### Attendees\n\n- City Police\n- Harbour Watch\n", ["POL", "Harbour Watch"]],
    [
      "in a table",
      "### Present\n\n| Name | Body |\n|-|-|\n| Ann Other | City Police |\n",
      ["Ann Other @ POL"],
    ],
  ])("is read %s", async (_, text, wanted) => {
    const { present } = await readReal(`${text}\n1. Welcome\n\nHello.\n\n2. Data\n\nTalk.\n`, BOARD);
    expect(names(present)).toEqual(wanted);
  });

  it("tells who was there, who sent word and who was missing", async () => {
    const text = `Organisations in attendance:

City Police

Also present:

Two visitors

Apologies: Harbour Watch

Organisations Absent:

Society of Friends

1. Welcome

Hello.

2. Data

Talk.
`;
    const { present, inAttendance, apologies, absent } = await readReal(text, BOARD);
    expect([present, inAttendance, apologies, absent].map(names)).toEqual([
      ["POL"],
      ["Two visitors"],
      ["Harbour Watch"],
      ["Society of Friends"],
    ]);
  });

  it("knows the chair, and ends at the first sentence", async () => {
    const { chair, apologies } = await readReal(
      "Present:\n\nAnn Other (Chair)\n\nApologies:\n\nBo Lee, City Police\n\nThe notes of May were agreed.\n\nCy Ode spoke.\n",
    );
    expect([chair, names(apologies)]).toEqual(["Ann Other", ["Bo Lee @ City Police"]]);
  });
});

describe("Items of a published note", () => {
  const items = async (text: string) =>
    (await readReal(text)).items.map(({ number, title }) => `${number} ${title}`);

  it.each([
    [
      "headings of any depth",
      "## 1. Welcome\n\nHello.\n\n# 2. Data\n\n1. One\n2. Two\n\n### 3. End\n\nBye.\n",
    ],
    [
      "bold lines",
      "**1. Welcome**\n\nHello.\n\n**2. Data**\n\n1. One\n\n2. Two\n\nMore.\n\n**3. End**\n\nBye.\n",
    ],
    [
      "numbered lines",
      "1. Welcome\n\nHello.\n\n2. Data\n\nTalk.\n\n1. One\n\nof many\n\n2. Two\n\nof many\n\n3. End\n\nBye.\n",
    ],
    ["numbered lines without blank lines", "1. Welcome\nHello.\n2. Data\nTalk.\n3. End\nBye.\n"],
    ["`Item 1:`", "Item 1: Welcome\n\nHello.\n\nItem 2: Data\n\nTalk.\n\nItem 3: End\n\nBye.\n"],
    [
      "numbered lines, an agenda before them",
      "1. Welcome\n2. Data\n3. End\n\n1. Welcome\n\nHello.\n\n2. Data\n\nTalk.\n\n3. End\n\nBye.\n",
    ],
  ])("are known by their sequence: %s", async (_, text) => {
    expect(await items(text)).toEqual(["1 Welcome", "2 Data", "3 End"]);
  });

  it("are the headings where none is numbered", async () => {
    expect(await items("**Welcome**\n\nHello.\n\n**Data**\n\nTalk.\n")).toEqual([
      "null Welcome",
      "null Data",
    ]);
  });

  it("are not the heads of pages, misread or not", async () => {
    const head = (name: string) => `## **${name}** HARBOUR OF THE WHOLE CITY\n\n`;
    const text = `${head("HOC")}### 1. Actions from previous meeting\n\n1\tA to B\tOngoing\n\n${head("HQC")}2\tC to D\tComplete\n\n${head("HOC")}### 2. End\n\nBye.\n`;
    const meeting = await readReal(text);
    expect(meeting.items).toHaveLength(2);
    expect(meeting.progress.map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe("The next meeting of a published note", () => {
  it.each([
    ["Date of next meeting\n\nMonday, 18th May 2020\n", "2020-05-18"],
    ["Next meeting: 18<sup>th</sup> May 2020.\n", "2020-05-18"],
    ["**Date and time of next meeting:** 18 May, 10am\n", "2020-05-18"],
    ["The next meeting will be held on 18 May 2020.\n", "2020-05-18"],
    ["The next meeting is planned for May 2020.\n", null],
    ["The next Board meeting will take place after the election.\n", null],
  ])("is read from %j", async (line, day) => {
    expect(
      (await readReal(`1. Welcome\n\nHello.\n\n2. Data\n\nTalk of 3 March 2020.\n\n${line}`)).nextMeeting,
    ).toBe(day);
  });
});

describe("Whatever a note holds", () => {
  it.each([
    "",
    "\n",
    "\uFEFF",
    "---",
    "---\n",
    "---\ndate: x\n---",
    "| |\n|-|\n",
    "Action:",
    "1.",
    "#",
    "\u0000",
    "\ud800 Action: \udfff",
  ])("%j is read without a fault in rrb", async (text) => {
    const { meeting } = await readFile("2020-01-21.md", text);
    expect(meeting.id).toBe("2020-01-21");
  });
});

describe("What a log holds over from earlier meetings", () => {
  const log = (row: string) =>
    `### Held over from 3 October 2019\n\n| Reference | Action | Owner | Status |\n| - | - | - | - |\n${row}\n`;
  const OURS = "| 2019-10-03/2 | Paint the pier | CSO | Delayed |";

  it.each([
    ["as published", readReal, "# Harbour Board\n\n"],
    ["in rrb's own form", readBody, ""],
  ])("is neither raised nor reported again, %s, where it bears its reference", async (_, read, top) => {
    const none = await read(`${top}## 1. Lamps\n\nLit.\n\n## Actions log\n\n${log(OURS)}`);
    expect([none.actions, none.progress, none.log]).toEqual([[], [], []]);
    const other = await read(
      `${top}## 1. Lamps\n\nLit.\n\n## Actions log\n\n${log("| 2 | Paint the pier | CSO | Delayed |")}`,
    );
    expect([...other.actions, ...other.progress]).toHaveLength(1);
  });

  it.each([
    ["as published", readReal, "# Harbour Board\n\n21 January 2020\n\n"],
    ["in rrb's own form", readBody, ""],
  ])(
    "is not reported twice where the note itself was the first to report on it, %s",
    async (_, read, top) => {
      const section = `## 1. Actions from previous meeting\n\n| Ref | Action | Owner | Status |\n| - | - | - | - |\n${OURS}\n`;
      const row = "| 2020-01-21/bf1 | Paint the pier | CSO | Delayed |";
      const { actions, progress } = await read(`${top}${section}\n## Actions log\n\n${log(row)}`);
      expect(actions).toEqual([]);
      expect(progress.map(({ cited }) => cited?.value)).toEqual(["2019-10-03/2"]);
    },
  );

  it("is no item of a meeting that was cancelled", async () => {
    const notice = `# Harbour Board: Minutes\n\n21 January 2020\n\nThe meeting was cancelled.\n\n## Actions log\n\n${log(OURS)}`;
    const { state, items, actions, progress } = await readReal(notice);
    expect([state, items, actions, progress]).toEqual(["cancelled", [], [], []]);
  });
});

describe("A list of earlier actions as a hurried secretary writes it", () => {
  const LIST = [
    "- NWT to paint the pier: complete",
    "- CSO to count the lamps",
    "- NWT to buy rope - the shop is shut until spring",
    "- The pier looks well.",
  ].join("\n");

  it("is read entry by entry, and one that says nothing of how it stands is open", async () => {
    const { progress, actions } = await readReal(
      `# Harbour Board\n\n21 January 2020\n\n## 2. Actions from previous meeting\n\n${LIST}\n`,
    );
    expect(
      progress.map(({ text, owners, disposition }) => [text, owners, disposition?.state ?? null]),
    ).toEqual([
      ["NWT to paint the pier", ["NWT"], "closed"],
      ["CSO to count the lamps", ["CSO"], null],
      ["NWT to buy rope - the shop is shut until spring", ["NWT"], null],
    ]);
    expect(actions).toEqual([]);
  });

  it("is read line by line where it has no bullets and each line names who acts", async () => {
    const lines =
      "NWT to count the boats - ongoing\nCSO to write to the harbour master\nNWT to buy paint (done)";
    const { progress } = await readReal(
      `# Harbour Board\n\n21 January 2020\n\n## 2. Actions from previous meeting\n\n${lines}\n`,
    );
    expect(progress.map(({ text, disposition }) => [text, disposition?.state ?? null])).toEqual([
      ["NWT to count the boats", "open"],
      ["CSO to write to the harbour master", null],
      ["NWT to buy paint", "closed"],
    ]);
  });

  it.each([
    "Action tracker from last time",
    "Action points from last meeting",
    "Action list from the previous meeting",
  ])("is known by its title, and by who stands before a dash or a colon: %s", async (title) => {
    const { progress, actions } = await readReal(
      `# Harbour Board\n\n21 January 2020\n\nPresent: Raj Shah (Chair), Bea Lund (Treasurer), Tom Field\n\n## ${title}\n\n1. Raj \u2013 three quotes for the boiler \u2013 two are in\n2. Bea \u2013 posters \u2013 done\n3. Raj & Bea: write about the lease\n`,
    );
    expect(progress.map(({ owners, disposition }) => [owners, disposition?.state ?? null])).toEqual([
      [["Raj"], null],
      [["Bea"], "closed"],
      [["Raj", "Bea"], null],
    ]);
    expect(actions).toEqual([]);
  });

  it("raises nothing under matters arising, and is no report there", async () => {
    const { progress, actions } = await readReal(
      "# Harbour Board\n\n21 January 2020\n\n## 2. Matters arising\n\n- CSO to count the lamps\n",
    );
    expect([progress, actions]).toEqual([[], []]);
  });
});

describe("Who sent apologies", () => {
  it("is neither the clerk below them nor the sentence that accepts them", async () => {
    const { apologies, inAttendance, present } = await readReal(
      "Harbour Board\nMinutes of 21 January 2020\n\nPresent: J Moss (Chair), P Khan (Treasurer)\nApologies: D West\nClerk: M Hale\n\n1. Apologies\n\nAccepted for D West.\n\n2. Lamps\n\nLit.\n",
    );
    const namesOf = (list: readonly { readonly as: string }[]) => list.map(({ as }) => as);
    expect([namesOf(present).length, namesOf(apologies), namesOf(inAttendance)]).toEqual([
      2,
      ["D West"],
      ["M Hale (Clerk)"],
    ]);
  });

  it("is not the first business of the meeting, in bold on a line with what became of it", async () => {
    const { apologies } = await readReal(
      "# Harbour Board\n\n21 January 2020\n\nPresent: J Moss, P Khan, D West\nApologies: Lou\n\n**Minutes of last meeting** \u2013 approved\n\n**Lamps**\n\nLit.\n",
    );
    expect(apologies.map(({ as }) => as)).toEqual(["Lou"]);
  });
});
