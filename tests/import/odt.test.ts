import { expect, test } from "vitest";
import { importOdt } from "../../src/import/importers/odt.ts";
import { openFile, packed } from "./packed.ts";

const textOf = async (body: string, styles = ""): Promise<string> =>
  (await importOdt(openFile(body, styles))).text;

const LISTS =
  '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>' +
  '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>' +
  '<text:list-style style:name="A"><text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="Action " style:num-suffix=":"/></text:list-style>';

const WORDS =
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>';

const item = (words: string, more = ""): string =>
  `<text:list-item><text:p>${words}</text:p>${more}</text:list-item>`;

test("The numbers of lists are kept, and go on where a list goes on", async () => {
  const nested = `<text:list>${item("Inside")}${item("Outside")}</text:list>`;
  const body =
    `<text:list text:style-name="L">${item("Paint", nested)}${item("Call")}</text:list><text:p>Between</text:p>` +
    `<text:list text:style-name="L" text:continue-numbering="true">${item("Write")}</text:list>` +
    `<text:list text:style-name="A">${item("MPS to paint")}</text:list>`;
  expect(await textOf(body, LISTS)).toBe(
    "1. Paint\n\n   - a) Inside\n   - b) Outside\n2. Call\n\nBetween\n\n3. Write\n\nAction 1: MPS to paint\n",
  );
});

test("Headings, bold words, spaces, line breaks, notes and links are kept", async () => {
  const note =
    "<text:note><text:note-citation>9</text:note-citation><text:note-body><text:p>As sent.</text:p></text:note-body></text:note>";
  const body =
    '<text:h text:outline-level="2">Budget</text:h>' +
    `<text:p>It <text:span text:style-name="T1">holds</text:span><text:s text:c="3"/>well${note}<text:line-break/>` +
    '<text:a xlink:href="https://board.example/paper">the paper</text:a></text:p>';
  expect(await textOf(body, WORDS)).toBe(
    "## Budget\n\nIt **holds** well\\[1]\n[the paper](https://board.example/paper)\n\n[1] As sent.\n",
  );
});

test("Tables keep their rows and merged cells; a row counts as one paragraph", async () => {
  const cell = (words: string, more = ""): string =>
    `<table:table-cell ${more}><text:p>${words}</text:p></table:table-cell>`;
  const row = (...cells: string[]): string => `<table:table-row>${cells.join("")}</table:table-row>`;
  const body =
    "<text:p>Log</text:p><table:table>" +
    `<table:table-header-rows>${row(cell("Ref"), cell("Action"))}</table:table-header-rows>` +
    row(cell("1", 'table:number-rows-spanned="2"'), cell("Paint")) +
    row("<table:covered-table-cell/>", cell("Call")) +
    "</table:table><text:p>End</text:p>";
  const { text, origins } = await importOdt(openFile(body));
  expect(text).toBe("Log\n\n| Ref | Action |\n| --- | --- |\n| 1 | Paint |\n|  | Call |\n\nEnd\n");
  expect(origins.map((origin) => origin?.line ?? null)).toEqual([1, null, 2, null, 3, 4, null, 5]);
});

test("Hidden and deleted words, comments and heads of pages stay out of the note", async () => {
  const changes =
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>never</text:p></text:deletion></text:changed-region></text:tracked-changes>";
  const comment =
    "<office:annotation><dc:creator>Ann</dc:creator><text:p>Is this so?</text:p></office:annotation>";
  const body = `${changes}<text:p>Seen${comment} <text:span text:style-name="T2">not seen</text:span></text:p>`;
  const { text, dropped, remarks } = await importOdt(openFile(body, WORDS, "<text:p>Official</text:p>"));
  expect(text).toBe("Seen\n");
  expect(dropped.map((line) => line.text)).toEqual(["Official", "not seen", "Is this so?"]);
  expect(remarks).toEqual([
    "A tracked change was taken as made.",
    "A comment was left out.",
    "2 words of hidden text were left out.",
  ]);
});

test("A text with a password, and one without its content, is refused", async () => {
  const manifest =
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>';
  await expect(importOdt(packed({ "META-INF/manifest.xml": manifest }))).rejects.toThrow(/password/);
  await expect(importOdt(packed({ "content.xml": "<a/>" }))).rejects.toThrow(/damaged/);
});
