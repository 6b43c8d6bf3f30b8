import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pageWords } from "../src/render/page-words.ts";
import { sourceFile } from "../src/source/source-file.ts";
import { fillTemplate } from "../src/write/template.ts";
import { openInMemory } from "./board.ts";
import { pageOf, shippedTemplate } from "./render/rendered.ts";

const PROJECT = join(import.meta.dirname, "..");
const [templates, names] = readFileSync(join(PROJECT, "docs", "templates.md"), "utf8").split(
  "\n## What `minutes.md` and `minutes.html` may name\n",
) as [string, string];

/** The names that a template may use: `title`, `section.id`; those of a list by what the manual calls one of it. */
async function namesOfPage(): Promise<string[]> {
  const note = "---\ndate: 2026-01-20\npresent: [HMO]\n---\n\n## 1. Lamps\n";
  const page = await pageOf(await openInMemory({ "2026-01-20.md": note }, "2026-02-01"), "2026-01-20");
  const words = pageWords(page, { line: () => "", blocks: () => "" });
  const sections = words.sections as readonly object[];
  return [...Object.keys(words), ...Object.keys(sections[0]!).map((name) => `section.${name}`)];
}

describe("The manual of templates", () => {
  test("lists every template that comes with rrb", () => {
    const listed = [...templates.matchAll(/^\| `([\w-]+\.\w+)` \|/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual(readdirSync(join(PROJECT, "templates")).sort());
  });

  test("lists every name that a template may use, and no other; so do the templates", async () => {
    const listed = [...names.matchAll(/^\| `([a-z.]+)` \|/gm)].map(([, name]) => name!);
    const known = await namesOfPage();
    expect(listed.sort()).toEqual([...known, "style"].sort());
    for (const template of ["minutes.md", "minutes.html"]) {
      const [remark] = /\{%- comment -%\}[\s\S]*?\{%- endcomment -%\}/.exec(shippedTemplate(template).text)!;
      const missing = known.filter((name) => !new RegExp(`\\b${name.replace(".", "\\.")}\\b`).test(remark));
      expect({ template, missing }).toEqual({ template, missing: [] });
    }
  });
});

describe("A template can do nothing but put words in their places", () => {
  const fill = (text: string) => fillTemplate(sourceFile("own.md", text), { title: "Lamps", rows: [1, 2] });

  test.each(["include", "render", "layout", "block"])("it reads no file: %s", (tag) => {
    expect(() => fill(`{% ${tag} "package.json" %}`)).toThrow(
      `\`own.md:1:1\` uses the tag \`${tag}\`, which no template may.`,
    );
  });

  test.each(["date", "date_to_string", "sample", "shuffle", "raw"])("it has no filter %s", (filter) => {
    expect(() => fill(`{{ rows | ${filter} }}`)).toThrow(`uses the filter \`${filter}\``);
  });

  test.each([
    "{{ title.constructor }}",
    "{{ rows.__proto__ }}",
    "{{ rows.constructor.constructor }}",
    '{{ title["constructor"] }}',
    "{{ process.env }}",
    "{{ globalThis }}",
    "{{ require }}",
  ])("it reaches nothing but what it is given: %s", (text) => {
    expect(() => fill(text)).toThrow(/`own\.md:1:4` names `.*`, which a template does not know\./);
  });

  test.each([
    "{% for a in (1..1000000000) %}{{ a }}{% endfor %}",
    '{% assign a = "lamps" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}',
  ])("it ends within its bounds: %s", (text) => {
    expect(() => fill(text)).toThrow(/The template goes wrong at `own\.md:1:\d+`: .*(?:memory|limit)/);
  });

  test("words are escaped wherever they are put, and markup is not", () => {
    const text =
      "{{ words }} {% echo words %} {% cycle words %} {{ words | upcase }} {{ part }} {{ part | upcase }} {{ list }} {{ none }}";
    const words = { words: "<b>", part: { markup: "<i>" }, list: ["<u>", { markup: "<s>" }], none: null };
    const filled = fillTemplate(sourceFile("own.html", text), words, (plain) =>
      plain.replaceAll("<", "&lt;"),
    );
    expect(filled).toBe("&lt;b> &lt;b> &lt;b> &lt;B> <i> [OBJECT OBJECT] &lt;u><s> ");
  });
});
