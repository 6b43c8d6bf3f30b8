import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Listener } from "../src/ask.ts";
import { checkBoard } from "../src/check/check.ts";
import { askFounding, readBody, type Stated } from "../src/clerk/founding.ts";
import { main } from "../src/main.ts";
import { type Founding, writeBoardFile, writeFirstAgenda } from "../src/write/new-board.ts";
import { STANDING_ITEMS } from "../src/write/standing-items.ts";
import { readFrontMatter, readPlainYaml } from "../src/yaml/front-matter.ts";
import { openInMemory } from "./board.ts";
import { makeWorld } from "./made-up-world.ts";
import { makeFolder } from "./workspace/folder.ts";

const TODAY = "2026-09-17";

/** Words as somebody might type them: each sign that YAML or Markdown takes for its own is among them. */
const words = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      "Health & Safety",
      "a: b",
      "x #1",
      "- y",
      "[z]",
      "{a, b}",
      "'q'",
      '"q"',
      "null",
      "~",
      "2027",
      "*A*",
      "O'Neill",
      "yes",
    ),
  )
  .map((typed) => typed.replace(/[\s\p{C}]+/gu, " ").trim())
  .filter((typed) => /[\p{L}\p{N}]/u.test(typed));
const body = fc.record({ id: words, name: words });
const foundings: fc.Arbitrary<Founding> = fc.record({
  name: words,
  shortName: fc.option(words),
  secretariat: fc.option(words),
  bodies: fc.uniqueArray(body, { maxLength: 5, selector: ({ id }) => id.toLowerCase() }),
  standingItems: fc.array(words, { minLength: 1, maxLength: 6 }),
  date: fc.constantFrom("2026-09-17", "2027-01-21", "2027-03-01"),
});
const schemas = fc.constantFrom(null, "../node_modules/rrb/schemas/board.schema.json");

describe("A new board", () => {
  test("is read back as it was said, by the quick reader alone, and nothing is found in it", async () => {
    await fc.assert(
      fc.asyncProperty(foundings, schemas, async (founding, schema) => {
        const files = {
          "board.yaml": writeBoardFile(founding, schema),
          [`${founding.date}.md`]: writeFirstAgenda(founding),
        };
        expect(readPlainYaml(files["board.yaml"]!)).not.toBeNull();
        expect(readFrontMatter(files[`${founding.date}.md`]!)).not.toBeNull();
        const at = await openInMemory(files, TODAY);
        const { name, shortName, secretariat, organisations, standingItems } = at.board;
        expect({ name, shortName, secretariat, standingItems }).toEqual({
          name: founding.name,
          shortName: founding.shortName,
          secretariat: founding.secretariat,
          standingItems: founding.standingItems,
        });
        expect(organisations.map(({ id, name: full }) => ({ id, name: full }))).toEqual(founding.bodies);
        expect(at.notes[0]?.meeting).toMatchObject({ date: founding.date, state: "agenda" });
        expect(at.notes[0]?.meeting.items.map(({ title }) => title)).toEqual(founding.standingItems);
        expect(checkBoard({ ...at, unread: [] }).map(({ rule, message }) => `${rule}: ${message}`)).toEqual(
          [],
        );
      }),
    );
  });
});

test("Where rrb is installed in a project, `board.yaml` names the schema by which an editor completes it", async () => {
  const folder = makeFolder({ "node_modules/rrb/schemas/board.schema.json": "{}" });
  const init = ["init", "boards/harbour", "--name", "Harbour", "--date", "2027-01-21"];
  expect(await main(makeWorld(folder, init))).toBe(0);
  const board = join(folder, "boards", "harbour");
  const [, schema] = /^# yaml-language-server: \$schema=(.+)\n/.exec(
    readFileSync(join(board, "board.yaml"), "utf8"),
  )!;
  expect(readFileSync(join(board, schema!), "utf8")).toBe("{}");
  rmSync(folder, { recursive: true });
});

describe("A body may be written", () => {
  test.each([
    ["MPS: Metropolitan Police Service", "MPS", "Metropolitan Police Service"],
    ["MPS – Metropolitan Police Service", "MPS", "Metropolitan Police Service"],
    ["MPS - Metropolitan Police Service", "MPS", "Metropolitan Police Service"],
    ["  Safety Office  ", "Safety Office", "Safety Office"],
    ["MOPAC – ", "MOPAC", "MOPAC"],
    ["Self-help Trust", "Self-help Trust", "Self-help Trust"],
  ])("%s", (typed, id, name) => {
    expect(readBody(typed)).toEqual({ id, name });
  });
});

/** Somebody who gives these answers in turn, and what they were asked; answers that are refused are given no second time. */
function answering(answers: readonly (string | null)[]): { listener: Listener; asked: string[] } {
  const asked: string[] = [];
  const left = [...answers];
  const next = (question: string): string | null => {
    asked.push(question);
    if (left.length === 0) throw new Error(`nobody answers: ${question}`);
    return left.shift()!;
  };
  const listener: Listener = {
    choose: async (question) => next(question) as never,
    askWords: async (question, { judge = () => null } = {}) => {
      for (let answer = next(question); ; answer = next(question)) {
        if (answer === null || judge(answer) === null) return answer;
      }
    },
  };
  return { listener, asked };
}

const NOTHING_STATED: Stated = {
  name: null,
  shortName: null,
  secretariat: null,
  bodies: null,
  standingItems: null,
  date: null,
};

describe("On a terminal", () => {
  test("all that a board needs is asked for, one question after another", async () => {
    const { listener, asked } = answering([
      "Harbour Lights Board",
      "HLB",
      "HMO",
      "HMO – Harbour Master's Office",
      "Pilots: Guild of Pilots",
      "",
      "usual",
      "21 January 2027",
    ]);
    expect(await askFounding(NOTHING_STATED, listener, TODAY)).toEqual({
      name: "Harbour Lights Board",
      shortName: "HLB",
      secretariat: "HMO",
      bodies: [
        { id: "HMO", name: "Harbour Master's Office" },
        { id: "Pilots", name: "Guild of Pilots" },
      ],
      standingItems: STANDING_ITEMS,
      date: "2027-01-21",
    });
    expect(asked).toHaveLength(8);
  });

  test("what cannot be meant is asked for again", async () => {
    const { listener } = answering([
      "",
      "Board",
      "",
      "",
      "A",
      "a: again",
      "",
      "own",
      "",
      "Ropes",
      "",
      "soon",
      "2020-01-21",
      "2027-01-21",
    ]);
    expect(await askFounding(NOTHING_STATED, listener, TODAY)).toEqual({
      name: "Board",
      shortName: null,
      secretariat: null,
      bodies: [{ id: "A", name: "A" }],
      standingItems: ["Ropes"],
      date: "2027-01-21",
    });
  });

  test("what options said is not asked for", async () => {
    const { listener, asked } = answering(["2027-01-21"]);
    const stated = {
      name: "Board",
      shortName: "B",
      secretariat: "S",
      bodies: [],
      standingItems: ["Ropes"],
      date: null,
    };
    expect(await askFounding(stated, listener, TODAY)).toMatchObject({ name: "Board", date: "2027-01-21" });
    expect(asked).toHaveLength(1);
  });

  test.each([0, 1, 2, 3, 4, 5, 6])("whoever stops after %i answers writes nothing", async (count) => {
    const answers = ["Board", "B", "S", "A", "", "usual", "2027-01-21"].slice(0, count);
    expect(await askFounding(NOTHING_STATED, answering([...answers, null]).listener, TODAY)).toBeNull();
  });
});
