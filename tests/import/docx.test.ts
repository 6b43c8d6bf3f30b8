import { expect, test } from "vitest";
import { importDocx } from "../../src/import/importers/docx.ts";
import { entry, p, r, table, wordFile } from "./packed.ts";

const textOf = async (body: string, parts: Record<string, string> = {}): Promise<string> =>
  (await importDocx(wordFile(body, parts))).text;

const level = (at: number, text: string, format = "decimal", more = ""): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;

const NUMBERING = `
  <w:abstractNum w:abstractNumId="0">${level(0, "%1.")}${level(1, "%2)", "lowerLetter")}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, "Action %1:")}${level(1, "%1.%2")}</w:abstractNum>
  <w:abstractNum w:abstractNumId="2">${level(0, "\u2022", "bullet")}</w:abstractNum>
  <w:abstractNum w:abstractNumId="3">${level(0, "%1.", "decimal", '<w:pStyle w:val="Item"/>')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
  <w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>`;

const STYLES = `
  <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>`;

test("The numbers that Word writes itself are kept, restarted and continued as a reader sees them", async () => {
  const body =
    p("Paint the hall", entry(1)) +
    p("Inside", entry(1, 1)) +
    p("Outside", entry(1, 1)) +
    p("Call the plumber", entry(1)) +
    p("Between") +
    p("Still counted", entry(1)) +
    p("Begun at seven", entry(4)) +
    p("A point", entry(3));
  expect(await textOf(body, { numbering: NUMBERING })).toBe(
    "1. Paint the hall\n   - a) Inside\n   - b) Outside\n2. Call the plumber\n\nBetween\n\n3. Still counted\n7. Begun at seven\n- A point\n".replace(
      "hall\n",
      "hall\n\n",
    ),
  );
});

test("Numbers in words, and of headings, stand before their paragraphs", async () => {
  const body =
    p("Welcome", '<w:pStyle w:val="Item"/>') +
    p("All came.") +
    p("Budget", '<w:pStyle w:val="Item"/>') +
    p("MPS to paint it", entry(2)) +
    p("The first part", entry(2, 1)) +
    p("NHS to call", entry(2));
  expect(await textOf(body, { numbering: NUMBERING, styles: STYLES })).toBe(
    "# 1. Welcome\n\nAll came.\n\n# 2. Budget\n\nAction 1: MPS to paint it\n\n1.1 The first part\n\nAction 2: NHS to call\n",
  );
});

test("Bold by a style is bold, and a numbered bold paragraph is a title", async () => {
  const body =
    p("Welcome", `<w:pStyle w:val="Loud"/>${entry(1)}`) +
    p("All came.") +
    p("Budget", entry(1), "<w:b/>") +
    p("It holds.");
  expect(await textOf(body, { numbering: NUMBERING, styles: STYLES })).toBe(
    "**1. Welcome**\n\nAll came.\n\n**2. Budget**\n\nIt holds.\n",
  );
});

test("Tracked changes are taken as made, and counted", async () => {
  const gone = "<w:del><w:r><w:delText>never</w:delText></w:r></w:del>";
  const body = `<w:p>${r("MPS ")}${gone}<w:ins>${r("shall")}</w:ins>${r(" paint")}</w:p>`;
  const joined = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r("One ")}</w:p>${p("line")}`;
  const { text, remarks } = await importDocx(wordFile(body + joined));
  expect(text).toBe("MPS shall paint\n\nOne line\n");
  expect(remarks).toEqual(["2 tracked changes were taken as made."]);
});

test("Hidden words, comments, heads and feet of pages stay out of the note, and are listed", async () => {
  const body =
    p("Seen") +
    `<w:p>${r("Before ")}${r("hidden words", "<w:vanish/>")}${r("style hides", '<w:rStyle w:val="Secret"/>')}${r("after")}</w:p>`;
  const { text, dropped, remarks } = await importDocx(
    wordFile(body, {
      styles: STYLES,
      comments: `<w:comment w:id="0">${p("Is this so?")}</w:comment>`,
      header: p("Official"),
      footer: p("Page 1"),
    }),
  );
  expect(text).toBe("Seen\n\nBefore after\n");
  expect(dropped).toEqual([
    { page: null, line: 1, text: "Official" },
    { page: null, line: 2, text: "hidden words" },
    { page: null, line: 2, text: "style hides" },
    { page: null, line: 1, text: "Is this so?" },
    { page: null, line: 1, text: "Page 1" },
  ]);
  expect(remarks).toEqual(["A comment was left out.", "4 words of hidden text were left out."]);
});

test("Tables keep their rows and merged cells; a row counts as one paragraph", async () => {
  const merged = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>';
  const below = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>";
  const body =
    p("Log") +
    table(
      [`<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>${p("Actions of May")}`],
      [p("Ref"), p("Action"), p("Owner")],
      [merged + p("1"), p("Paint") + p("soon", entry(3)), p("AO")],
      [below, p("Call"), p("BE")],
    ) +
    p("End");
  const { text, origins } = await importDocx(wordFile(body, { numbering: NUMBERING }));
  expect(text).toBe(
    "Log\n\nActions of May\n\n| Ref | Action | Owner |\n| --- | --- | --- |\n| 1 | Paint<br>\u2022 soon | AO |\n|  | Call | BE |\n\nEnd\n",
  );
  expect(origins.map((origin) => origin?.line ?? null)).toEqual([1, null, 2, null, 3, null, 4, 5, null, 6]);
});

test("Footnotes follow what they belong to, boxes the paragraph that holds them; links keep their address", async () => {
  const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
  const box = `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${p("In a box")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  const link = `<w:hyperlink r:id="link">${r("the paper")}</w:hyperlink>`;
  const body = `<w:p>${r("See ")}${link}${note}</w:p><w:p>${r("Held")}${box}</w:p>`;
  const footnotes = `<w:footnote w:id="2">${p("As sent in May.")}</w:footnote>`;
  expect(await textOf(body, { footnotes, link: "https://board.example/paper" })).toBe(
    "See [the paper](https://board.example/paper)\\[1]\n\n[1] As sent in May.\n\nHeld\n\nIn a box\n",
  );
});

test("Tabs make a table of paragraphs that are one", async () => {
  const row = (...cells: string[]): string =>
    `<w:p>${cells.map((cell) => r(cell)).join("<w:r><w:tab/></w:r>")}</w:p>`;
  expect(await textOf(row("Ref", "Action", "Owner") + row("1", "Paint", "AO") + row("Present:", "Ann"))).toBe(
    "| Ref | Action | Owner |\n| --- | --- | --- |\n| 1 | Paint | AO |\n\nPresent:\tAnn\n",
  );
});

test("Too deep a nesting, and what is damaged, is refused", async () => {
  const deep = "<w:smartTag>".repeat(300) + "</w:smartTag>".repeat(300);
  await expect(importDocx(wordFile(deep))).rejects.toThrow(/within one another/);
  await expect(importDocx(wordFile("<w:p>"))).rejects.toThrow(/damaged/);
  const bytes = wordFile(p("Seen"));
  const at = Buffer.from(bytes).indexOf("word/document.xml") + "word/document.xml".length + 20;
  bytes[at]! ^= 1;
  await expect(importDocx(bytes)).rejects.toThrow(/damaged/);
});
