import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { squash } from "../../src/markdown/plain-text.ts";
import type { ProgressRow } from "../../src/model/meeting.ts";
import { type RowWords, writeListEntry, writeTable, writeYamlRow } from "../../src/write/rows.ts";
import { readFile } from "../read/notes.ts";

const ROW: RowWords = {
  ref: "2019-09-27/1",
  text: "Circulate the memorandum",
  owners: ["CSO", "POL"],
  due: "2019-10-14",
  dueText: "14 Oct",
  status: null,
  update: null,
  lastReported: "Delayed – the election came",
};
const NEXT: RowWords = { ...ROW, ref: "2019-09-27/2", text: "Next", lastReported: null };

type Form = "table" | "list" | "YAML";

function write(form: Form, rows: readonly RowWords[]): readonly [path: string, text: string] {
  const date = "date: 2020-01-21";
  if (form === "YAML") {
    const lines = rows.flatMap((row) => writeYamlRow(row)).map((line) => `  ${line}`);
    return ["2020-01-21.yaml", [date, "progress:", ...lines, ""].join("\n")];
  }
  const lines = form === "table" ? writeTable(rows) : rows.flatMap((row) => [...writeListEntry(row), ""]);
  return [
    "2020-01-21.md",
    ["---", date, "---", "", "## 1. Actions from previous meeting", "", ...lines, ""].join("\n"),
  ];
}

/** What a note of some rows gives back; that there is nothing else in it goes with it. */
async function readBack(form: Form, rows: readonly RowWords[]): Promise<readonly ProgressRow[]> {
  const { meeting, faults } = await readFile(...write(form, rows));
  expect(faults).toEqual([]);
  expect(meeting.progress.map((row) => row.cited?.value)).toEqual(rows.map(({ ref }) => ref));
  expect([...meeting.actions, ...meeting.decisions, ...meeting.deferred]).toEqual([]);
  expect(meeting.blanket).toBeNull();
  return meeting.progress;
}

const SIGNS = ["|", "\\", "*", "_", "`", "<!--", "-->", "<br>", "&amp;", "[a](b)", "\n", "\r\n", "\t", " "];
const WORDS_OF_NOTES = [
  "Action 1:",
  "Complete.",
  "– done",
  "(closed)",
  "Status: Done",
  "\nStatus: Done",
  "- ",
  "#",
  ": ",
  " #",
  "'",
  '"',
  "{",
  "]",
  "null",
  "~",
  "1. ",
  "2019-09-27/2: ",
  "\u0007",
  "\ud83d\ude00",
  "\u2028",
];
const WORDS = fc
  .array(
    fc.oneof(fc.constantFrom(...SIGNS, ...WORDS_OF_NOTES), fc.string({ maxLength: 6, unit: "grapheme" })),
    {
      maxLength: 10,
    },
  )
  .map((parts) => parts.join(""));

describe.each<Form>(["table", "list", "YAML"])("A row that is written in the form of a %s", (form) => {
  it("is read back as it was meant, and what was last reported is read by nothing", async () => {
    const [row] = await readBack(form, [ROW, NEXT]);
    expect(row).toMatchObject({
      text: ROW.text,
      owners: ROW.owners,
      due: ROW.due,
      dueText: "14 October 2019",
    });
    expect(row).toMatchObject({ disposition: null, update: null });
  });

  it("says what is reported where something is", async () => {
    const [row] = await readBack(form, [{ ...ROW, status: "Delayed", update: "the election came" }]);
    expect(row).toMatchObject({
      disposition: { state: "open", words: "Delayed" },
      update: "the election came",
    });
  });

  it("needs neither an owner nor a date", async () => {
    const bare = { ...ROW, owners: [], due: null, dueText: null };
    const words = { ...bare, text: "The memorandum", dueText: "once the figures are published" };
    const [first, second, third] = await readBack(form, [
      bare,
      { ...words, ref: "2019-09-27/2" },
      { ...words, ref: "2019-09-27/3", dueText: "a future meeting" },
    ]);
    expect(first).toMatchObject({ owners: [], due: null, dueText: null });
    expect(second).toMatchObject({ owners: [], due: null, dueText: "once the figures are published" });
    expect(third).toMatchObject({ owners: [], due: null, dueText: "a future meeting" });
  });

  it("keeps its words, whatever they are, and says nothing that nobody said", async () => {
    await fc.assert(
      fc.asyncProperty(WORDS, async (words) => {
        const [row, next] = await readBack(form, [{ ...ROW, text: words, lastReported: words }, NEXT]);
        expect(row).toMatchObject({
          text: squash(words),
          owners: ROW.owners,
          disposition: null,
          update: null,
        });
        expect(next).toMatchObject({ text: "Next", disposition: null, update: null });
      }),
      { numRuns: 2_000 },
    );
  });
});
