import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkBoard } from "../src/check/check.ts";
import { RULES } from "../src/check/rules.ts";
import { PLAIN } from "../src/report/colour.ts";
import { reportJson } from "../src/report/findings-json.ts";
import { reportPretty } from "../src/report/pretty.ts";
import { placeOf } from "../src/source/source-file.ts";
import { openInMemory } from "./board.ts";

const TODAY = "2020-06-01";

async function findings(files: Record<string, string>, today = TODAY) {
  const board = await openInMemory(files, today);
  return checkBoard(board).map((diagnostic) => {
    const place = placeOf(board.source(diagnostic.path)!, diagnostic.span.start);
    return { ...diagnostic, at: `${diagnostic.path}:${place.line}:${place.column}` };
  });
}

async function rulesAt(files: Record<string, string>, today = TODAY): Promise<string[]> {
  return (await findings(files, today)).map(({ at, severity, rule }) => `${at} ${severity} ${rule}`);
}

const JANUARY = `---
date: 2020-01-21
present: [MOPAC, MPS]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
Action 2 (MPS; by 28 February 2020): Visit the new custody suite.
`;

const MAY = `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action                      | Owner | Status   | Update               |
| ------------ | --------------------------- | ----- | -------- | -------------------- |
| 2020-01-21/1 | Send out the figures        | MOPAC | Complete | sent on 3 February   |
| 2020-01-21/2 | Visit the new custody suite | MPS   | Ongoing  | a day in June is set |
`;

const TEN_FAULTS = `---
date: 2020-05-19
present: [MOPAC, Metropolitan Police Services]
apologys: [NHS]
---

## 1. Actions from previous meeting

| Ref          | Action                      | Owner | Status    | Update               |
| ------------ | --------------------------- | ----- | --------- | -------------------- |
| 2020-01-21/2 | Visit the new custody suite | MPS   | Complette | a day in June is set |
| 2020-01-21/3 | Ask for a longer lease      | MOPAC | Ongoing   |                      |
| 2020-01-21/3 | Ask for a longer lease      | MOPAC | Ongoing   |                      |
| 2020-01-21/4 | Plant trees in the yard     | MOPAC |           |                      |

## 2. Performance

Action 1: The lights to be mended by 1 July 2020.
Action 1 (MOPAC; by 1 July 2020): Sweep the stairs.
Action (MOPAC; by 1 July 2020): Invite the borough.

Decision 1: The yard is green.
Decision 1: The yard is blue.
`;

test("ten faults of ten kinds in one note are all shown, each at its own place, in reading order", async () => {
  const found = await findings({
    "board.yaml": `name: Example Board
organisations:
  - { id: MOPAC, name: Mayor's Office }
  - { id: MPS, name: Metropolitan Police Service }
`,
    "2020-01-21.md": `${JANUARY}Action 3 (MOPAC; by 1 March 2020): Ask for a longer lease.
Action 4 (MOPAC; by 1 March 2020): Plant trees in the yard.
`,
    "2020-05-18.md": TEN_FAULTS,
  });
  expect(found.map(({ at, rule }) => `${at} ${rule}`)).toEqual([
    "2020-05-18.md:2:7 file-name-is-the-date",
    "2020-05-18.md:3:18 organisation-is-known",
    "2020-05-18.md:4:1 front-matter-is-valid",
    "2020-05-18.md:7:1 every-open-action-is-reported",
    "2020-05-18.md:11:56 status-is-known",
    "2020-05-18.md:13:1 one-row-an-action",
    "2020-05-18.md:14:54 status-is-filled",
    "2020-05-18.md:18:1 action-has-owner",
    "2020-05-18.md:19:1 action-number-is-unique",
    "2020-05-18.md:20:1 action-is-numbered",
    "2020-05-18.md:23:1 decision-number-is-unique",
  ]);
  for (const { message, advice } of found) {
    expect(message).toMatch(/^[A-Z`].*\.$/);
    expect(advice).toMatch(/^[A-Z`].*[.?]$/);
  }
  expect(found.map(({ advice }) => advice)).toEqual([
    "Write `2020-05-18` here, or rename the file to `2020-05-19.md`.",
    "Did you mean `Metropolitan Police Service`? If not, add it under `organisations` in `board.yaml`.",
    "Did you mean `apologies`?",
    "Add a row for it: what was said, or `no update`.",
    "Did you mean `complete`?",
    "Keep one row, and write in it all that was said.",
    "Write what was reported, such as `In progress` or `Complete`, or else `no update`.",
    "Put who it is in brackets after the number: `Action 1 (OWNER): …`.",
    "Write `2`, the next free number.",
    "Write `Action 3`; it is cited as `2020-05-18/3`.",
    "Write `2`, the next free number.",
  ]);
});

