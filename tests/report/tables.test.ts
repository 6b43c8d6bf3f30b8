import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { describe, expect, test } from "vitest";
import { PLAIN } from "../../src/report/colour.ts";
import { writeCsv } from "../../src/report/csv.ts";
import { writeMarkdownTable } from "../../src/report/markdown-table.ts";
import { type Cell, drawTable } from "../../src/report/table.ts";
import { breakWord, widthOf } from "../../src/report/width.ts";
import { makeWorld } from "../made-up-world.ts";

/** Text as somebody bent on breaking a table would write it. */
const HOSTILE = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "|",
        "\\",
        "\n",
        "\r\n",
        "<!--",
        "-->",
        "`",
        "\t",
        " ",
        "<b>",
        "===",
        "東京",
        "👩‍👩‍👧",
        "é",
      ),
      fc.constantFrom("=1+1", "-", "\u001b[2J", '"', ",", "'"),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

const ROWS = fc.array(fc.array(HOSTILE, { minLength: 3, maxLength: 3 }), { maxLength: 6 });

async function draw(rows: readonly (readonly Cell[])[], columns?: number): Promise<string> {
  const world = makeWorld("/", [], columns === undefined ? {} : { COLUMNS: String(columns) });
  const headings = ["Reference", "Action", "Owner"].map((heading) => ({ heading }));
  return (await drawTable(headings, rows, world.stdout, PLAIN)).shown;
}

describe("A table for people", () => {
  test("piped, is one line a row, in columns made of spaces", async () => {
    expect(
      await draw([
        ["2026-01-20/1", "Print\tthe\nmap", "NWT"],
        ["2026-01-20/12", "東京", ""],
      ]),
    ).toBe("Reference      Action         Owner\n2026-01-20/1   Print the map  NWT\n2026-01-20/12  東京");
  });

  test("piped, has the lines of a cell as one, and no stop before what goes on", async () => {
    const status = { shown: "Delayed – no line before October.\nreported: Complete" };
    expect(await draw([["2026-01-20/1", status, "NWT"]])).toContain(
      "Delayed – no line before October; reported: Complete  NWT",
    );
  });

  test("on a terminal, is the same however many rows it has", async () => {
    const row = ["2026-01-20/1", "Replace the lamp on the east mole before the winter", "NWT"];
    const one = (await draw([row], 40)).split("\n\n")[1]!;
    const many = (await draw(Array(120).fill(row), 40)).split("\n\n").slice(1);
    expect(many).toEqual(Array(120).fill(one));
  });

  test("piped, has as many lines as rows whatever is in them, and no tab", async () => {
    await fc.assert(
      fc.asyncProperty(ROWS, async (rows) => {
        const drawn = await draw(rows);
        expect(drawn.split("\n")).toHaveLength(rows.length + 1);
        expect(drawn).not.toMatch(/[\t\r\u001b]/);
      }),
    );
  });

  test("on a terminal, is never wider than it and leaves nothing out", async () => {
    await fc.assert(
      fc.asyncProperty(ROWS, fc.integer({ min: 30, max: 120 }), async (rows, columns) => {
        const drawn = await draw(rows, columns);
        for (const line of drawn.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        const letters = (text: string) => [...text.replace(/\s/g, "")].sort().join("");
        expect(letters(drawn)).toBe(letters(await draw(rows)));
      }),
    );
  });

  test("on a terminal too narrow for its columns, has the cells of a row below one another, and leaves nothing out", async () => {
    const headings = ["Reference", "Action", "Owner", "Due", "Status", "Age"];
    const row = ["2026-01-20/1", "Replace the lamp on the east mole", "HMO", "", "in hand", "240 days"];
    const world = makeWorld("/", [], { COLUMNS: "30" });
    const columns = headings.map((heading) => ({ heading }));
    const drawn = (await drawTable(columns, [row, row], world.stdout, PLAIN)).shown;
    const block =
      "2026-01-20/1\n  Action: Replace the lamp on\n    the east mole\n  Owner: HMO\n  Status: in hand\n  Age: 240 days";
    expect(drawn).toBe(`${block}\n\n${block}`);
  });
});

test("A word is broken only where it must be, and loses nothing", () => {
  expect(breakWord("memorandum", 4)).toEqual(["memo", "rand", "um"]);
  expect(breakWord("東京都", 4)).toEqual(["東京", "都"]);
  expect(breakWord("memo", 4)).toEqual(["memo"]);
});

describe("A table of Markdown", () => {
  test("keeps its rows and cells whatever is in them", () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        const written = writeMarkdownTable(["Reference", "Action", "Owner"], rows).shown;
        const tree = fromMarkdown(written, {
          extensions: [gfmTable()],
          mdastExtensions: [gfmTableFromMarkdown()],
        });
        expect(tree.children.map((child) => child.type)).toEqual(["table"]);
        const table = tree.children[0]!;
        if (table.type !== "table") throw new Error("no table");
        expect(table.children.map((row) => row.children.length)).toEqual(Array(rows.length + 1).fill(3));
        expect(typesIn(tree)).not.toContain("html");
      }),
      { numRuns: 2000 },
    );
  });

  test("shows a pipe as a pipe", () => {
    expect(writeMarkdownTable(["A"], [["this | that \\| <!-- x"]]).shown).toBe(
      "| A |\n| --- |\n| this \\| that \\\\\\| \\<!-- x |\n",
    );
  });
});

function typesIn(node: Nodes): string[] {
  return [node.type, ...("children" in node ? node.children.flatMap(typesIn) : [])];
}

describe("CSV", () => {
  test("opens in a spreadsheet as text: a byte-order mark, CRLF, no formula", () => {
    expect(
      writeCsv(
        ["Ref", "Action"],
        [
          ["1", "=SUM(A1)"],
          ["2", 'say "yes", then\ngo'],
          ["3", "-4"],
        ],
      ).shown,
    ).toBe('\ufeffRef,Action\r\n1,\'=SUM(A1)\r\n2,"say ""yes"", then\ngo"\r\n3,\'-4\r\n');
  });

  test("never begins a cell with what a spreadsheet would run", () => {
    fc.assert(
      fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "\r"), HOSTILE, (sign, text) => {
        const line = writeCsv(["Action"], [[sign + text]]).shown.slice("\ufeffAction\r\n".length);
        expect(line).toMatch(/^"?'/);
      }),
    );
  });
});
