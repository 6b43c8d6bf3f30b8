import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Imported } from "../../src/import/imported.ts";
import { importerFor } from "../../src/import/importers.ts";
import { Refusal } from "../../src/refusal.ts";
import { grid, lines, type MadePage, makePdf, stream, type Written } from "./pdf-made.ts";

async function importPdf(bytes: Uint8Array): Promise<Imported> {
  return (await importerFor("note.pdf", bytes).load())(bytes);
}

async function textOf(...pages: MadePage[]): Promise<string> {
  return (await importPdf(makePdf(pages))).text;
}

const TITLE = { at: [56, 790], words: "Quay Street Allotments", size: 18, isBold: true } as const;

describe("Documents of other programs", () => {
  const read = (name: string) => readFileSync(join(import.meta.dirname, "pdf", name));

  // Made by LibreOffice: two pages, with a table that runs over both, and one with merged cells.
  test.each(["towpath-tagged", "towpath-untagged"])("The minutes of %s are read whole", async (name) => {
    const found = await importPdf(read(`${name}.pdf`));
    await expect(found.text).toMatchFileSnapshot(`pdf/${name}.md`);
    expect(found.dropped.map(({ page, text }) => `${page} ${text}`)).toEqual([
      "1 Towpath Project Board – official: sensitive",
      "1 Page 1 of 2",
      "2 Towpath Project Board – official: sensitive",
      "2 No Action Owner Status",
      "2 Page 2 of 2",
    ]);
  });

  test.each(["columns", "tables-without-lines"])("The minutes of %s are read whole", async (name) => {
    const found = await importPdf(read(`${name}.pdf`));
    await expect(found.text).toMatchFileSnapshot(`pdf/${name}.md`);
    expect(found.dropped).toEqual([]);
  });
});

