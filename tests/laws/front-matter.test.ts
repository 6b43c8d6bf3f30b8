import fc from "fast-check";
import { expect, test } from "vitest";
import { type FrontMatter, readFrontMatter, readPlainYaml } from "../../src/yaml/front-matter.ts";
import { readFrontMatterInFull, readYamlInFull } from "../../src/yaml/full-yaml.ts";

const RUNS = Number(process.env.RRB_LAW_RUNS ?? 5000);

const plainWord = fc.constantFrom(
  ...[
    "MOPAC",
    "City Hall",
    "2020-01-21",
    "10:30-12:30",
    "12",
    "yes",
    "null",
    "~",
    "0x1f",
    "010",
    "a#b",
    "R&D",
    "50%",
  ],
  ...[
    "the Chair's office",
    "Ruth Adeyemi (for Colin Marsh; items 1-4)",
    "naïve – é 🙂",
    "x:y",
    "a - b",
    "a -",
    "b  c",
  ],
  ...["'it''s'", '"x: y"', "'# x'", '"[a, b]"', "''", '""', "https://example.org/a?b=c#d"],
);

/** Words that need care, in quotes or out of them. */
const oddWord = fc.constantFrom(
  ...[
    "Ruth, MPS",
    "x: y",
    "x:",
    "- x",
    "-x",
    "-",
    "? x",
    "?x",
    ":x",
    "*x",
    "&x y",
    "!x",
    "@x",
    "`x`",
    "%x",
    "|",
    ">",
    "<<",
  ],
  ...[
    '"a \\" b"',
    '"open',
    "'open",
    '"a" b',
    "'a'b",
    "'a' #b",
    "{x",
    "x}",
    ",x",
    "x,",
    "[x",
    "x]",
    "a #b",
    "#b",
  ],
  ...[
    '"a\\nb"',
    '"\\\\"',
    "a\\nb",
    "  two  blanks  ",
    "x\ty",
    "\u00a0x",
    "---",
    "...",
    "--- x",
    "a\u2028b",
    "\u0085",
    "\ufeff",
    ".",
    "a: b: c",
  ],
);

const plainKey = fc.constantFrom(
  ..."abcdefghijklm",
  "date",
  "next-meeting",
  "in hand",
  "x.y",
  "1",
  "A_b",
  "__proto__",
);

const oddKey = fc.constantFrom(
  '"q"',
  "'q'",
  "é",
  "<<",
  "-",
  "a:b",
  "a ",
  "k".repeat(85),
  "?",
  "*a",
  "[a]",
  "",
  "a#b",
);

const plainComment = fc.constantFrom("", "", "", " # a note", "  #", " #x: y", " ");

const oddComment = fc.constantFrom("#x", "\t# x", " x", "\t", ",");

const plainBlank = fc.constantFrom("", "# a comment", "  # indented", "   ");

/** Lines that go on with what stands above them, or that no front matter holds. */
const oddBlank = fc.constantFrom(
  " more",
  "  more: x",
  "    - more",
  "  ]",
  "## 1. x",
  "## x",
  "more",
  "- more",
  "\t",
);

const lineEnd = fc.constantFrom("\n", "\n", "\r\n");

const indent = (lines: readonly string[], by: number) =>
  lines.map((line) => (line === "" ? "" : " ".repeat(by) + line));

