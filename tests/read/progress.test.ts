import { describe, expect, it } from "vitest";
import type { Meeting } from "../../src/model/meeting.ts";
import { readBody, readFile, readReal } from "./notes.ts";

/** What a note reports, one line a row: reference or number, action, owners, due, status, state and update. */
function rows({ progress }: Meeting): string[] {
  return progress.map(({ cited, accepted, number, text, owners, due, disposition, update }) =>
    [
      (cited?.value ?? number ?? "-") + (accepted ? " accepted" : ""),
      text,
      owners.join("+"),
      due ?? "",
      disposition?.words ?? "(empty)",
      disposition?.state ?? "",
      update ?? "",
    ].join(" | "),
  );
}

const HEADING = "## 2. Actions from previous meeting\n\n";

it("A marked line in bold, or below other words, that cites a reference is one row", async () => {
  const body = (line: string) =>
    `${HEADING}${line}Action 2019-09-27/1 (POL): Write the memorandum. Ongoing.\n`;
  for (const line of ["Decision: Go on.\n", "So it was.\n"]) {
    expect(rows(await readBody(body(line)))).toHaveLength(1);
    expect(rows(await readBody(body(line).replace(/Action \S+/, "**$&**")))).toHaveLength(1);
  }
});

describe("A table in a section on earlier actions", () => {
  it("is read by its headings, in any order and under other names", async () => {
    const table = `| By whom | Status | No | Action | By when | Progress |
| --- | --- | --- | --- | --- | --- |
| POL | Delayed | 2019-09-27/1 | Circulate the memorandum | 14 Oct 2019 | the election came |
| | Complete | 2019-09-27/2 accepted | POL to report on figures | | |
| CSO | | 3 | Third | next meeting | |
`;
    expect(rows(await readBody(HEADING + table))).toEqual([
      "2019-09-27/1 | Circulate the memorandum | POL | 2019-10-14 | Delayed | open | the election came",
      "2019-09-27/2 accepted | POL to report on figures | POL |  | Complete | closed | ",
      "3 | Third | CSO |  | (empty) |  | ",
    ]);
  });

  it("takes the update for both where there is no status column, and never reads what was last reported", async () => {
    const table =
      "| Ref | Action | Update | Last reported |\n|-|-|-|-|\n| 2019-09-27/1 | Write | Ongoing – the draft is out | Delayed |\n";
    expect(rows(await readBody(HEADING + table))).toEqual([
      "2019-09-27/1 | Write |  |  | Ongoing | open | the draft is out",
    ]);
  });

  it("keeps escaped bars, emphasis and line breaks out of the words, and loses none", async () => {
    const table =
      "| Ref | Action | Status |\n|-|-|-|\n| 2019-09-27/1 | Write *this* \\| that<br>and more | **Complete** – sent |\n";
    expect(rows(await readBody(HEADING + table))).toEqual([
      "2019-09-27/1 | Write this | that and more |  |  | Complete | closed | sent",
    ]);
  });

  it("is read where it was pasted from Word: tabs, no headings, cut in two by a page break", async () => {
    const text =
      "1. Welcome\n\nHello.\n\nActions from previous meeting\n\n1\tCSO to write\tIncomplete – a draft is out\n2\tPOL to report\tComplete\n\n3\tLong one\nthat goes on\tOngoing\n\n2. Data\n\nTalk.\n";
    expect(rows(await readReal(text))).toEqual([
      "1 | CSO to write | CSO |  | Incomplete | open | a draft is out",
      "2 | POL to report | POL |  | Complete | closed | ",
      "3 | Long one that goes on |  |  | Ongoing | open | ",
    ]);
  });

  it("is left alone when it speaks of other things", async () => {
    const table = "| Quarter | Arrests |\n|-|-|\n| 1 | 20 |\n";
    expect(rows(await readBody(HEADING + table))).toEqual([]);
  });

  it("counts only under a heading that names earlier actions, in one of its ways", async () => {
    const table = "| Ref | Action | Status |\n|-|-|-|\n| 2019-09-27/1 | Write | Complete |\n";
    for (const title of [
      "Actions from the last meeting",
      "Matters arising",
      "Update on actions",
      "Minutes and review of actions",
      "Welcome, apologies and actions from previous meeting",
    ]) {
      expect(rows(await readBody(`## 2. ${title}\n\n${table}`))).toHaveLength(1);
    }
    expect(
      rows(await readBody(`## 2. Welcome\n\n### ACTIONS FROM PREVIOUS MEETING\n\nTalk.\n\n${table}`)),
    ).toHaveLength(1);
    expect(rows(await readBody(`## 2. Performance\n\n${table}`))).toEqual([]);
    expect(rows(await readBody(`${HEADING}Talk.\n\n## 3. Performance\n\n${table}`))).toEqual([]);
  });
});

