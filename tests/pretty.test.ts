import { expect, test } from "vitest";
import { checkBoard } from "../src/check/check.ts";
import { PLAIN } from "../src/report/colour.ts";
import { reportJson } from "../src/report/findings-json.ts";
import { reportPretty } from "../src/report/pretty.ts";
import type { Diagnostic } from "../src/source/diagnostic.ts";
import { sourceFile } from "../src/source/source-file.ts";
import { openInMemory } from "./board.ts";

/** What is printed for one finding on the words `marked` of a text; the last of them, where they stand twice. */
function print(text: string, marked: string, columns?: number, message = "Wrong."): string[] {
  const start = text.lastIndexOf(marked);
  const diagnostic: Diagnostic = {
    rule: "some-rule",
    severity: "error",
    path: "2020-01-21.md",
    span: { start, end: start + marked.length },
    message,
    advice: "Write `right`.",
  };
  return pretty([diagnostic], { "2020-01-21.md": text }, columns).split("\n");
}

function pretty(diagnostics: Diagnostic[], files: Record<string, string>, columns?: number): string {
  const sources = new Map(Object.entries(files).map(([path, text]) => [path, sourceFile(path, text)]));
  return reportPretty({
    diagnostics,
    notes: sources.size,
    source: (path) => sources.get(path) ?? null,
    paint: PLAIN,
    columns,
    quiet: false,
  }).shown;
}

test("a finding shows where, the line, the place underlined, what is wrong and what to write", () => {
  expect(print("one\ntwo three four\n", "three")).toEqual([
    "2020-01-21.md:2:5  error  some-rule",
    "  2 │ two three four",
    "    │     ───── Wrong.",
    "  Write `right`.",
    "",
    "1 error in 1 file",
  ]);
});

test("an action that fell out of the agenda is shown with the place where it was last seen", async () => {
  const board = await openInMemory(
    {
      "meetings/2020-01-21.md": [
        "---\ndate: 2020-01-21\npresent: [MOPAC]\n---\n\n## 1. Performance\n",
        "Action 1 (MOPAC; by 14 February 2020): Small group of members to form a workshop with everybody who wants to come.\n",
      ].join("\n"),
      "meetings/2020-05-18.md":
        "---\ndate: 2020-05-18\nstate: agenda\n---\n\n## 1. Actions from previous meeting\n",
    },
    "2020-02-01",
  );
  const diagnostics = checkBoard(board);
  const report = {
    diagnostics,
    notes: 2,
    source: board.source,
    paint: PLAIN,
    columns: undefined,
    quiet: false,
  };
  expect(reportPretty(report).shown).toBe(`meetings/2020-05-18.md:6:1  error  every-open-action-is-reported
  6 │ ## 1. Actions from previous meeting
    │ ─────────────────────────────────── \`2020-01-21/1\` is open and has no row here.
  It was last seen at meetings/2020-01-21.md:8:1, "Small group of members to form a workshop with everybody who …".
  Add a row for it, or run \`rrb new-meeting 2020-05-18 --refresh\`.

1 error in 1 file`);
});

test("a tab is as wide as it is shown", () => {
  expect(print("1\tOld\tDone\n", "Done").slice(1, 3)).toEqual([
    "  1 │ 1   Old Done",
    "    │         ──── Wrong.",
  ]);
});

test("signs of two columns are underlined by two", () => {
  expect(print("日本語 wrong\n", "wrong").slice(1, 3)).toEqual([
    "  1 │ 日本語 wrong",
    "    │        ───── Wrong.",
  ]);
  expect(print("a 🎉 b 👩‍👩‍👧 wrong\n", "wrong").slice(1, 3)).toEqual([
    "  1 │ a 🎉 b 👩‍👩‍👧 wrong",
    "    │           ───── Wrong.",
  ]);
  expect(print("say 日本 here\n", "日本").slice(1, 3)).toEqual([
    "  1 │ say 日本 here",
    "    │     ──── Wrong.",
  ]);
  expect(print("cafe\u0301 wrong\n", "wrong")[2]).toBe("    │      ───── Wrong.");
});

test("control characters are shown and never sent to the terminal", () => {
  const printed = print(
    "a \u001b[31mred\u001b[0m wrong \u0007\u202e\n",
    "wrong",
    undefined,
    "Not \u001b[2J this.",
  );
  expect(printed.slice(1, 3)).toEqual([
    "  1 │ a ␛[31mred␛[0m wrong ␇\ufffd",
    "    │                ───── Not ␛[2J this.",
  ]);
});

test("a line that ends as Windows has it ends there", () => {
  expect(print("one\r\ntwo wrong\r\nthree\r\n", "wrong").slice(0, 3)).toEqual([
    "2020-01-21.md:2:5  error  some-rule",
    "  2 │ two wrong",
    "    │     ───── Wrong.",
  ]);
});

test("a very long line is cut around the place", () => {
  const text = `${"before ".repeat(300)}WRONG${" after".repeat(300)}\n`;
  const [, line, under] = print(text, "WRONG", 60);
  expect(line).toBe("  1 │ …efore before WRONG after after after after after aft…");
  expect(under).toBe(`    │ ${" ".repeat(14)}───── Wrong.`);
  expect(line).toHaveLength(60);
});

