import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Document, Footer, Header, Packer, Paragraph, TextRun } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../src/refusal.ts";
import { printWord } from "../../src/render/docx.ts";
import { PAGE_KINDS, type Page } from "../../src/render/page.ts";
import type { Means } from "../../src/render/print.ts";
import { type BoardInMemory, openInMemory } from "../board.ts";
import { describeReal, realText } from "../real/real-notes.ts";
import { HOSTILE, hostileNotes, MANY } from "./hostile-notes.ts";
import { pageOf } from "./rendered.ts";
import { wordsIn, wordsOfPage } from "./words-of-page.ts";

const EXAMPLE = join(import.meta.dirname, "..", "..", "meetings");
const FILES = readdirSync(EXAMPLE);
const texts = FILES.map((name) => [name, readFileSync(join(EXAMPLE, name), "utf8")]);
const example = await openInMemory(Object.fromEntries(texts), "2026-11-22");
const NOTES = example.notes.map(({ meeting }) => meeting.id);

/** Prints a page, into a template where there is one. */
function print(page: Page, template: Uint8Array | null = null): Promise<Uint8Array> {
  const ownTemplate = () => (template === null ? null : { path: "letterhead.docx", bytes: template });
  return printWord(page, { ownTemplate } as unknown as Means);
}

function partOf(bytes: Uint8Array, path: string): string {
  return strFromU8(unzipSync(bytes)[path]!);
}

async function htmlOf(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return value;
}

/** Demands that mammoth reads every word of a page once, in its order, and every table and heading. */
async function expectWhole(page: Page, bytes: Uint8Array): Promise<void> {
  const html = await htmlOf(bytes);
  expect(wordsOfPage(html)).toEqual(wordsIn(page.tree));
  const tables = page.tree.children.filter(({ type }) => type === "table").length;
  expect(html.match(/<table>/g)?.length ?? 0).toBe(tables);
  expect(html.match(/<h[1-6]>/g)).toHaveLength(1 + page.outline.length);
}

describe.each(PAGE_KINDS)("A page of the example board as %s", (kind) => {
  test.each(NOTES)("is read back from Word word by word: %s", async (id) => {
    const page = await pageOf(example, id, kind);
    await expectWhole(page, await print(page));
  });
});

describeReal("The notes that the Board published", () => {
  test.each(["2020-01-21", "2021-08-26"])("are read back from Word word by word: %s", async (id) => {
    const files = ["2020-01-21", "2021-08-26"].map((name) => [`${name}.md`, realText(`rrb/${name}.md`)]);
    const board = await openInMemory(Object.fromEntries(files), "2021-09-01");
    const page = await pageOf(board, id);
    await expectWhole(page, await print(page));
  });
});

describe("The sheets of rrb's own", () => {
  const bodyOf = async (kind: Page["kind"]) =>
    partOf(await print(await pageOf(example, "2026-05-14", kind)), "word/document.xml");

  test("stand upright, and those of a log, whose tables have six columns, lie on their side", async () => {
    const sizes = await Promise.all(
      PAGE_KINDS.map(async (kind) => /<w:pgSz [^>]*>/.exec(await bodyOf(kind))![0]),
    );
    const upright = '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>';
    expect(sizes).toEqual([upright, upright, '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>']);
  });

  test("are none that is blank: what Word wants below a table is as low as can be", async () => {
    const xml = await bodyOf("action-log");
    const below = xml.match(/<\/w:tbl><w:p>.*?<\/w:p>/g) ?? [];
    expect(below.length).toBe(xml.match(/<w:tbl>/g)!.length);
    for (const paragraph of below)
      expect(paragraph).toMatch(/<w:spacing w:after="0" w:line="20" w:lineRule="exact"\/>/);
  });

  test("keep the words below a heading with the log that they lead in", async () => {
    expect(await bodyOf("minutes")).toMatch(/<w:keepNext\/><\/w:pPr>.{0,80}3 actions are held over/);
  });
});

const BUSINESS = `- one
- two
  1. first

     of the first
  2. second
     - deep
- three

7. seven
8. eight

Between.

1. one again

> Said **aloud**, *twice*, with \`code\` and [a link](https://example.org/?a=1&b=2).

    code of
    two lines

---

![a chart](chart.png)
`;

function boardOf(body: string): Promise<BoardInMemory> {
  const head = "---\ndate: 2026-01-20\npresent: [HMO]\n---\n\n## 1. Lamps\n\n";
  return openInMemory({ "2026-01-20.md": `${head}${body}` }, "2026-02-01");
}

