import fc from "fast-check";
import { expect, test } from "vitest";
import { type FrontMatter, readFrontMatter, readPlainYaml } from "../../src/read/front-matter.ts";
import { readFrontMatterInFull, readYamlInFull } from "../../src/read/full-yaml.ts";

const RUNS = Number(process.env.RRB_LAW_RUNS ?? 5000);

const word = fc.constantFrom(
  ...[
    "MOPAC",
    "Met Police",
    "2020-01-21",
    "10:30-12:30",
    "yes",
    "no",
    "null",
    "~",
    "0x1f",
    "1e3",
    "010",
    "City Hall",
  ],
  ...[
    "Ruth Adeyemi, MPS (for Colin Marsh; items 1-4)",
    "the Chair's office",
    "R&D",
    "a#b",
    "a #b",
    "50%",
    "naïve – é",
  ],
  ...[
    "x: y",
    "x:y",
    "x:",
    "- x",
    "-x",
    "-",
    "? x",
    "*x",
    "&x y",
    "!x",
    "@x",
    "`x`",
    "%x",
    "|",
    ">",
    "<<",
    "[x",
    "x]",
  ],
  ...[
    '"quoted"',
    "'single'",
    "'it''s'",
    '"a \\" b"',
    '"open',
    "'open",
    '"a" b',
    "'a'b",
    "''",
    '""',
    "{x",
    "x}",
    ",x",
    "x,",
  ],
  ...[
    "🙂",
    "  two  blanks  ",
    "x\ty",
    "\u00a0x",
    "---",
    "...",
    "# x",
    "https://example.org/a?b=c#d",
    "a - b",
    "a -",
  ],
);

const plainWord = fc.constantFrom(
  "MOPAC",
  "City Hall",
  "2020-01-21",
  "'it''s'",
  '"x: y"',
  "12",
  "the Chair's office",
);

const key = fc.constantFrom(
  ...["date", "time", "present", "in-attendance", "title", "a", "b", "c d", "x.y", "1"],
  ...['"q"', "'q'", "é", "<<", "-", "a:b", "a ", "k".repeat(85), "?"],
);

const plainKey = fc.constantFrom("date", "time", "present", "next-meeting", "a", "b", "in hand");

const comment = fc.constantFrom("", "", "", " # a note", "  #", " #x", "#x", " ");

const blank = fc.constantFrom("", "", "", "# a comment", "  # indented", "   ", "## 1. x", "\t");

/** Flow collections as people write them, nested. */
const flow = fc.letrec<{ value: string; list: string; map: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 2 }, { weight: 4, arbitrary: plainWord }, word, tie("list"), tie("map")),
  list: fc
    .array(tie("value"), { maxLength: 3 })
    .chain((items) =>
      fc.constantFrom(
        `[${items.join(", ")}]`,
        `[ ${items.join(" , ")} ]`,
        `[${items.join(",")}]`,
        `[${items.join(", ")},]`,
      ),
    ),
  map: fc
    .array(fc.tuple(fc.oneof(plainKey, key), tie("value")), { maxLength: 3 })
    .chain((pairs) =>
      fc.constantFrom(
        `{ ${pairs.map(([k, v]) => `${k}: ${v}`).join(", ")} }`,
        `{${pairs.map(([k, v]) => `${k}: ${v}`).join(",")}}`,
        `{${pairs.map(([k, v]) => `${k}:${v}`).join(", ")}}`,
      ),
    ),
}));

const inline = fc.oneof({ weight: 4, arbitrary: plainWord }, word, flow.list, flow.map);

/** Block structure: lines with their indentation, now and then a wrong one. */
const block = fc.letrec<{
  lines: string[];
  map: string[];
  list: string[];
  entry: string[];
  item: string[];
  literal: string[];
}>((tie) => ({
  lines: fc.oneof({ maxDepth: 3 }, tie("map"), tie("list")),
  map: fc.array(tie("entry"), { minLength: 1, maxLength: 4 }).map((entries) => entries.flat()),
  list: fc.array(tie("item"), { minLength: 1, maxLength: 4 }).map((items) => items.flat()),
  entry: fc.oneof(
    { maxDepth: 3 },
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.oneof({ weight: 4, arbitrary: plainKey }, key), inline, comment)
        .map(([k, v, c]) => [`${k}: ${v}${c}`]),
    },
    fc.tuple(plainKey, comment).map(([k, c]) => [`${k}:${c}`]),
    fc
      .tuple(plainKey, comment, fc.constantFrom(0, 1, 2, 2, 4), tie("lines"))
      .map(([k, c, n, lines]) => [`${k}:${c}`, ...lines.map((line) => " ".repeat(n) + line)]),
    fc.tuple(plainKey, tie("literal")).map(([k, [header, ...lines]]) => [`${k}: ${header}`, ...lines]),
    blank.map((line) => [line]),
  ),
  item: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: fc.tuple(inline, comment).map(([v, c]) => [`- ${v}${c}`]) },
    fc
      .tuple(fc.constantFrom("- ", "-   ", "-"), tie("lines"))
      .map(([dash, lines]) =>
        lines.map((line, i) => (i === 0 ? dash + line : " ".repeat(dash.length) + line)),
      ),
    tie("literal").map(([header, ...lines]) => [`- ${header}`, ...lines]),
    blank.map((line) => [line]),
  ),
  literal: fc
    .tuple(
      fc.constantFrom("|", "|", "|-", "|+", "|2", ">", ">-", "| # x"),
      fc.constantFrom(1, 2, 2, 4),
      fc.array(
        fc.constantFrom("some words", "  more indented", "", "# not a comment", "a: b", "- x", "   "),
        { maxLength: 4 },
      ),
    )
    .map(([header, n, lines]) => [header, ...lines.map((line) => (line === "" ? "" : " ".repeat(n) + line))]),
}));

