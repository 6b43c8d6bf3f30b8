import fc from "fast-check";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { importerFor } from "../../src/import/importers.ts";
import { Refusal } from "../../src/refusal.ts";
import { entry, openFile, p, packed, r, table, wordFile } from "./packed.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const WORD = wordFile(
  p("Welcome", '<w:pStyle w:val="Item"/>') +
    p("MPS to paint the hall", entry(1)) +
    `<w:p>${r("Seen ")}${r("hidden", "<w:vanish/>")}<w:del>${r("gone")}</w:del><w:ins>${r("come")}</w:ins></w:p>` +
    table([p("Ref"), p("Action")], [`<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p("1")}`, p("Call")]),
  {
    styles: '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="heading 1"/></w:style>',
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    header: p("Official"),
  },
);
const OPEN = openFile(
  '<text:h text:outline-level="1">Welcome</text:h><text:list text:style-name="L"><text:list-item><text:p>Paint</text:p></text:list-item></text:list>' +
    '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>1</text:p></table:table-cell></table:table-row></table:table>',
  '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>',
);
const PAGE = bytesOf(
  "<!doctype html><main><h1>Minutes</h1><ol start=3><li><b>Welcome</b></ol><table><tr><th colspan=2>Ref<tr><td rowspan=2>1<td>Paint</table><dl><dt>Due<dd>May</dl></main>",
);
const NOTES = bytesOf("# Log\n\n<table><tr><td>Ref<td>Action</table>\n\n1. Welcome\n");

/** A change such as copying, sending and storing make. */
const change = fc.record({
  kind: fc.constantFrom("flip", "cut", "repeat", "end"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  bit: fc.integer({ min: 1, max: 255 }),
});

function changed(
  bytes: Uint8Array,
  changes: readonly (typeof change extends fc.Arbitrary<infer C> ? C : never)[],
): Uint8Array {
  let result = Buffer.from(bytes);
  for (const { kind, at, length, bit } of changes) {
    const from = Math.floor(at * Math.max(result.length - 1, 0));
    const before = result.subarray(0, from);
    const part = result.subarray(from, from + length);
    const after = result.subarray(from + length);
    if (kind === "flip" && result.length > 0) result[from] = result[from]! ^ bit;
    else if (kind === "cut") result = Buffer.concat([before, after]);
    else if (kind === "repeat") result = Buffer.concat([before, part, part, part, after]);
    else if (kind === "end") result = Buffer.from(before);
  }
  return new Uint8Array(result);
}

async function endsWell(name: string, bytes: Uint8Array): Promise<void> {
  try {
    const { text, origins } = await (await importerFor(name, bytes).load())(bytes);
    expect(text.split("\n").length - 1).toBe(origins.length);
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
  }
}

test.each([
  ["minutes.docx", WORD],
  ["minutes.odt", OPEN],
  ["minutes.html", PAGE],
  ["minutes.md", NOTES],
])("A %s with bytes flipped, cut or repeated ends in a text or in a refusal", async (name, bytes) => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) =>
      endsWell(name, changed(bytes, changes)),
    ),
    { numRuns: 300 },
  );
});

test.each([
  ["minutes.docx", WORD, "word/document.xml"],
  ["minutes.docx", WORD, "word/numbering.xml"],
  ["minutes.odt", OPEN, "content.xml"],
])("A %s with the XML in it changed ends in a text or in a refusal", async (name, file, path) => {
  const parts = Object.entries(unzipSync(file)).map(
    ([at, bytes]) => [at, new TextDecoder().decode(bytes)] as const,
  );
  const xml = bytesOf(Object.fromEntries(parts)[path]!);
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const broken = new TextDecoder().decode(changed(xml, changes));
      await endsWell(name, packed({ ...Object.fromEntries(parts), [path]: broken }));
    }),
    { numRuns: 300 },
  );
});

test("What unpacks out of all proportion is refused before it is unpacked", async () => {
  const bomb = packed({ "word/document.xml": `<a>${" ".repeat(40_000_000)}</a>` });
  expect(bomb.length).toBeLessThan(100_000);
  await expect((await importerFor("bomb.docx", bomb).load())(bomb)).rejects.toThrow(/unpacks to more/);
  // A bomb may lie about its size.
  const lying = Buffer.from(bomb);
  const directory = lying.lastIndexOf("PK\x01\x02");
  lying.writeUInt32LE(1000, directory + 24);
  await expect((await importerFor("bomb.docx", lying).load())(lying)).rejects.toThrow(Refusal);
});

test("Entities that stand for entities are refused", async () => {
  const doctype = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>';
  const file = packed({ "word/document.xml": `${doctype}<a>&c;</a>` });
  await expect((await importerFor("minutes.docx", file).load())(file)).rejects.toThrow(/damaged/);
});
