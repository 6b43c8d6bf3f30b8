import { describe, expect, test } from "vitest";
import { scanBlocks } from "../../src/markdown/blocks.ts";

/** The blocks of a text as a reader would note them: indented by their nesting, with their level and their text. */
function outline(text: string, from?: number): string[] {
  const blocks = scanBlocks(text, from);
  const depths: number[] = [];
  return blocks.map(({ kind, parent, level, lines }) => {
    const depth = parent === -1 ? 0 : depths[parent]! + 1;
    depths.push(depth);
    const words = lines.map((line) => text.slice(line.start, line.end)).join(" / ");
    return `${"  ".repeat(depth)}${kind}${level === 0 ? "" : ` ${level}`}${words === "" ? "" : `: ${words}`}`;
  });
}

describe("the blocks of a note", () => {
  test("headings of both kinds, without their marks", () => {
    expect(outline("## 1. Welcome ##\nNotes\n=====\n#hash")).toEqual([
      "heading 2: 1. Welcome",
      "heading 1: Notes",
      "paragraph: #hash",
    ]);
  });

  test("the lines of a paragraph, one by one, without indentation and quote marks", () => {
    expect(outline("> The figures\n>   were late,  \nas before.")).toEqual([
      "quote",
      "  paragraph: The figures / were late, / as before.",
    ]);
  });

  test("lists in lists, with their numbers as written", () => {
    expect(outline("3. Custody\n   - MPS\n   - [x] MOPAC\n4. Housing")).toEqual([
      "list 3",
      "  item 3",
      "    paragraph: Custody",
      "    list -1",
      "      item -1",
      "        paragraph: MPS",
      "      item -1",
      "        paragraph: MOPAC",
      "  item 4",
      "    paragraph: Housing",
    ]);
  });

  test("a table, its cells, and a pipe that a backslash makes text", () => {
    expect(outline("| Ref | Action |\n| --- | --- |\n| 1 | Send A \\| B |\n| 2 |\nNext")).toEqual([
      "table",
      "  row",
      "    cell: Ref",
      "    cell: Action",
      "  row",
      "    cell: 1",
      "    cell: Send A \\| B",
      "  row",
      "    cell: 2",
      "  row",
      "    cell: Next",
    ]);
  });

  test("code, HTML, breaks and definitions, whose text is nobody's words", () => {
    expect(outline("```\n# no heading\n```\n<!-- Action: none\n\n-->\n***\n[a]: b\n\n    code")).toEqual([
      "code",
      "html",
      "break",
      "definition",
      "code",
    ]);
  });

  test("the same, whichever line ends the text has", () => {
    const text = "# A\n\n- b\n  c\n\n> d\n";
    const blocks = outline(text);
    expect(blocks).toHaveLength(6);
    expect(outline(text.replaceAll("\n", "\r\n"))).toEqual(blocks);
    expect(outline(text.replaceAll("\n", "\r"))).toEqual(blocks);
  });

  test("from behind the front matter on, with the offsets of the whole text", () => {
    const text = "---\nstate: draft\n---\n## 1. Welcome\n";
    expect(scanBlocks(text, 21)).toEqual([
      { kind: "heading", start: 21, end: 34, parent: -1, level: 2, lines: [{ start: 24, end: 34 }] },
    ]);
  });

  test("none in an empty text, and no harm from characters that are none", () => {
    expect(outline("")).toEqual([]);
    expect(outline(" \n\t\n")).toEqual([]);
    expect(outline("\0 \ud800")).toEqual(["paragraph: \0 \ud800"]);
  });
});

/** A text that counts how many of its characters are looked at. */
function countingText(text: string): { readonly text: string; looks(): number } {
  let looks = 0;
  const counting = {
    length: text.length,
    charCodeAt(index: number) {
      looks++;
      return text.charCodeAt(index);
    },
    indexOf(wanted: string, from: number) {
      const found = text.indexOf(wanted, from);
      looks += (found === -1 ? text.length : found) - from + 1;
      return found;
    },
    slice(start: number, end: number) {
      looks += end - start;
      return text.slice(start, end);
    },
  };
  return { text: counting as unknown as string, looks: () => looks };
}

describe("no text makes the scanner look at its characters again and again", () => {
  const COUNT = 5000;
  const MOST_LOOKS = 10;

  test.each<[string, string]>([
    ["a deep quote, then lines that go on in it", `${"> ".repeat(COUNT)}a\n${"b\n".repeat(COUNT)}`],
    ["a deep quote, then lines of its first level", `${"> ".repeat(COUNT)}a\n${">\n".repeat(COUNT)}`],
    ["a deep list, then blank lines", `${"- ".repeat(COUNT)}a\n${" \n".repeat(COUNT)}`],
    ["deep lists of two kinds", `${"- * ".repeat(COUNT)}a`],
    ["deep numbers", `${"1. ".repeat(COUNT)}a`],
    ["a row of list marks and no break", `${"* ".repeat(COUNT)}a`],
    ["many items", "- item\n".repeat(COUNT)],
    ["many fences", "```\n".repeat(COUNT)],
    ["fences that nothing closes", "> ```\n\n".repeat(COUNT)],
    ["comments that nothing closes", "> <!--\n\n".repeat(COUNT)],
    ["definitions without end", `${"[a]: b\n".repeat(COUNT)}[${"a".repeat(COUNT)}`],
    ["titles that nothing closes", '[a]: b\n"c\n\n'.repeat(COUNT)],
    ["opening brackets", "[".repeat(COUNT)],
    ["a head of a table that no row fits", `${"a|".repeat(COUNT)}\n${"|-\n".repeat(COUNT)}`],
    ["heads and rows that do not fit", "a|b\n:-\n".repeat(COUNT)],
    ["a long head and a long row", `${"|a".repeat(COUNT)}\n${"|-".repeat(COUNT)}`],
    ["tags that nothing closes", "<a b=c ".repeat(COUNT)],
    ["attributes that nothing closes", `<a${" b='".repeat(COUNT)}`],
    ["a heading of marks", `# a${" #".repeat(COUNT)}`],
    ["white space", `${" ".repeat(COUNT)}a\n${"\t".repeat(COUNT)}`],
    ["line ends of two kinds", `${"a\r".repeat(COUNT)}${"b\n".repeat(COUNT)}`],
    ["one long line", "a b ".repeat(COUNT)],
  ])("%s", (_name, text) => {
    const counting = countingText(text);
    const blocks = scanBlocks(counting.text);
    expect(blocks).toEqual(scanBlocks(text));
    expect(counting.looks() / text.length).toBeLessThan(MOST_LOOKS);
  });
});
