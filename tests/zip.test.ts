import { strFromU8, strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { importDocx } from "../src/import/importers/docx.ts";
import { kindOf } from "../src/import/kind.ts";
import { openTemplate } from "../src/render/word/template.ts";
import { packZip } from "../src/zip/pack.ts";
import { openZip, type Parts, unpackAll } from "../src/zip/unpack.ts";

const WORDS = "MPS to paint the hall. ".repeat(40);
const FILE = packZip(new Map([["word/document.xml", strToU8(WORDS)]]));

/** A file with some bytes of its list of files changed: 8 is the flags, 24 how long a part claims to be. */
function listing(file: Uint8Array, at: number, value: number): Uint8Array {
  const changed = Buffer.from(file);
  changed.writeUInt32LE(value, changed.lastIndexOf("PK\x01\x02") + at);
  return changed;
}

/** A file whose first part, not compressed, has one letter changed on the way. */
function flipped(): Uint8Array {
  const file = Buffer.from(packZip(new Map([["word/document.xml", strToU8(WORDS)]]), 0));
  file[file.indexOf("paint")] = "P".charCodeAt(0);
  return file;
}

const LOCKED = listing(FILE, 8, 1 | (8 << 16));

test("What is packed comes out again, in its order, and the folders in it are passed over", () => {
  const file = zipSync({ "word/": new Uint8Array(), "word/b.xml": strToU8("B"), "a.xml": strToU8("") });
  expect(openZip(file)!.paths).toEqual(["word/", "word/b.xml", "a.xml"]);
  const parts = [...(unpackAll(openZip(file)!) as Parts)];
  expect(parts.map(([path, bytes]) => `${path}: ${strFromU8(bytes)}`)).toEqual(["word/b.xml: B", "a.xml: "]);
  expect(openZip(file)!.unpack("c.xml")).toBeNull();
});

test.each([
  ["of which one letter was changed on the way", flipped(), "damaged"],
  ["that unpacks to more than it says", listing(FILE, 24, 10), "damaged"],
  ["that unpacks to less than it says", listing(FILE, 24, WORDS.length + 1), "damaged"],
  ["that says it is 3 GB", listing(FILE, 24, 3_000_000_000), "too large"],
  ["with a password", LOCKED, "locked"],
])("A part %s is not unpacked", (_, file, fault) => {
  expect(openZip(file)!.unpack("word/document.xml")).toBe(fault);
});

test("Parts that are small one by one may not be large together", () => {
  const bounds = { part: 1000, whole: 1500 };
  const zip = openZip(packZip(new Map(["a", "b"].map((path) => [path, strToU8(WORDS)]))), bounds)!;
  expect(zip.unpack("a")).toHaveLength(WORDS.length);
  expect(zip.unpack("b")).toBe("too large");
});

test("What is cut short, or is no zip file, is not opened", () => {
  for (let length = 0; length < FILE.length; length++) expect(openZip(FILE.subarray(0, length))).toBeNull();
  expect(kindOf(FILE.subarray(0, 60))).toBe("broken zip");
});

test.each([
  ["damaged", flipped(), /is damaged\. Look for another copy/],
  ["locked with a password", LOCKED, /is locked with a password\. Open it, remove the password/],
  ["too large", listing(FILE, 24, 3_000_000_000), /unpacks to more than minutes can hold\. Save its text/],
])("A Word file that is %s is not imported, and the way out is said", async (_, bytes, words) => {
  await expect(importDocx(bytes)).rejects.toThrow(words);
});

test.each([
  ["damaged", flipped(), "`minutes.docx` is broken. Open it in Word, and save it as a new .docx."],
  [
    "locked with a password",
    LOCKED,
    "`minutes.docx` is locked by a password, or was saved by an old Word. Save it from Word as a .docx without a password.",
  ],
  [
    "too large",
    listing(FILE, 24, 3_000_000_000),
    "`minutes.docx` unpacks to more than a letterhead holds. Make its pictures smaller, and save it anew.",
  ],
  [
    "no Word file",
    strToU8(WORDS),
    "`minutes.docx` is no Word file. Save your template from Word as a .docx.",
  ],
])("A letterhead that is %s is refused by its name", (_, bytes, words) => {
  expect(() => openTemplate({ path: "minutes.docx", bytes })).toThrow(words);
});
