import { describe, expect, it } from "vitest";
import type { Meeting } from "../../src/model/meeting.ts";
import { readReal } from "./notes.ts";

const TOP =
  "# Harbour Board\n\n21 January 2020\n\nPresent: Dana Ford (Chair), Eli Gunn (Clerk), Flo Hart (Treasurer)\n\n";

async function read(body: string): Promise<Meeting> {
  return readReal(TOP + body);
}

function states({ progress }: Meeting): (string | null)[][] {
  return progress.map(({ text, disposition }) => [text, disposition?.state ?? null]);
}

describe("A list of earlier actions is known by its heading", () => {
  it.each([
    "Actions from 3 December",
    "Outstanding from 3 December",
    "Follow-up from 3 December",
    "Actions from December",
    "Last time's list",
    "Stuff from last time",
    "What we said we would do last time",
    "Actions b/f",
    "Review last actions",
  ])("%s", async (heading) => {
    const meeting = await read(`**${heading}**\n\n- Dana to paint the pier - done\n- Eli to buy rope\n`);
    expect(states(meeting)).toEqual([
      ["Dana to paint the pier", "closed"],
      ["Eli to buy rope", null],
    ]);
    expect(meeting.actions).toEqual([]);
  });

  it("and one headed by the day of the meeting itself raises its actions", async () => {
    const { actions, progress } = await read("**Actions from 21 January**\n\n- Dana to paint the pier\n");
    expect(actions.map(({ text }) => text)).toEqual(["Dana to paint the pier"]);
    expect(progress).toEqual([]);
  });
});

describe("How an earlier action stands", () => {
  it.each([
    ["Newsletter \u2714", "Newsletter", "closed"],
    ["Phone the hotel DONE", "Phone the hotel", "closed"],
    ["Rota - \u274c no answer yet", "Rota", "open"],
    ["Cafe lease: no longer needed", "Cafe lease", "withdrawn"],
    ["Draw a map - c/o", "Draw a map", "open"],
    ["Falls audit: Dana said that it had been completed.", "Falls audit", "closed"],
  ])("may be a tick, a word in capitals or the end of a sentence: %s", async (entry, text, state) => {
    expect(states(await read(`**Previous actions**\n\n- ${entry}\n- Buy rope - ongoing\n`))[0]).toEqual([
      text,
      state,
    ]);
  });

  it.each([
    "Dana to check that the audit was completed",
    "Falls audit: Dana said that it had not been completed",
  ])("is not that it was done where something is asked for, or denied: %s", async (entry) => {
    const [row] = (await read(`**Previous actions**\n\n- ${entry}\n`)).progress;
    expect(row?.disposition?.state ?? "open").toBe("open");
  });

  it("may be Yes or No in a column that asks whether it was done", async () => {
    const rows =
      "| What | Who | Done? |\n|---|---|---|\n| Buy rope | Eli | Y |\n| Paint | Dana | No - it rained |\n";
    const { progress } = await read(`**Previous actions**\n\n${rows}`);
    expect(progress.map(({ disposition }) => [disposition?.state, disposition?.update])).toEqual([
      ["closed", null],
      ["open", "it rained"],
    ]);
  });

  it("may stand below a heading of its own, behind labels", async () => {
    const meeting = await read(
      "## 1. Actions carried forward\n\n### 1.1 Lamps on the pier\n\nOwner: Eli\nStatus: Completed in May\n\n### 1.2 Rope\n\nOwner: Dana\nStatus: ongoing\n\n## 2. Budget\n\nNoted.\n",
    );
    expect(meeting.progress.map(({ owners, disposition }) => [owners, disposition?.state])).toEqual([
      [["Eli"], "closed"],
      [["Dana"], "open"],
    ]);
  });
});

describe("A list that goes by who acts", () => {
  it("gives the entries below a name to whoever bears it", async () => {
    const meeting = await read(
      "**Actions from 3 December**\n\n* Dana\n  * write to the bank - done\n  * mend the lamp - ongoing\n* Eli & Flo\n  * buy rope\n\n**New actions**\n\n* Flo\n  * find a diver by 10 March\n",
    );
    expect(meeting.progress.map(({ text, owners }) => [text, owners])).toEqual([
      ["write to the bank", ["Dana"]],
      ["mend the lamp", ["Dana"]],
      ["buy rope", ["Eli", "Flo"]],
    ]);
    expect(meeting.actions.map(({ text, owners, due }) => [text, owners, due])).toEqual([
      ["find a diver by 10 March", ["Flo"], "2020-03-10"],
    ]);
  });
});

describe("Lines without bullets", () => {
  it("are entries each where each has its topic before a dash or a colon", async () => {
    const lines = "Bus shelter - mended in May\nFinger post: chased, no date yet\nSalt bin - done";
    expect(states(await read(`**Previous actions**\n\n${lines}\n`))).toEqual([
      ["Bus shelter - mended in May", null],
      ["Finger post: chased, no date yet", null],
      ["Salt bin", "closed"],
    ]);
  });

  it("below a heading of actions are actions each", async () => {
    const { actions } = await read(
      "**Actions**\n\nDana \u2013 the map \u2013 3 May\nEli \u2013 rope \u2013 asap\nFlo: a diver (mid May)\n",
    );
    expect(actions.map(({ owners, due, dueText }) => [owners, due, dueText])).toEqual([
      [["Dana"], "2020-05-03", "3 May"],
      [["Eli"], null, "asap"],
      [["Flo"], null, "mid May"],
    ]);
  });
});

