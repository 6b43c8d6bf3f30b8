import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkBoard } from "../src/check/check.ts";
import { readMarks } from "../src/check/example.ts";
import { mendBoard } from "../src/check/mend.ts";
import { AGENDA_OR_HELD, type BoardAtHand, type Rule } from "../src/check/rule.ts";
import { RULES } from "../src/check/rules.ts";
import { main } from "../src/main.ts";
import type { Edit } from "../src/source/diagnostic.ts";
import { openInMemory } from "./board.ts";
import { tellAsMarkdown } from "./laws/history-notes.ts";
import { madeUpHistories } from "./laws/made-up-history.ts";
import { makeWorld } from "./made-up-world.ts";
import { describeReal, realText } from "./real/real-notes.ts";

const TODAY = "2020-06-01";
const ALL = () => true;

/** The text of one note, and its board's, after everything was mended that can be. */
async function mend(note: string, earlier = "", ids: readonly string[] = []) {
  const files = {
    "board.yaml": "organisations: [{ id: MOPAC }, { id: MPS }]\n",
    ...(earlier && { "2020-01-21.md": earlier }),
    "2020-05-18.md": note,
  };
  const isMeant = ({ rule }: { rule: string }) => ids.length === 0 || ids.includes(rule);
  const { texts, left } = await mendBoard(await openInMemory(files, TODAY), isMeant);
  return { text: texts.get("2020-05-18.md") ?? note, left: left.map(({ rule }) => rule), texts };
}

const TOP = "---\ndate: 2020-05-18\npresent: [MOPAC]\n---\n\n";
const JANUARY = `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
Action 2 (MPS; by 28 February 2020): Visit the new custody suite.
`;

describe("References are written where the words of a row give them away", () => {
  const PROGRESS = `${TOP}## 1. Actions from previous meeting\n\n`;
  const FIGURES = "Send out the figures";
  const SUITE = "Visit the new custody suite";
  test.each([
    [
      "in the place of a row's own number, and the table keeps its shape where it can",
      `| Ref          | Action | Status |\n| ------------ | --- | --- |\n| 1            | ${FIGURES} | Done |\n| 2 | ${SUITE} | Ongoing |\n`,
      `| Ref          | Action | Status |\n| ------------ | --- | --- |\n| 2020-01-21/1 | ${FIGURES} | Done |\n| 2020-01-21/2 | ${SUITE} | Ongoing |\n`,
    ],
    [
      "in a column of their own",
      `| Action | Status |\n| --- | --- |\n| ${FIGURES} | Done |\n| ${SUITE} | Ongoing |\n`,
      `| Ref          | Action | Status |\n| ------------ | --- | --- |\n| 2020-01-21/1 | ${FIGURES} | Done |\n| 2020-01-21/2 | ${SUITE} | Ongoing |\n`,
    ],
    [
      "in a table pasted from Word",
      `1\t${FIGURES}\tDone\n\n2\t${SUITE}\tOngoing\n`,
      `2020-01-21/1\t${FIGURES}\tDone\n\n2020-01-21/2\t${SUITE}\tOngoing\n`,
    ],
    [
      "in a list",
      `1. ${FIGURES}. Done.\n2. ${SUITE}. Ongoing.\n`,
      `1. 2020-01-21/1: ${FIGURES}. Done.\n2. 2020-01-21/2: ${SUITE}. Ongoing.\n`,
    ],
    [
      "in a marked line",
      `Action 1: ${FIGURES}. Done.\n\n**Action** (MPS): ${SUITE}. Ongoing.\n`,
      `Action 2020-01-21/1: ${FIGURES}. Done.\n\n**Action 2020-01-21/2** (MPS): ${SUITE}. Ongoing.\n`,
    ],
  ])("%s", async (_, written, expected) => {
    for (const end of ["\n", "\r\n"]) {
      const lines = (text: string) => text.replaceAll("\n", end);
      const { text, left } = await mend(lines(PROGRESS + written), JANUARY, ["progress-names-its-action"]);
      expect(text).toBe(lines(PROGRESS + expected));
      expect(left).not.toContain("progress-names-its-action");
    }
  });

  test("in a note in YAML", async () => {
    const top = "date: 2020-05-18\npresent: [MOPAC]\nprogress:\n";
    const files = (progress: string) => ({
      "2020-01-21.md": JANUARY,
      "2020-05-18.yaml": top + progress,
    });
    const rows = `  - text: ${FIGURES}\n    status: Done\n  - { ref: 2, text: ${SUITE}, status: Ongoing }\n`;
    const { texts, left } = await mendBoard(await openInMemory(files(rows), TODAY), ALL);
    expect(texts.get("2020-05-18.yaml")).toBe(
      `${top}  - ref: 2020-01-21/1\n    text: ${FIGURES}\n    status: Done\n  - { ref: 2020-01-21/2, text: ${SUITE}, status: Ongoing }\n`,
    );
    expect(left.map(({ rule }) => rule)).not.toContain("progress-names-its-action");
  });

  test("and not where the words alone leave a doubt, or the cell says something else", async () => {
    const doubtful = `${PROGRESS}| Ref | Action | Status |\n| --- | --- | --- |\n| 2 | Visit a suite in spring | Ongoing |\n| item 1 | ${FIGURES} | Done |\n`;
    const { text } = await mend(doubtful, JANUARY, ["progress-names-its-action"]);
    expect(text).toBe(doubtful);
  });
});

