import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { describe, expect, test } from "vitest";
import { plainText } from "../../src/markdown/plain-text.ts";
import { openInMemory } from "../board.ts";
import { anyMarkdown, hastyMinutes } from "../laws/markdown-texts.ts";
import { describeReal, realText } from "../real/real-notes.ts";
import { markdownOf } from "./rendered.ts";

function treeOf(markdown: string): Nodes {
  return fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

/** The words of a text, in the order in which a reader meets them. */
function wordsIn(markdown: string): string[] {
  return wordsOf(treeOf(markdown)).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What a reader sees of a tree: HTML and definitions are no words. */
function wordsOf(node: Nodes): string {
  if (node.type === "html" || node.type === "definition") return " ";
  if ("children" in node) {
    const isLine = node.type === "paragraph" || node.type === "heading" || node.type === "tableCell";
    return node.children.map(wordsOf).join(isLine ? "" : " ");
  }
  if (node.type === "break") return " ";
  return "value" in node ? node.value : "alt" in node ? (node.alt ?? "") : "";
}

const HEAD = "---\ndate: 2026-01-20\npresent: [HMO]\n---\n\n## 1. Lamps\n\n";

/** The minutes of a meeting that has one item with this text; null where the text says more than words. */
async function minutesOf(body: string): Promise<string | null> {
  const board = await openInMemory({ "2026-01-20.md": `${HEAD}${body}\n\n## 2. Fog\n` }, "2026-02-01");
  const { actions, decisions, deferred, progress, log, logHeading } = board.notes[0]!.meeting;
  const isMarked = [actions, decisions, deferred, progress, log].some(({ length }) => length > 0);
  return isMarked || logHeading !== null ? null : markdownOf(board, "2026-01-20");
}

describe("Every word of a note stands in its minutes once, in its order", () => {
  test.each([
    ["in minutes written in haste", hastyMinutes],
    ["in any text at all", anyMarkdown],
  ])("%s", async (_, texts) => {
    await fc.assert(
      fc.asyncProperty(texts, async (body) => {
        // A definition would reach into the next item's text, and HTML hold words of its own.
        fc.pre(!/[<\0]|\]:/.test(body));
        const minutes = await minutesOf(body);
        fc.pre(minutes !== null);
        const [, own] = /^## 1\. Lamps\n([\s\S]*)^## 2\. Fog$/m.exec(minutes!) ?? [];
        expect(own).toBeDefined();
        expect(wordsIn(own!)).toEqual(wordsIn(body));
      }),
      { numRuns: 500 },
    );
  });
});

describe("Nothing in a note can run on its page", () => {
  test.each([
    ["<script>alert(1)</script>", ""],
    ["Words <b onclick=alert(1)>in bold</b>.", "Words in bold."],
    ["<div>\nA box\n</div>", "A box"],
    ["<!-- a remark --> Words", "Words"],
    ["<img src=x onerror=alert(1)>", ""],
    ['[a page](https://example.org/a "t")', "[a page](https://example.org/a)"],
    ["[a script](javascript:alert(1))", "a script"],
    ["[a script](java&#10;script:alert(1))", "a script"],
    ["[a script][s]\n\n[s]: JavaScript:alert(1)", "a script"],
    ["[a page][p]\n\n[p]: papers/2.pdf", "[a page](papers/2.pdf)"],
    ["![a chart](data:image/svg+xml;base64,AA)", "a chart"],
    ["![a chart](chart.png)", "![a chart](chart.png)"],
    ["<scr<b>ipt>alert(1)</scr</b>ipt>", "\\<script>alert(1)\\</script>"],
    ["`<b>` is code", "`<b>` is code"],
  ])("%s", async (body, expected) => {
    const minutes = await minutesOf(body);
    const [, own] = /^## 1\. Lamps\n([\s\S]*)^## 2\. Fog$/m.exec(minutes!)!;
    expect(own!.trim()).toBe(expected);
  });
});

describeReal("Of the notes that the Board published", () => {
  // The day, the headings of the lists and the numbers of rows are written in the page's own way.
  test.each([
    ["2020-01-21", ["21st", "9", "10", "11"]],
    ["2021-08-26", ["26th", "attendees", "confirmed", "were"]],
  ])("no word is lost but those that the page says in its own way: %s", async (id, reworded) => {
    const texts = ["2020-01-21", "2021-08-26"].map((name) => [`${name}.md`, realText(`rrb/${name}.md`)]);
    const files: Record<string, string> = Object.fromEntries(texts);
    const page = await markdownOf(await openInMemory(files, "2021-09-01"), id);
    const left = new Map<string, number>();
    for (const word of plainWords(page)) left.set(word, (left.get(word) ?? 0) + 1);
    const withoutRunningHeads = files[`${id}.md`]!.replace(/^#.*MAYOR OF LONDON.*$/gm, "");
    const lost = plainWords(withoutRunningHeads).filter((word) => {
      const count = left.get(word) ?? 0;
      left.set(word, count - 1);
      return count <= 0;
    });
    expect(lost).toEqual(reworded);
  });
});

function plainWords(text: string): string[] {
  const lines = text.split("\n").map((line) => plainText(line, [{ start: 0, end: line.length }]).text);
  return (
    lines
      .join("\n")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
