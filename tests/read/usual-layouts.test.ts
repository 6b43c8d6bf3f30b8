import { describe, expect, it } from "vitest";
import { BOARD, readReal } from "./notes.ts";

const ITEMS = "\n## 1. Welcome\n\nHello.\n\n## 2. Data\n\n";

describe("Who was there, in the layouts of other boards", () => {
  it("may stand line by line below a label in the same paragraph", async () => {
    const text = `# Harbour Board\n\n**Meeting of 21 January 2020**\n\n**Present**\nAnn Other (Chair)\nBo Lee, Harbour Watch\n\n**In attendance**\nCy Ode\n\n**Apologies**\nDi Pool\n${ITEMS}Talk.\n`;
    const { present, inAttendance, apologies, chair } = await readReal(text);
    expect(present.map(({ as }) => as)).toEqual(["Ann Other (Chair)", "Bo Lee, Harbour Watch"]);
    expect([inAttendance, apologies].map(([one]) => one?.as)).toEqual(["Cy Ode", "Di Pool"]);
    expect(chair).toBe("Ann Other");
  });

  it.each([
    ["| **Date** | 21 January 2020 |\n|-|-|\n"],
    ["| Harbour Board | |\n|-|-|\n| **Date** | 21 January 2020 |\n"],
  ])("may stand in a table of particulars that begins %j", async (top) => {
    const rows =
      "| **Time** | 14:00 – 15:30 |\n| **Venue** | Boat House |\n| **Chair** | Ann Other (Warden) |\n| **Attendees** | Bo Lee (Finance), Cy Ode (Legal), Di Pool (Works) |\n| **Apologies** | Ed Quay (IT) |\n";
    const meeting = await readReal(`# Harbour Board – Minutes\n\n${top}${rows}${ITEMS}Talk.\n`);
    expect(meeting.present.map(({ name }) => name)).toEqual(["Bo Lee", "Cy Ode", "Di Pool"]);
    expect(meeting.apologies.map(({ name }) => name)).toEqual(["Ed Quay"]);
    expect([meeting.time, meeting.place]).toEqual(["14:00-15:30", "Boat House"]);
    expect(meeting.chair).toMatch(/^Ann Other/);
  });

  it.each([
    ["names without numbers", "Ann Other\nBo Lee", ["Ann Other", "Bo Lee"]],
    ["numbered names", "1. Ann Other\n2. Bo Lee", ["Ann Other", "Bo Lee"]],
  ])("ends at the only item of the meeting, which is nobody: %s", async (_, names, expected) => {
    const text = `Minutes of the meeting of 21 January 2020\n\nPresent:\n${names}\n\nApologies:\nCy Ode\n\n1. Lamps\n\nAction 1: Bo Lee to see to the lamp.\n`;
    const { present, apologies, actions } = await readReal(text);
    expect(present.map(({ as }) => as)).toEqual(expected);
    expect(apologies.map(({ as }) => as)).toEqual(["Cy Ode"]);
    expect(actions.map(({ owners }) => owners)).toEqual([["Bo Lee"]]);
  });
});

describe("Labels behind an action", () => {
  it.each([
    ["Owner: RN. Due: 29 February 2020", ["RN"], "2020-02-29"],
    ["Lead: RN; Deadline: 29/02/2020", ["RN"], "2020-02-29"],
    ["Action owner: RN. By when: 29 Feb 2020.", ["RN"], "2020-02-29"],
    ["By whom: Ann Other. Target date: 29 February", ["Ann Other"], "2020-02-29"],
    ["(Responsible: Clerk, Target: 29 February 2020)", ["Clerk"], "2020-02-29"],
    ["[Due: 29 February 2020; Owner: RN]", ["RN"], "2020-02-29"],
    ["Owner: RN", ["RN"], null],
    ["Due: 29 February 2020", [], "2020-02-29"],
  ])("say who has to do it until when, and are no words of it: %s", async (labels, owners, due) => {
    const { actions } = await readReal(`${ITEMS}Action 24-001: Have the quay wall mended. ${labels}\n`);
    expect(actions.map(({ text }) => text.replace(/\.$/, ""))).toEqual(["Have the quay wall mended"]);
    expect(actions.map((action) => [action.owners, action.due])).toEqual([[owners, due]]);
  });

  it("name the owner whom the words only seem to name", async () => {
    const { actions } = await readReal(
      `${ITEMS}Action: BA to take advice on the lease. Owner: BA. Due: May 2020\n`,
    );
    expect(actions.map(({ text, owners }) => [text, owners])).toEqual([
      ["BA to take advice on the lease", ["BA"]],
    ]);
  });

  it("are none within a sentence", async () => {
    const { actions } = await readReal(`${ITEMS}Action: Say at the desk who: the wardens\n`);
    expect(actions.map(({ text, owners }) => [text, owners])).toEqual([
      ["Say at the desk who: the wardens", []],
    ]);
  });
});

