import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { PAGE_KINDS, type PageKind } from "../../src/render/page.ts";
import { objection } from "../../src/render/pdf/objection.ts";
import { printPdf } from "../../src/render/pdf.ts";
import type { OwnFile } from "../../src/render/print.ts";
import { sourceFile } from "../../src/source/source-file.ts";
import { openInMemory } from "../board.ts";
import { describeReal, realText } from "../real/real-notes.ts";
import { makeUpFont, OWN_FONT } from "./made-up-font.ts";
import { dense, textOf, wordsOfPage } from "./pdf-text.ts";
import { pageOf } from "./rendered.ts";

const PROJECT = join(import.meta.dirname, "..", "..");
const EXAMPLE = join(PROJECT, "meetings");
const SHIPPED = readFileSync(join(PROJECT, "templates", "minutes.typ"), "utf8");
const HEAD = "---\ndate: 2026-01-20\npresent: [HMO]\n---\n\n## 1. Lamps\n\n";

type Files = Readonly<Record<string, string>>;

/** Prints a page of a board, by rrb's own template or by another; what was said beside it, line by line. */
async function print(
  files: Files,
  id: string,
  kind: PageKind = "minutes",
  template = SHIPPED,
  fonts: readonly OwnFile[] = [],
) {
  const board = await openInMemory(files, "2026-11-22");
  const page = await pageOf(board, id, kind);
  const said: string[] = [];
  const { path } = board.notes.find(({ meeting }) => meeting.id === id)!;
  const pdf = printPdf(page, {
    source: board.source(path)!,
    template: (name) => sourceFile(`meetings/templates/${name}`, template),
    ownFonts: () => fonts,
    tell: (words) => said.push(words),
  });
  return { page, pdf, said };
}

const printBody = (body: string, template?: string, fonts?: readonly OwnFile[]) =>
  print({ "2026-01-20.md": HEAD + body }, "2026-01-20", "minutes", template, fonts);

/** Demands that all of a page is read aloud from its PDF, in its order, and nothing else. */
async function expectWhole(files: Files, id: string, kind: PageKind): Promise<void> {
  const { page, pdf, said } = await print(files, id, kind);
  expect(said).toEqual([]);
  const written = dense(wordsOfPage(page));
  expect(await textOf(pdf, written)).toBe(written);
}

const example = Object.fromEntries(
  readdirSync(EXAMPLE).map((name) => [name, readFileSync(join(EXAMPLE, name), "utf8")]),
);

describe("Every word of a page stands in its PDF once, in its order", () => {
  const held = readdirSync(EXAMPLE).flatMap((name) => /^(\d.*)\./.exec(name)?.[1] ?? []);
  test.each(held)("of the example board: %s", async (id) => {
    const kinds = id === "2026-12-03" ? ["agenda" as const] : PAGE_KINDS;
    for (const kind of kinds) await expectWhole(example, id, kind);
  });

  test("with every kind of block and of words, one in another", async () => {
    const body = `Some *emphasis*, **strong *both***, \`code\`, [a page](https://example.org/a_b?c=d&e#f), a\\
break, ![a chart](chart.png), [a paper](papers/2.pdf) and <post@example.org>.

> A quotation
>
> > - in another, and a list

4. four
   - one

     of two paragraphs
     1. deep
        - deeper
5. five

***

\`\`\`js
const lamps = "${"x".repeat(200)}";
\ttabbed
\`\`\`

| Left | ${"W".repeat(90)} | Right |
| :--- | :---: | ---: |
| ${"a".repeat(90)} | **b** \`c\` | ${"Long words follow long words. ".repeat(200)} |
| | | |

##### Deep

${"Donaudampfschifffahrtselektrizitäten".repeat(3)} ${"A paragraph that will not end. ".repeat(400)}`;
    const { page, pdf } = await printBody(body);
    const written = dense(wordsOfPage(page));
    expect(await textOf(pdf, written)).toBe(written);
  });

  test("where the text is what a typesetter would take for orders", async () => {
    const body = String.raw`\#eval("1") \#import "@preview/cetz:0.3.0" $x^2$ \\alpha \` @ref \<label> #let x = 1; // gone? /* gone? */ ~~~ -- ... "quoted" 'so' = heading + item / term: \*no* \_no_ \u{41} https://example.org/a//b`;
    const { page, pdf, said } = await printBody(body);
    expect(said).toEqual([]);
    const text = await textOf(pdf);
    expect(text).toBe(dense(wordsOfPage(page)));
    expect(text).toContain(`#import"@preview/cetz:0.3.0"$x^2$`);
  });

  test("of a log of 200 rows, which runs over many sheets", async () => {
    const rows = Array.from(
      { length: 200 },
      (_, i) => `Action ${i + 1} (HMO; by 3 May 2026): Count the lamps of pier ${i}.`,
    );
    const files = { "2026-01-20.md": HEAD + rows.join("\n") };
    for (const kind of ["minutes", "action-log"] as const) await expectWhole(files, "2026-01-20", kind);
  });

  test("of a note that says nothing", async () => {
    await expectWhole({ "2026-01-20.md": "" }, "2026-01-20", "minutes");
  });
});

