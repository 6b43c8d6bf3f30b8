import { describe, expect, it } from "vitest";
import { readReal } from "./notes.ts";

const ITEMS = "\n## 1. Welcome\n\nHello.\n\n## 2. Data\n\n";

describe("`Actions` alone on a line within an item", () => {
  it.each([
    "**Actions**",
    "Actions",
    "Actions:",
    "**Action points:**",
    "**Action points**",
    "Actions agreed:",
    "### Actions",
  ])("heads the actions of that item: %s", async (line) => {
    const note = `## 1. Welcome\n\nHello.\n\n## 2. The quay\n\nThe wall is wet.\n\n${line}\n\n- Ann Other to have the wall seen to by June 2020\n  - before the tides\n- Bo Lee to write to the owners\n\nThe Board will come back to this.\n\n## 3. Boats\n\nTwo were sold.\n`;
    const { actions, log, logHeading } = await readReal(note);
    expect(actions.map(({ text, item, fromLog, owners }) => [text, item, fromLog, owners])).toEqual([
      ["Ann Other to have the wall seen to by June 2020", 2, false, ["Ann Other"]],
      ["Bo Lee to write to the owners", 2, false, ["Bo Lee"]],
    ]);
    expect([log, logHeading]).toEqual([[], null]);
  });

  it.each([
    ["in lines of one paragraph", "\n", "\n"],
    ["in paragraphs", "\n\n", "\n\n"],
  ])("heads what is given to somebody %s", async (_how, above, between) => {
    const actions = ["Ann Other to have the wall seen to", "Bo Lee and the Clerk to write to the owners"];
    const note = `**1. The quay**\n\nIt is wet.\n\n**Actions:**${above}${actions.join(between)}\n\nThe Board will come back to this.\n\n**2. Boats**\n\nTwo were sold.\n`;
    const meeting = await readReal(note);
    expect(meeting.actions.map(({ text, item }) => [text, item])).toEqual(actions.map((text) => [text, 1]));
  });

  it("is the log of the meeting where it is a heading like those of the items", async () => {
    const note =
      "## 1. The quay\n\nAction: Ann Other to have the wall seen to\n\n## Actions\n\n- Ann Other to have the wall seen to\n\n## 2. Boats\n\nTwo were sold.\n";
    expect((await readReal(note)).actions.map(({ text }) => text)).toEqual([
      "Ann Other to have the wall seen to",
    ]);
  });
});

describe("Labels behind an action that say how it stands", () => {
  it.each([
    ["Owner: RN. Status: done", "closed"],
    ["Owner: RN Status: done", "closed"],
    ["Status: in progress. Owner: RN", "open"],
    ["(Lead: RN; Status: withdrawn)", "withdrawn"],
  ])("report on an earlier action where one says how it stands: %s", async (labels, state) => {
    for (const top of [ITEMS, "\n## 1. Actions from the previous meeting\n\n"]) {
      const { actions, progress } = await readReal(`${top}Action 3: Have the quay wall mended. ${labels}\n`);
      expect(actions).toEqual([]);
      expect(progress.map(({ text, owners, number }) => [text.replace(/\.$/, ""), owners, number])).toEqual([
        ["Have the quay wall mended", ["RN"], 3],
      ]);
      expect(progress[0]?.disposition?.state).toBe(state);
    }
  });

  it("raise an action that is said to be new", async () => {
    const { actions, progress } = await readReal(
      `${ITEMS}Action 3: Have the quay wall mended. Owner: RN. Status: New\n`,
    );
    expect(actions.map(({ text, owners }) => [text, owners])).toEqual([
      ["Have the quay wall mended", ["RN"]],
    ]);
    expect(progress).toEqual([]);
  });
});

