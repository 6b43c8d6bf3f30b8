import fc from "fast-check";

/** What means something in Markdown, and what nearly does. */
const PIECES = [
  ...[
    "\n",
    "\n",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "   ",
    "    ",
    "\t",
    "a",
    "b c",
    "é",
    "\0",
    "\ud800",
  ],
  ...[
    "- ",
    "* ",
    "+ ",
    "1. ",
    "1. ",
    "2) ",
    "10. ",
    "0. ",
    "123456789. ",
    "1234567890. ",
    "-",
    "*",
    "+",
    "1.",
    "> ",
    "> ",
    ">",
  ],
  ...[
    "# ",
    "## ",
    "#",
    "===",
    "---",
    "***",
    "- - -",
    "_ _ _",
    "=",
    "_",
    "```",
    "~~~",
    "````",
    "``",
    "*e*",
    "`c`",
    "&amp;",
  ],
  ...["|", "| ", "a | b", "| a | b |", "|-|-|", "| --- | :-: |", ":-", "-:", "\\|", "\\"],
  ...["[a]: b", "[a]:", "[", "]", "[a]", "[ ] ", "[x] ", ' "t"', "'t", "(t)", '"'],
  ...[
    "<",
    "<div>",
    "</div>",
    "<x>",
    '<a href="b">',
    "<a b=c d>",
    "<a b='c'd>",
    "</x >",
    "<:b>",
    "<1>",
    "<div",
    "/>",
  ],
  ...["<!--", "-->", "<?", "?>", "<!A", "<pre>", "</pre>", "<pre/>", "<![CDATA[", "]]>"],
];

/** Texts of random pieces: hardly anything in them is well-formed. */
export const anyMarkdown = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 26 })
  .map((pieces) => pieces.join(""));

const words = fc
  .array(
    fc.constantFrom(
      "The Chair",
      "MOPAC",
      "noted",
      "2 reports",
      "by 3 May",
      "*Lead*",
      "a | b",
      "(Paper 2)",
      "<b>",
      "#1",
      "- so",
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((some) => some.join(" "));
const paragraph = fc.array(words, { minLength: 1, maxLength: 3 });
const heading = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 7 }), words).map(([level, title]) => [`${"#".repeat(level)} ${title}`]),
  fc.tuple(words, fc.constantFrom("===", "---", "-")).map((lines) => [...lines]),
);
const row = fc
  .array(fc.oneof(words, fc.constant("")), { minLength: 1, maxLength: 4 })
  .map((cells) => `| ${cells.join(" | ")} |`);
const table = fc
  .tuple(fc.integer({ min: 1, max: 4 }), row, fc.array(row, { maxLength: 4 }))
  .map(([columns, head, rows]) => [head, `|${" --- |".repeat(columns)}`, ...rows]);
const odd = fc.constantFrom(
  ["---"],
  ["```", "code", "```"],
  ["```", "code"],
  ["<div>", "b"],
  ["<!-- a", "", "b -->"],
  ["[a]: b", '"t"'],
  ["    code", "", "\tcode"],
);

type Lines = readonly string[];

const { blocks } = fc.letrec<{ blocks: Lines; block: Lines; list: Lines; quote: Lines }>((tie) => ({
  blocks: fc
    .array(fc.tuple(tie("block"), fc.constantFrom("", "", " ", null)), { minLength: 1, maxLength: 3 })
    .map((all) => all.flatMap(([lines, gap]) => (gap === null ? lines : [...lines, gap]))),
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    paragraph,
    heading,
    table,
    odd,
    tie("list"),
    tie("quote"),
  ),
  list: fc
    .tuple(
      fc.constantFrom("-", "*", "1.", "2)", "-   ", "10. ", "- [ ]", "- [x] "),
      fc.array(tie("blocks"), { minLength: 1, maxLength: 3 }),
    )
    .map(([marker, items]) =>
      items.flatMap((lines) =>
        prefixed(lines, `${marker} `, " ".repeat(marker.replace(/\[.\] ?$/, "").length + 1)),
      ),
    ),
  quote: fc
    .tuple(fc.constantFrom("> ", ">"), tie("blocks"))
    .map(([mark, lines]) => prefixed(lines, mark, mark)),
}));

function prefixed(lines: Lines, first: string, others: string): string[] {
  return lines.map((line, index) => (index === 0 ? first : others) + line);
}

/** What a hasty hand does to a line: leaves it out, writes it twice, indents it, or drops its indentation. */
const slip = fc.record({
  at: fc.nat(),
  how: fc.constantFrom<(line: string) => string[]>(
    () => [],
    (line) => [line, line],
    (line) => [`  ${line}`],
    (line) => [`    ${line}`],
    (line) => [`\t${line}`],
    (line) => [line.trimStart()],
    (line) => ["", line],
    (line) => [`> ${line}`],
    (line) => [line.slice(1)],
  ),
});
const slips = fc.array(slip, { maxLength: 4 });

function withSlips(
  lines: Lines,
  made: readonly { readonly at: number; readonly how: (line: string) => string[] }[],
): Lines {
  return made.reduce<Lines>((all, { at, how }) => {
    const index = at % Math.max(1, all.length);
    return [...all.slice(0, index), ...how(all[index] ?? ""), ...all.slice(index + 1)];
  }, lines);
}

/** Minutes as people write them, with lists, tables and quotes in one another, and slips. */
export const hastyMinutes = fc
  .tuple(blocks, slips, fc.constantFrom("\n", "\n", "\r\n"), fc.constantFrom("", "\n"))
  .map(
    ([lines, made, lineEnd, last]) =>
      withSlips(lines, made)
        .join(lineEnd)
        .replace(/[\s>]+$/, "") + last,
  );

/** Stretches of some texts, at most so many lines long, with slips. */
export function stretchesOf(texts: readonly string[], lineCount: number): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...texts), fc.nat(), slips).map(([text, at, made]) => {
    const lines = text.split("\n");
    const start = at % lines.length;
    return withSlips(lines.slice(start, start + lineCount), made).join("\n");
  });
}
