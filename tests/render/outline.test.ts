import { describe, expect, test } from "vitest";
import { headingOf } from "../../src/render/nodes.ts";
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
