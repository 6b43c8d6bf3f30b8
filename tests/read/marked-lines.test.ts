import { describe, expect, it } from "vitest";
import { readBody, readReal } from "./notes.ts";

/** What a body raises: number written, owners, due and text of each action. */
async function raised(body: string) {
  const { actions } = await readBody(body);
  return actions.map(({ written, owners, due, dueText, text }) => ({ written, owners, due, dueText, text }));
}

/** The texts of the actions that a body raises. */
async function texts(body: string) {
  return (await raised(body)).map(({ text }) => text);
}

describe("A line that begins with `Action` raises an action", () => {
  it.each([
    ["Action: Send the pack.", null],
    ["Action 3: Send the pack.", 3],
    ["ACTION - Send the pack.", null],
    ["action – Send the pack.", null],
    ["**Action 3:** Send the pack.", 3],
    ["**Action 3**: Send the pack.", 3],
    ["*Action:* Send the pack.", null],
    ["Agreed action: Send the pack.", null],
    ["- Action 3: Send the pack.", 3],
    ["> Action 3: Send the pack.", 3],
    ["Actions: Send the pack.", null],
    ["Action point 3: Send the pack.", 3],
  ])("in the manner of %j", async (line, number) => {
    expect(await raised(`## 1. Data\n\n${line}\n`)).toEqual([
      { written: number, owners: [], due: null, dueText: null, text: "Send the pack." },
    ]);
  });

  it("runs to the end of its paragraph, or to the next marked line", async () => {
    const body =
      "## 1. Data\n\nIt was said that much is late.\nAction: Send the pack\nto all members.\nAction: Thank the clerk.\n\nNo more.";
    expect(await texts(body)).toEqual(["Send the pack to all members.", "Thank the clerk."]);
  });

  it.each([
    "The action plan: it is late.",
    "Action plan: it is late.",
    "No further action.",
    "This is done (see Action 8).",
    "Action: none",
    "Action: Nil.",
    "Action: n/a",
    "Actions: no new actions",
    "Actioned: the letters.",
    "Interaction: much.",
    "    Action: in a block of code",
    "```\nAction: in a fence\n```",
    "<!-- Action: in a comment -->",
  ])("but not where %j only looks like one", async (line) => {
    expect(await texts(`## 1. Data\n\n${line}\n`)).toEqual([]);
  });

  it("is not raised by the heading of a log, nor by that of a section", async () => {
    expect(
      await texts("## 1. Data\n\nTalk.\n\n## Actions Log\n\n## 2. Action on custody\n\nTalk.\n"),
    ).toEqual([]);
  });

  it("has its number in its own line", async () => {
    const body = "## 1. Data\n\nThere was no\naction\n#1 - so the Chair said.\n";
    expect(await texts(body)).toEqual([]);
    expect((await readReal(`${body}\n## 2. Fog\n\nNone.\n`)).actions).toEqual([]);
  });

  it("takes for its text the list below it, each entry by its first paragraph, where nothing stands behind it", async () => {
    const list = "- CSO to send the pack\n  - before May\n\n  and to keep a copy\n\n- POL to read it\n";
    expect(await texts(`## 1. Data\n\nActions:\n\n${list}`)).toEqual([
      "CSO to send the pack",
      "POL to read it",
    ]);
  });

  it("takes the list below it for its text where nothing stands behind it", async () => {
    expect(await texts("## 1. Data\n\nActions:\n\n- Send the pack.\n- Thank the clerk.\n\nTalk.\n")).toEqual([
      "Send the pack.",
      "Thank the clerk.",
    ]);
    expect(await texts("## 1. Data\n\n**Action:**\n\nSend the pack.\n\nTalk.\n")).toEqual(["Send the pack."]);
  });

  it("stands under its item", async () => {
    const { actions, items } = await readBody(
      "Action: A.\n\n## 1. Data\n\nAction: B.\n\n### Detail\n\nAction: C.\n\n## 2. Rest\n",
    );
    expect(items.map(({ number, title }) => [number, title])).toEqual([
      [1, "Data"],
      [2, "Rest"],
    ]);
    expect(actions.map(({ item }) => item)).toEqual([null, 1, 1]);
  });

  it("marks one inside a paragraph only in notes that are read as they stand", async () => {
    const text = "The figures were late. Action: CSO to chase them. ACTION 2: POL to help.";
    expect(await texts(`## 1. Data\n\n${text}\n`)).toEqual([]);
    const { actions } = await readReal(`1. Data\n\n${text}\n`);
    expect(actions.map((action) => [action.number, action.text])).toEqual([
      [3, "CSO to chase them."],
      [2, "POL to help."],
    ]);
  });
});

