import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { extractText } from "unpdf";
import { expect, test } from "vitest";
import type { Imported } from "../../src/import/imported.ts";
import { importPdf } from "../../src/import/importers/pdf.ts";
import { plainText } from "../../src/markdown/plain-text.ts";
import { Refusal } from "../../src/refusal.ts";
import { lines, type MadePage, makePdf } from "./pdf-made.ts";

const FOLDER = join(import.meta.dirname, "pdf");
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".pdf"));
const read = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));

/** All letters and figures of a text, in alphabetical order: whatever the order of the words, none may be missing. */
function lettersOf(text: string): string {
  return [...text.replace(/[^\p{L}\p{N}]/gu, "")].sort().join("");
}

function lettersTold({ text, dropped }: Imported): string {
  const told = text.split("\n").map((line) => plainText(line, [{ start: 0, end: line.length }]).text);
  return lettersOf([...told, ...dropped.map((line) => line.text)].join("\n"));
}

test.each(FILES)("Every letter of %s is in the text, or listed as left out", async (name) => {
  const { text } = await extractText(read(name), { mergePages: true });
  expect(lettersTold(await importPdf(read(name)))).toBe(lettersOf(text));
});

const word = fc.stringMatching(/^[a-zA-Z0-9.:(-]{1,9}$/);
const written = fc.record({
  x: fc.integer({ min: 10, max: 480 }),
  y: fc.integer({ min: 10, max: 820 }),
  size: fc.constantFrom(7, 11, 11, 11, 18),
  isBold: fc.boolean(),
  words: fc.array(word, { minLength: 1, maxLength: 5 }),
});
const ruled = fc.record({ x: fc.integer({ min: 10, max: 500 }), y: fc.integer({ min: 10, max: 800 }) });
const page = fc.record({
  pieces: fc.array(written, { maxLength: 25 }),
  rulings: fc.array(ruled, { maxLength: 12 }),
});

test("Words may stand anywhere on any page, and none is lost or told twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 3 }), async (made) => {
      // Two words in one place are taken for one that is printed twice.
      const places = new Set<string>();
      const pages = made.map(({ pieces, rulings }, number): MadePage => {
        const apart = pieces.filter(({ x, y }) => {
          const place = `${number} ${Math.floor(x / 20)} ${Math.floor(y / 20)}`;
          return !places.has(place) && places.add(place);
        });
        return {
          written: apart.flatMap(({ x, y, size, isBold, words }) =>
            lines([words.join(" ")], x, y, { size, isBold }),
          ),
          drawn: rulings.map(({ x, y }) => `${x} 10 m ${x} 800 l S 10 ${y} m 500 ${y} l S`).join("\n"),
        };
      });
      const all = pages.flatMap((part) => part.written ?? []);
      if (all.length === 0) return;
      const found = await importPdf(makePdf(pages));
      if (found.remarks.length > 0) return;
      expect(lettersTold(found)).toBe(lettersOf(all.map(({ words }) => words).join("")));
      expect(found.origins.length).toBe(found.text.split("\n").length - 1);
    }),
    { numRuns: 150, seed: 5 },
  );
});

const SMALL = makePdf([
  {
    written: [
      ...lines(["Quay Street Allotments"], 56, 790, { size: 18, isBold: true }),
      ...lines(["The committee met in the hut and", "talked about the butts.", "- Taps drip"], 56, 750),
      ...lines(["No", "1", "2"], 60, 665, { leading: 20 }),
      ...lines(["Action", "Mend the tap", "Buy a hose"], 104, 665, { leading: 20 }),
    ],
    drawn:
      "56 680 m 300 680 l S 56 660 m 300 660 l S 56 620 m 56 680 l S 100 620 m 100 680 l S 300 620 m 300 680 l S",
  },
]);

const change = fc.record({
  kind: fc.constantFrom("flip", "cut", "repeat", "end"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 200 }),
  bit: fc.integer({ min: 0, max: 7 }),
});

test("A PDF that was damaged is read, or refused in one line", async () => {
  const originals = [SMALL, read("towpath-tagged.pdf")];
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 30, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      async (original, changes) => {
        let bytes = Buffer.from(originals[original]!);
        for (const { kind, at, length, bit } of changes) {
          const from = Math.floor(at * Math.max(0, bytes.length - 1));
          const part = bytes.subarray(from, from + length);
          if (kind === "flip" && bytes.length > 0) bytes[from] = bytes[from]! ^ (1 << bit);
          else if (kind === "cut")
            bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
          else if (kind === "repeat")
            bytes = Buffer.concat([bytes.subarray(0, from), part, bytes.subarray(from)]);
          else bytes = Buffer.from(bytes.subarray(0, from));
        }
        const found = await importPdf(bytes).catch((error: unknown) => error);
        if (found instanceof Error) {
          expect(found).toBeInstanceOf(Refusal);
          expect(found.message).toMatch(/^[^\n]+\.$/);
        }
      },
    ),
    { numRuns: 600, seed: 9 },
  );
});
