import { describe, expect, test } from "vitest";
import { checkBoard } from "../src/check/check.ts";
import { RULES } from "../src/check/rules.ts";
import { placeOf } from "../src/source/source-file.ts";
import { openInMemory } from "./board.ts";

const RULES_AT_WORK = [
  "action-has-owner",
  "action-is-numbered",
  "organisation-is-known",
  "ignore-has-a-reason",
];

/** What is found in one note by the rules above, `line rule`. */
async function findings(path: string, text: string, settings = "") {
  const board = `${settings}organisations: [{ id: MOPAC, name: Mayor's Office }]\n`;
  const atHand = await openInMemory({ "board.yaml": board, [path]: text }, "2020-02-01");
  return checkBoard(atHand)
    .filter(({ rule }) => RULES_AT_WORK.includes(rule))
    .map(({ rule, span, message }) => ({
      at: `${placeOf(atHand.source(path)!, span.start).line} ${rule}`,
      message,
    }));
}

const TOP = "---\ndate: 2020-01-21\npresent: [MOPAC]\n---\n\n## 1. Yard\n\n";

async function linesFound(body: string, settings = ""): Promise<string[]> {
  return (await findings("2020-01-21.md", TOP + body, settings)).map(({ at }) => at);
}

const IGNORE = "<!-- rrb-ignore action-has-owner: agreed by the Chair -->";

describe("One finding is silenced", () => {
  test.each([
    ["behind its words", `Action 1: The yard to be swept. ${IGNORE}\n`],
    ["behind the last line of its paragraph", `Action 1: The yard\nto be swept\nwithin a week. ${IGNORE}\n`],
    ["on the line above", `${IGNORE}\nAction 1: The yard to be swept.\n`],
    ["above, with a blank line between", `${IGNORE}\n\nAction 1: The yard to be swept.\n`],
    ["in a list", `- Action 1: The yard to be swept. ${IGNORE}\n`],
    [
      "whatever the case of the marker",
      `Action 1: The yard to be swept. <!--RRB-Ignore action-has-owner: so-->\n`,
    ],
    [
      "together with another of its line",
      "Action: The yard to be swept. <!-- rrb-ignore action-has-owner, action-is-numbered: agreed -->\n",
    ],
    [
      "each by a comment of its own above",
      `${IGNORE}\n<!-- rrb-ignore action-is-numbered: agreed -->\nAction: The yard to be swept.\n`,
    ],
  ])("%s", async (_, body) => {
    for (const end of ["\n", "\r\n"]) expect(await linesFound(body.replaceAll("\n", end))).toEqual([]);
  });

  test("in a table, within the last cell of its row", async () => {
    const rows = (behind: string) =>
      `## Actions log\n\n| No | Action |\n| - | - |\n| 1 | The yard to be swept |\n| 2 | The gate to be mended ${behind}|\n`;
    expect(await linesFound(rows(""))).toEqual(["12 action-has-owner", "13 action-has-owner"]);
    expect(await linesFound(rows(IGNORE))).toEqual(["12 action-has-owner"]);
  });

  test("in the front matter, and in a note in YAML, by a comment of theirs", async () => {
    const front = (attendance: string) => `---\ndate: 2020-01-21\n${attendance}---\n\nNothing was said.\n`;
    const reason = "# rrb-ignore organisation-is-known: joins in March";
    const at = async (attendance: string) =>
      (await findings("2020-01-21.md", front(attendance))).map((found) => found.at);
    expect(await at("present: [MOPAC, Harbour Trust]\n")).toEqual(["3 organisation-is-known"]);
    expect(await at(`present: [MOPAC, Harbour Trust] ${reason}\n`)).toEqual([]);
    expect(await at(`${reason}\npresent: [MOPAC, Harbour Trust]\n`)).toEqual([]);
    expect(await at(`present:\n  - MOPAC\n  - Harbour Trust ${reason}\n  - Pier Trust\n`)).toEqual([
      "6 organisation-is-known",
    ]);
    const yaml = (action: string) =>
      `date: 2020-01-21\npresent: [MOPAC]\nitems:\n  - title: Yard\n    ${action}\n`;
    const inYaml = async (action: string) =>
      (await findings("2020-01-21.yaml", yaml(action))).map((found) => found.at);
    const action = "actions: [{ number: 1, text: The yard to be swept }]";
    expect(await inYaml(action)).toEqual(["5 action-has-owner"]);
    expect(await inYaml(`${action} # rrb-ignore action-has-owner: agreed`)).toEqual([]);
    const note = `note: |\n      Action 1: The yard to be swept.`;
    expect(await inYaml(note)).toEqual(["6 action-has-owner"]);
    expect(await inYaml(`${note} ${IGNORE}`)).toEqual([]);
    expect(await inYaml(`note: "# rrb-ignore action-has-owner: words, no comment"\n    ${action}`)).toEqual([
      "6 action-has-owner",
    ]);
  });
});