describe("one fault is one finding", () => {
  test("a row that is left empty is not also an action without a row", async () => {
    const empty = MAY.replace("Ongoing  | a day in June is set", "         |                     ");
    expect(await rulesAt({ "2020-01-21.md": JANUARY, "2020-05-18.md": empty })).toEqual([
      "2020-05-18.md:11:54 error status-is-filled",
    ]);
  });

  test("a second row that is empty is only a second row", async () => {
    const doubled = `${MAY}| 2020-01-21/2 | Visit the new custody suite | MPS   |          |                      |\n`;
    expect(await rulesAt({ "2020-01-21.md": JANUARY, "2020-05-18.md": doubled })).toEqual([
      "2020-05-18.md:12:1 error one-row-an-action",
    ]);
  });

  test("front matter that can't be read is one finding, not one for each key that is missing", async () => {
    const broken = JANUARY.replace("present: [MOPAC, MPS]", "present: [MOPAC");
    const found = await rulesAt({ "2020-01-21.md": broken });
    expect(found).toEqual(["2020-01-21.md:3:10 error front-matter-is-valid"]);
  });

  test("a day that front matter and title both give is told once", async () => {
    const other = JANUARY.replaceAll("2020-01-21", "2020-01-22").replace(
      "## 1.",
      "# Note of 22 January 2020\n\n## 1.",
    );
    expect(await rulesAt({ "2020-01-21.md": other })).toEqual([
      "2020-01-21.md:2:7 error file-name-is-the-date",
    ]);
  });

  test("a file that claims the meeting of another is told once, and of neither is anything missing", async () => {
    const twice = { "2020-01-21.md": JANUARY, "2020-01-21.yaml": "date: 2020-01-21\npresent: [MOPAC]\n" };
    expect(await rulesAt(twice)).toEqual(["2020-01-21.yaml:1:7 error one-file-a-meeting"]);
  });
});

describe("a gap that a later note has healed is for information", () => {
  const SEPTEMBER = MAY.replace("2020-05-18", "2020-09-15").replace(/\| 2020-01-21\/1.*\n/, "");

  test("where the row was missing", async () => {
    const missing = MAY.replace(/\| 2020-01-21\/2.*\n/, "");
    const files = { "2020-01-21.md": JANUARY, "2020-05-18.md": missing, "2020-09-15.md": SEPTEMBER };
    expect(await rulesAt(files)).toEqual(["2020-05-18.md:6:1 information every-open-action-is-reported"]);
  });

  test("where the row was empty", async () => {
    const empty = MAY.replace("Ongoing  | a day in June is set", "         |                     ");
    const files = { "2020-01-21.md": JANUARY, "2020-05-18.md": empty, "2020-09-15.md": SEPTEMBER };
    expect(await rulesAt(files)).toEqual(["2020-05-18.md:11:54 information status-is-filled"]);
  });
});

