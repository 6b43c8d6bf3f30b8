import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { printWord } from "../../src/render/docx.ts";
import type { Page } from "../../src/render/page.ts";
import type { Means } from "../../src/render/print.ts";
import { openInMemory } from "../board.ts";
import { describeReal, realText } from "../real/real-notes.ts";
import { hostileNotes, LONG_WORD, MANY } from "../render/hostile-notes.ts";
import { pageOf } from "../render/rendered.ts";
import { wordsIn } from "../render/words-of-page.ts";
import { ask, convert, describeWith, makeFolder } from "./programs.ts";

const EXAMPLE = join(import.meta.dirname, "..", "..", "meetings");
const texts = readdirSync(EXAMPLE).map((name) => [name, readFileSync(join(EXAMPLE, name), "utf8")]);
const example = await openInMemory(Object.fromEntries(texts), "2026-11-22");
const folder = makeFolder();

/** The tags of the PDF that LibreOffice makes of a page in Word, and all that stands on its sheets. */
async function openInOffice(page: Page): Promise<{ tags: string; text: string; sheets: string[] }> {
  const word = await printWord(page, { ownTemplate: () => null } as unknown as Means);
  writeFileSync(join(folder, "page.docx"), word);
  const tagged = { UseTaggedPDF: { type: "boolean", value: "true" } };
  convert(folder, "page.docx", `pdf:writer_pdf_Export:${JSON.stringify(tagged)}`);
  const pdf = join(folder, "page.pdf");
  const text = ask("pdftotext", "-layout", pdf, "-");
  return { tags: ask("pdfinfo", "-struct-text", pdf), text, sheets: text.split("\f").slice(0, -1) };
}

function expectTagged(page: Page, tags: string): void {
  const count = (tag: RegExp) => tags.match(tag)?.length ?? 0;
  expect(count(/^\s*H1\b/gm)).toBe(1);
  expect(count(/^\s*H[2-6]\b/gm)).toBe(page.outline.length);
  const tables = page.tree.children.filter((node) => node.type === "table");
  expect(count(/^\s*TH\b/gm)).toBe(
    tables.reduce((total, table) => total + table.children[0]!.children.length, 0),
  );
  const missing = new Set(wordsIn(page.tree));
  for (const word of tags.match(/[\p{L}\p{N}]+/gu) ?? []) missing.delete(word);
  // What LibreOffice cuts in two at the end of a line is found by its halves.
  expect([...missing].filter((word) => word.length < 20)).toEqual([]);
}

describeWith(
  ["soffice", "--version"],
  ["pdftotext", "-v"],
  ["pdfinfo", "-v"],
)("LibreOffice opens in Word", () => {
  test.each([
    ["2026-09-17", "minutes"],
    ["2026-09-17", "action-log"],
    ["2025-09-18", "action-log"],
    ["2026-12-03", "agenda"],
  ] as const)("the headings and the headings of tables of %s as %s", async (id, kind) => {
    const page = await pageOf(example, id, kind);
    const { tags, sheets } = await openInOffice(page);
    expectTagged(page, tags);
    for (const [index, sheet] of sheets.entries()) {
      // No sheet is blank but for its head and foot.
      expect(sheet.trim().split("\n").length).toBeGreaterThan(3);
      expect(sheet).toContain(`Page ${index + 1} of ${sheets.length}`);
      if (page.mark !== null) expect(sheet).toContain(page.mark);
    }
  });

  test("a log of two hundred rows, its headings again on every sheet, its longest word on it", async () => {
    const page = await pageOf(await openInMemory(hostileNotes(), "2026-02-01"), "2026-01-20", "action-log");
    const { sheets, text } = await openInOffice(page);
    expect(sheets.length).toBeGreaterThan(4);
    expect(sheets.filter((sheet) => /Reference\s+Action\s+Owner/.test(sheet))).toHaveLength(sheets.length);
    expect(text).toContain(`2026-01-20/${MANY}`);
    const seen = text.replace(/\s/g, "");
    for (let at = 0; at + 10 <= LONG_WORD.length; at += 10)
      expect(seen).toContain(LONG_WORD.slice(at, at + 10));
  });
});

describeReal("LibreOffice opens in Word the notes that the Board published", () => {
  test.each(["2020-01-21", "2021-08-26"])("%s", async (id) => {
    const files = ["2020-01-21", "2021-08-26"].map((name) => [`${name}.md`, realText(`rrb/${name}.md`)]);
    const page = await pageOf(await openInMemory(Object.fromEntries(files), "2021-09-01"), id);
    expectTagged(page, (await openInOffice(page)).tags);
  });
});
