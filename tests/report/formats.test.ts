import fc from "fast-check";
import type { Log, Region, Replacement, Result } from "sarif";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { checkBoard } from "../../src/check/check.ts";
import { writeManual } from "../../src/check/manual.ts";
import { actionHasOwner } from "../../src/check/rules/action-has-owner.ts";
import { RULES } from "../../src/check/rules.ts";
import { PLAIN } from "../../src/report/colour.ts";
import { reportGithub } from "../../src/report/github.ts";
import { reportJunit } from "../../src/report/junit.ts";
import { reportPretty } from "../../src/report/pretty.ts";
import type { FullReport } from "../../src/report/report.ts";
import { reportSarif } from "../../src/report/sarif.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import { sourceFile } from "../../src/source/source-file.ts";
import { openInMemory } from "../board.ts";

function reportOf(
  diagnostics: readonly Diagnostic[],
  files: Readonly<Record<string, string>>,
  rules = RULES,
): FullReport {
  const sources = new Map(Object.entries(files).map(([path, text]) => [path, sourceFile(path, text)]));
  return {
    diagnostics,
    notes: sources.size,
    files: [...sources.keys()],
    manuals: () => rules.map((rule) => ({ ...rule, markdown: writeManual(rule) })),
    source: (path) => sources.get(path) ?? null,
    paint: PLAIN,
    columns: undefined,
    quiet: false,
  };
}

/** Findings of every grade on a small board: one with a related place, one with a fix, one in a file that can't be read. */
async function smallBoard(): Promise<FullReport> {
  const files = {
    "my board/2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Yard 🧹

Action (MOPAC): Sweep 🧹 it.
`,
    "my board/2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

Nothing was said.
`,
  };
  const board = await openInMemory(files, "2020-06-01");
  const unread: Diagnostic = {
    rule: "file-can-be-read",
    severity: "error",
    path: "my board/january?.md",
    span: { start: 0, end: 0 },
    message: "It is UTF-16, not UTF-8.",
    advice: "Save it as plain text in UTF-8.",
  };
  const rules = ["every-open-action-is-reported", "action-is-numbered"];
  const found = checkBoard(board).filter(({ rule }) => rules.includes(rule));
  expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
    "action-is-numbered warning",
    "every-open-action-is-reported error",
  ]);
  return reportOf([...found, { ...found[0]!, rule: "owner-is-one", severity: "information" }, unread], files);
}