describe("No other finding is", () => {
  test("that of the next statement, or of the one before", async () => {
    const actions = (first: string, second: string) =>
      `Action 1: The yard to be swept.${first}\nAction 2: The gate to be mended.${second}\n`;
    expect(await linesFound(actions(` ${IGNORE}`, ""))).toEqual(["9 action-has-owner"]);
    expect(await linesFound(actions("", ` ${IGNORE}`))).toEqual(["8 action-has-owner"]);
    expect(await linesFound(`${IGNORE}\n${actions("", "")}`)).toEqual(["10 action-has-owner"]);
  });

  test("that of another rule, or one that guards the ledger", async () => {
    expect(await linesFound(`Action: The yard to be swept. ${IGNORE}\n`)).toEqual(["8 action-is-numbered"]);
    const atHand = await openInMemory(
      {
        "2020-01-21.md": `${TOP}Action 1 (MOPAC): Sweep the yard.\n`,
        "2020-05-18.md": `---\ndate: 2020-05-18\npresent: [MOPAC]\n---\n\n## 1. Actions from previous meeting <!-- rrb-ignore every-open-action-is-reported: no time -->\n\nNothing.\n`,
      },
      "2020-06-01",
    );
    const found = checkBoard(atHand).filter(({ severity }) => severity === "error");
    expect(found.map(({ rule }) => rule)).toEqual(["every-open-action-is-reported", "ignore-has-a-reason"]);
  });

  test("one whose comment stands in code, which shows it", async () => {
    const shown = `\`\`\`\n${IGNORE}\n\`\`\`\n\nAction 1: The yard to be swept.\n`;
    expect(await linesFound(shown)).toEqual(["12 action-has-owner"]);
  });
});

describe("An ignore is itself found at fault", () => {
  const told = async (ignore: string, settings = "") =>
    (await findings("2020-01-21.md", `${TOP}Action 1: The yard to be swept. ${ignore}\n`, settings))
      .filter(({ at }) => at.endsWith("ignore-has-a-reason"))
      .map(({ message }) => message);

  test.each([
    ["<!-- rrb-ignore -->", "This names no rule."],
    ["<!-- rrb-ignore : so -->", "This names no rule."],
    ["<!-- rrb-ignore action-has-owner -->", "This gives no reason."],
    ["<!-- rrb-ignore action-has-owner: -->", "This gives no reason."],
    ["<!-- rrb-ignore action-has-ownr: so -->", "There is no rule `action-has-ownr`."],
    ["<!-- rrb-ignore ignore-has-a-reason: so -->", "This rule can't be silenced."],
    [
      "<!-- rrb-ignore status-is-filled: so -->",
      "`status-is-filled` guards the ledger, so no finding of it can be silenced.",
    ],
    ["<!-- rrb-ignore action-is-numbered: so -->", "Nothing here is found by `action-is-numbered`."],
  ])("%s", async (ignore, message) => {
    expect(await told(ignore)).toEqual([message]);
  });

  test("where its rule is off, and not where that would be asked of the note in another state", async () => {
    expect(await told(IGNORE, "rules: { action-has-owner: off }\n")).toEqual([
      "Nothing here is found by `action-has-owner`.",
    ]);
    const agenda = `${TOP.replace("present: [MOPAC]", "state: agenda")}Nothing yet. ${IGNORE}\n`;
    expect(await findings("2020-03-01.md", agenda.replace("2020-01-21", "2020-03-01"))).toEqual([]);
  });

  test("and a board may do without its reason, or leave its earlier notes as they are", async () => {
    const unreasoned = "<!-- rrb-ignore action-has-owner -->";
    expect(await told(unreasoned, "rules: { ignore-has-a-reason: off }\n")).toEqual([]);
    expect(await told(unreasoned, "check-from: 2020-02-01\n")).toEqual([]);
  });
});

test("No comment silences a rule that guards the ledger", async () => {
  for (const { id } of RULES.filter(({ conserves }) => conserves)) {
    const found = await findings("2020-01-21.md", `${TOP}Words. <!-- rrb-ignore ${id}: so -->\n`);
    expect(found.map(({ at }) => at)).toEqual(["8 ignore-has-a-reason"]);
  }
});