describe("a board's own settings", () => {
  const UNOWNED = JANUARY.replace("(MOPAC; by 14 February 2020)", "(by 14 February 2020)");

  test("turn a rule off, or give it another grade", async () => {
    const withSetting = (grade: string) =>
      rulesAt({ "board.yaml": `rules: { action-has-owner: ${grade} }\n`, "2020-01-21.md": UNOWNED });
    expect(await withSetting("off")).toEqual([]);
    expect(await withSetting("error")).toEqual(["2020-01-21.md:8:1 error action-has-owner"]);
    expect(await withSetting("information")).toEqual(["2020-01-21.md:8:1 information action-has-owner"]);
  });

  test("can't silence or regrade what guards the ledger, and saying so is itself a finding", async () => {
    for (const rule of RULES.filter(({ conserves }) => conserves)) {
      for (const grade of ["off", "information"]) {
        const found = await rulesAt({
          "board.yaml": `rules: { ${rule.id}: ${grade} }\n`,
          "2020-01-21.md": JANUARY,
          "2020-05-18.md": MAY.replace(/\| 2020-01-21\/2.*\n/, ""),
        });
        expect(found).toEqual([
          "2020-05-18.md:6:1 error every-open-action-is-reported",
          "board.yaml:1:10 error front-matter-is-valid",
        ]);
      }
    }
  });

  test("name a rule that exists; the nearest one is offered", async () => {
    const found = await findings({
      "board.yaml": "rules: { action-has-ownr: off }\n",
      "2020-01-21.md": JANUARY,
    });
    expect(found.map(({ at, message, advice }) => [at, message, advice])).toEqual([
      ["board.yaml:1:10", "There is no rule `action-has-ownr`.", "Did you mean `action-has-owner`?"],
    ]);
  });

  test("leave earlier notes unchecked for form, but never unaccounted", async () => {
    const files = {
      "2020-01-21.md": UNOWNED,
      "2020-05-18.md": MAY.replace(/\| 2020-01-21\/2.*\n/, "").replace("Complete", "Compleet"),
    };
    expect(await rulesAt({ ...files, "board.yaml": "check-from: 2020-05-19\n" })).toEqual([
      "2020-05-18.md:6:1 error every-open-action-is-reported",
    ]);
    expect(await rulesAt({ ...files, "board.yaml": "check-from: 2020-05-18\n" })).toEqual([
      "2020-05-18.md:6:1 error every-open-action-is-reported",
      "2020-05-18.md:10:56 error status-is-known",
    ]);
  });
});

test("an action without a number is a warning in a draft and an error once the note is confirmed", async () => {
  const unnumbered = JANUARY.replace("Action 2", "Action");
  expect(await rulesAt({ "2020-01-21.md": unnumbered })).toEqual([
    "2020-01-21.md:9:1 warning action-is-numbered",
  ]);
  const confirmed = unnumbered.replace(
    "---\n\n",
    "state: confirmed\nconfirmed: { on: 2020-03-02, by: correspondence }\n---\n\n",
  );
  expect(await rulesAt({ "2020-01-21.md": confirmed })).toEqual([
    "2020-01-21.md:11:1 error action-is-numbered",
  ]);
});

test("an agenda whose day has passed is an error where something was written in it, else a warning", async () => {
  const agenda = JANUARY.replace("present: [MOPAC, MPS]", "state: agenda");
  expect(await rulesAt({ "2020-01-21.md": agenda })).toEqual([
    "2020-01-21.md:3:8 error agenda-has-not-passed",
  ]);
  expect(await rulesAt({ "2020-01-21.md": agenda.replace(/^Action.*\n/gm, "") })).toEqual([
    "2020-01-21.md:3:8 warning agenda-has-not-passed",
  ]);
  expect(await rulesAt({ "2020-01-21.md": agenda }, "2020-01-21")).toEqual([]);
});

test("a cancelled meeting is passed over", async () => {
  const cancelled = "---\ndate: 2020-05-18\nstate: cancelled\nreason: the election\n---\n";
  expect(await rulesAt({ "2020-01-21.md": JANUARY, "2020-05-18.md": cancelled })).toEqual([]);
});

test("a sentence for all that miscounts is pointed at", async () => {
  const sentence = `${MAY.slice(0, MAY.indexOf("| Ref"))}Actions: all 12 complete.\n`;
  const found = await findings({ "2020-01-21.md": JANUARY, "2020-05-18.md": sentence });
  expect(found.map(({ at, message }) => `${at} ${message}`)).toEqual([
    "2020-05-18.md:8:1 This speaks for 12 actions, and 2 were open.",
  ]);
});

const LINES = [...JANUARY.split("\n"), ...MAY.split("\n"), ...TEN_FAULTS.split("\n")];

