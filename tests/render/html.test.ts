import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, test } from "vitest";
import { printHtml } from "../../src/render/html.ts";
import { PAGE_KINDS, type PageKind } from "../../src/render/page.ts";
import { sourceFile } from "../../src/source/source-file.ts";
import { openInMemory } from "../board.ts";
import { anyMarkdown, hastyMinutes } from "../laws/markdown-texts.ts";
import { describeReal, realText } from "../real/real-notes.ts";
import { pageOf, shippedTemplate } from "./rendered.ts";
import { wordsIn, wordsOfPage } from "./words-of-page.ts";

const EXAMPLE = join(import.meta.dirname, "..", "..", "meetings");
const example = Object.fromEntries(
  readdirSync(EXAMPLE).map((name) => [name, readFileSync(join(EXAMPLE, name), "utf8")]),
);
const HEAD = "---\ndate: 2026-01-20\npresent: [HMO]\n---\n\n## 1. Lamps\n\n";

async function htmlOf(files: Readonly<Record<string, string>>, id: string, kind?: PageKind): Promise<string> {
  const page = await pageOf(await openInMemory(files, "2026-11-22"), id, kind);
  return printHtml(page, { template: shippedTemplate });
}

/** The page of a meeting that has one item with this text. */
function htmlOfItem(body: string): Promise<string> {
  return htmlOf({ "2026-01-20.md": `${HEAD}${body}\n\n## 2. Fog\n` }, "2026-01-20");
}

/** What the page has between the heading of that item and the next section. */
function itemOf(html: string): string {
  return /<h2 id="lamps"[^>]*>.*?<\/h2>\n([\s\S]*?)\n<\/section>/.exec(html)![1]!;
}

function elementsIn(html: string): Element[] {
  const every = (node: Nodes): Element[] => [
    ...(node.type === "element" ? [node] : []),
    ...("children" in node ? node.children.flatMap(every) : []),
  ];
  return every(fromHtml(html));
}

describe("Nothing that a note says can run on its page, and its words stay", () => {
  test.each([
    ["<script>alert(1)</script> Words", "<p>Words</p>"],
    ["Words <b onclick=alert(1)>in bold</b>.", "<p>Words in bold.</p>"],
    ["Words <img src=x onerror=alert(1)>.", "<p>Words .</p>"],
    ["<scr<b>ipt>alert(1)</scr</b>ipt>", "<p>&#x3C;script>alert(1)&#x3C;/script></p>"],
    [
      "[a page](https://example.org/?a=1&b=2)",
      '<p><a href="https://example.org/?a=1&#x26;b=2">a page</a></p>',
    ],
    ["[a letter](mailto:a@example.org)", '<p><a href="mailto:a@example.org">a letter</a></p>'],
    ["[a script](javascript:alert(1))", "<p>a script</p>"],
    ["[a script](java&#10;script:alert(1))", "<p>a script</p>"],
    ["[a file](data:text/html,<b>)", "<p>a file</p>"],
    ["[a disk](file:///etc/passwd)", "<p>a disk</p>"],
    ["[a page](other:x)", "<p>a page</p>"],
    [
      '[a "page](<https://example.org/"onclick=alert(1)>)',
      /^<p><a href="https:\/\/example\.org\/[^"]*">a "page<\/a><\/p>$/,
    ],
    ["[](https://example.org/)", '<p><a href="https://example.org/">https://example.org/</a></p>'],
    ["![a chart](chart.png)", '<p><a href="chart.png">a chart</a></p>'],
    ["`<b>` is code", "<p><code>&#x3C;b></code> is code</p>"],
    ["```js\nalert(1)\n```", "<pre><code>alert(1)\n</code></pre>"],
    [
      "> ## A heading in a quotation",
      "<blockquote>\n<p><strong>A heading in a quotation</strong></p>\n</blockquote>",
    ],
    ["{{ title | raw }} {% include 'x' %}", "<p>{{ title | raw }} {% include 'x' %}</p>"],
    ["نص عربي and lamps", '<p dir="auto">نص عربي and lamps</p>'],
    ["Lamps 🙂👩🏽‍🚒", "<p>Lamps 🙂👩🏽‍🚒</p>"],
  ] as const)("%s", async (body, expected) => {
    const item = itemOf(await htmlOfItem(body));
    if (typeof expected === "string") expect(item).toBe(expected);
    else expect(item).toMatch(expected);
  });

  test("nor what the name of the board, a place or a heading says", async () => {
    const sly = '"><script>alert(1)</script>';
    const html = await htmlOf(
      {
        "board.yaml": `name: '${sly}'\nsecretariat: '${sly}'\n`,
        "2026-01-20.md": `---\ndate: 2026-01-20\nplace: '${sly}'\nchair: '${sly}'\n---\n\n## 1. ${sly.replaceAll("<", "\\<")} *x*\n`,
      },
      "2026-01-20",
    );
    const elements = elementsIn(html);
    expect(elements.filter(({ tagName }) => tagName === "script")).toEqual([]);
    expect(elements.find(({ properties }) => properties.name === "author")?.properties.content).toBe(sly);
    expect(html).not.toContain("<script");
    expect(html.split("alert(1)").length).toBeGreaterThan(4);
  });
});