describe("A list in a section on earlier actions", () => {
  it("gives long updates room: reference, brackets, then `Status:` below", async () => {
    const list = `- 2019-09-27/1 (CSO; 14 Oct 2019): Circulate the memorandum.
  Status: Delayed – the election came.

  The Office hopes for May.

- 2019-09-27/2: POL to report.

  Status: Complete

Talk about it.
`;
    expect(rows(await readBody(HEADING + list))).toEqual([
      "2019-09-27/1 | Circulate the memorandum. | CSO | 2019-10-14 | Delayed | open | the election came. The Office hopes for May.",
      "2019-09-27/2 | POL to report. | POL |  | Complete | closed | ",
    ]);
  });

  it("reads marked lines with the status in the list below, and keeps what else stands there", async () => {
    const text = `**Action 1:** CSO to write.

- Not complete. The mayor was away.
- He is back in May.

**Action 2**: POL to report.

- **Complete**.

## 3. Data

**Action 1**: CSO to start afresh.
`;
    const meeting = await readBody(HEADING + text);
    expect(rows(meeting)).toEqual([
      "1 | CSO to write. | CSO |  | Not complete | open | The mayor was away. He is back in May.",
      "2 | POL to report. | POL |  | Complete | closed | ",
    ]);
    expect(meeting.actions.map(({ ref }) => ref)).toEqual(["2020-01-21/1"]);
  });

  it("reads a status that stands behind the action, in the same line", async () => {
    const text =
      "Action 1: CSO to write to the mayor. Complete.\n\nAction 2: POL to report – ongoing, awaiting figures\n\nAction 3: OfT to count (in progress)\n";
    expect(rows(await readBody(HEADING + text))).toEqual([
      "1 | CSO to write to the mayor. | CSO |  | Complete | closed | ",
      "2 | POL to report | POL |  | ongoing | open | awaiting figures",
      "3 | OfT to count | OfT |  | in progress | open | ",
    ]);
  });

  it("reads no report into what was merely said", async () => {
    const text = "- The Chair thanked members.\n- Open data is important.\n\n1. Some thought otherwise.\n";
    expect(rows(await readBody(HEADING + text))).toEqual([]);
  });

  it("takes a marked line under matters arising for a new action, unless it has a status or a reference", async () => {
    const text =
      "## 2. Matters arising\n\nAction: CSO to write.\n\nAction 4: POL to report.\n\n- Complete.\n\nAction 2019-09-27/1: Ongoing\n";
    const meeting = await readBody(text);
    expect(meeting.actions.map((action) => action.text)).toEqual(["CSO to write."]);
    expect(rows(meeting)).toEqual([
      "4 | POL to report. | POL |  | Complete | closed | ",
      "2019-09-27/1 |  |  |  | Ongoing | open | ",
    ]);
  });
});

describe("A report may stand anywhere, or for all", () => {
  it("where a marked line cites a reference", async () => {
    const meeting = await readBody(
      "## 3. Data\n\nTalk.\nAction 2019-09-27/2: Complete – sent to all on Monday.\nAction: CSO to thank them.\n",
    );
    expect(rows(meeting)).toEqual(["2019-09-27/2 |  |  |  | Complete | closed | sent to all on Monday."]);
    expect(meeting.actions.map((action) => action.text)).toEqual(["CSO to thank them."]);
  });

  it.each([
    ["Actions: all complete", "all complete", null, null],
    ["Actions: all 12 complete.", "all complete", 12, null],
    [
      "Actions: not reviewed – the meeting was called for one item",
      "not reviewed",
      null,
      "the meeting was called for one item",
    ],
  ])("where a sentence says %j", async (line, says, count, reason) => {
    const meeting = await readBody(`${HEADING}${line}\n`);
    expect(meeting.blanket).toMatchObject({ says, count, reason });
    expect(rows(meeting)).toEqual([]);
    expect(meeting.actions).toEqual([]);
  });

  it("but not where it says nothing", async () => {
    expect((await readBody(`${HEADING}Updates were given.\n\nActions: see below.\n`)).blanket).toBeNull();
  });
});