test("Lists, quotes, code, links and pictures are what they were", async () => {
  const page = await pageOf(await boardOf(BUSINESS), "2026-01-20");
  const bytes = await print(page);
  const apart = (await htmlOf(bytes)).replace(/<(?=ol|ul)/g, " <");
  expect(wordsOfPage(apart)).toEqual(wordsIn(page.tree));
  const html = (await htmlOf(bytes)).replace(/\s+/g, " ");
  expect(html).toContain("<li>two");
  expect(html).toMatch(/<ol><li>seven<\/li><li>eight<\/li><\/ol>/);
  expect(html).toContain('<a href="https://example.org/?a=1&amp;b=2">a link</a>');
  expect(html).toContain('<a href="chart.png">a chart</a>');
  expect(html).toContain("<strong>aloud</strong>");
  expect(partOf(bytes, "word/numbering.xml").includes('<w:start w:val="7"/>')).toBe(true);
});

test("What is hostile in a note breaks nothing in Word, and is there to be read", async () => {
  const board = await openInMemory(hostileNotes(), "2026-02-01");
  const bytes = await print(await pageOf(board, "2026-01-20", "action-log"));
  const html = await htmlOf(bytes);
  expect(html.match(/<tr>/g)).toHaveLength(1 + MANY);
  const rows = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  expect(HOSTILE.map(([, shown]) => shown).filter((shown) => !rows.value.includes(shown))).toEqual([]);
  expect(partOf(bytes, "word/document.xml")).toMatch(/<w:rtl\/><\/w:rPr><w:t[^>]*>مرحبا بالعالم<\/w:t>/);
});

describe("A Word file", () => {
  const draft = pageOf(example, "2026-09-17");

  test("is the same to the byte whenever it is made", async () => {
    const page = await pageOf(await boardOf(BUSINESS), "2026-01-20");
    expect(Buffer.from(await print(page)).equals(Buffer.from(await print(page)))).toBe(true);
  });

  test("says what it is called, who issues it, its language and its day", async () => {
    const core = partOf(await print(await draft), "docProps/core.xml");
    expect(core).toContain("<dc:title>Calderhaven Resettlement Board: Minutes, 17 September 2026</dc:title>");
    expect(core).toContain("<dc:creator>Calderhaven Safety Office</dc:creator>");
    expect(core).toContain("<dc:language>en-GB</dc:language>");
    expect(core.match(/2026-09-17T00:00:00Z/g)).toHaveLength(2);
  });

  test("has headings in the outline, rows of headings that repeat, and rows that stay whole", async () => {
    const bytes = await print(await draft);
    const styles = partOf(bytes, "word/styles.xml");
    expect(styles).toMatch(/w:styleId="Heading1".*?<w:outlineLvl w:val="0"\/>/);
    expect(styles).toContain('<w:lang w:val="en-GB"');
    const rows = partOf(bytes, "word/document.xml").match(/<w:tr>.*?<\/w:tr>/gs)!;
    const tables = (await draft).tree.children.filter(({ type }) => type === "table").length;
    expect(rows.filter((row) => row.includes("<w:tblHeader/>"))).toHaveLength(tables);
    expect(rows.every((row) => row.includes("<w:cantSplit/>"))).toBe(true);
  });

  test("bears the mark of a draft on every sheet, and none once it is confirmed", async () => {
    expect(partOf(await print(await draft), "word/header1.xml")).toContain("DRAFT – not yet confirmed");
    const confirmed = unzipSync(await print(await pageOf(example, "2026-05-14")));
    expect(Object.keys(confirmed).filter((path) => path.includes("header"))).toEqual([]);
  });
});

/** A letterhead: a style of its own by a foreign id, a head on the first sheet, a foot, a list, and a marker in two runs. */
async function letterhead(...marker: readonly string[]): Promise<Uint8Array> {
  const word = new Document({
    numbering: { config: [{ reference: "own", levels: [{ level: 0, format: "decimal", text: "%1)" }] }] },
    sections: [
      {
        properties: { titlePage: true },
        headers: { first: new Header({ children: [new Paragraph("Office of the Quay")] }) },
        footers: { default: new Footer({ children: [new Paragraph("quay.example")] }) },
        children: [
          new Paragraph("Dear members"),
          new Paragraph({ text: "own entry", numbering: { reference: "own", level: 0 } }),
          ...(marker.length === 0
            ? []
            : [new Paragraph({ children: marker.map((text) => new TextRun(text)) })]),
          new Paragraph("Yours"),
        ],
      },
    ],
  });
  const parts = unzipSync(await Packer.toBuffer(word));
  // As a German Word calls its own style.
  const styles = strFromU8(parts["word/styles.xml"]!).replaceAll('"Heading2"', '"berschrift2"');
  return zipSync({ ...parts, "word/styles.xml": strToU8(styles) });
}