test("no text whatever makes check fail, and every place lies within its file", async () => {
  const line = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        ...LINES,
        "## Actions log",
        "1\tMPS to do it\tDone",
        "Actions: all complete",
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        "---",
        "state: agenda",
        "state: confirmed",
        "```",
        "> x",
        "- Action: y",
        "| | |",
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  );
  const text = fc
    .tuple(
      fc.constantFrom("", "---\ndate: 2020-01-21\n---\n", "\ufeff"),
      fc.array(line, { maxLength: 30 }),
      fc.constantFrom("\n", "\r\n"),
    )
    .map(([top, lines, end]) => top + lines.join(end));
  const names = [
    "2020-01-21.md",
    "2020-05-18.md",
    "2020-05-18.yaml",
    "2020-09-15.yml",
    "board.yaml",
    "notes.md",
  ];
  const files = fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 4 });
  await fc.assert(
    fc.asyncProperty(files, async (made) => {
      const board = await openInMemory(made, TODAY);
      const diagnostics = checkBoard(board);
      for (const { path, span, rule } of diagnostics) {
        expect(made).toHaveProperty([path]);
        expect(RULES.map(({ id }) => id)).toContain(rule);
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(made[path]!.length);
      }
      const report = { diagnostics, notes: 1, source: board.source, paint: PLAIN, columns: 80, quiet: false };
      expect(reportPretty(report).shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      expect(JSON.parse(reportJson(report).shown).diagnostics).toHaveLength(diagnostics.length);
    }),
    { numRuns: 3000 },
  );
});

test("a note in YAML is told which key to write", async () => {
  const advice = async (files: Record<string, string>) =>
    (await findings(files)).map((finding) => finding.advice);
  const unowned =
    "date: 2020-01-21\npresent: [MOPAC]\nitems:\n  - { title: Yard, actions: [{ text: The yard to be swept, due: 14 February 2020 }] }\n";
  expect(await advice({ "2020-01-21.yaml": unowned })).toEqual([
    "Write `number: 1`; it is cited as `2020-01-21/1`.",
    "Write who it is: `owners: [OWNER]`.",
  ]);
  const silent = "date: 2020-05-18\npresent: [MOPAC]\n";
  expect(
    await advice({ "2020-01-21.md": JANUARY.replace(/^Action 2.*\n/m, ""), "2020-05-18.yaml": silent }),
  ).toEqual(["Add a key `progress`, and under it a row for the action: what was said, or `no update`."]);
  const unnamed = `${silent}progress: [{ text: Send out the figures, status: Ongoing }]\n`;
  expect(
    await advice({ "2020-01-21.md": JANUARY.replace(/^Action 2.*\n/m, ""), "2020-05-18.yaml": unnamed }),
  ).toEqual(["Write `ref: 2020-01-21/1`."]);
});

test("an action that nobody recognises is told with the open actions that it may be", async () => {
  const reworded = MAY.replace(
    "| 2020-01-21/2 | Visit the new custody suite |",
    "| 2            | Tour the custody suite in Croydon |",
  );
  const found = await findings({ "2020-01-21.md": JANUARY, "2020-05-18.md": reworded });
  expect(found.map(({ rule, advice }) => [rule, advice])).toEqual([
    ["every-open-action-is-reported", "Add a row for it: what was said, or `no update`."],
    [
      "progress-names-its-action",
      "Did you mean `2020-01-21/2` (Visit the new custody suite)? If it is new here, write `2020-05-18/bf2` at its start, or in its Ref column.",
    ],
  ]);
});

test("a log may give owner and due date in columns of their own, and no other words", async () => {
  const note = (text: string, row: string) =>
    rulesAt({
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1${text}

## Actions log

| No | Action | Owner | Due |
| -- | ------ | ----- | --- |
${row}
`,
    });
  const whole = ": MOPAC to send out the figures by 14 February 2020.";
  const cut = " (MOPAC; by 14 February 2020): Send out the figures.";
  expect(await note(whole, "| 1 | Send out the figures | MOPAC | 14 Feb 2020 |")).toEqual([]);
  expect(await note(cut, "| 1 | MOPAC to send out the figures by 14 February 2020 | | |")).toEqual([]);
  const wrong = ["2020-01-21.md:14:1 error log-agrees"];
  expect(await note(cut, "| 1 | Send out the old figures | MOPAC | 14 Feb 2020 |")).toEqual(wrong);
  expect(await note(cut, "| 1 | Send out the figures | MPS | 14 Feb 2020 |")).toEqual(wrong);
  expect(await note(cut, "| 2 | Send out the figures | MOPAC | 14 Feb 2020 |")).toEqual(wrong);
  expect(await note(cut, "| 1 | Send out the figures and the maps | MOPAC | 14 Feb 2020 |")).toEqual(wrong);
});
