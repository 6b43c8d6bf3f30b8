import { readdirSync } from "node:fs";
import { tests as examples } from "commonmark-spec";
import fc from "fast-check";
import type { Root } from "mdast";
import { describe, expect, test } from "vitest";
import { scanBlocks } from "../../src/markdown/blocks.ts";
import { describeReal, realPath, realText } from "../real/real-notes.ts";
import { anyMarkdown, hastyMinutes, stretchesOf } from "./markdown-texts.ts";
import { outlineOfBlocks, outlineOfTree } from "./mdast.ts";
import { DIFFERENCES, isExcused } from "./mdast-differences.ts";
import { parseMarkdown } from "./mdast-tree.ts";

/** How many texts may be excused for one that is compared, lest the law say nothing. */
const MOST_EXCUSED = 0.3;
const RUNS = Number(process.env.RRB_LAW_RUNS ?? 10_000);

/** The scanner and mdast see the same blocks at the same places, with the same text in them. */
function expectAgreement(text: string, tree = parseMarkdown(text), differences = DIFFERENCES): void {
  const theirs = outlineOfTree(tree, text, differences);
  expect(outlineOfBlocks(scanBlocks(text), text, theirs)).toEqual(theirs);
}

function expectAgreementIn(texts: fc.Arbitrary<string>, numRuns: number): void {
  const property = fc.property(texts, (text) => {
    let tree: Root | undefined;
    const parse = () => {
      tree ??= parseMarkdown(text);
      return tree;
    };
    fc.pre(!isExcused(text, parse));
    expectAgreement(text, parse());
  });
  fc.assert(property, { numRuns, maxSkipsPerRun: MOST_EXCUSED });
}

describe("the scanner sees the blocks that mdast sees", () => {
  test.each(examples.map(({ number, markdown }) => [number, markdown.replaceAll("→", "\t")] as const))(
    "in example %i of the CommonMark specification",
    (_number, text) => expectAgreement(text),
  );

  test.each([
    ["texts of random pieces", anyMarkdown],
    ["hasty minutes", hastyMinutes],
  ])("in %s", (_name, texts) => {
    expectAgreementIn(texts, RUNS);
  });
});

describe("where the scanner and mdast part", () => {
  test.each(DIFFERENCES.map((difference) => [difference.name, difference] as const))(
    "%s",
    (_name, difference) => {
      const { text, amend } = difference;
      const others = DIFFERENCES.filter((other) => other !== difference);
      expect(() => expectAgreement(text, parseMarkdown(text), others)).toThrow();
      if (amend === undefined) expect(difference.excuses?.(text, () => parseMarkdown(text))).toBe(true);
      else expectAgreement(text);
    },
  );
});

describeReal("the scanner sees the blocks that mdast sees in real notes", () => {
  const names = () =>
    readdirSync(realPath("."), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));

  test("as they stand", () => {
    expect(names().length).toBeGreaterThan(2);
    for (const name of names()) expectAgreement(realText(name));
  });

  test("with lines dropped, doubled, indented and quoted", () => {
    const texts = names().map(realText);
    expectAgreementIn(stretchesOf(texts, 30), RUNS / 10);
  });
});