test("a place longer than the room is underlined as far as it is shown, and the message stands below", () => {
  const [, line, under, message] = print(`see ${"on and ".repeat(40)}\n`, "on and ".repeat(40), 60);
  expect(line).toBe("  1 │ see on and on and on and on and on and on and on and…");
  expect(under).toBe(`    │     ${"─".repeat(48)}`);
  expect(message).toBe("    │ Wrong.");
});

test("the end of a line, an empty line and the end of a file can be pointed at", () => {
  const at = (text: string, start: number) =>
    pretty(
      [
        {
          rule: "r",
          severity: "warning",
          path: "n.md",
          span: { start, end: start },
          message: "Here.",
          advice: "Write.",
        },
      ],
      { "n.md": text },
    ).split("\n");
  expect(at("abc\n\nend\n", 3).slice(0, 3)).toEqual([
    "n.md:1:4  warning  r",
    "  1 │ abc",
    "    │    ─ Here.",
  ]);
  expect(at("abc\n\nend\n", 4).slice(0, 3)).toEqual(["n.md:2:1  warning  r", "  2 │", "    │ ─ Here."]);
  expect(at("abc\n\nend\n", 9).slice(0, 3)).toEqual(["n.md:4:1  warning  r", "  4 │", "    │ ─ Here."]);
});

test("a place of several lines shows the first and the last", () => {
  expect(print("x one\ntwo\n y\n", "one\ntwo").slice(1, 5)).toEqual([
    "  1 │ x one",
    "    │   ───",
    "  2 │ two",
    "    │ ─── Wrong.",
  ]);
  expect(print("x one\n2\n3\n4\n  five y\n", "one\n2\n3\n4\n  five").slice(1, 6)).toEqual([
    "  1 │ x one",
    "    │   ───",
    "    │ …",
    "  5 │   five y",
    "    │   ──── Wrong.",
  ]);
});

test("a file that can't be read is named without a line of it", () => {
  const diagnostic: Diagnostic = {
    rule: "file-can-be-read",
    severity: "error",
    path: "gone.md",
    span: { start: 0, end: 0 },
    message: "You may not read it.",
    advice: "Ask somebody.",
  };
  expect(pretty([diagnostic], {}).split("\n").slice(0, 3)).toEqual([
    "gone.md:1:1  error  file-can-be-read",
    "  You may not read it.",
    "  Ask somebody.",
  ]);
});

test("the last line counts what was found, by grade, and in how many files", () => {
  const found = (["error", "error", "warning", "information"] as const).map(
    (severity, i): Diagnostic => ({
      rule: "r",
      severity,
      path: i === 0 ? "a.md" : "b.md",
      span: { start: 0, end: 1 },
      message: "Wrong.",
      advice: "Right.",
    }),
  );
  expect(pretty(found, { "a.md": "a\n", "b.md": "b\n" }).split("\n").at(-1)).toBe(
    "2 errors, 1 warning, 1 for information in 2 files",
  );
  expect(pretty([], { "a.md": "a\n" })).toBe("1 note, no findings");
});

test("JSON gives every finding its place, and null for what has no value", () => {
  const diagnostic: Diagnostic = {
    rule: "some-rule",
    severity: "warning",
    path: "n.md",
    span: { start: 4, end: 7 },
    message: "Wrong.",
    advice: "Write `right`.",
    related: [{ path: "gone.md", span: { start: 0, end: 0 }, message: "It was last seen" }],
  };
  const source = (path: string) => (path === "n.md" ? sourceFile(path, "one\ntwo\n") : null);
  const report = {
    diagnostics: [diagnostic],
    notes: 1,
    source,
    paint: PLAIN,
    columns: undefined,
    quiet: false,
  };
  expect(JSON.parse(reportJson(report).shown)).toEqual({
    schemaVersion: 1,
    files: 1,
    diagnostics: [
      {
        rule: "some-rule",
        severity: "warning",
        message: "Wrong.",
        advice: "Write `right`.",
        file: "n.md",
        line: 2,
        column: 1,
        endLine: 2,
        endColumn: 4,
        related: [
          {
            message: "It was last seen",
            quote: null,
            file: "gone.md",
            line: 1,
            column: 1,
            endLine: 1,
            endColumn: 1,
          },
        ],
      },
    ],
  });
});

test("an empty line within a place is not underlined", () => {
  expect(print("one\n\ntwo\n", "one\n\ntwo").slice(1, 6)).toEqual([
    "  1 │ one",
    "    │ ───",
    "  2 │",
    "  3 │ two",
    "    │ ─── Wrong.",
  ]);
});

test("on a terminal sentences wrap between words; in a pipe each stays in one piece", () => {
  const message = "`2020-01-21/1`, `2020-01-21/2` and `2020-01-21/3` are open here.";
  expect(print("one two", "two", 40, message)).toEqual([
    "2020-01-21.md:1:5  error  some-rule",
    "  1 │ one two",
    "    │     ───",
    "    │ `2020-01-21/1`, `2020-01-21/2` and",
    "    │ `2020-01-21/3` are open here.",
    "  Write `right`.",
    "",
    "1 error in 1 file",
  ]);
  expect(print("one two", "two", undefined, `${message} ${message}`)[3]).toBe(`    │ ${message} ${message}`);
});