describe("A typed log gets the rows that it lacks", () => {
  const TEXT = `${TOP}## 1. Yard\n\nAction 1 (MOPAC; by June 2020): Sweep the yard.\nAction 2: Mend A | B.\n\n`;
  test.each([
    [
      "below its last one, as its columns ask",
      "## Actions log\n\n| No  | Who   | Action         |\n| --- | ----- | -------------- |\n| 1   | MOPAC | Sweep the yard |\n\nThat is all.\n",
      "## Actions log\n\n| No  | Who   | Action         |\n| --- | ----- | -------------- |\n| 1   | MOPAC | Sweep the yard |\n| 2   |       | Mend A \\| B    |\n\nThat is all.\n",
    ],
    [
      "where there is only its heading row, and no line end behind it",
      "## Actions log\n\n| No | Action | Owner | Due |\n| - | - | - | - |",
      "## Actions log\n\n| No | Action | Owner | Due |\n| - | - | - | - |\n| 1  | Sweep the yard | MOPAC | June 2020 |\n| 2  | Mend A \\| B |       |     |",
    ],
  ])("%s", async (_, log, expected) => {
    for (const end of ["\n", "\r\n"]) {
      const lines = (text: string) => text.replaceAll("\n", end);
      const { text, left } = await mend(lines(TEXT + log));
      expect(text).toBe(lines(TEXT + expected));
      expect(left).not.toContain("log-agrees");
    }
  });

  test("once every action has its number: a number in the log alone would move the others", async () => {
    const log = "## Actions log\n\n| No | Action |\n| -- | ------ |\n| 1  | Sweep the yard |\n";
    const note = TEXT.replace("Action 2", "Action").replace("Action 1 (", "Action (") + log;
    expect((await mend(note, "", ["log-agrees"])).text).toBe(note);
    expect((await mend(note)).text).toBe(`${TEXT}${log}| 2  | Mend A \\| B |\n`);
  });
});

test("Of every rule that offers a fix, what it fixes in the bad example is gone, and twice is the same as once", async () => {
  const fixing: string[] = [];
  for (const rule of RULES) {
    const files = Object.entries(rule.bad.files).map(([path, text]) => [path, readMarks(text).text]);
    const atHand = await openInMemory(Object.fromEntries(files), rule.bad.today ?? "2020-01-01");
    const offered = checkBoard(atHand).filter(({ fix }) => fix !== undefined);
    const once = await mendBoard(atHand, ALL);
    expect(once.mended, rule.id).toHaveLength(offered.length);
    expect(once.left, rule.id).toHaveLength(checkBoard(atHand).length - offered.length);
    expect((await mendBoard(once.atHand, ALL)).texts, rule.id).toEqual(new Map());
    if (offered.length > 0) fixing.push(rule.id);
  }
  expect(fixing).toEqual(
    expect.arrayContaining(["action-is-numbered", "log-agrees", "progress-names-its-action"]),
  );
});

/** The references of a board, with the words and the state that each stands for. */
function bookOf({ ledger }: BoardAtHand): string[] {
  return [...ledger.actions].map(([ref, { text, state }]) => `${ref} ${state} ${text}`);
}

test("In made-up histories of a board no fix moves a reference, and every row that is sure of its action gets one", async () => {
  const law = fc.asyncProperty(madeUpHistories(), fc.boolean(), async (history, isWindows) => {
    const files = tellAsMarkdown(history).map(({ path, text }) => {
      const unnumbered = text.replace(/^Action \d+/gm, "Action");
      return [path, isWindows ? unnumbered.replaceAll("\n", "\r\n") : unnumbered] as const;
    });
    const board = await openInMemory(Object.fromEntries(files), "2026-01-01");
    const once = await mendBoard(board, ALL);
    expect(bookOf(once.atHand)).toEqual(bookOf(board));
    expect(once.left.filter(({ fix }) => fix !== undefined)).toEqual([]);
    expect((await mendBoard(once.atHand, ALL)).texts.size).toBe(0);
    for (const [path, text] of files) {
      const mended = once.texts.get(path) ?? text;
      expect(mended.replaceAll("\r\n", "").includes(isWindows ? "\n" : "\r")).toBe(false);
      expect(mended.split("\n")).toHaveLength(text.split("\n").length);
    }
  });
  await fc.assert(law, { numRuns: 300 });
});