const lineEnd = fc.constantFrom("\n", "\n", "\r\n");

const yaml = fc
  .tuple(fc.oneof({ weight: 5, arbitrary: block.map }, block.lines), lineEnd, fc.boolean())
  .map(([lines, end, last]) => lines.join(end) + (last ? end : ""));

/** Text with a few of its characters added, dropped or replaced. */
const slips = fc.array(
  fc.tuple(
    fc.nat(),
    fc.nat(1),
    fc.constantFrom(
      "",
      "",
      " ",
      "\n",
      ":",
      ": ",
      "-",
      "#",
      '"',
      "'",
      "[",
      "]",
      "{",
      "}",
      ",",
      "|",
      "\t",
      "\r",
      "&a ",
      "*a",
      "!t ",
      "\\",
      "\u2028",
      "\ufeff",
      "\0",
    ),
  ),
  { maxLength: 4 },
);
const mutated = fc.tuple(yaml, slips).map(([text, changes]) =>
  changes.reduce((now, [at, cut, added]) => {
    const place = at % (now.length + 1);
    return now.slice(0, place) + added + now.slice(place + cut);
  }, text),
);

const noise = fc
  .array(
    fc.constantFrom(
      ..."ab: \n-[]{},#'\"|>&*!?%@\\\t\r~.0é",
      ": ",
      "\n- ",
      "\n  ",
      "a: ",
      "\n",
      "\nb: ",
      "  - ",
      " #",
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

const source = fc.oneof({ weight: 3, arbitrary: yaml }, { weight: 3, arbitrary: mutated }, noise);

const fenced = fc
  .tuple(
    fc.constantFrom("---", "---", "---", "--- ", "---js", "----", "--"),
    lineEnd,
    source,
    fc.constantFrom("---", "---", "---", "--- ", "----", "--- x", "", "---\t"),
    fc.constantFrom("", "\n", "\nBody\n", "\r\nBody", "\n\n---\n"),
  )
  .map(
    ([open, end, text, close, body]) =>
      `${open}${end}${text}${text.endsWith("\n") || text === "" ? "" : end}${close}${body}`,
  );

function expectAgreement(plain: FrontMatter | null, full: () => FrontMatter): void {
  if (plain === null) return;
  const read = full();
  expect(read.faults).toEqual([]);
  expect(plain).toEqual(read);
}

test("wherever the quick reader answers for front matter, the full one gives the same answer and no fault", () => {
  fc.assert(
    fc.property(fenced, (text) => expectAgreement(readFrontMatter(text), () => readFrontMatterInFull(text))),
    { numRuns: RUNS },
  );
});

test("wherever the quick reader answers for a YAML file, the full one gives the same answer and no fault", () => {
  fc.assert(
    fc.property(source, (text) => expectAgreement(readPlainYaml(text), () => readYamlInFull(text))),
    { numRuns: RUNS },
  );
});

test("the full reader throws on no text, and its faults stand in the text, in order", () => {
  fc.assert(
    fc.property(fc.oneof(fenced, source, fc.string({ unit: "binary", maxLength: 60 })), (text) => {
      for (const { node, bodyStart, faults } of [readFrontMatterInFull(text), readYamlInFull(text)]) {
        expect(node === null || node.kind === "map").toBe(true);
        expect(bodyStart).toBeLessThanOrEqual(text.length);
        let last = 0;
        for (const { span } of faults) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          last = span.start;
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test("the quick reader answers for a fair part of what people write", () => {
  const answered = fc.sample(yaml, { numRuns: 1000, seed: 1 }).filter((text) => readPlainYaml(text) !== null);
  expect(answered.length).toBeGreaterThan(50);
});
