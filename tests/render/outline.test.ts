import { describe, expect, test } from "vitest";
import { shareColumns } from "../../src/render/column-shares.ts";
import { headingOf, tableOf } from "../../src/render/nodes.ts";
import { outlineOf } from "../../src/render/outline.ts";

function idsOf(...titles: readonly string[]): string[] {
  return outlineOf([headingOf(1, "The title"), ...titles.map((words) => headingOf(2, words))]).map(
    ({ id }) => id,
  );
}

describe("A heading is known by its words", () => {
  test.each([
    ["1. Any Other Business", "any-other-business"],
    ["Women's centre – costs & benefits", "womens-centre-costs-benefits"],
    ["Gwasanaeth Prawf Cymru: Llŷr", "gwasanaeth-prawf-cymru-llŷr"],
    ["موعد الاجتماع", "موعد-الاجتماع"],
    ["7.", "7"],
    ["🙂", "section"],
  ])("%s", (words, id) => {
    expect(idsOf(words)).toEqual([id]);
  });

  test("and its number does not count, since items move", () => {
    expect(idsOf("12. Release")).toEqual(idsOf("3. Release"));
  });

  test("and no two by the same", () => {
    expect(idsOf("Lamps", "Lamps", "Lamps 2", "Lamps", "Lamps 2")).toEqual([
      "lamps",
      "lamps-2",
      "lamps-2-2",
      "lamps-3",
      "lamps-2-3",
    ]);
  });
});

describe("The columns of a table share the width of the page", () => {
  test("by what they hold, all of it between them", () => {
    const shares = shareColumns(
      tableOf(
        ["Reference", "Action", "Owner"],
        [["2026-01-20/1", "Replace the lamp on the east mole before the winter storms begin", "HMO"]],
      ),
    );
    expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1);
    const [reference, action, owner] = shares as [number, number, number];
    expect(action).toBeGreaterThan(reference);
    expect(reference).toBeGreaterThan(owner);
  });

  test("and a word of 90 letters leaves room for the longest word of the others", () => {
    const shares = shareColumns(tableOf(["A", "B"], [["x".repeat(90), "lamp"]]));
    expect(shares[1]).toBeGreaterThan("lamp".length / 95);
  });
});
