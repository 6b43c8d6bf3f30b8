import { describe, expect, it } from "vitest";
import type { Meeting } from "../../src/model/meeting.ts";
import { applyEdits } from "../../src/write/edit.ts";
import { numberEdits } from "../../src/write/numbers.ts";
import { readFile } from "../read/notes.ts";

const TOP = "---\ndate: 2020-01-21\npresent: [CSO, POL]\n---\n\n";

/** What a meeting raises and decides, the places aside. */
function toldOf({ actions, decisions }: Meeting) {
  return {
    actions: actions.map(({ ref, text, owners, due, dueText }) => ({ ref, text, owners, due, dueText })),
    decisions: decisions.map(({ ref, kind, text }) => ({ ref, kind, text })),
  };
}

/** Writes the numbers, and demands that the note then says the same, with every number written. */
async function number(text: string, path = "2020-01-21.md"): Promise<string> {
  const before = (await readFile(path, text)).meeting;
  const written = applyEdits(text, numberEdits(before, text));
  const { meeting, faults } = await readFile(path, written);
  expect(toldOf(meeting)).toEqual(toldOf(before));
  expect(faults).toEqual((await readFile(path, text)).faults);
  expect(meeting.actions.filter((action) => action.written !== action.number)).toEqual([]);
  expect(meeting.decisions.filter((decision) => decision.written !== decision.number)).toEqual([]);
  expect(numberEdits(meeting, written)).toEqual([]);
  return written;
}

async function numberBody(body: string): Promise<string> {
  return (await number(`${TOP}${body}`)).slice(TOP.length);
}

describe("A missing number is written where the reference already has it", () => {
  it.each([
    ["Action: Send the pack.\n", "Action 1: Send the pack.\n"],
    ["Action (POL; by 28 February 2020): Go.\n", "Action 1 (POL; by 28 February 2020): Go.\n"],
    ["**Action:** POL to go.\n", "**Action 1:** POL to go.\n"],
    ["**Action**: POL to go.\n", "**Action 1**: POL to go.\n"],
    ["ACTION - POL to go.\n", "ACTION 1 - POL to go.\n"],
    ["- Agreed action: POL to go.\n", "- Agreed action 1: POL to go.\n"],
    ["Action 4: POL to go.\n\nAction: CSO to stay.\n", "Action 4: POL to go.\n\nAction 5: CSO to stay.\n"],
    [
      "Agreed: Buses come first.\nNoted: So they do.\n",
      "Agreed 1: Buses come first.\nNoted 2: So they do.\n",
    ],
    [
      "Actions:\n\n- POL to go.\n- **CSO** to stay.\n",
      "Actions:\n\n- Action 1: POL to go.\n- Action 2: **CSO** to stay.\n",
    ],
    [
      "Actions:\n\n- [ ] POL to go.\n- [x] CSO to stay.\n",
      "Actions:\n\n- [ ] Action 1: POL to go.\n- [x] Action 2: CSO to stay.\n",
    ],
    ["Action:\n\nPOL to go.\n", "Action 1:\n\nPOL to go.\n"],
  ])("%j", async (body, wanted) => {
    expect(await numberBody(`## 1. Buses\n\n${body}`)).toBe(`## 1. Buses\n\n${wanted}`);
  });

  it("in a log that alone raises its actions: in the cell, in a column of its own, in the entry", async () => {
    expect(
      await numberBody(
        "## Actions log\n\n| Ref | Action | Owner |\n|---|---|---|\n| 3 | Go | POL |\n|  | Stay | CSO |\n|| Sit | CSO |\n",
      ),
    ).toBe(
      "## Actions log\n\n| Ref | Action | Owner |\n|---|---|---|\n| 3 | Go | POL |\n| 4 | Stay | CSO |\n| 5 | Sit | CSO |\n",
    );
    expect(
      await numberBody(
        "Action 7: Go there today\n\n## Actions log\n\n| Action | Owner |\n| --- | --- |\n| Go there today | POL |\n| Stay | CSO |\n",
      ),
    ).toBe(
      "Action 7: Go there today\n\n## Actions log\n\n| No | Action | Owner |\n| -- | --- | --- |\n| 7  | Go there today | POL |\n| 8  | Stay | CSO |\n",
    );
    expect(await numberBody("## Actions log\n\n- POL to go\n- Action: CSO to stay\n")).toBe(
      "## Actions log\n\n- Action 1: POL to go\n- Action 2: CSO to stay\n",
    );
  });
});

describe("In YAML it is a key, or stands in the line of a block of text", () => {
  it.each([
    [
      "actions:\n      - { text: Go, owners: [POL] }\n",
      "actions:\n      - { number: 1, text: Go, owners: [POL] }\n",
    ],
    [
      "actions:\n      - text: Go\n        owners: [POL]\n",
      "actions:\n      - number: 1\n        text: Go\n        owners: [POL]\n",
    ],
    ["actions:\n      - number:\n        text: Go\n", "actions:\n      - number: 1\n        text: Go\n"],
    ["actions:\n      - POL to go\n", "actions:\n      - number: 1\n        text: POL to go\n"],
    [
      "decisions: [{ kind: Agreed, text: Buses }]\n",
      "decisions: [{ number: 1, kind: Agreed, text: Buses }]\n",
    ],
    [
      "note: |\n      Well.\n\n      Action (POL): Go.\n",
      "note: |\n      Well.\n\n      Action 1 (POL): Go.\n",
    ],
    [
      "note: |\n      Actions:\n\n      - POL to go\n      - CSO to stay\n",
      "note: |\n      Actions:\n\n      - Action 1: POL to go\n      - Action 2: CSO to stay\n",
    ],
    ['note: "Action: POL to go"\n', 'note: "Action 1: POL to go"\n'],
    ['note: "Well.\\n\\nAction: POL to go"\n', 'note: "Well.\\n\\nAction 1: POL to go"\n'],
  ])("%j", async (entry, wanted) => {
    const yaml = (item: string) => `date: 2020-01-21\nitems:\n  - title: Buses\n    ${item}`;
    expect(await number(yaml(entry), "2020-01-21.yaml")).toBe(yaml(wanted));
  });
});

it("A number that is there stays, though another action has it too", async () => {
  const text = `${TOP}Action 1: Go.\n\nAction 1: Stay.\n`;
  const { meeting } = await readFile("2020-01-21.md", text);
  expect(numberEdits(meeting, text)).toEqual([]);
});

it("Line ends stay as they are", async () => {
  const text = `${TOP}Action: Go.\n`.replaceAll("\n", "\r\n");
  expect(await number(text)).toBe(text.replace("Action:", "Action 1:"));
  const yaml = "date: 2020-01-21\r\nitems:\r\n  - title: Buses\r\n    actions:\r\n      - text: Go\r\n";
  expect(await number(yaml, "2020-01-21.yaml")).toBe(yaml.replace("- text", "- number: 1\r\n        text"));
});
