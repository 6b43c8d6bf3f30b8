import { expect, test } from "vitest";
import { IMPORTERS, importerFor } from "../../src/import/importers.ts";
import { openFile, p, packed, wordFile } from "./packed.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
const old = (part: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from("\xd0\xcf\x11\xe0rest", "latin1"), Buffer.from(part, "utf16le")]),
  );
const WORD = wordFile(p("Seen"));
const PDF = bytesOf("%PDF-1.7\nrest");

test.each([
  ["minutes.docx", WORD, "docx"],
  ["MINUTES.DOCX", WORD, "docx"],
  ["minutes.odt", openFile("<text:p>Seen</text:p>"), "odt"],
  ["minutes.htm", bytesOf("<p>Seen"), "html"],
  ["minutes.md", bytesOf("<html><p>Seen"), "markdown"],
  ["minutes.txt", bytesOf("Seen"), "text"],
  ["minutes.txt", new Uint8Array(Buffer.from("\ufeffSeen", "utf16le")), "text"],
])("%s is read by the importer for its kind", (name, bytes, wanted) => {
  expect(importerFor(name, bytes).name).toBe(wanted);
});

test.each([
  ["minutes.docx", PDF, "`minutes.docx` is a PDF. Give it the ending `.pdf`."],
  ["minutes.pdf", WORD, "`minutes.pdf` is a Word file. Give it the ending `.docx`."],
  ["minutes.doc", bytesOf("<html>Seen"), "`minutes.doc` is a web page. Give it the ending `.html`."],
  ["minutes.docx", bytesOf("Seen"), "`minutes.docx` is plain text. Give it the ending `.txt`."],
  ["minutes.xyz", bytesOf("Seen"), /^rrb cannot tell by its name what `minutes.xyz` is. It imports .*\.docx/],
  [
    "minutes.doc",
    old("WordDocument"),
    /Word file of the old kind \(\.doc\)\. Open it in Word and save it as \.docx\.$/,
  ],
  ["minutes.docx", old("EncryptedPackage"), /is locked with a password\. Open it, remove the password/],
  ["minutes.rtf", bytesOf("{\\rtf1 Seen}"), /is Rich Text/],
  ["minutes.docx", packed({ "xl/workbook.xml": "" }), /is a spreadsheet/],
  ["minutes.docx", packed({ "a.txt": "Seen" }), /is a zip file and no document/],
  ["minutes.docx", WORD.slice(0, 300), /is damaged/],
  ["minutes.txt", new Uint8Array(), /is empty/],
  ["minutes.docx", bytesOf(" \r\n"), /is empty/],
  ["minutes.txt", latin("\x89PNG\r\n\x1a\n"), /is a picture/],
  ["minutes.txt", latin("\x00\x00\x01\x02\x03\x04\x05ab"), /is neither a text nor a document/],
])("%s that is something else is refused, with the way out", (name, bytes, message) => {
  expect(() => importerFor(name, bytes)).toThrow(message);
});

test("Each ending belongs to one importer", () => {
  const endings = IMPORTERS.flatMap((importer) => importer.endings);
  expect(new Set(endings).size).toBe(endings.length);
});
