import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Nodes } from "mdast";
import { describe, expect, test } from "vitest";
import { wordsOf } from "../../src/render/nodes.ts";
import { PAGE_KINDS } from "../../src/render/page.ts";
import { openInMemory } from "../board.ts";
import { pageOf } from "./rendered.ts";

const EXAMPLE = join(import.meta.dirname, "..", "..", "meetings");
const FILES = readdirSync(EXAMPLE);
const NOTES = FILES.filter((name) => /^\d/.test(name)).map((name) => name.replace(/\..*$/, ""));
const texts = FILES.map((name) => [name, readFileSync(join(EXAMPLE, name), "utf8")]);
const board = await openInMemory(Object.fromEntries(texts), "2026-11-22");

function everyNode(node: Nodes): Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap(everyNode) : [])];
}

describe.each(PAGE_KINDS)("Every page of the example board as %s", (kind) => {
  test.each(NOTES)("has what a format needs: %s", async (id) => {
    const { title, language, tree } = await pageOf(board, id, kind);
    expect(title).toMatch(/^Calderhaven Resettlement Board: .+, \d+ \p{L}+ 20\d\d$/u);
    expect(language).toBe("en-GB");
    const depths = tree.children.flatMap((node) => (node.type === "heading" ? [node.depth] : []));
    expect(tree.children[0]).toMatchObject({ type: "heading", depth: 1 });
    expect(depths.filter((depth) => depth === 1)).toHaveLength(1);
    expect(depths.filter((depth, i) => i > 0 && depth > depths[i - 1]! + 1)).toEqual([]);
    const nodes = everyNode(tree);
    expect(nodes.filter(({ type }) => type === "html" || type.endsWith("Reference"))).toEqual([]);
    for (const table of nodes.filter((node) => node.type === "table")) {
      const [head, ...rows] = table.children;
      expect(rows.length).toBeGreaterThan(0);
      expect(head!.children.every((cell) => cell.children.length > 0)).toBe(true);
      expect(rows.filter((row) => row.children.length !== head!.children.length)).toEqual([]);
    }
  });
});

describe("What must be seen on every sheet", () => {
  test.each([
    ["2026-09-17", "minutes", "DRAFT – not yet confirmed"],
    ["2026-09-17", "action-log", "DRAFT – not yet confirmed"],
    ["2026-05-14", "minutes", null],
    ["2026-12-03", "agenda", null],
    ["2025-12-04", "minutes", "CANCELLED – this meeting was not held"],
  ] as const)("%s as %s: %s", async (id, kind, mark) => {
    expect((await pageOf(board, id, kind)).mark).toBe(mark);
  });
});

describe("A meeting that was cancelled", () => {
  test.each(PAGE_KINDS)("is said to be, why, and to when it was moved: %s", async (kind) => {
    const { tree, occasion } = await pageOf(board, "2025-12-04", kind);
    const [title, ...rest] = tree.children;
    expect(wordsOf(title!)).toContain("Calderhaven Resettlement Board");
    expect(rest.slice(occasion, occasion + 3).map(wordsOf)).toEqual([
      "The meeting was cancelled.",
      "Reason: Snow closed the roads, and half of the members could not have come.",
      "The meeting was moved to 22 January 2026.",
    ]);
  });

  test("has a log in its minutes, as it left every action open", async () => {
    const { outline } = await pageOf(board, "2025-12-04", "minutes");
    expect(outline.map(({ words }) => words)).toEqual([
      "Actions log",
      "Held over from before 5 December 2024",
      "Held over from 6 March 2025",
      "Held over from 5 June 2025",
      "Held over from 18 September 2025",
    ]);
  });
});