describe("When and where, below the names", () => {
  it.each([
    [
      "line by line",
      "Present: Ann Other, Bo Lee, Cy Ode\nApologies: none received\nDate: 21 January 2020\nVenue: Boat House\nTime: 10:00 - 12:00\n",
    ],
    [
      "in a table that begins with the chair",
      "| Chair | Ann Other |\n|-|-|\n| Present | Ann Other, Bo Lee, Cy Ode |\n| Apologies | None |\n| Date | 21 January 2020 |\n| Venue | Boat House |\n| Time | 10:00 - 12:00 |\n",
    ],
    [
      "on lines of their own below their labels",
      "**Present:**\\\nAnn Other\\\nBo Lee\\\nCy Ode\n\n**Date:**\\\n21 January 2020\n\n**Venue:**\\\nBoat House\n\n**Time:**\\\n10:00 - 12:00\n",
    ],
  ])("are no names: %s", async (_how, top) => {
    const meeting = await readReal(`# Harbour Board\n\n${top}${ITEMS}Talk.\n`);
    expect(meeting.present.map(({ as }) => as)).toEqual(["Ann Other", "Bo Lee", "Cy Ode"]);
    expect(meeting.apologies).toEqual([]);
    expect([meeting.date, meeting.place, meeting.time]).toEqual(["2020-01-21", "Boat House", "10:00-12:00"]);
  });

  it("leave the chair who stands below a label that ends in a broken line", async () => {
    const { chair } = await readReal(`# Harbour Board\n\n**Chair:**\\\nAnn Other\n${ITEMS}Talk.\n`);
    expect(chair).toBe("Ann Other");
  });
});

describe("What an item says of earlier actions", () => {
  const rows = async (body: string) => {
    const { actions, progress } = await readReal(`${ITEMS}${body}\n`);
    return {
      actions: actions.map(({ text }) => text),
      progress: progress.map(({ number, text, owners, disposition, update }) => [
        number,
        text.replace(/\.$/, ""),
        owners.join(),
        disposition?.state,
        update,
      ]),
    };
  };

  it.each([
    ["Action 3: Have the quay wall mended – complete", [3, "Have the quay wall mended", "", "closed", null]],
    ["- Action 3 (RN): Have the wall mended. In progress.", [3, "Have the wall mended", "RN", "open", null]],
    ["- Action 3 – ongoing; stone ordered", [3, "", "", "open", "stone ordered"]],
    ["- AP3 (RN): closed", [3, "", "RN", "closed", null]],
    ["Action 3 (complete): Mend the lamp", [3, "Mend the lamp", "", "closed", null]],
    ["- Mend the lamp. Owner: RN. Status: done", [null, "Mend the lamp", "RN", "closed", null]],
    ["The lamp is dark.\n\nAction: ongoing", [null, "The lamp is dark", "", "open", null]],
    ["These actions were completed:\n\n- Mend the lamp", [null, "Mend the lamp", "", "closed", null]],
    ["The following actions are carried forward:\n\n- Mend it", [null, "Mend it", "", "open", null]],
  ])("is a report: %s", async (body, row) => {
    expect(await rows(body)).toEqual({ actions: [], progress: [row] });
  });

  it.each([
    ["Action 3: Mend the wall – complete by June", "Mend the wall – complete by June"],
    ["Action 3: RN to complete the survey by June 2020.", "RN to complete the survey by June 2020."],
    ["Action 3: Ask whether the account is closed.", "Ask whether the account is closed."],
    ["Action 3: Complete the lease.", "Complete the lease."],
    ["Action 3 (open): Mend the lamp", "Mend the lamp"],
  ])("is an action where it only sounds like one: %s", async (body, text) => {
    expect(await rows(body)).toEqual({ actions: [text], progress: [] });
  });

  it.each([
    "- Wall: complete\n- Lease: in progress",
    "The following actions should be completed by June:\n\n- Mend the lamp",
    "The works that were completed:\n\n- The wall",
  ])("is no report where no action is spoken of, or one that is to come: %s", async (body) => {
    expect((await rows(body)).progress).toEqual([]);
  });
});

