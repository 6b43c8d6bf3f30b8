import { expect, test } from "vitest";
import { importMarkdown } from "../../src/import/importers/markdown.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test("Markdown without HTML stays as it is", async () => {
  const text =
    "---\ndate: 2026-05-18\n---\n\n## 1. Welcome\n\n<!-- rrb-ignore x: y -->\n| a | b |\n| - | - |\n\n    code\n";
  const imported = await importMarkdown(bytesOf(text));
  expect(imported.text).toBe(text);
  expect(imported.origins.map((origin) => origin?.line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test("HTML in Markdown becomes Markdown, in its place, empty lines within it or not", async () => {
  const { text, origins } = await importMarkdown(
    bytesOf(
      "# Log\n\n<table>\n<tr><td>Ref<td>Action\n\n<tr><td>1<td>Paint 21<sup>st</sup>\n\n</table>\n\nAfter *it*.\n",
    ),
  );
  expect(text).toBe("# Log\n\n| Ref | Action |\n| --- | --- |\n| 1 | Paint 21st |\n\nAfter *it*.\n");
  const placed = text
    .split("\n")
    .flatMap((words, index) => (words === "" ? [] : [[words, origins[index]?.line]]));
  expect(placed).toEqual([
    ["# Log", 1],
    ["| Ref | Action |", 4],
    ["| --- | --- |", undefined],
    ["| 1 | Paint 21st |", 6],
    ["After *it*.", 10],
  ]);
});