/** Text that a note, a file's name or a rule's words may hold; much of it means something to one format or another. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom("::error::x", "\n::add-mask::y", "##[error]z", "%0A", "%25", "\r", ":", ",", "]]>"),
      fc.constantFrom(
        "<a b='c'>",
        "&amp;",
        '"',
        "\u0000",
        "\u001b[31m",
        "\ud800",
        "\uffff",
        "\u2028",
        "🧹",
        "]",
      ),
      fc.string({ unit: "binary", maxLength: 5 }),
      fc.constantFrom("word", " ", "`x`"),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

const hostileReport = fc
  .record({ path: hostile, text: hostile, message: hostile, advice: hostile, isRead: fc.boolean() })
  .map(({ path, text, message, advice, isRead }) => {
    const span = { start: 0, end: text.length };
    const finding = { rule: "action-has-owner", path, span, message, advice };
    const related = [{ path, span, message, quote: text }];
    const fix = [{ span, text: message }];
    const diagnostics = (["error", "warning", "information"] as const).map((severity) => ({
      ...finding,
      severity,
      related,
      fix,
    }));
    return reportOf(diagnostics, isRead ? { [path]: text } : {}, [actionHasOwner]);
  });

const RUNS = 2000;

/** A workflow command as the runner of GitHub Actions reads a line: `::name key=value,…::data`, or the older `##[name …]data`. */
function readCommand(line: string) {
  const decode = (words: string, signs: string) =>
    words.replace(new RegExp(`%(${signs})`, "gi"), (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  const [, name, properties = "", data = ""] = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  if (name === undefined) return /##\[/.test(line) ? { name: "##[", properties: {}, data: line } : null;
  const pairs = properties.split(",").map((pair): [string, string] => {
    const [key = "", ...value] = pair.split("=");
    return [key, decode(value.join("="), "25|0d|0a|3a|2c")];
  });
  return { name, properties: Object.fromEntries(pairs), data: decode(data, "25|0d|0a") };
}

/** The runner takes CR for a line end as well. */
function readCommands(log: string) {
  return log
    .split(/\r\n|\r|\n/)
    .map(readCommand)
    .filter((command) => command !== null);
}

describe("GitHub Actions", () => {
  test("annotates each finding at its place, and reads the words as they were", async () => {
    const { shown } = reportGithub(await smallBoard());
    expect(shown.split("\n").at(-1)).toBe("2 errors, 1 warning, 1 for information in 3 files");
    expect(readCommands(shown).map(({ name, properties }) => [name, properties])).toEqual([
      [
        "warning",
        {
          file: "my board/2020-01-21.md",
          line: "8",
          endLine: "8",
          col: "1",
          endColumn: "7",
          title: "action-is-numbered",
        },
      ],
      [
        "error",
        {
          file: "my board/2020-05-18.md",
          line: "6",
          endLine: "6",
          col: "1",
          endColumn: "36",
          title: "every-open-action-is-reported",
        },
      ],
      ["notice", expect.objectContaining({ title: "owner-is-one" })],
      ["error", { file: "my board/january?.md", title: "file-can-be-read" }],
    ]);
    expect(readCommands(shown)[1]!.data).toBe(
      "`2020-01-21/1` is open and has no row here. Add a row for it: what was said, or `no update`.",
    );
  });

  test("a place of several lines has no columns, which GitHub knows only within one line", () => {
    const text = "one\ntwo\n";
    const finding: Diagnostic = {
      rule: "some-rule",
      severity: "error",
      path: "a.md",
      span: { start: 0, end: 7 },
      message: "Wrong: 100 %, really.",
      advice: "Mend it.",
    };
    expect(reportGithub(reportOf([finding], { "a.md": text })).shown).toBe(
      "::error file=a.md,line=1,endLine=2,title=some-rule::Wrong: 100 %25, really. Mend it.\n1 error in 1 file",
    );
  });

  test("nothing in a note becomes a command of its own, in this format or in the one for people", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const commands = readCommands(reportGithub(report).shown);
        expect(commands.map(({ name }) => name)).toEqual(["error", "warning", "notice"]);
        for (const { properties } of commands) expect(properties.title).toBe("action-has-owner");
        expect(readCommands(reportPretty(report).shown)).toEqual([]);
        expect(readCommands(reportSarif(report).shown)).toEqual([]);
        expect(readCommands(reportJunit(report).shown)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

/** The stretch of a text that a region means to a viewer of SARIF. */
function cutRegion(text: string, { startLine, startColumn, endLine, endColumn }: Region): string {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const at = (line: number, column: number) => lines.slice(0, line - 1).join("").length + column - 1;
  return text.slice(at(startLine!, startColumn!), at(endLine!, endColumn!));
}

/** Demands of a log what SARIF 2.1.0 does beyond the types that the compiler holds it to. */
function readSarif(json: string, rules = RULES): Result[] {
  const log = JSON.parse(json) as Log;
  expect(log.version).toBe("2.1.0");
  expect(log.runs).toHaveLength(1);
  const [{ tool, results = [], columnKind }] = log.runs as [Log["runs"][number]];
  expect(columnKind).toBe("utf16CodeUnits");
  const ids = tool.driver.rules!.map(({ id }) => id);
  expect(ids).toEqual(rules.map(({ id }) => id));
  for (const rule of tool.driver.rules!) {
    expect(rule.shortDescription!.text).not.toBe("");
    expect(rule.fullDescription!.text).not.toBe("");
    expect(rule.help!.text).not.toBe("");
    expect(rule.help!.markdown).toContain("Good");
    expect(["error", "warning", "note"]).toContain(rule.defaultConfiguration!.level);
  }
  const prints = results.map(({ partialFingerprints }) => partialFingerprints!["rrbFinding/v1"]);
  expect(new Set(prints).size).toBe(results.length);
  for (const { ruleId, ruleIndex, message, locations, relatedLocations = [] } of results) {
    expect(ids[ruleIndex!] ?? ruleId).toBe(ruleId);
    expect(typeof message.text).toBe("string");
    for (const { physicalLocation } of [...locations!, ...relatedLocations]) {
      const { uri } = physicalLocation!.artifactLocation!;
      // RFC 3986: unreserved, percent-encoded, and what parts a path.
      expect(uri).toMatch(/^(?:[\w.~!*'()/-]|%[0-9A-F]{2})*$/);
      const { startLine = 1, startColumn = 1, endLine = 1, endColumn = 1 } = physicalLocation!.region ?? {};
      expect(startLine).toBeGreaterThanOrEqual(1);
      expect(startColumn).toBeGreaterThanOrEqual(1);
      expect(endLine > startLine || endColumn >= startColumn).toBe(true);
    }
  }
  return results;
}

describe("A viewer of SARIF", () => {
  test("finds each result at its place, with its rule's manual and its fix", async () => {
    const report = await smallBoard();
    const results = readSarif(reportSarif(report).shown);
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ["action-is-numbered", "warning"],
      ["every-open-action-is-reported", "error"],
      ["owner-is-one", "note"],
      ["file-can-be-read", "error"],
    ]);
    const text = report.source("my board/2020-01-21.md")!.text;
    const { artifactLocation, region } = results[0]!.locations![0]!.physicalLocation!;
    expect(artifactLocation!.uri).toBe("my%20board/2020-01-21.md");
    expect(cutRegion(text, region!)).toBe("Action");
    const [{ deletedRegion, insertedContent }] = results[0]!.fixes![0]!.artifactChanges[0]!.replacements as [
      Replacement,
    ];
    expect(insertedContent).toEqual({ text: " 1" });
    expect(deletedRegion).toEqual({ startLine: 8, startColumn: 7, endLine: 8, endColumn: 7 });
    const [related] = results[1]!.relatedLocations!;
    expect(related!.physicalLocation!.artifactLocation!.uri).toBe("my%20board/2020-01-21.md");
    expect(results[3]!.locations![0]!.physicalLocation).toEqual({
      artifactLocation: { uri: "my%20board/january%3F.md" },
    });
  });

  test("reads any words that a note may hold", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const relative = {
          ...report,
          diagnostics: report.diagnostics.filter(({ path }) => !path.startsWith("/")),
        };
        const results = readSarif(reportSarif(relative).shown, [actionHasOwner]);
        expect(results).toHaveLength(relative.diagnostics.length);
        for (const [i, { message }] of results.entries()) {
          const { message: words, advice } = relative.diagnostics[i]!;
          // No words of a note become a link there.
          expect(message.text!.replaceAll("]\u200b(", "](")).toBe(`${words} ${advice}`);
          expect(message.text).not.toContain("](");
        }
      }),
      { numRuns: RUNS },
    );
  });
});

interface Suite {
  readonly name: string;
  readonly cases: { name: string; failure: string | null; words: string }[];
  readonly counts: readonly number[];
}

/** The suites of a report, read by a parser that takes only well-formed XML 1.0. */
function readJunit(xml: string): Suite[] {
  const suites: { name: string; cases: Suite["cases"]; counts: number[] }[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const at = attributes as Record<string, string>;
    if (name === "testsuite")
      suites.push({ name: at.name!, cases: [], counts: [Number(at.tests), Number(at.failures)] });
    if (name === "testcase") suites.at(-1)!.cases.push({ name: at.name!, failure: null, words: "" });
    if (name === "failure") suites.at(-1)!.cases.at(-1)!.failure = at.message!;
  });
  parser.on("text", (text) => {
    const last = suites.at(-1)?.cases.at(-1);
    if (last !== undefined) last.words += text;
  });
  parser.write(xml).close();
  return suites;
}

describe("A reader of JUnit", () => {
  test("counts a failure for each error, and a case that passed for a file without findings", async () => {
    const report = await smallBoard();
    const quiet = { ...report, files: [...report.files, "my board/board.yaml"] };
    const suites = readJunit(reportJunit(quiet).shown);
    expect(suites.map(({ name, counts }) => [name, ...counts])).toEqual([
      ["my board/2020-01-21.md", 2, 0],
      ["my board/2020-05-18.md", 1, 1],
      ["my board/board.yaml", 1, 0],
      ["my board/january?.md", 1, 1],
    ]);
    expect(suites[1]!.cases[0]).toMatchObject({
      name: "every-open-action-is-reported (6:1)",
      failure: "`2020-01-21/1` is open and has no row here.",
    });
    expect(suites[0]!.cases[0]!.words.trim().split("\n")).toEqual([
      "my board/2020-01-21.md:8:1 warning action-is-numbered",
      "This action has no number.",
      "Write `Action 1`; it is cited as `2020-01-21/1`.",
    ]);
    expect(suites[2]!.cases).toEqual([
      { name: "no findings", failure: null, words: expect.stringMatching(/^\s*$/) },
    ]);
  });

  test("reads any words that a note may hold", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const cases = readJunit(reportJunit(report).shown).flatMap((suite) => suite.cases);
        expect(cases.map(({ failure }) => failure !== null)).toEqual([true, false, false]);
      }),
      { numRuns: RUNS },
    );
  });
});