describe("Words", () => {
  test("Wrapped lines are one paragraph; lines that were ended on purpose stay lines", async () => {
    const text = await textOf({
      written: [
        TITLE,
        ...lines(["The committee met in the hut on 3 May 2024 and talked about the", "butts."], 56, 750),
        ...lines(["Ruth Bloom (Chair)", "Piotr Leek", "May Chard"], 56, 700),
      ],
    });
    expect(text).toBe(
      "# Quay Street Allotments\n\nThe committee met in the hut on 3 May 2024 and talked about the butts.\n\nRuth Bloom (Chair)\nPiotr Leek\nMay Chard\n",
    );
  });

  test("Lines that end far from the margin were ended on purpose, however long the longest of them is", async () => {
    const text = await textOf({
      written: lines(
        ["Notes of the meeting of 3 May 2024 in the hut", "Butts were looked at", "Taps too"],
        56,
        750,
      ),
    });
    expect(text).toBe("Notes of the meeting of 3 May 2024 in the hut\nButts were looked at\nTaps too\n");
  });

  test("Space parts paragraphs even where hardly a line is wrapped", async () => {
    const text = await textOf({
      written: [
        ...lines(
          [
            "Present: Ruth Bloom of the plots by the brook, Piotr Leek of the plots by the upper road, May",
            "Chard",
          ],
          56,
          750,
        ),
        ...lines(
          [
            "Action: May Chard to ask the county for the key of the lower gate before the frost",
            "Taps drip",
            "Butts leak",
          ],
          56,
          712,
          { leading: 24 },
        ),
      ],
    });
    expect(text).toBe(
      "Present: Ruth Bloom of the plots by the brook, Piotr Leek of the plots by the upper road, May Chard\n\nAction: May Chard to ask the county for the key of the lower gate before the frost\n\nTaps drip\n\nButts leak\n",
    );
  });

  test("A line that leaves a bracket open goes on in the next", async () => {
    const text = await textOf({
      written: lines(["Ruth Bloom (for May Chard; items", "1-4)", "Piotr Leek"], 56, 750),
    });
    expect(text).toBe("Ruth Bloom (for May Chard; items 1-4)\nPiotr Leek\n");
  });

  test("A long table in small letters does not tell how far apart the lines of the text stand", async () => {
    const cells = Array.from({ length: 12 }, (_, at) => [`Tap ${at} by the gate`, "drips and drips"]).flat();
    const text = await textOf({
      written: [
        ...lines(
          ["Action: May Chard to look at every tap, and to write down what she sees of", "each of them."],
          56,
          780,
        ),
        ...lines(["Action", ...cells], 100, 700, { size: 9.5, leading: 10.5 }),
        ...lines(["Owner", ...cells.map(() => "Ruth Bloom")], 300, 700, { size: 9.5, leading: 10.5 }),
      ],
    });
    expect(text).toMatch(
      /^Action: May Chard to look at every tap, and to write down what she sees of each of them\.\n/,
    );
  });

  test("A list of who was there begins a paragraph, wherever the line before ends", async () => {
    const first =
      "Minutes of the meeting of the committee on Friday 3 May 2024 at 6 pm in the hut at the lower";
    expect(await textOf({ written: lines([first, "Present: Ruth Bloom, Piotr Leek"], 56, 750) })).toBe(
      `${first}\n\nPresent: Ruth Bloom, Piotr Leek\n`,
    );
  });

  test("A paragraph below an entry of a list, as far in as its words, is part of it", async () => {
    const text = await textOf({
      written: [
        { at: [56, 750], words: "1." },
        ...lines(["May Chard to ask for the key", "Status: in hand"], 74, 750, { leading: 26 }),
        { at: [56, 698], words: "2." },
        { at: [74, 698], words: "Piotr Leek to mend the tap" },
        ...lines(["That was all."], 56, 672),
      ],
    });
    expect(text).toBe(
      "1. May Chard to ask for the key\n\n   Status: in hand\n2. Piotr Leek to mend the tap\n\nThat was all.\n",
    );
  });

  test("An entry that goes on over the page keeps its later paragraphs, where they stand as far in as its words", async () => {
    const entry = (number: string, words: readonly string[], y: number): Written[] => [
      { at: [56, y], words: number },
      ...lines(words, 74, y, { leading: 26 }),
    ];
    const text = await textOf(
      {
        written: [
          ...lines(["The committee looked at what was to be done, and", "at what was not."], 56, 700),
          ...entry("1.", ["May Chard to ask for the key"], 100),
        ],
      },
      {
        written: [
          ...lines(["Status: in hand"], 74, 780),
          ...entry("2.", ["Piotr Leek to mend the tap", "Status: done"], 754),
        ],
      },
    );
    expect(text).toBe(
      "The committee looked at what was to be done, and at what was not.\n\n1. May Chard to ask for the key\n\n   Status: in hand\n2. Piotr Leek to mend the tap\n\n   Status: done\n",
    );
  });

  test("What is set larger than a long table in small letters is no heading for that", async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `Tap ${at} drips`);
    const text = await textOf({
      written: [
        ...lines(
          ["The committee looked at every tap, and wrote down what it saw of each of", "them."],
          56,
          780,
        ),
        ...lines(["No", ...rows.map((_, at) => `${at}`)], 60, 700, { size: 8, leading: 20 }),
        ...lines(["Action", ...rows], 100, 700, { size: 8, leading: 20 }),
        ...lines(["Owner", ...rows.map(() => "Ruth Bloom")], 300, 700, { size: 8, leading: 20 }),
      ],
    });
    expect(text).toMatch(/^The committee looked .* of each of them\.\n\n\| No \| Action \| Owner \|\n/);
  });

  test("A hyphen at the end of a line stays, a soft one goes", async () => {
    const wrapped = (first: string, second: string) => textOf({ written: lines([first, second], 56, 750) });
    expect(await wrapped("It was a cold and wet even-", "ing in the hut")).toBe(
      "It was a cold and wet even-ing in the hut\n",
    );
    expect(await wrapped("It was a cold and wet even\u00ad", "ing in the hut")).toBe(
      "It was a cold and wet evening in the hut\n",
    );
  });

  test("A superscript stands in its word", async () => {
    const text = await textOf({
      written: [
        { at: [56, 750], words: "Held on the 26" },
        { at: [127.6, 754], words: "th", size: 7 },
        { at: [136.6, 750], words: "of August" },
      ],
    });
    expect(text).toBe("Held on the 26th of August\n");
  });

  test("What would be Markdown is words", async () => {
    expect(await textOf({ written: lines(["# 3 of *these* | <b>"], 56, 750) })).toBe(
      "\\# 3 of \\*these\\* | \\<b>\n",
    );
  });

  test("What stands at the right margin follows the words beside it", async () => {
    const text = await textOf({
      written: [
        ...lines(
          ["The Clerk will write to the county about the gate, and ask", "what it costs to mend it."],
          56,
          750,
        ),
        { at: [450, 750], words: "Action: Clerk" },
      ],
    });
    expect(text).toBe(
      "The Clerk will write to the county about the gate, and ask what it costs to mend it. Action: Clerk\n",
    );
  });

  test("Lists keep their numbers, and entries that hang their lines", async () => {
    const text = await textOf({
      written: [
        ...lines(["1. Hoses are too short to reach the far plots from the", "2. Taps drip"], 56, 750, {
          leading: 28,
        }),
        { at: [68, 736], words: "tap by the gate" },
        ...lines(["\u00b7 A bullet"], 56, 690),
      ],
    });
    expect(text).toBe(
      "1. Hoses are too short to reach the far plots from the tap by the gate\n2. Taps drip\n- A bullet\n",
    );
  });

  test("A number that touches the words of its entry is its number", async () => {
    const written = [
      { at: [56, 750], words: "10." },
      { at: [72, 750], words: "Taps drip" },
    ] as const;
    expect(await textOf({ written })).toBe("10. Taps drip\n");
  });

  test("Two columns are read one after the other", async () => {
    const column = (word: string) =>
      Array.from({ length: 8 }, (_, i) => `${word} line ${i + 1} is as wide as the column`);
    const text = await textOf({
      written: [TITLE, ...lines(column("Left"), 56, 740), ...lines(column("Right"), 310, 733)],
    });
    const words = [...text.matchAll(/(Left|Right) line (\d)/g)].map(([, side, line]) => `${side}${line}`);
    expect(words).toEqual(["Left", "Right"].flatMap((side) => [1, 2, 3, 4, 5, 6, 7, 8].map((n) => side + n)));
  });
});