describeReal("Of the notes that the Board published", () => {
  test.each(["2020-01-21", "2021-08-26"])("every word stands in the PDF: %s", async (id) => {
    const names = ["2020-01-21", "2021-08-26"].map((name) => [`${name}.md`, realText(`rrb/${name}.md`)]);
    for (const kind of PAGE_KINDS) await expectWhole(Object.fromEntries(names), id, kind);
  });
});

describe("A character that no font has", () => {
  test.each([
    ["😀", "[grin]", "😀` (U+1F600)"],
    ["👍🏽", "[thumbs up]", "👍🏽` (U+1F44D)"],
    ["👩‍👧", "[U+1F469 U+1F467]", "👩‍👧` (U+1F469 U+1F467)"],
    ["中文", "[U+4E2D U+6587]", "中文` (U+4E2D U+6587)"],
    ["\u001b[31m", "[U+001B][31m", "\u001b` (U+001B)"],
    ["\u202egnp", "[U+202E]gnp", "\u202e` (U+202E)"],
  ])("%s is told with its line, and words stand in its place", async (typed, shown, told) => {
    const { pdf, said } = await printBody(`Lit.\n\nDark ${typed}, and ${typed} again.`);
    const isHarmful = /\p{Cc}|\u202e/u.test(typed);
    expect(said[0]).toContain(`\`2026-01-20.md:10\` has \`${told}`);
    // No font makes what is hidden fit to be seen.
    expect(said.length).toBe(isHarmful ? 1 : 2);
    const twice = `Dark ${shown}, and ${shown} again.`;
    expect(await textOf(pdf)).toContain(dense(twice));
  });

  test("is told without a line where the note does not have it", async () => {
    const files = { "board.yaml": "name: Pier 🙂\n", "2026-01-20.md": HEAD };
    const { said } = await print(files, "2026-01-20");
    expect(said).toEqual([
      "The page has `🙂` (U+1F642), which the PDF can't show. It says `[smile]` instead.",
      "To show what the PDF can't, put a font that has it into `templates/fonts`.",
    ]);
  });

  test.each([
    "☐ ☑ ✓ → ½ ﬁ",
    "Łódź Þórr Ștefan",
    "Gŵyl Tŷ Llŷn",
    "Māori Nguyễn Thị",
    "Ελλάδα",
    "Жуков",
    "مرحبا",
    "שלום",
  ])("is none of these: %s", async (typed) => {
    expect((await printBody(typed)).said).toEqual([]);
  });
});

describe("A font of the board's own", () => {
  const own = { path: "meetings/templates/fonts/quayside.ttf", bytes: makeUpFont() };
  const fontsOf = (pdf: Uint8Array) =>
    [
      ...new Set(
        Buffer.from(pdf)
          .toString("latin1")
          .match(/(?<=\/BaseFont\s*\/[A-Z]{6}\+)[^\s/]+/g),
      ),
    ].sort();

  test("shows what no other has, and leaves the rest as it is", async () => {
    const { page, pdf, said } = await printBody("Ask 中, or 中中.", SHIPPED, [own]);
    expect(said).toEqual([]);
    expect(await textOf(pdf)).toBe(dense(wordsOfPage(page)));
    expect(fontsOf(pdf)).toContain("QuaysideHyperlegibleNext-Regular");
    const plain = await printBody("Lit.", SHIPPED, [own]);
    expect(Buffer.compare(plain.pdf, (await printBody("Lit.")).pdf)).toBe(0);
  });

  test("may be what a template sets the page in", async () => {
    const template = SHIPPED.replace('("Atkinson Hyperlegible Next",', `("${OWN_FONT}",`);
    const { pdf } = await printBody("Lit.", template, [own]);
    expect(fontsOf(pdf).filter((name) => name.startsWith("Atkinson"))).toEqual([]);
    await expect(printBody("Lit.", template)).rejects.toThrow(
      "names the font `quayside hyperlegible next`, which rrb does not have.",
    );
  });

  test.each([
    ["an empty file", new Uint8Array()],
    ["a text", Buffer.from("Lamps ".repeat(200))],
    ["half a font", makeUpFont().subarray(0, 9000)],
    ["a collection without end", Buffer.from(`ttcf${"\xff".repeat(2000)}`, "latin1")],
  ])("is refused where it is none: %s", async (_, bytes) => {
    await expect(printBody("Lit.", SHIPPED, [{ path: "fonts/broken.ttf", bytes }])).rejects.toThrow(
      "`fonts/broken.ttf` is no font that a PDF can take along.",
    );
  });
});