describe("Who acts", () => {
  it("is the body that the words begin with, before the person in brackets who sees to it", async () => {
    const note = `**Present:** Ann Other (Chair), Bo Lee (Harbour Watch)\n${ITEMS}Action: Harbour Watch to hold a walk (Bo Lee)\n`;
    const { actions } = await readReal(note, BOARD);
    expect(actions.map(({ owners }) => owners)).toEqual([["Harbour Watch"]]);
  });
});

describe("Reports on earlier actions", () => {
  it.each([
    "Last meeting's actions",
    "Actions from last time",
    "Previous actions",
    "Actions from the last meeting",
  ])("are lines without markers below `%s`", async (title) => {
    const lines = "   Ann to send the tide table – done\n\n   Bo to ask about moorings – carried forward\n";
    for (const note of [
      `1. ${title}\n\n${lines}\n2. The quay\n\n   The wall is wet.\n`,
      `## 1. ${title}\n\n${lines.replace(/^ +/gm, "")}\n## 2. The quay\n\nThe wall is wet.\n`,
    ]) {
      const { progress, actions } = await readReal(note);
      expect(progress.map(({ text, disposition }) => [text, disposition?.state])).toEqual([
        ["Ann to send the tide table", "closed"],
        ["Bo to ask about moorings", "open"],
      ]);
      expect(actions).toEqual([]);
    }
  });

  it("stand below a paragraph that speaks of the action log, which is no heading", async () => {
    const note =
      "### 1. Minutes and matters arising\n\n1.1 The minutes were agreed.\n\n1.2 The Board went through the action log. All actions were complete except:\n\n- Action 5 (tide gauge): deferred to the May meeting.\n- Action 8 (moorings): in progress, with the wardens.\n- Bo Lee to paint the boat.\n\n### 2. The quay\n\n**Action: Ann Other to send out the plan.**\n";
    const meeting = await readReal(note);
    expect(meeting.logHeading).toBeNull();
    expect(meeting.log).toEqual([]);
    expect(
      meeting.progress.map(({ text, number, owners, disposition }) => [
        text,
        number,
        owners,
        disposition?.state,
      ]),
    ).toEqual([
      ["tide gauge", 5, [], "open"],
      ["moorings", 8, [], "open"],
      ["Bo Lee to paint the boat.", null, ["Bo Lee"], "open"],
    ]);
    expect(meeting.actions.map(({ text }) => text)).toEqual(["Ann Other to send out the plan."]);
  });
});

describe("The line that says when and where", () => {
  it.each([
    [
      "Notes of the meeting on 21st January 2020, 9:30am–11:30am, Committee Room 2, Boat House",
      "Committee Room 2, Boat House",
    ],
    ["Tuesday 21 January 2020 at 6.00pm in the school hall", "the school hall"],
    [
      "Minutes of the meeting of the Harbour Council held in the Village Hall on Tuesday 21st January 2020 at 7.30pm",
      "the Village Hall",
    ],
    ["Minutes of the meeting on 21 January 2020, 9:30am–11:30am", null],
  ])("tells the place: %s", async (line, place) => {
    const meeting = await readReal(
      `# Harbour Board\n\n${line}\n\nPresent: Ann Other, Bo Lee, Cy Ode\n${ITEMS}Talk.\n`,
    );
    expect([meeting.date, meeting.place]).toEqual(["2020-01-21", place]);
  });
});

describe("`Actions` alone on a line within an item", () => {
  it.each(["**Actions**", "Actions"])("heads the actions of that item: %s", async (line) => {
    const note = `**1. Welcome**\n\nHello.\n\n**2. The quay**\n\nThe wall is wet.\n\n${line}\n\n- Ann Other to have the wall seen to by June 2020\n- Bo Lee to write to the owners\n\n**3. Boats**\n\nTwo were sold.\n`;
    const { actions, log, logHeading } = await readReal(note);
    expect(actions.map(({ text, item, fromLog, owners }) => [text, item, fromLog, owners])).toEqual([
      ["Ann Other to have the wall seen to by June 2020", 2, false, ["Ann Other"]],
      ["Bo Lee to write to the owners", 2, false, ["Bo Lee"]],
    ]);
    expect([log, logHeading]).toEqual([[], null]);
  });
});