describe("Tables", () => {
  const ROWS = [
    ["No", "Action", "Owner"],
    ["1", "Mend the tap", "R. Bloom"],
    ["2", "Buy a hose", "P. Leek"],
  ];
  const XS = [56, 96, 300, 420];
  const table = (rows: readonly (readonly string[])[], top: number): MadePage => ({
    written: rows.flatMap((row, at) =>
      row.map((words, column) => ({ at: [XS[column]! + 4, top - 15 - at * 20], words }) as const),
    ),
    drawn: grid(
      XS,
      [...rows.keys(), rows.length].map((at) => top - at * 20),
    ),
  });
  const MARKDOWN =
    "| No | Action | Owner |\n| --- | --- | --- |\n| 1 | Mend the tap | R. Bloom |\n| 2 | Buy a hose | P. Leek |\n";

  test("One that is drawn with lines keeps its rows", async () => {
    expect(await textOf(table(ROWS, 700))).toBe(MARKDOWN);
  });

  test("One without lines does too", async () => {
    expect(await textOf({ written: table(ROWS, 700).written! })).toBe(MARKDOWN);
  });

  test("In one without lines, what was ended on purpose in a cell stays a line of it", async () => {
    const at = (x: number, y: number, words: string) => ({ at: [x, y] as const, words });
    const text = await textOf({
      written: [
        ...[at(60, 700, "No"), at(100, 700, "Action"), at(300, 700, "Owner")],
        ...[at(60, 680, "1"), at(100, 680, "Mend the tap by the gate, and"), at(300, 680, "R. Bloom")],
        ...[at(100, 666, "ask what it costs"), at(300, 666, "P. Leek")],
        ...[at(60, 640, "2"), at(100, 640, "Buy a hose"), at(300, 640, "The friends of the brook")],
      ],
    });
    expect(text).toBe(
      "| No | Action | Owner |\n| --- | --- | --- |\n| 1 | Mend the tap by the gate, and ask what it costs | R. Bloom<br>P. Leek |\n| 2 | Buy a hose | The friends of the brook |\n",
    );
  });

  test("One that goes on over the page is one, and its repeated heading is listed", async () => {
    const found = await importPdf(makePdf([table(ROWS.slice(0, 2), 200), table([ROWS[0]!, ROWS[2]!], 700)]));
    expect(found.text).toBe(MARKDOWN);
    expect(found.dropped).toEqual([{ page: 2, line: 1, text: "No Action Owner" }]);
    expect(found.origins).toEqual([{ page: 1, line: 1 }, null, { page: 1, line: 2 }, { page: 2, line: 2 }]);
  });

  test("On the next page too, a row of one without lines has the lines that stand as near as before", async () => {
    const at = (x: number, y: number, words: string) => ({ at: [x, y] as const, words });
    const head = (y: number) => [at(60, y, "Ref"), at(100, y, "Action"), at(300, y, "Owner")];
    const text = await textOf(
      {
        written: [
          ...[
            ...head(140),
            at(60, 120, "A1"),
            at(100, 120, "Mend the tap by the gate, and"),
            at(300, 120, "R. Bloom"),
          ],
          ...[
            at(100, 106, "ask what it costs"),
            at(60, 86, "A2"),
            at(100, 86, "Buy a hose"),
            at(300, 86, "P. Leek"),
          ],
        ],
      },
      {
        written: [
          ...[
            ...head(780),
            at(60, 760, "A3"),
            at(100, 760, "Paint the door of the hut, and"),
            at(300, 760, "R. Bloom"),
          ],
          ...[at(60, 746, "(new)"), at(100, 746, "oil its lock"), at(300, 746, "for all")],
        ],
      },
    );
    expect(text).toBe(
      "| Ref | Action | Owner |\n| --- | --- | --- |\n| A1 | Mend the tap by the gate, and ask what it costs | R. Bloom |\n| A2 | Buy a hose | P. Leek |\n| A3 (new) | Paint the door of the hut, and oil its lock | R. Bloom for all |\n",
    );
  });

  test("Another table at the top of the next page is another table", async () => {
    const other = [["Ref", "Action", "Lead"], ROWS[2]!];
    expect(await textOf(table(ROWS.slice(0, 2), 200), table(other, 700))).toBe(
      "| No | Action | Owner |\n| --- | --- | --- |\n| 1 | Mend the tap | R. Bloom |\n\n| Ref | Action | Lead |\n| --- | --- | --- |\n| 2 | Buy a hose | P. Leek |\n",
    );
  });

  test.each([
    ["marked as such", "/Rotate 90"],
    ["not marked", ""],
  ])("A page that lies on its side is read upright: %s", async (_, entries) => {
    const { written, drawn } = table(ROWS, 500);
    const page = { written: written!, drawn: `0 1 -1 0 595 0 cm ${drawn}`, entries };
    expect(await textOf(page)).toBe(MARKDOWN);
  });

  test("What lies beyond the edge of a page is told", async () => {
    const { written, drawn } = table(ROWS, 700);
    const page = { drawn: drawn!, written: [...written!, ...lines(["Cut off"], 56, 100)] };
    const found = await importPdf(makePdf([{ ...page, entries: "/CropBox [0 400 595 842]" }]));
    expect(found.text).toBe(MARKDOWN);
    expect(found.remarks).toEqual([
      "Page 1 has words beyond the edge of the page, which are not read. Nobody sees them on paper.",
    ]);
  });

  test("Merged cells leave the others where they are, and a heading over the whole table stands above it", async () => {
    const text = await textOf({
      drawn: `${grid([56, 96, 300, 420], [700, 680])}
        56 720 m 420 720 l S 56 700 m 56 720 l S 420 700 m 420 720 l S
        96 660 m 420 660 l S 56 640 m 420 640 l S
        56 640 m 56 680 l S 96 640 m 96 680 l S 300 640 m 300 680 l S 420 640 m 420 680 l S`,
      written: [
        { at: [60, 705], words: "Actions of the day" },
        ...["Item", "Action", "Owner"].map((words, at) => ({ at: [XS[at]! + 4, 685], words }) as const),
        { at: [60, 665], words: "4" },
        { at: [100, 665], words: "Mend the tap" },
        { at: [304, 665], words: "R. Bloom" },
        { at: [100, 645], words: "Buy a hose" },
        { at: [304, 645], words: "P. Leek" },
      ],
    });
    expect(text).toBe(
      "Actions of the day\n\n| Item | Action | Owner |\n| --- | --- | --- |\n| 4 | Mend the tap | R. Bloom |\n|  | Buy a hose | P. Leek |\n",
    );
  });
});