describe("The same note gives the same bytes", () => {
  test("whatever the time zone, the language and the clock of the machine", async () => {
    const once = await print(example, "2026-05-14");
    vi.stubEnv("TZ", "Asia/Tokyo");
    vi.stubEnv("LANG", "ar_EG.UTF-8");
    vi.stubEnv("SOURCE_DATE_EPOCH", "1");
    const again = await print(example, "2026-05-14");
    vi.unstubAllEnvs();
    expect(Buffer.compare(once.pdf, again.pdf)).toBe(0);
    expect(Buffer.from(once.pdf).toString("latin1")).toContain("<xmp:CreateDate>2026-05-14T00:00:00");
  });
});

describe("A template of the board's own", () => {
  const changed = (from: string, to: string) => {
    expect(SHIPPED).toContain(from);
    return SHIPPED.replace(from, to);
  };

  test("may change what it likes", async () => {
    const template = changed('#let accent = rgb("#17406d")', '#let accent = rgb("#00573f")');
    const own = await printBody("Lit.", template);
    expect(Buffer.compare(own.pdf, (await printBody("Lit.")).pdf)).not.toBe(0);
    expect(await textOf(own.pdf)).toBe(dense(wordsOfPage(own.page)));
  });

  test.each([
    [
      "an unknown name",
      "\n#lamp",
      "goes wrong at `meetings/templates/minutes.typ:2:2`: unknown variable: lamp.",
    ],
    ["a slip of grammar", "#(1", "goes wrong at `meetings/templates/minutes.typ:1:2`: unclosed delimiter."],
    ["a wrong type", "é #(1 + true)", "minutes.typ:1:5`: cannot add integer and boolean."],
    ["a file of the machine", '#read("/etc/passwd")', "minutes.typ:1:7` asks for a file"],
    ["a file outside", '#read("../../../etc/passwd")', "minutes.typ:1:7` asks for a file"],
    ["a plugin", '#plugin("x.wasm")', "minutes.typ:1:9` asks for a file"],
    ["a package", 'x\n  #import "@preview/cetz:0.3.0"', "minutes.typ:2:4` says `import`, and"],
    ["another file", '#include "a.typ"', "minutes.typ:1:2` says `include`, and"],
    ["code from a text", '#eval("im" + "port")', "minutes.typ:1:2` says `eval`, and"],
    ["the same in disguise", '#dictionary(std).at("ev" + "al")', "minutes.typ:1:13` says `std`, and"],
    ["what only looks like a comment", '/*\n// */ #import "a.typ"', "minutes.typ:2:8` says `import`, and"],
    ["the clock", "#datetime . today().display()", "minutes.typ:1:13` says `today`, and"],
    [
      "a font of the machine",
      '#set text(font: "Comic Sans MS")\nx',
      "minutes.typ:1:17` names the font `comic sans ms`",
    ],
    ["a loop without end", "#while 1 < 2 { }", "minutes.typ:1:8`: condition is always true."],
    ["a call without end", "#let f(x) = f(x) + 1\n#f(1)", "maximum function call depth exceeded."],
    ["all the memory", "#for i in range(100000000000) { }", "asks for more than 1 GB of memory."],
    ["a document without a title", "= Lamps", "would not be accessible: missing document title."],
    [
      "a sign that no font has",
      '#set document(title: "x")\n🔥',
      "accessible: the text '\"🔥\"' could not be displayed",
    ],
  ])("is refused with its place: %s", async (_, template, expected) => {
    await expect(printBody("Lit.", template)).rejects.toThrow(expected);
  });

  test("may say such words in a comment", async () => {
    const { pdf } = await printBody("Lit.", `// We import nothing, and include no file.\n${SHIPPED}`);
    expect(pdf.length).toBeGreaterThan(0);
  });
});

test("Where the program that sets a PDF is not installed for the machine, it is said what to do", () => {
  const folder = mkdtempSync(join(tmpdir(), "rrb-typeset-"));
  const program = join(folder, "typeset.cjs");
  copyFileSync(join(PROJECT, "bin", "typeset.cjs"), program);
  const input = JSON.stringify({ template: "", fonts: [], page: {}, seconds: 0, memory: 1e9 });
  const { stdout } = spawnSync(process.execPath, [program], { input, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  const outcome = JSON.parse(stdout);
  expect(outcome.kind).toBe("missing");
  const { message } = objection(sourceFile("minutes.typ", ""), [], outcome);
  expect(message).toMatch(
    /^What sets a PDF is not installed for this machine \(.+\)\. Run `npm install` without/,
  );
});