describe("The page is one file that asks nobody for anything", () => {
  test("its policy is the first thing that a browser meets, whatever the template", async () => {
    const page = await pageOf(await openInMemory(example, "2026-11-22"), "2026-05-14");
    const html = await printHtml(page, {
      template: (name) =>
        sourceFile(
          name,
          name.endsWith(".css") ? "p { color: red }</style><b>" : "<style>{{ style }}</style>",
        ),
    });
    expect(html.split("\n").slice(0, 5)).toEqual([
      "<!doctype html>",
      '<html lang="en-GB">',
      "<head>",
      '<meta charset="utf-8">',
      expect.stringMatching(/^<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /),
    ]);
    expect(html).toContain("<style>p { color: red }<\\/style><b></style>");
  });

  test.each(PAGE_KINDS)("and its elements name no other file: %s", async (kind) => {
    const elements = elementsIn(await htmlOf(example, kind === "agenda" ? "2026-12-03" : "2026-09-17", kind));
    expect(
      elements.filter(
        ({ properties: { src, href } }) => src !== undefined || /^(?!#)/.test(String(href ?? "#")),
      ),
    ).toEqual([]);
    expect(
      elements.filter(({ tagName }) => ["link", "script", "iframe", "object"].includes(tagName)),
    ).toEqual([]);
  });
});

describe("A template can't send the reader of a page elsewhere", () => {
  const send = async (template: string, body = "Words") => {
    const board = await openInMemory({ "2026-01-20.md": `${HEAD}${body}\n` }, "2026-02-01");
    return printHtml(await pageOf(board, "2026-01-20"), {
      template: (name) => sourceFile(`meetings/templates/${name}`, name === "minutes.html" ? template : ""),
    });
  };

  test.each([
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    `<meta HTTP-EQUIV=Refresh a=">" content="0;url=https://example.org/">`,
    `</head><body><meta http-{{ "equiv" }}=refresh content="0">`,
  ])("%s", async (template) => {
    await expect(send(template)).rejects.toThrow(
      "`meetings/templates/minutes.html` has a `<meta http-equiv>`, by which a page could lead its reader elsewhere. Leave it out.",
    );
  });

  test("and a note may speak of it", async () => {
    const html = await send("{{ sections[1].content }}", "`<meta http-equiv=refresh>` and http-equiv");
    expect(html).toContain("<code>&#x3C;meta http-equiv=refresh></code> and http-equiv");
  });
});

describe("Whoever can't see the page finds their way", () => {
  test("by landmarks, a title, and ids that are there once", async () => {
    const elements = elementsIn(await htmlOf(example, "2026-09-17"));
    const names = elements.map(({ tagName }) => tagName);
    for (const landmark of ["header", "nav", "main", "footer", "title", "h1"])
      expect(names.filter((name) => name === landmark)).toHaveLength(1);
    const ids = elements.flatMap(({ properties: { id } }) => (id === undefined ? [] : [id]));
    expect(ids).toContain("actions-log");
    expect(new Set(ids).size).toBe(ids.length);
    const targets = elements.flatMap(({ properties: { href } }) =>
      href === undefined ? [] : [String(href).slice(1)],
    );
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(targets.length).toBeGreaterThan(10);
  });

  test("without contents where there is little to list", async () => {
    expect(await htmlOf(example, "2026-09-17", "action-log")).not.toContain("<nav");
  });

  test("by tables whose rows and columns are named, however they are shown", async () => {
    const tables = elementsIn(await htmlOf(example, "2026-09-17")).filter(
      ({ tagName }) => tagName === "table",
    );
    expect(tables).toHaveLength(3);
    const [, heldOver] = tables;
    expect(heldOver!.properties).toEqual({ role: "table", ariaLabelledBy: ["held-over-from-14-may-2026"] });
    const html = await htmlOf(example, "2026-09-17");
    expect(html).toContain(
      '<tr role="row"><th scope="row" role="rowheader" data-label="Reference">2026-05-14/2</th><td role="cell" data-label="Action">Open a desk in Saltmarsh on one day a week.</td><td role="cell" data-label="Owner">Jobs Office</td><td role="cell" data-label="Due">30 October 2026</td><td role="cell" data-label="Status">Delayed</td></tr>',
    );
  });

  test("a column without a heading has none, and a row that lacks a cell is filled", async () => {
    const html = itemOf(await htmlOfItem("| Pier | |\n| ---: | --- |\n| North |\n| South | open |"));
    expect(html.replace(/<colgroup>.*<\/colgroup>/, "")).toBe(
      `<table role="table" aria-labelledby="lamps"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader" class="right">Pier</th><td role="cell"></td></tr></thead><tbody role="rowgroup">
<tr role="row"><td role="cell" data-label="Pier" class="right">North</td><td role="cell"></td></tr>
<tr role="row"><td role="cell" data-label="Pier" class="right">South</td><td role="cell">open</td></tr>
</tbody></table>`,
    );
  });

  test("a word of a heading stays one, though a part of it is in bold", async () => {
    expect(await htmlOfItem("## *Light*house **and** `pier`")).toContain(
      '<h2 id="lighthouse-and-pier" dir="auto"><em>Light</em>house <strong>and</strong> <code>pier</code></h2>',
    );
  });

  test("An empty heading is none", async () => {
    const html = await htmlOfItem("###\n\nWords");
    expect(itemOf(html)).toBe("<p>Words</p>");
  });
});

test("What is not confirmed says so on the page, and on every sheet of it", async () => {
  const html = await htmlOf(example, "2026-09-17");
  expect(html).toContain('<body class="minutes" data-mark="DRAFT – not yet confirmed">');
  expect(html).toContain('<p class="mark">DRAFT – not yet confirmed</p>');
  expect(await htmlOf(example, "2026-05-14")).not.toContain("DRAFT");
});

describe("Every word of a page stands in its HTML once, in its order", () => {
  test.each(PAGE_KINDS)("of the example board as %s", async (kind) => {
    const board = await openInMemory(example, "2026-11-22");
    for (const { meeting } of board.notes) {
      const page = await pageOf(board, meeting.id, kind);
      expect(wordsOfPage(await printHtml(page, { template: shippedTemplate }))).toEqual(wordsIn(page.tree));
    }
  });

  test.each([
    ["in minutes written in haste", hastyMinutes],
    ["in any text at all", anyMarkdown],
  ])("%s", async (_, texts) => {
    await fc.assert(
      fc.asyncProperty(texts, async (body) => {
        const page = await pageOf(
          await openInMemory({ "2026-01-20.md": `${HEAD}${body}\n` }, "2026-02-01"),
          "2026-01-20",
        );
        expect(wordsOfPage(await printHtml(page, { template: shippedTemplate }))).toEqual(wordsIn(page.tree));
      }),
      { numRuns: 200 },
    );
  });
});

describeReal("So it does of the notes that the Board published", () => {
  test.each(["2020-01-21", "2021-08-26"])("%s", async (id) => {
    const texts = ["2020-01-21", "2021-08-26"].map((name) => [`${name}.md`, realText(`rrb/${name}.md`)]);
    const board = await openInMemory(Object.fromEntries(texts), "2021-09-01");
    const page = await pageOf(board, id);
    expect(wordsOfPage(await printHtml(page, { template: shippedTemplate }))).toEqual(wordsIn(page.tree));
  });
});