describe("Tags", () => {
  const element = (role: string, kids: string) =>
    `<< /Type /StructElem /S /${role} /Pg 10 0 R /P 101 0 R /K [${kids}] >>`;
  const marked = (mark: number, x: number, y: number, words: string) =>
    `/Span << /MCID ${mark} >> BDC BT /F1 11 Tf ${x} ${y} Td (${words}) Tj ET EMC`;
  const objects = {
    1: "<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 100 0 R >>",
    100: "<< /Type /StructTreeRoot /K [101 0 R] /ParentTree << /Nums [0 [104 0 R 105 0 R 106 0 R 107 0 R]] >> >>",
    101: "<< /Type /StructElem /S /Document /P 100 0 R /K [102 0 R 106 0 R 107 0 R] >>",
    102: element("L", "103 0 R"),
    103: element("LI", "104 0 R 105 0 R").replace("/P 101", "/P 102"),
    104: element("Lbl", "0").replace("/P 101", "/P 103"),
    105: element("LBody", "1").replace("/P 101", "/P 103"),
    106: element("P", "2"),
    107: element("P", "3"),
  };

  test.each([
    ["as far in as its words is part of it", 74, "1. Mend the tap\n\n   Status: done\n\nThat was all.\n"],
    ["elsewhere is not", 56, "1. Mend the tap\n\nStatus: done\n\nThat was all.\n"],
  ])("A paragraph that stands below a list's last entry, %s", async (_, x, text) => {
    const drawn = [
      ...[marked(0, 56, 700, "1."), marked(1, 74, 700, "Mend the tap")],
      ...[marked(2, x, 676, "Status: done"), marked(3, 56, 650, "That was all.")],
    ].join("\n");
    const bytes = makePdf([{ drawn, entries: "/StructParents 0" }], objects);
    expect((await importPdf(bytes)).text).toBe(text);
  });
});