describe("An action that no word marks", () => {
  it.each([
    ["\u2192 Eli to buy rope by 3 May", "Eli to buy rope by 3 May", "Eli"],
    ["The rope is worn. Eli to buy another. (EG)", "Eli to buy another.", "EG"],
    ["The rope is worn. Eli to buy another. EG", "Eli to buy another.", "EG"],
    ["The rope is worn. Eli to buy another. **ACTION**", "Eli to buy another.", "Eli"],
    ["**Eli to buy another rope.**", "Eli to buy another rope.", "Eli"],
    ["- [ ] Eli to buy another rope", "Eli to buy another rope", "Eli"],
  ])("is known by an arrow, a name behind it, bold or a box: %s", async (line, text, owner) => {
    const { actions } = await read(
      `## 1. Ropes\n\nWe looked at the ropes.\n\n${line}\n\n## 2. Lamps\n\nNoted.\n`,
    );
    expect(actions.map((action) => [action.text, action.owners])).toEqual([[text, [owner]]]);
  });

  it.each([
    "The ropes were shown by the harbour master. (EG)",
    "**The ropes are to be dried.**",
    "- [x] Eli to buy another rope",
  ])("is none where nothing is to be done any more, or by nobody: %s", async (line) => {
    const { actions } = await read(
      `## 1. Ropes\n\nWe looked at the ropes.\n\n${line}\n\n## 2. Lamps\n\nNoted.\n`,
    );
    expect(actions).toEqual([]);
  });

  it("behind what is said of an earlier one is not lost among these", async () => {
    const { actions } = await read(
      "## 1. Matters arising\n\nThe pier is dry again. [ACTION: Eli to paint it]\n\n## 2. Lamps\n\nNoted.\n",
    );
    expect(actions.map(({ text, owners }) => [text, owners])).toEqual([["Eli to paint it", ["Eli"]]]);
  });
});

describe("What stands beside an entry is no part of it", () => {
  it("where it is the next entry of an inner list", async () => {
    const meeting = await read(
      "1. **Matters arising**\n   - Rope: Eli to buy some (still to do)\n   - Licence: sent off\n2. **Lamps**\n   - Noted.\n",
    );
    expect(meeting.progress.map(({ text, update }) => [text, update])).toEqual([
      ["Rope: Eli to buy some", null],
    ]);
  });

  it("and what is said below a marked line of its own is", async () => {
    const { progress } = await read(
      "**Actions from 3 December**\n\nAction 1 (EG): lamps on the pier\nEG said that they hang again. DISCHARGED\n",
    );
    expect(progress.map(({ owners, disposition }) => [owners, disposition?.state])).toEqual([
      [["EG"], "closed"],
    ]);
  });
});

describe("Signs and words of a hurried hand", () => {
  it("an emoji before an entry says how it stands, and ends the one above", async () => {
    const meeting = await read(
      "**Last time's list**\n\n- \u2705 Dana \u2013 leaflets\n- \u23f3 Eli \u2013 mural, waiting for paint\n- \u{1f504} Flo \u2013 lease\n",
    );
    expect(states(meeting)).toEqual([
      ["Dana \u2013 leaflets", "closed"],
      ["Eli \u2013 mural, waiting for paint", "open"],
      ["Flo \u2013 lease", "open"],
    ]);
  });

  it("an arrow of any kind points to an action", async () => {
    const { actions } = await read(
      "## 1. Ropes\n\nShown.\n\n\u27a1\ufe0f Eli to buy rope (by 20/6)\n\n## 2. Lamps\n\nNoted.\n",
    );
    expect(actions.map(({ owners, due }) => [owners, due])).toEqual([[["Eli"], "2020-06-20"]]);
  });

  it("initials that are a word of time are an owner all the same", async () => {
    const { actions } = await readReal(
      "# Harbour Board\n\n21 January 2020\n\nPresent: Ann Tees, Ivo Nash\n\n## 1. Ropes\n\nAction (AT): buy rope\n\nAction (IN): sell rope\n\n## 2. Lamps\n\nNoted.\n",
    );
    expect(actions.map(({ owners, due }) => [owners, due])).toEqual([
      [["AT"], null],
      [["IN"], null],
    ]);
  });

  it("a log that is reviewed is that of earlier meetings", async () => {
    const { progress, actions } = await read(
      "## 1. Action log review\n\n- [AP 31] Dana to share the map. **CLOSED**\n- [AP 33] Eli to buy rope. **OPEN**\n\n## 2. Lamps\n\nNoted.\n",
    );
    expect(progress.map(({ disposition }) => disposition?.state)).toEqual(["closed", "open"]);
    expect(actions).toEqual([]);
  });

  it("a name in bold at the head of a list of names needs no colon", async () => {
    const { present } = await readReal(
      "# Harbour Board\n\n**Date** 21 January 2020\n**Present** Dana (chair), Eli, Flo\n**Apologies** Gus\n\n## 1. Ropes\n\nNoted.\n",
    );
    expect(present).toHaveLength(3);
  });
});