describe("Minutes of councils, clubs and trusts", () => {
  it("name who acts on a line of its own, below the sentence that says what", async () => {
    const body =
      "The hedge overhangs the path. Clerk to write to the owner.\nACTION: Clerk\nHoles in the road were noted. Cllr Finch agreed to report them.\nACTION: Cllr Finch\n";
    const { actions } = await readReal(ITEMS + body);
    expect(actions.map(({ text, owners }) => [text, owners])).toEqual([
      ["Clerk to write to the owner.", ["Clerk"]],
      ["Cllr Finch agreed to report them.", ["Cllr Finch"]],
    ]);
  });

  it("may give what is to be done below the owner", async () => {
    const { actions } = await readReal(`${ITEMS}ACTION: Clerk\nWrite to the owner of the hedge.\n`);
    expect(actions.map(({ text }) => text)).toEqual(["Clerk Write to the owner of the hedge."]);
  });

  it("mark an action by its owner in brackets", async () => {
    const { actions } = await readReal(
      `${ITEMS}Talk. **The Warden to** send the survey out. *[Action AC]*\n`,
    );
    expect(actions.map(({ text, owners }) => [text, owners])).toEqual([
      ["The Warden to send the survey out.", ["AC"]],
    ]);
  });

  it("tick the boxes of what is done", async () => {
    const list = "- [x] Ivo: order riggers\n- [ ] Dan: renew the licence\n";
    const { actions, progress } = await readReal(
      `## Actions from last meeting\n\n${list}\n## Safety\n\nTalk.\n`,
    );
    expect(actions).toEqual([]);
    expect(progress.map(({ text, disposition }) => [text, disposition?.state])).toEqual([
      ["Ivo: order riggers", "closed"],
      ["Dan: renew the licence", "open"],
    ]);
  });

  it("report on the actions of a day", async () => {
    const note = `Quay Club\n\nNotes of 21 January 2020\n\nPresent: Ann Other, Bo Lee\n\nActions from 8 October\n\n1. Bo to tell the fire station - DONE\n2. Ann to ask about the grant - ONGOING\n\nParking\n\nPeople park in Elm Row.\n\nACTION Bo to write to Cllr Bright\n`;
    const { actions, progress } = await readReal(note);
    expect(actions.map(({ text }) => text)).toEqual(["Bo to write to Cllr Bright"]);
    expect(progress.map(({ text, disposition }) => [text, disposition?.state])).toEqual([
      ["Bo to tell the fire station", "closed"],
      ["Ann to ask about the grant", "open"],
    ]);
  });

  it("say `New` of the actions of a log that are new, and `Open` of earlier ones", async () => {
    const log =
      "## Action log\n\n| Action | Owner | Status |\n|-|-|-|\n| Name a lead | RN | Open |\n| Share the times | Clerk | New |\n";
    const { actions, progress } = await readReal(`${ITEMS}Talk.\n\n${log}`);
    expect(actions.map(({ text }) => text)).toEqual(["Share the times"]);
    expect(progress.map(({ text }) => text)).toEqual(["Name a lead"]);
  });

  it("say in brackets until when", async () => {
    const { actions } = await readReal(`${ITEMS}Action: Clerk to order benches (by 31 March)\n`);
    expect(actions.map(({ due, dueText }) => [due, dueText])).toEqual([["2020-03-31", "31 March"]]);
  });

  it("know an action by letters and a number, or by letters alone", async () => {
    const { actions } = await readReal(
      `${ITEMS}Action FP/036: Clerk to list the risks.\n\n- AP: Treasurer to book the hostel\n`,
    );
    expect(actions.map(({ text, owners, number }) => [text, owners, number])).toEqual([
      ["Clerk to list the risks.", ["Clerk"], 1],
      ["Treasurer to book the hostel", ["Treasurer"], 2],
    ]);
  });

  it("count or code the actions of a log", async () => {
    const log =
      "## Agreed actions\n\n(i) The Clerk to add measures.\n(ii) The Treasurer to find a day.\n\nFP/031 Warden to mend the lamp.\n";
    const { actions } = await readReal(`${ITEMS}Talk.\n\n${log}`);
    expect(actions.map(({ text, owners }) => [text, owners])).toEqual([
      ["The Clerk to add measures.", ["Clerk"]],
      ["The Treasurer to find a day.", ["Treasurer"]],
      ["FP/031 Warden to mend the lamp.", ["Warden"]],
    ]);
  });

  it("begin a numbered row of a table with its topic", async () => {
    const table =
      "| No | Item | Action |\n|-|-|-|\n| 1 | Actions from the last meeting<br>Clerk to update the register – carried forward. | |\n| 2 | Lessons. The Head will share the map. | TL |\n| 3 | Clerk to book the hall. It is free in May. | Clerk |\n";
    const { items, actions, progress } = await readReal(`Minutes\n\n21 January 2020\n\n${table}`);
    expect(items.map(({ number, title }) => [number, title])).toEqual([
      [1, "Actions from the last meeting"],
      [2, "Lessons"],
    ]);
    expect(actions.map(({ text, owners, item }) => [text, owners, item])).toEqual([
      ["The Head will share the map.", ["TL"], 2],
      ["Clerk to book the hall.", ["Clerk"], 2],
    ]);
    expect(progress.map(({ text }) => text)).toEqual(["Clerk to update the register"]);
  });
});
