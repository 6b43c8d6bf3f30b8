import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanWords, escapeLine, escapeWords } from "../../src/import/escape.ts";
import { importDocx } from "../../src/import/importers/docx.ts";
import { importHtml } from "../../src/import/importers/html.ts";
import { importOdt } from "../../src/import/importers/odt.ts";
import { importText } from "../../src/import/importers/text.ts";
import { plainText } from "../../src/markdown/plain-text.ts";
import { openFile, p, r, table, wordFile } from "./packed.ts";
import { lettersOf, lettersRead } from "./words-read.ts";

const signs = fc.constantFrom(
  ..."*_`~<>[]()!|\\&;#+-=.:/\"' \t1a\u00e9\u05d0\u4e2d".split(""),
  "**",
  "__",
  "](",
  "![",
  "<b>",
  "&amp;",
  "1.",
  "- ",
  "# ",
  "---",
  "2026. ",
  "\u2022 ",
  "\ud83d\ude00",
  "\u00a0",
);
const words = fc.array(signs, { maxLength: 14 }).map((parts) => parts.join(""));

test("Words with signs of Markdown among them read back as the very words", () => {
  fc.assert(
    fc.property(words, (typed) => {
      const clean = cleanWords(typed);
      const text = escapeWords(clean);
      expect(plainText(text, [{ start: 0, end: text.length }]).text).toBe(clean);
    }),
    { numRuns: 2000 },
  );
});

test("A line of words begins no block but the list that a reader sees, whatever its signs", () => {
  fc.assert(
    fc.property(words, (typed) => {
      const line = escapeLine(escapeWords(cleanWords(typed).trim()));
      expect(lettersRead(`${line}\n\nbelow\n`)).toBe(`${lettersOf(typed.replace(/[\u00ad]/g, ""))}below`);
    }),
    { numRuns: 2000 },
  );
});

/** A document as a tree that each kind of file can be written from. */
type Part =
  | { readonly kind: "words"; readonly pieces: readonly Piece[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Part[])[])[] };

interface Piece {
  readonly words: string;
  readonly isBold: boolean;
  readonly isHidden: boolean;
}

const piece: fc.Arbitrary<Piece> = fc.record({ words, isBold: fc.boolean(), isHidden: fc.boolean() });
const part: fc.Arbitrary<Part> = fc.letrec<{ part: Part; words: Part; table: Part }>((tie) => ({
  part: fc.oneof({ depthSize: "small", maxDepth: 3, withCrossShrink: true }, tie("words"), tie("table")),
  words: fc.record({ kind: fc.constant("words" as const), pieces: fc.array(piece, { maxLength: 4 }) }),
  table: fc.record({
    kind: fc.constant("table" as const),
    rows: fc.array(fc.array(fc.array(tie("part"), { maxLength: 2 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
})).part;
const parts = fc.array(part, { maxLength: 5 });

function piecesOf(all: readonly Part[]): Piece[] {
  return all.flatMap((one) => (one.kind === "words" ? one.pieces : one.rows.flat().flatMap(piecesOf)));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function asWord(all: readonly Part[]): string {
  return all
    .map((one) => {
      if (one.kind === "table")
        return table(...one.rows.map((row) => row.map((cell) => asWord(cell) + p(""))));
      const runs = one.pieces.map((some) =>
        r(escaped(some.words), `${some.isBold ? "<w:b/>" : ""}${some.isHidden ? "<w:vanish/>" : ""}`),
      );
      return `<w:p>${runs.join("")}</w:p>`;
    })
    .join("");
}

function asHtml(all: readonly Part[]): string {
  return all
    .map((one) => {
      if (one.kind === "words") {
        const spans = one.pieces.map(({ words: some, isBold, isHidden }) => {
          const tag = isBold ? "b" : "span";
          return `<${tag}${isHidden ? " hidden" : ""}>${escaped(some)}</${tag}>`;
        });
        return `<p>${spans.join("")}</p>`;
      }
      const cells = (row: readonly (readonly Part[])[]): string =>
        row.map((cell) => `<td>${asHtml(cell)}</td>`).join("");
      return `<table>${one.rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table>`;
    })
    .join("");
}

function asOpen(all: readonly Part[]): string {
  return all
    .map((one) => {
      if (one.kind === "words") {
        const spans = one.pieces.map(
          ({ words: some, isBold, isHidden }) =>
            `<text:span text:style-name="${isHidden ? "T2" : isBold ? "T1" : "T0"}">${escaped(some)}</text:span>`,
        );
        return `<text:p>${spans.join("")}</text:p>`;
      }
      const cells = (row: readonly (readonly Part[])[]): string =>
        row.map((cell) => `<table:table-cell>${asOpen(cell)}</table:table-cell>`).join("");
      const rows = one.rows.map((row) => `<table:table-row>${cells(row)}</table:table-row>`);
      return `<table:table>${rows.join("")}</table:table>`;
    })
    .join("");
}

const OPEN_STYLES =
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ["Word file", async (all: readonly Part[]) => importDocx(wordFile(asWord(all)))],
  ["web page", async (all: readonly Part[]) => importHtml(bytesOf(`<body>${asHtml(all)}`))],
  ["OpenDocument text", async (all: readonly Part[]) => importOdt(openFile(asOpen(all), OPEN_STYLES))],
])(
  "Every word that a reader sees of a %s is in the text, once and in order; hidden ones are listed",
  async (_, read) => {
    await fc.assert(
      fc.asyncProperty(parts, async (all) => {
        const { text, dropped, origins } = await read(all);
        const pieces = piecesOf(all);
        const seen = pieces.filter(({ isHidden }) => !isHidden).map((some) => some.words);
        const hidden = pieces.filter(({ isHidden }) => isHidden).map((some) => some.words);
        expect(lettersRead(text)).toBe(lettersOf(seen.join("")));
        expect(lettersOf(dropped.map((line) => line.text).join(""))).toBe(lettersOf(hidden.join("")));
        expect(text.split("\n").length - 1).toBe(origins.length);
      }),
      { numRuns: 150 },
    );
  },
);

test("Every word of a plain text is in the text, once and in order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 12 }), async (lines) => {
      const { text } = await importText(bytesOf(lines.join("\n")));
      expect(lettersRead(text)).toBe(lettersOf(lines.join("")));
    }),
    { numRuns: 500 },
  );
});