describe("Numbers of actions", () => {
  const numbers = async (body: string) => (await readBody(body)).actions.map(({ ref }) => ref.split("/")[1]);

  it("are those written; one that is not yet written is the next above the highest", async () => {
    expect(await numbers("Action: A.\n\nAction 5: B.\n\nAction: C.\n\nAction 2: D.\n")).toEqual([
      "6",
      "5",
      "7",
      "2",
    ]);
  });

  it("are never given twice: the second bearer takes the next free one", async () => {
    expect(await numbers("Action 1: A.\n\nAction 1: B.\n\nAction 2: C.\n")).toEqual(["1", "3", "2"]);
  });

  it("are those of the typed log where the line has none", async () => {
    const log =
      "## Actions log\n\n| No | Action |\n| --- | --- |\n| 1 | POL to write to the mayor |\n| 2 | CSO to send out the pack |\n";
    expect(
      await numbers(`Action: CSO to send out the pack.\n\nAction: POL to write to the mayor.\n\n${log}`),
    ).toEqual(["2", "1"]);
  });
});

describe("The owner of an action", () => {
  const owners = async (line: string) => (await raised(`${line}\n`))[0]?.owners;

  it.each([
    ["Action (POL): Report.", ["POL"]],
    ["Action 2 (City Police; by 28 February 2020): Report.", ["POL"]],
    ["Action (POL, CSO; by 28 February): Report.", ["POL", "CSO"]],
    ["Action (Society of Friends): Report.", ["Society of Friends"]],
    ["Action (Department for Work and Bread and POL): Report.", ["DWB", "POL"]],
    ["Action: CSO to report.", ["CSO"]],
    ["Action: The City Safety Office will report.", ["CSO"]],
    ["Action: the Office shall report.", ["CSO"]],
    ["Action: CSO and City Police must report.", ["CSO", "POL"]],
    ["Action: CSO/POL to report.", ["CSO", "POL"]],
    ["Action: CSO & POL to report.", ["CSO", "POL"]],
    ["Action: Department for Work and Bread to report.", ["DWB"]],
    ["Action: Department for Work and Bread, POL and Ann Other to report.", ["DWB", "POL", "Ann Other"]],
    ["Action: Ann Other should report.", ["Ann Other"]],
    ["Action: RA to report.", ["RA"]],
    ["Action: Ruth Ade to report.", ["Ruth Ade"]],
    ["Action: OfT to report.", ["OfT"]],
    ["Action: XYZ to report.", ["XYZ"]],
    ["Action: Chair to write.", ["Chair"]],
    ["Action: The Secretariat to write.", ["Secretariat"]],
    ["Action: All to note.", ["All"]],
    ["Action: Small group of Board members to meet.", ["Small group of Board members"]],
    ["Action: Partners should consider it.", ["Partners"]],
  ])("of %j is %j", async (line, wanted) => {
    expect(await owners(line)).toEqual(wanted);
  });

  it.each([
    "Action: Deep dive to be scheduled.",
    "Action: CSO to be invited.",
    "Action: Interim findings to go to the group.",
    "Action: Paper for the working group to follow.",
    "Action: Update on the council to come in May.",
    "Action: Send the pack to POL.",
    "Action: XYZ to go out to consultation.",
    "Action: The plan will be shared. CSO to help.",
    "Action: To report to the City Police.",
    "Action: It was agreed that CSO will report.",
    "Action: Mary Moon to report.",
    "Action (by 3 March 2020): Report.",
  ])("is never invented: %j has none", async (line) => {
    expect(await owners(line)).toEqual([]);
  });
});