/** YAML of every shape that people write, with something odd in it once in so many parts. */
function documents(oddness: number): fc.Arbitrary<string> {
  const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
    fc.oneof({ weight: oddness, arbitrary: usual }, { weight: 1, arbitrary: odd });
  const word = mostly(plainWord, oddWord);
  const key = mostly(plainKey, oddKey);
  const comment = mostly(plainComment, oddComment);
  const blank = mostly(plainBlank, oddBlank);
  /** Keys and values; now and then a key stands twice. */
  const entriesOf = <T>(value: fc.Arbitrary<T>, minLength: number) =>
    fc.uniqueArray(fc.tuple(key, value, fc.nat(99)), {
      minLength,
      maxLength: 4,
      selector: ([name, , chance]) => (chance < 95 ? name : `${name} ${chance}`),
    });
  const flow = fc.letrec<Record<"value" | "list" | "map", string>>((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, { weight: 4, arbitrary: word }, tie("list"), tie("map")),
    list: fc
      .tuple(
        fc.array(tie("value"), { maxLength: 3 }),
        mostly(
          fc.constantFrom("[*]", "[ * ]"),
          fc.constantFrom("[*,]", "[,*]", "[*", "*]", "[*}", "[*]x", "[\n*]"),
        ),
        fc.constantFrom(", ", ",", " , "),
      )
      .map(([items, frame, comma]) => frame.replace("*", () => items.join(comma))),
    map: fc
      .tuple(
        entriesOf(tie("value"), 0),
        mostly(fc.constantFrom("{*}", "{ * }"), fc.constantFrom("{*,}", "{*", "{*]", "{*, x}", "{*, a: }")),
        mostly(fc.constant(": "), fc.constantFrom(":", " : ", ":  ")),
      )
      .map(([pairs, frame, colon]) =>
        frame.replace("*", () => pairs.map(([name, value]) => name + colon + value).join(", ")),
      ),
  }));
  const inline = fc.oneof({ weight: 4, arbitrary: word }, flow.list, flow.map);
  const block = fc.letrec<Record<"lines" | "map" | "list" | "below" | "item" | "literal", string[]>>(
    (tie) => ({
      lines: fc.oneof({ maxDepth: 3 }, { weight: 2, arbitrary: tie("map") }, tie("list")),
      map: entriesOf(tie("below"), 1).map((entries) =>
        entries.flatMap(([name, [first = "", ...rest]]) => [`${name}:${first}`, ...rest]),
      ),
      list: fc.array(tie("item"), { minLength: 1, maxLength: 4 }).map((items) => items.flat()),
      below: fc.oneof(
        { maxDepth: 4 },
        { weight: 4, arbitrary: fc.tuple(inline, comment).map(([value, note]) => [` ${value}${note}`]) },
        comment.map((note) => [note]),
        fc
          .tuple(comment, mostly(fc.constantFrom(1, 2, 2, 4), fc.constant(0)), tie("lines"))
          .map(([note, by, lines]) => [note, ...indent(lines, by)]),
        fc.tuple(comment, tie("list")).map(([note, lines]) => [note, ...lines]),
        tie("literal"),
        fc.tuple(inline, blank).map(([value, line]) => [` ${value}`, line]),
      ),
      item: fc.oneof(
        { maxDepth: 4 },
        { weight: 4, arbitrary: fc.tuple(inline, comment).map(([value, note]) => [`- ${value}${note}`]) },
        fc
          .tuple(mostly(fc.constantFrom("- ", "-   "), fc.constant("-")), tie("map"))
          .map(([dash, [first = "", ...rest]]) => [dash + first, ...indent(rest, dash.length)]),
        tie("literal").map(([header, ...lines]) => [`-${header}`, ...lines]),
        blank.map((line) => [line]),
      ),
      literal: fc
        .tuple(
          mostly(fc.constantFrom(" |", " |-"), fc.constantFrom(" |+", " |2", " >", " >-", " | # x", " |x")),
          fc.constantFrom(2, 4),
          fc.array(
            mostly(
              fc.constantFrom("some words", "  more indented", "", "# not a comment", "a: b", "- x", "'x"),
              fc.constantFrom("   ", "x\ty", "\tx", " "),
            ),
            { minLength: 1, maxLength: 4 },
          ),
        )
        .map(([header, by, lines]) => [header, ...indent(lines, by)]),
    }),
  );
  return fc
    .tuple(mostly(block.map, block.lines), lineEnd, fc.boolean())
    .map(([lines, end, last]) => lines.join(end) + (last ? end : ""));
}

const ordinary = documents(60);

/** One character or so added, dropped or replaced. */
const slip = fc.tuple(
  fc.nat(),
  fc.nat(1),
  fc.constantFrom(
    ...[
      "",
      "",
      " ",
      "  ",
      "\n",
      ":",
      ": ",
      "-",
      "- ",
      " #",
      '"',
      "'",
      "[",
      "]",
      "{",
      "}",
      ",",
      "|",
      "x",
      "\n\n",
      "\n ",
    ],
    ...["\t", "\r", "&a ", "*a", "!t ", "\\", "\u2028", "\ufeff", "\0"],
  ),
);

const mutated = fc.tuple(ordinary, fc.array(slip, { minLength: 1, maxLength: 3 })).map(([text, slips]) =>
  slips.reduce((now, [at, cut, added]) => {
    const place = at % (now.length + 1);
    return now.slice(0, place) + added + now.slice(place + cut);
  }, text),
);

const noise = fc
  .array(
    fc.constantFrom(
      ...[
        "a",
        "b",
        " ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        "'",
        '"',
        "|",
        ">",
        "&",
        "*",
        "!",
        "?",
        "%",
        "@",
        "\\",
        "\t",
        "\r",
      ],
      ...[
        "~",
        ".",
        "0",
        "é",
        ": ",
        "\n- ",
        "\n  ",
        "a: ",
        "\n",
        "\nb: ",
        "  - ",
        " #",
        "\nc:\n",
        "---",
        "\n---\n",
      ],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

const source = fc.oneof(
  { weight: 3, arbitrary: ordinary },
  { weight: 3, arbitrary: documents(8) },
  { weight: 4, arbitrary: mutated },
  { weight: 1, arbitrary: noise },
);

const opening = fc.oneof(
  { weight: 12, arbitrary: fc.constant("---") },
  fc.constantFrom("--- ", "---js", "----", "--", "---\t"),
);

const closing = fc.oneof(
  { weight: 12, arbitrary: fc.constant("---") },
  fc.constantFrom("--- ", "----", "--- x", "", "---\t", "..."),
);

const fenced = fc
  .tuple(opening, lineEnd, source, closing, fc.constantFrom("", "\n", "\nBody\n", "\r\nBody", "\n\n---\n"))
  .map(([open, end, text, close, body]) => {
    const inside = text === "" || text.endsWith("\n") ? text : text + end;
    return `${open}${end}${inside}${close}${body}`;
  });

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
    { numRuns: RUNS / 5 },
  );
});

test("the quick reader answers for what people write, so that the laws above speak of something", () => {
  const share = (texts: fc.Arbitrary<string>, read: (text: string) => FrontMatter | null) =>
    fc.sample(texts, { numRuns: 1000, seed: 1 }).filter((text) => (read(text)?.node ?? null) !== null).length;
  expect(share(ordinary, readPlainYaml)).toBeGreaterThan(500);
  expect(share(fenced, readFrontMatter)).toBeGreaterThan(150);
  expect(share(mutated, readPlainYaml)).toBeGreaterThan(100);
});
