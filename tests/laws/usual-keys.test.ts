import fc from "fast-check";
import { expect, test } from "vitest";
import { readFrontMatterOf } from "../../src/read/note-file.ts";
import { checkAllMeetingKeys } from "../../src/schema/schema.ts";
import { isUsual } from "../../src/schema/usual-keys.ts";

const RUNS = Number(process.env.RRB_LAW_RUNS ?? 3000);

const KEYS = [
  ..."date time place state chair present in-attendance apologies absent next-meeting title".split(" "),
  ..."date papers confirmed apologys Date __proto__ constructor inquorate".split(" "),
];
const VALUES = [
  ...[
    "2020-01-21",
    "2020-02-30",
    "'2020-01-21'",
    "21 January 2020",
    "2020-01-21 ",
    "10:30-12:30",
    "25:00-26:00",
  ],
  ...["draft", "Draft", "agenda", "cancelled", "held", "City Hall", "5", "yes", "~", "null", '""', "", "'~'"],
  ...[
    "[MPS, NHS]",
    "[]",
    "[~]",
    "[MPS, [NHS]]",
    "[{ a: b }]",
    "{ at: 2020-05-18 }",
    "\n  - MPS\n  - NHS",
    "\n  -",
  ],
];
const LINES = fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES)), { maxLength: 5 });

test("Where front matter looks usual, the schema finds nothing in it", async () => {
  let usual = 0;
  await fc.assert(
    fc.asyncProperty(LINES, fc.boolean(), async (lines, isDated) => {
      const all = isDated ? [["date", "2020-01-21"], ...lines] : lines;
      const text = `---\n${all.map(([key, value]) => `${key}: ${value}\n`).join("")}---\n\n## 1. Lamps\n`;
      const { node } = await readFrontMatterOf(text);
      if (node === null || !isUsual(node)) return;
      usual++;
      expect(checkAllMeetingKeys(node, text)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  expect(usual).toBeGreaterThan(RUNS / 20);
});