describe("When an action is due", () => {
  const due = async (line: string) => {
    const [action] = await raised(`${line}\n`);
    return [action?.due, action?.dueText];
  };

  it.each([
    ["Action (POL; by 28 February 2020): Report.", "2020-02-28", "28 February 2020"],
    ["Action (POL, by 28 Feb): Report.", "2020-02-28", "28 Feb"],
    ["Action (by next meeting): Report.", "2020-05-18", "next meeting"],
    ["Action: Report by 14 February 2020.", "2020-02-14", "14 February 2020"],
    ["Action: Report by Friday 14th February.", "2020-02-14", "Friday 14th February"],
    ["Action: Report by 14/02/2020.", "2020-02-14", "14/02/2020"],
    ["Action: Report by 2020-02-14", "2020-02-14", "2020-02-14"],
    ["Action: Report by 3 January.", "2021-01-03", "3 January"],
    ["Action: Report by the end of March 2020.", "2020-03-31", "the end of March 2020"],
    ["Action: Report at the next meeting.", "2020-05-18", "the next meeting"],
    ["Action: Report before the next Board meeting.", "2020-05-18", "before the next Board meeting"],
    ["Action: Report at a future meeting.", null, "a future meeting"],
    ["Action: Report in June.", null, "June"],
    ["Action: Report once the data is out.", null, "once the data is out"],
    ["Action: Report when the election is over.", null, "when the election is over"],
    ["Action: Report by 30 February 2020.", null, "30 February 2020"],
    ["Action: Report in due course.", null, "due course"],
    ["Action: CSO to send slides after the meeting, and a list of needs.", null, "after the meeting"],
  ])("%j: %j", async (line, day, words) => {
    expect(await due(line)).toEqual([day, words]);
  });

  it.each([
    "Action: Write the plan for consideration by the Judge.",
    "Action: Ask when the slides are ready.",
    "Action: Report on the meeting of 3 March 2020 to members.",
    "Action: Write to all in the council.",
  ])("is not said by %j", async (line) => {
    expect(await due(line)).toEqual([null, null]);
  });
});

describe("Decisions and what is put off", () => {
  it("keeps the word that the note uses, and numbers decisions apart from actions", async () => {
    const { decisions, actions } = await readBody(
      "## 1. Data\n\nDecision 1: Buses first.\n\nAgreed: The minutes.\n\n**Resolved –** The lease.\n\n- Endorsed: The bid.\n\nNoted: The report.\n\nRecommended: Patience.\n\nAction 1: CSO to write.\n",
    );
    expect(decisions.map(({ ref, kind, text }) => `${ref.split("/")[1]} ${kind}: ${text}`)).toEqual([
      "d1 Decision: Buses first.",
      "d2 Agreed: The minutes.",
      "d3 Resolved: The lease.",
      "d4 Endorsed: The bid.",
      "d5 Noted: The report.",
      "d6 Recommended: Patience.",
    ]);
    expect(actions).toHaveLength(1);
  });

  it("reads to when an item is deferred", async () => {
    const { deferred } = await readBody(
      "## 1. Data\n\nDeferred: Transitions, to 18 May 2020, as the report is late.\n\nForward plan: Housing.\n",
    );
    expect(deferred.map(({ text, to }) => [text, to])).toEqual([
      ["Transitions, to 18 May 2020, as the report is late.", "2020-05-18"],
      ["Housing.", null],
    ]);
  });
});
