import { expect, test } from "vitest";
import { importDocx } from "../../src/import/importers/docx.ts";
import { importJson } from "../../src/import/importers/json.ts";
import { importText } from "../../src/import/importers/text.ts";
import { p, r, wordFile } from "./packed.ts";

const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const PICTURE = `<w:r><w:drawing><a:blip ${A}/></w:drawing></w:r>`;
const SIGN = '<w:r><w:sym w:font="Nobody knows it" w:char="F0FF"/></w:r>';
const HIDDEN = r("secret", "<w:vanish/>");
const STRUCK = r("gone", "<w:strike/>");
const INSERTED = `<w:ins w:id="1">${r("new")}</w:ins>`;
const COMMENT = `<w:comment w:id="1">${p("Is it so?")}</w:comment>`;

/** Once and twice, as it is told. */
const TOLD: readonly (readonly [what: string, xml: string, once: string, twice: string])[] = [
  ["hidden words", HIDDEN, "A hidden word was left out.", "2 words of hidden text were left out."],
  [
    "pictures",
    PICTURE,
    "A picture was left out. If it shows words, type them in.",
    "2 pictures were left out. If they show words, type them in.",
  ],
  ["signs of a font", SIGN, "A sign could not be read.", "2 signs could not be read."],
  [
    "tracked changes",
    INSERTED,
    "A tracked change was taken as made.",
    "2 tracked changes were taken as made.",
  ],
  [
    "what is struck through",
    STRUCK,
    "A passage is struck through, and was read as if it were not.",
    "2 passages are struck through, and were read as if they were not.",
  ],
];

test.each(TOLD)("Of a Word file it is told how many there are: %s", async (_, xml, once, twice) => {
  const remarksOn = async (inside: string) =>
    (await importDocx(wordFile(`<w:p>${r("Words. ")}${inside}</w:p>`))).remarks;
  expect(await remarksOn("")).toEqual([]);
  expect(await remarksOn(xml)).toEqual([once]);
  expect(await remarksOn(xml + r(" More. ") + xml)).toEqual([twice]);
});

test("Comments, and other files put into a Word file, are told", async () => {
  const remarksOn = async (body: string, comments: string) =>
    (await importDocx(wordFile(p("Words.") + body, { comments }))).remarks;
  const other = '<w:altChunk r:id="x"/>';
  expect(await remarksOn(other, COMMENT)).toEqual([
    "A comment was left out.",
    "Another file stands in this one, and was not read. Import it too.",
  ]);
  expect(await remarksOn(other + other, COMMENT + COMMENT)).toEqual([
    "2 comments were left out.",
    "2 other files stand in this one, and were not read. Import them too.",
  ]);
});

test("A text of unknown letters tells what it was taken for, and JSON what it lacks", async () => {
  const text = await importText(Buffer.from("Caf\u00e9", "latin1"));
  expect(text.remarks).toEqual([
    "The text is not UTF-8. It was read as Windows-1252: look at its pounds, dashes and quotes.",
  ]);
  const json = await importJson(Buffer.from('{"meeting":{"date":"2026-01-20","items":[],"actions":[]}}'));
  expect(json.remarks).toEqual(["JSON holds what was agreed at a meeting, and not what was said there."]);
});