describe("What is no part of the note", () => {
  const page = (number: number, head: string): MadePage => ({
    written: [
      { at: [56, 810], words: head, size: 9 },
      { at: [56, 700], words: `What was said on sheet ${"abc"[number]} stands here` },
      { at: [280, 30], words: `Page ${number} of 3`, size: 9 },
    ],
  });

  test("Running heads and page numbers are listed, a misread letter or two notwithstanding", async () => {
    const pages = [page(0, "MOPAC - official"), page(1, "NOPAC - official"), page(2, "IOPAC - official")];
    const found = await importPdf(makePdf(pages));
    expect(found.text).toBe(
      "What was said on sheet a stands here\n\nWhat was said on sheet b stands here\n\nWhat was said on sheet c stands here\n",
    );
    expect(found.dropped.map(({ text }) => text)).toEqual([
      "MOPAC - official",
      "Page 0 of 3",
      "NOPAC - official",
      "Page 1 of 3",
      "IOPAC - official",
      "Page 2 of 3",
    ]);
  });

  test("A draft may say so on every sheet, on the first one below its title", async () => {
    const page = (number: number, y: number): MadePage => ({
      written: [
        { at: [56, y], words: "DRAFT - not yet confirmed" },
        { at: [56, 500], words: `What was said on sheet ${"abc"[number]} stands here` },
      ],
    });
    const found = await importPdf(makePdf([page(1, 760), page(2, 800)]));
    expect(found.text.match(/DRAFT/g)).toHaveLength(1);
    expect(found.dropped).toEqual([{ page: 2, line: 1, text: "DRAFT - not yet confirmed" }]);
  });

  test("What was said is no running head: an action, another number, the headings of a table without lines", async () => {
    const sheet = (number: number, written: readonly Written[]): MadePage => ({
      written: [...written, { at: [56, 500], words: `What was said on sheet ${"abc"[number]} stands here` }],
    });
    const both = async (top: (number: number) => readonly Written[]) => {
      const found = await importPdf(makePdf([sheet(1, top(1)), sheet(2, top(2))]));
      expect(found.dropped).toEqual([]);
      return found.text;
    };
    expect(await both(() => lines(["Action: Clerk to write to the county"], 56, 800))).toMatch(
      /^Action: .*\n[\s\S]*\nAction: /,
    );
    expect(await both((number) => lines([`The gate of plot ${number * 5} is broken`], 56, 800))).toMatch(
      /plot 5 [\s\S]* plot 10 /,
    );
    const found = await importPdf(
      makePdf(
        [1, 2].map((number) => ({
          written: [
            ...lines(["Ref", `A${number}`], 56, 800),
            ...lines(["Action", "Mend the tap"], 100, 800),
            ...lines(["Owner", "May Chard"], 300, 800),
          ],
        })),
      ),
    );
    expect(found.text).toBe(
      "| Ref | Action | Owner |\n| --- | --- | --- |\n| A1 | Mend the tap | May Chard |\n| A2 | Mend the tap | May Chard |\n",
    );
    expect(found.dropped).toEqual([{ page: 2, line: 1, text: "Ref Action Owner" }]);
  });

  test("The number of a row at the top of a page is no page number", async () => {
    const row = (number: string): MadePage => ({
      written: [
        ...lines(
          number === "1" ? ["Mend the tap", "by the gate"] : ["Buy a longer hose", "and paint it"],
          96,
          800,
        ),
        { at: [56, 793], words: number },
        { at: [56, 400], words: `And so on, on sheet ${"abc"[Number(number)]}` },
      ],
    });
    const found = await importPdf(makePdf([row("1"), row("2")]));
    expect(found.dropped).toEqual([]);
    expect(found.text.match(/\b\d\b/g)).toEqual(["1", "2"]);
  });

  test("A stamp across the page is listed", async () => {
    const found = await importPdf(
      makePdf([
        { written: lines(["Minutes"], 56, 750), drawn: "BT /F1 40 Tf .7 .7 -.7 .7 200 300 Tm (DRAFT) Tj ET" },
      ]),
    );
    expect(found.text).toBe("Minutes\n");
    expect(found.dropped.map(({ text }) => text)).toEqual(["DRAFT"]);
  });
});