describe("Into the secretariat's own letterhead", () => {
  const draft = pageOf(example, "2026-09-17");

  test("the minutes go where `{{minutes}}` stands, and the rest stays", async () => {
    const page = await draft;
    const bytes = await print(page, await letterhead("{{min", "utes}}"));
    const words = wordsOfPage(await htmlOf(bytes));
    expect(words).toEqual(["Dear", "members", "own", "entry", ...wordsIn(page.tree), "Yours"]);
    expect(partOf(bytes, "word/footer1.xml")).toContain("quay.example");
    expect(partOf(bytes, "word/header1.xml")).toContain("Office of the Quay");
  });

  test("they go to its end where there is no marker", async () => {
    const page = await draft;
    const words = wordsOfPage(await htmlOf(await print(page, await letterhead())));
    expect(words).toEqual(["Dear", "members", "own", "entry", "Yours", ...wordsIn(page.tree)]);
  });

  test("its styles stand before ours, and ours are there where it has none", async () => {
    const bytes = await print(await draft, await letterhead("{{minutes}}"));
    const body = partOf(bytes, "word/document.xml");
    const used = [...body.matchAll(/<w:(?:p|r|tbl)Style w:val="([^"]*)"/g)].map(([, id]) => id);
    expect(used).toContain("berschrift2");
    expect(used).not.toContain("Heading2");
    const styles = partOf(bytes, "word/styles.xml");
    const ids = [...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("its lists and ours keep apart", async () => {
    const bytes = await print(await pageOf(await boardOf(BUSINESS), "2026-01-20"), await letterhead());
    const numbering = partOf(bytes, "word/numbering.xml");
    const numbers = [...numbering.matchAll(/<w:num w:numId="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const [, id] of partOf(bytes, "word/document.xml").matchAll(/<w:numId w:val="(\d+)"/g))
      expect(numbers).toContain(id);
    expect(numbering.lastIndexOf("<w:abstractNum ")).toBeLessThan(numbering.indexOf("<w:num "));
  });

  test("a draft is marked on its first sheet and on every other", async () => {
    const bytes = await print(await draft, await letterhead("{{minutes}}"));
    expect(partOf(bytes, "word/header1.xml")).toContain("DRAFT – not yet confirmed");
    expect(partOf(bytes, "word/minutes-header.xml")).toContain("DRAFT – not yet confirmed");
    const sheet = /<w:sectPr.*<\/w:sectPr>/s.exec(partOf(bytes, "word/document.xml"))![0];
    expect(sheet.match(/<w:headerReference [^>]*w:type="(?:default|first)"/g)).toHaveLength(2);
  });

  test.each([
    ["no Word file", Buffer.from("minutes"), "is no Word file"],
    ["a locked one", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "is locked by a password"],
    ["an empty file", Buffer.from(""), "is no Word file"],
  ])("%s is refused", async (_, bytes, reason) => {
    await expect(print(await draft, bytes)).rejects.toThrow(Refusal);
    await expect(print(await draft, bytes)).rejects.toThrow(reason);
  });

  test.each([
    ["Minutes: {{minutes}}", "other words stand beside `{{minutes}}`"],
    ["{{minutes}} {{minutes}}", "other words stand beside `{{minutes}}`"],
  ])("a marker that does not stand alone is refused: %s", async (marker, reason) => {
    await expect(print(await draft, await letterhead(marker))).rejects.toThrow(reason);
  });

  test("a marker that stands in it twice is refused", async () => {
    const parts = unzipSync(await letterhead("{{minutes}}"));
    const body = strFromU8(parts["word/document.xml"]!).replace("Yours", "{{minutes}}");
    const twice = zipSync({ ...parts, "word/document.xml": strToU8(body) });
    await expect(print(await draft, twice)).rejects.toThrow(
      "has `{{minutes}}` more than once. Leave it where",
    );
  });
});