/** A rule of our own, which finds each `bad` of a note and offers the edits given. */
function ruleWith(fix: (at: number, text: string) => readonly Edit[], bad = /bad/g): Rule {
  return {
    ...RULES[0]!,
    id: "words-are-good",
    conserves: false,
    on: AGENDA_OR_HELD,
    checkFiles: () => [],
    *check(_, { text }) {
      for (const { index } of text.matchAll(bad)) {
        const span = { start: index, end: index + 3 };
        yield { span, message: "This is bad.", advice: "Write `good`.", fix: fix(index, text) };
      }
    },
  };
}

async function mendWith(rule: Rule, words: string) {
  const board = await openInMemory({ "2020-05-18.md": `${TOP}## 1. Yard\n\n${words}\n` }, TODAY);
  const { texts, mended } = await mendBoard(board, ALL, [rule]);
  return { words: texts.get("2020-05-18.md")?.split("\n").at(-2) ?? words, times: mended.length };
}

describe("Whatever a rule offers", () => {
  test("fixes that overlap are made one after the other", async () => {
    const loudly = ruleWith((at, text) => [
      { span: { start: at, end: at + 3 }, text: "good" },
      { span: { start: text.length - 1, end: text.length - 1 }, text: "!" },
    ]);
    expect(await mendWith(loudly, "bad bad bad")).toEqual({ words: "good good good!!!", times: 3 });
  });

  test("a fix that leaves its fault is taken back, and the others are made", async () => {
    const half = ruleWith((at, text) => [
      { span: { start: at, end: at + 3 }, text: text[at + 3] === "!" ? "good bad" : "good" },
    ]);
    expect(await mendWith(half, "bad, bad! bad, bad! bad.")).toEqual({
      words: "good, bad! good, bad! good.",
      times: 3,
    });
  });

  test("a fix that moves a reference, changes a state or leads to an error is taken back", async () => {
    const into = (text: string) => ruleWith((at) => [{ span: { start: at, end: at + 3 }, text }]);
    expect((await mendWith(into("good"), "Action 1 (MPS): Do bad things.")).times).toBe(0);
    expect((await mendWith(into(""), "Action 1: x bad")).times).toBe(0);
    expect((await mendWith(into("\n\nAction 2"), "Action 1: x\nbad: y")).times).toBe(0);
    expect((await mendWith(into("good"), "Some bad words.")).times).toBe(1);
  });
});

test("On the disk a mark at its start, CRLF and what stands around a fix are kept", async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rrb-mend-")));
  mkdirSync(join(folder, "meetings"));
  const path = join(folder, "meetings", "2020-05-18.md");
  const note = `\ufeff${TOP}## 1. Yard\n\nAction (MOPAC): Sweep \u00e9 \u{1f9f9}.  \n\tkept\n`.replaceAll(
    "\n",
    "\r\n",
  );
  writeFileSync(path, note);
  const world = makeWorld(folder, ["check", "--fix", "--board", "meetings"]);
  await main(world);
  expect(world.said.stderr).toBe("Fixed in `meetings/2020-05-18.md`: action-is-numbered.\n");
  expect(readFileSync(path, "utf8")).toBe(note.replace("Action (", "Action 1 ("));
  rmSync(folder, { recursive: true });
});

describeReal("rrb check --fix on the Board's own notes", () => {
  test("writes the eight numbers that the log has already, and nothing else", async () => {
    const names = ["2020-01-21.md", "2021-08-26.md"];
    const files = Object.fromEntries(names.map((name) => [name, realText(`rrb/${name}`)]));
    const board = await openInMemory(files, "2026-11-22");
    const { texts, atHand } = await mendBoard(board, ALL);
    expect(bookOf(atHand)).toEqual(bookOf(board));
    expect([...texts.keys()]).toEqual(["2020-01-21.md"]);
    let number = 0;
    const numbered = files["2020-01-21.md"]!.replace(/^Action(?=:)/gm, () => `Action ${++number}`);
    expect(number).toBe(8);
    expect(texts.get("2020-01-21.md")).toBe(numbered);
  });
});
