import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { importDocx } from "../../src/import/importers/docx.ts";
import { scanBlocks } from "../../src/markdown/blocks.ts";
import { lettersOf, lettersRead } from "../import/words-read.ts";
import { describeReal, realPath } from "./real-notes.ts";

/** The words of a Word file that has neither hidden nor deleted ones, as they stand in it. */
function wordsIn(file: Uint8Array): string {
  const xml = new TextDecoder().decode(unzipSync(file)["word/document.xml"]);
  const words = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text!);
  return words.join("").replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
}

describeReal("Real action logs in Word", () => {
  test("come out as tables, with every word once and in order", async () => {
    const boards = realPath("boards");
    const names = readdirSync(boards).filter((name) => name.endsWith(".docx"));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const bytes = new Uint8Array(readFileSync(join(boards, name)));
      const { text } = await importDocx(bytes);
      expect(lettersRead(text), name).toBe(lettersOf(wordsIn(bytes)));
      expect(scanBlocks(text).filter(({ kind }) => kind === "row").length, name).toBeGreaterThan(10);
    }
  });
});