describe("The words of a status", () => {
  const said = async (cell: string) => {
    const meeting = await readBody(
      `${HEADING}| Ref | Action | Status |\n|-|-|-|\n| 2019-09-27/1 | Write | ${cell} |\n`,
    );
    const { words, state, update, known, noUpdate, targets, transferredTo } =
      meeting.progress[0]!.disposition!;
    return { words, state, update, known, noUpdate, targets, transferredTo };
  };
  const plain = { update: null, known: true, noUpdate: false, targets: [], transferredTo: null };

  it.each([
    ["Complete", "Complete", "closed", null],
    ["COMPLETED.", "COMPLETED", "closed", null],
    ["Not complete. However, soon", "Not complete", "open", "However, soon"],
    ["Partially completed (see 2)", "Partially completed", "open", "(see 2)"],
    ["On-going: soon", "On-going", "open", "soon"],
    ["closed not done", "closed not done", "withdrawn", null],
    ["Closed – done", "Closed", "closed", "done"],
    ["Awaiting the mayor, who is away", "Awaiting the mayor", "open", "who is away"],
    ["Escalated to the Council – on Monday", "Escalated to the Council", "open", "on Monday"],
    ["Proposed for closure", "Proposed for closure", "open", null],
    ["No longer required; it was done", "No longer required", "withdrawn", "it was done"],
    ["Parked until May", "Parked until May", "open", null],
    ["parked – until May", "parked", "open", "until May"],
  ])("%j", async (cell, words, state, update) => {
    expect(await said(cell)).toEqual({ ...plain, words, state, update, known: cell !== "Parked until May" });
  });

  it("tells no update apart", async () => {
    expect(await said("No update")).toEqual({ ...plain, words: "No update", state: "open", noUpdate: true });
  });

  it("names where a move goes", async () => {
    const targets = ["2020-01-21/3", "2020-01-21/4"];
    expect(await said("split into 2020-01-21/3, 2020-01-21/4 – too big")).toEqual({
      ...plain,
      words: "split into 2020-01-21/3, 2020-01-21/4",
      state: "moved",
      update: "too big",
      targets,
    });
    expect(await said("Transferred to City Police")).toEqual({
      ...plain,
      words: "Transferred to City Police",
      state: "moved",
      transferredTo: "City Police",
    });
  });

  it("keeps a word that nobody knows, leaves the action open and guesses nothing", async () => {
    expect(await said("Completely forgotten – sorry")).toEqual({
      ...plain,
      words: "Completely forgotten",
      state: "open",
      update: "sorry",
      known: false,
    });
  });
});

describe("A typed actions log", () => {
  it("repeats the marked lines, and each action is one", async () => {
    const meeting = await readBody(
      "## 1. Data\n\nAction 1 (CSO): Send the pack.\n\nAction 2: POL to report.\n\n## Actions log\n\n| No | Action | Owner |\n|-|-|-|\n| 1 | Send the pack. | CSO |\n| 2 | POL to report. | POL |\n",
    );
    expect(meeting.actions.map(({ ref, fromLog, logRow }) => [ref, fromLog, logRow?.number])).toEqual([
      ["2020-01-21/1", false, 1],
      ["2020-01-21/2", false, 2],
    ]);
  });

  it("raises what no marked line repeats: nothing may be lost", async () => {
    const meeting = await readBody(
      "## 1. Data\n\nAction 1: CSO to send the pack.\n\n## Actions log\n\n1. CSO to send the pack.\n2. POL to report (by June).\n",
    );
    expect(meeting.actions.map(({ ref, text, fromLog }) => [ref, text, fromLog])).toEqual([
      ["2020-01-21/1", "CSO to send the pack.", false],
      ["2020-01-21/2", "POL to report (by June).", true],
    ]);
  });

  it("on its own raises or reports by its words for the status", async () => {
    const meeting = await readBody(
      "## Action log\n\n| No | Action | Status |\n|-|-|-|\n| 1 | CSO to write | New |\n| 2 | POL to report | Complete |\n| 3 | OfT to count | |\n",
    );
    expect(meeting.actions.map((action) => action.text)).toEqual(["CSO to write", "OfT to count"]);
    expect(rows(meeting)).toEqual(["2 | POL to report | POL |  | Complete | closed | "]);
  });
});

describe("A row without headings", () => {
  it("tells owner, due and status apart by what stands in them; a status that nobody knows is one all the same", async () => {
    const text =
      "Actions from previous meeting\n\n1\tWrite to the mayor\tCSO\t3 March 2020\tSort of done\n2\tCount\tSort of done – really\n3\tReport\tBoard members\tOngoing\tmore to come\n";
    expect(rows(await readReal(text))).toEqual([
      "1 | Write to the mayor | CSO | 2020-03-03 | Sort of done | open | ",
      "2 | Count |  |  | Sort of done | open | really",
      "3 | Report | Board members |  | Ongoing | open | more to come",
    ]);
  });
});

describe("A sentence for all that makes an exception", () => {
  it.each([
    "Actions: all complete except 2019-09-27/1.",
    "Actions: all complete, but for the prices",
    "Actions: all 5 complete apart from action 2, which is delayed",
  ])("speaks for none: %j", async (line) => {
    const { meeting, faults } = await readFile(
      "2020-01-21.md",
      `---\ndate: 2020-01-21\n---\n\n${HEADING}${line}\n`,
    );
    expect(meeting.blanket).toBeNull();
    expect([...meeting.progress, ...meeting.actions]).toEqual([]);
    expect(faults.map(({ rule }) => rule)).toEqual(["status-is-known"]);
  });
});