describe("What whoever imports it must know", () => {
  const SCAN = { drawn: "q 595 0 0 842 0 0 cm /X100 Do Q" };
  const PICTURE = {
    100: stream(
      "0".repeat(100),
      "/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8",
    ),
  };

  test("Pages that are pictures are named", async () => {
    const { remarks } = await importPdf(
      makePdf([{ written: lines(["Minutes"], 56, 750) }, SCAN, SCAN], PICTURE),
    );
    expect(remarks).toEqual([
      "Pages 2 and 3 have no text, only pictures. Run text recognition (OCR) to have it too.",
    ]);
  });

  test.each([
    ["text recognition", "3 Tr"],
    ["white letters", "1 1 1 rg"],
  ])("Text that cannot be seen is kept, and told: %s", async (_, pen) => {
    const found = await importPdf(makePdf([{ written: lines(["Minutes"], 56, 750, { pen }) }]));
    expect(found.text).toBe("Minutes\n");
    expect(found.remarks).toEqual([
      "Page 1 has text that cannot be seen, such as text recognition (OCR) writes. Compare it with the page.",
    ]);
  });

  test("White letters on a dark heading are nothing to tell", async () => {
    const written = lines(["Minutes"], 56, 750, { pen: "1 1 1 rg" });
    expect((await importPdf(makePdf([{ drawn: "0 0 0.4 rg 50 740 300 30 re f", written }]))).remarks).toEqual(
      [],
    );
  });

  const LOCK = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"00".repeat(32)}> /U <${"00".repeat(32)}> >>`;
  const CROWD = "/P BMC EMC ".repeat(15_001);

  test.each([
    [
      "a scan",
      makePdf([SCAN], PICTURE),
      /^This PDF has no text, only pictures\. Run text recognition \(OCR\)/,
    ],
    ["an empty page", makePdf([{}]), /^This PDF has no text\. /],
    ["half a PDF", makePdf([{ written: [TITLE] }]).slice(0, 60), /^This PDF is broken and cannot be read\. /],
    [
      "601 pages",
      makePdf(Array.from({ length: 601 }, () => ({}))),
      /^This PDF has 601 pages, and no note has more than 600\. /,
    ],
    [
      "a locked one",
      makePdf([{ written: [TITLE] }], {}, LOCK),
      /^This PDF is locked with a password\. Open it, save a copy without one, and import that\.$/,
    ],
    [
      "a page of more words than fit on it",
      makePdf([{ written: [TITLE], drawn: CROWD }]),
      /^Page 1 of this PDF has more words than fit on a page\. /,
    ],
    ["no PDF at all", Buffer.from("%PDF-1.7 is how one begins"), /^This PDF is broken and cannot be read\. /],
  ])("%s is refused in two short sentences", async (_, bytes, message) => {
    await expect(importPdf(bytes)).rejects.toThrow(message);
    await expect(importPdf(bytes)).rejects.toBeInstanceOf(Refusal);
  });
});
