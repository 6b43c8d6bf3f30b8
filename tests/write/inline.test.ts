import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { squash } from "../../src/markdown/plain-text.ts";
import { writeCell, writeInline } from "../../src/write/inline.ts";
import { readFile } from "../read/notes.ts";

const WORDS = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "|",
        "\\",
        "\\|",
        "*",
        "**",
        "_",
        "`",
        "<!--",
        "-->",
        "<br>",
        "<b>",
        "&amp;",
        "&",
        "[a](b)",
        "![",
        "]",
        "\n",
        "\r\n",
        "\t",
        " ",
        "# ",
        "- ",
        "1. ",
        "Action 1:",
        "=",
        "~",
        "\u0007",
        "\u00e9",
        "\ud83d\ude00",
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

/** What a table of earlier actions gives back of a cell, in the action and in the update. */
async function readCell(words: string): Promise<readonly (string | null)[]> {
  const cell = writeCell(words);
  const table = `| Ref | Action | Status | Update |\n| --- | --- | --- | --- |\n| 2019-09-27/1 | ${cell} | Ongoing | ${cell} |\n`;
  const text = `---\ndate: 2020-01-21\n---\n\n## 1. Actions from previous meeting\n\n${table}| 2019-09-27/2 | Next | Complete | |\n`;
  const { progress } = (await readFile("2020-01-21.md", text)).meeting;
  expect(progress.map((row) => row.cited?.value)).toEqual(["2019-09-27/1", "2019-09-27/2"]);
  expect(progress[1]).toMatchObject({ text: "Next", update: null });
  return [progress[0]!.text, progress[0]!.update];
}

describe("Words that are carried into a table", () => {
  it.each([
    "a | b",
    "a \\| b",
    "a \\ b",
    "*a* _b_ `c`",
    "x <!-- y",
    "two\nlines",
    "R&D &amp; more",
    "[a](b)",
    "3 * 4 * 5",
    "a\\",
  ])("are the same words when it is read back: %j", async (words) => {
    expect(await readCell(words)).toEqual([squash(words), squash(words)]);
  });

  it("never break the table, whatever they are", async () => {
    await fc.assert(
      fc.asyncProperty(WORDS, async (words) => {
        const wanted = squash(words);
        const [action, update] = await readCell(words);
        expect(action).toBe(wanted);
        expect(update ?? "").toBe(wanted);
      }),
      { numRuns: 3_000 },
    );
  });

  it("stay as they are where nothing in them is markup", () => {
    expect(writeInline("Send the pack (3 of 4), R&D to help!")).toBe("Send the pack (3 of 4), R&D to help!");
  });
});
