import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { makeWorld } from "../made-up-world.ts";
import { p, packed, wordFile } from "./packed.ts";

const NOTE = `Note of the meeting of 20 January 2026

Present: Harbour Office, North Water Trust

1. Lamps

Action 1: Harbour Office to paint the lamp house before the summer.
`;

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rrb-refusals-"));
  mkdirSync(join(folder, "meetings"));
  write("meetings/board.yaml", "name: Harbour Lights Board\n");
  write("january.txt", NOTE);
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content);
}

/** What `rrb import` says of some words, and its exit code; it has written nothing if it is 2. */
async function importing(...words: readonly string[]): Promise<string> {
  const world = makeWorld(folder, ["import", ...words]);
  const code = await main(world);
  const isWritten = readdirSync(join(folder, "meetings")).length > 1;
  return `${world.said.stderr.trim()} [exit ${code}]${isWritten ? " [written]" : ""}`;
}

/** A Word file of which one letter was changed on its way here. */
function damaged(): Uint8Array {
  const file = Buffer.from(wordFile(p(NOTE)));
  // Behind the header of the part and its name, its words begin.
  const at = file.indexOf("word/document.xml") + "word/document.xml".length + 40;
  file[at] = file[at]! ^ 1;
  return file;
}

const deep = `${"<w:sdt>".repeat(130)}${"</w:sdt>".repeat(130)}`;

test.each([
  [
    "damaged",
    damaged(),
    "This document is damaged. Look for another copy of it, or open it and save it anew.",
  ],
  [
    "too large when it is unpacked",
    packed({ "word/document.xml": " ".repeat(40_000_000) }),
    "This document unpacks to more than minutes can hold. Save its text alone, without pictures.",
  ],
  [
    "a hundred parts deep",
    wordFile(deep),
    "This document has more than a hundred parts within one another. Save it anew from the program that made it.",
  ],
])("A document that is %s is named, and the way out is said", async (_, bytes, says) => {
  write("minutes.docx", bytes);
  expect(await importing("minutes.docx")).toBe(`\`minutes.docx\`: ${says} [exit 2]`);
});

test("A document without a word in it is named", async () => {
  write("minutes.docx", wordFile(p(" ")));
  expect(await importing("minutes.docx")).toBe(
    "`minutes.docx` holds no text. Open it, and save it with its text. [exit 2]",
  );
});

test("A Word file of which one part has a password is named", async () => {
  const file = Buffer.from(wordFile(p(NOTE)));
  // The sign for a password in what the zip file lists at its end of each part.
  for (let at = file.indexOf("PK\u0001\u0002"); at >= 0; at = file.indexOf("PK\u0001\u0002", at + 4))
    file[at + 8] = file[at + 8]! | 1;
  write("minutes.docx", file);
  expect(await importing("minutes.docx")).toBe(
    "`minutes.docx`: This document is locked with a password. Open it, remove the password and save it again. [exit 2]",
  );
});

test("A text that is longer than minutes can be is named", async () => {
  write("log.txt", "a line\n".repeat(200_001));
  expect(await importing("log.txt")).toBe(
    "`log.txt`: This document is longer than minutes can be. Import it in parts, without its pictures. [exit 2]",
  );
});

test("A document is named even where the words of the refusal hold its name", async () => {
  write("is.docx", damaged());
  expect(await importing("is.docx")).toMatch(/^`is\.docx`: This document is damaged\./);
});

test("Where one document of several can't be read, it is named, and the others are imported", async () => {
  write("minutes.docx", damaged());
  const said = await importing("minutes.docx", "january.txt");
  expect(said).toContain("`minutes.docx`: This document is damaged.");
  expect(said).toMatch(/\[exit 1\] \[written\]$/);
});

test("A file beyond 64 MB is not read", async () => {
  write("film.docx", "");
  truncateSync(join(folder, "film.docx"), (64 << 20) + 1);
  expect(await importing("film.docx")).toBe(
    "`film.docx` is larger than 64 MB, which no note is. Take its pictures out, then import it. [exit 2]",
  );
});

test.skipIf(process.platform === "win32")("What is no file is not waited for", async () => {
  expect(await importing("/dev/null")).toBe(
    "`/dev/null` is no file. Save the document as one, then import that. [exit 2]",
  );
});

test.each([
  [
    ["*/minutes.docx"],
    "`*/minutes.docx` names folders by a pattern. Name one folder: `minutes/*.docx`. [exit 2]",
  ],
  [["*.odt"], "`*.odt` names no file. Look what lies in `.`. [exit 2]"],
  [["old/*.docx"], "`old` can't be opened (ENOENT). Name a folder that is there. [exit 2]"],
  [
    ["january.txt", "february.txt", "--date", "2026-01-20"],
    "`--date` is the day of one meeting. Import its note alone. [exit 2]",
  ],
  [
    ["january.txt", "february.txt", "--output", "a.md"],
    "`--output` is the name of one file. Leave it out, and the board has a file for each note. [exit 2]",
  ],
])("`rrb import %s` is refused before anything is read", async (words, says) => {
  expect(await importing(...words)).toBe(says);
});
