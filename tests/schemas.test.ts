import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { isDay } from "../src/model/day.ts";
import { checkBoardKeys, checkMeetingKeys } from "../src/schema/schema.ts";
import type { YamlNode } from "../src/source/yaml-node.ts";
import { readYamlInFull } from "../src/yaml/full-yaml.ts";

const PROJECT = join(import.meta.dirname, "..");

/** A shipped schema, as an editor reads it. */
function load(name: string): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, formats: { date: isDay } });
  return ajv.compile(JSON.parse(readFileSync(join(PROJECT, "schemas", name), "utf8")));
}

const BOARD = load("board.schema.json");
const MEETING = load("meeting.schema.json");
const FRONT_MATTER = load("front-matter.schema.json");

/** What an editor would underline: the place and the kind of each fault. */
function underlined(schema: ValidateFunction, yaml: string): string[] {
  schema(parse(yaml));
  return (schema.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe("The files of the example board", () => {
  const folder = join(PROJECT, "meetings");
  const names = readdirSync(folder);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");

  test("board.yaml is in order", () => expect(underlined(BOARD, read("board.yaml"))).toEqual([]));

  test.each(names.filter((name) => /^\d.*\.yaml$/.test(name)))("%s is in order", (name) => {
    expect(underlined(MEETING, read(name))).toEqual([]);
  });

  test.each(names.filter((name) => name.endsWith(".md")))("the front matter of %s is in order", (name) => {
    expect(underlined(FRONT_MATTER, read(name).split("---\n")[1]!)).toEqual([]);
  });
});

describe("An editor underlines", () => {
  test.each([
    ["a misspelt key", "nam: Example Board\n", " additionalProperties"],
    ["a rule that does not exist", "rules: { action-has-ownr: off }\n", "/rules propertyNames"],
    ["a rule that no board may turn off", "rules: { status-is-filled: off }\n", "/rules propertyNames"],
    ["a grade that does not exist", "rules: { action-has-owner: of }\n", "/rules/action-has-owner enum"],
    ["a state that does not exist", "statuses: { parked: opn }\n", "/statuses/parked enum"],
    ["a body without its id", "organisations: [{ name: MPS }]\n", "/organisations/0 required"],
    ["a day that is none", "check-from: 2020-02-30\n", "/check-from format"],
    ["a number in words", "quorum: five\n", "/quorum pattern"],
  ])("%s in board.yaml", (_, yaml, fault) => expect(underlined(BOARD, yaml)).toContain(fault));

  test.each([
    ["a misspelt key", "date: 2020-01-21\napologys: [NHS]\n", " additionalProperties"],
    ["a note without its date", "present: [NHS]\n", " required"],
    ["a name where a list belongs", "date: 2020-01-21\npresent: NHS\n", "/present type"],
    ["a state that does not exist", "date: 2020-01-21\nstate: final\n", "/state enum"],
    ["a time without its end", "date: 2020-01-21\ntime: 10:30\n", "/time pattern"],
  ])("%s in front matter and in a meeting", (_, yaml, fault) => {
    expect(underlined(FRONT_MATTER, yaml)).toContain(fault);
    expect(underlined(MEETING, yaml)).toContain(fault);
  });

  test("items in front matter, where they are Markdown, and a misspelt key of an item", () => {
    const yaml = "date: 2020-01-21\nitems: [{ title: Yard, action: [] }]\n";
    expect(underlined(FRONT_MATTER, yaml)).toEqual([" additionalProperties"]);
    expect(underlined(MEETING, yaml)).toEqual(["/items/0 additionalProperties"]);
  });
});

const scalar = fc.constantFrom<unknown>(
  ...["words", "2020-01-21", "2020-02-30", "10:30-12:30", "5", "no", "draft", "open", "off", "Noted", ""],
  ...[5, 0, 10_000, 2.5, true, false, null],
);
const keys =
  (...names: string[]) =>
  (values: fc.Arbitrary<unknown>) =>
    fc.dictionary(fc.constantFrom(...names), values, { maxKeys: 4 });
const value = (depth: number, map: (values: fc.Arbitrary<unknown>) => fc.Arbitrary<unknown>) =>
  fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: depth }, scalar, fc.array(tie("any"), { maxLength: 3 }), map(tie("any"))),
  })).any;

const BOARD_KEYS = keys(
  ...["name", "time", "quorum", "check-from", "standing-items", "organisations", "people", "statuses", "nam"],
  ...["id", "also", "member", "until", "became", "initials", "organisation"],
);
const MEETING_KEYS = keys(
  ...["date", "time", "state", "present", "confirmed", "inquorate", "papers", "items", "progress", "presnt"],
  ...[
    "at",
    "on",
    "by",
    "title",
    "actions",
    "decisions",
    "deferred",
    "number",
    "kind",
    "text",
    "owners",
    "to",
    "ref",
  ],
);

/** Whether rrb finds no fault with the keys of a document. */
function isInOrder(check: (node: YamlNode, text: string) => readonly unknown[], yaml: string): boolean {
  const { node } = readYamlInFull(yaml);
  return node !== null && check(node, yaml).length === 0;
}

test.each([
  ["board.yaml", BOARD_KEYS, BOARD, checkBoardKeys],
  ["a meeting", MEETING_KEYS, MEETING, checkMeetingKeys],
] as const)("An editor and `rrb check` find fault with the same documents: %s", (_, map, schema, check) => {
  const document = map(value(3, map)).map((drawn) => ({
    ...(schema === MEETING && { date: "2020-01-21" }),
    ...drawn,
  }));
  let inOrder = 0;
  fc.assert(
    fc.property(document, (drawn) => {
      const yaml = stringify(drawn);
      const says = isInOrder(check, yaml);
      if (says) inOrder++;
      expect({ yaml, isInOrder: schema(parse(yaml)) }).toEqual({ yaml, isInOrder: says });
    }),
    { numRuns: 5000 },
  );
  expect(inOrder).toBeGreaterThan(100);
});
