import { expect, test } from "vitest";
import type { Tag } from "../../src/import/pdf/sheet/tag.ts";
import { joinTags } from "../../src/import/pdf/tags/joined-tags.ts";

/** An element: a word for its role, then the names of its marked contents and the elements in it. */
function tag(role: string, ...children: (Tag | string)[]): Tag {
  return { role, children };
}

function entry(label: string | null, ...words: (string | null)[]): Tag {
  const paragraphs = words.map((mark) => (mark === null ? tag("P") : tag("P", mark)));
  return tag("LI", label === null ? tag("Lbl") : tag("Lbl", label), tag("LBody", ...paragraphs));
}

function row(...cells: (string | null)[]): Tag {
  return tag("TR", ...cells.map((mark) => (mark === null ? tag("TD") : tag("TD", tag("P", mark)))));
}

const page = (...children: Tag[]) => tag("Root", tag("Document", ...children));

test("A list that runs over two ends of pages is one list, on the page where it begins", () => {
  const pages = [
    page(tag("P", "before"), tag("L", entry("1", "a", null), entry(null, null), entry(null, null))),
    page(tag("L", entry(null, null, "b"), entry("2", "c"), entry(null, null))),
    page(tag("L", entry(null, null, null), entry(null, "d"), entry("3", "e")), tag("P", "after")),
  ];
  expect(joinTags(pages)).toEqual([
    page(
      tag("P", "before"),
      tag(
        "L",
        entry("1", "a", "b"),
        tag("LI", tag("Lbl", "2"), tag("LBody", tag("P", "c", "d"))),
        entry("3", "e"),
      ),
    ),
    page(),
    page(tag("P", "after")),
  ]);
});

test("A list in an entry goes on in that entry", () => {
  const inner = (...entries: Tag[]) => tag("LI", tag("LBody", "words", tag("L", ...entries)));
  const pages = [
    page(tag("L", inner(entry("a)", "a"), entry(null, null)))),
    page(tag("L", tag("LI", tag("LBody", tag("L", entry(null, null), entry("b)", "b")))))),
  ];
  expect(joinTags(pages)).toEqual([page(tag("L", inner(entry("a)", "a"), entry("b)", "b")))), page()]);
});

test("A row that stands on two pages is one row", () => {
  const pages = [
    page(tag("Table", tag("THead", row("no", "action")), tag("TBody", row("1", "a"), row(null, null)))),
    page(tag("Table", tag("THead", row(null, null)), tag("TBody", row(null, "a2"), row("2", "b")))),
  ];
  expect(joinTags(pages)).toEqual([
    page(
      tag(
        "Table",
        tag("THead", row("no", "action")),
        tag(
          "TBody",
          tag("TR", tag("TD", tag("P", "1")), tag("TD", tag("P", "a"), tag("P", "a2"))),
          row("2", "b"),
        ),
      ),
    ),
    page(),
  ]);
});

test.each([
  ["two whole lists", tag("L", entry("1", "a"), entry("2", "b")), tag("L", entry("3", "c"), entry("4", "d"))],
  ["tables with an empty last cell", tag("Table", row("1", null)), tag("Table", row("2", null))],
  [
    "tables with a row to fill in",
    tag("Table", row("a", "b"), row(null, null)),
    tag("Table", row("c", "d"), row(null, null)),
  ],
  ["a list and a longer one", tag("L", entry("1", "a", null)), tag("L", entry(null, "b"), entry("2", "c"))],
  ["a list and nothing of it", tag("L", entry("1", "a")), tag("L", entry(null, null))],
])("What only looks alike stays apart: %s", (_, before, after) => {
  const pages = [page(before), page(after)];
  expect(joinTags(pages)).toEqual(pages);
});

test("A page between two lists, or one without tags, parts them", () => {
  const half = page(tag("L", entry("1", "a"), entry(null, null)));
  const rest = page(tag("L", entry(null, null), entry("2", "b")));
  for (const between of [null, page(tag("P", "words"))]) {
    expect(joinTags([half, between, rest])).toEqual([half, between, rest]);
  }
});
