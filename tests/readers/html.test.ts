import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { printHtml } from "../../src/render/html.ts";
import { PAGE_KINDS, type PageKind } from "../../src/render/page.ts";
import { sourceFile } from "../../src/source/source-file.ts";
import { type BoardInMemory, openInMemory } from "../board.ts";
import { describeReal, realText } from "../real/real-notes.ts";
import { pageOf, shippedTemplate } from "../render/rendered.ts";
import { ask, describeWith } from "./programs.ts";

const CHROMIUM = "/usr/bin/chromium";
const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const EXAMPLE = join(import.meta.dirname, "..", "..", "meetings");

/** How a page is looked at. */
const LOOKS = {
  light: { colorScheme: "light", width: 1100 },
  dark: { colorScheme: "dark", width: 1100 },
  "a phone": { colorScheme: "light", width: 320 },
} as const;

const describeSeen = describeWith([CHROMIUM, "--version"], ["pdftotext", "-v"]);

const folder = mkdtempSync(join(tmpdir(), "rrb-html-"));
let browser: Browser;
beforeAll(async () => {
  if (existsSync(CHROMIUM))
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

interface Seen {
  /** What axe objects to. */
  readonly faults: readonly string[];
  /** In pixels: how far the page reaches to the right. */
  readonly width: number;
}

/** Looks at a page as its readers do, in each way; fails if anything in it runs or asks for anything. */
async function look(html: string): Promise<Record<keyof typeof LOOKS, Seen>> {
  const tab = await browser.newPage();
  const seen = await openQuietly(tab, html, async () => {
    const looks: [string, Seen][] = [];
    for (const [name, { colorScheme, width }] of Object.entries(LOOKS)) {
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize({ width, height: 800 });
      const faults = await askAxe(tab);
      looks.push([name, { faults, width: await tab.evaluate("document.documentElement.scrollWidth") }]);
    }
    return looks;
  });
  await tab.close();
  return Object.fromEntries(seen) as Record<keyof typeof LOOKS, Seen>;
}

async function openQuietly<T>(tab: Tab, html: string, act: () => Promise<T>): Promise<T> {
  const file = join(folder, "page.html");
  writeFileSync(file, html);
  const noises: string[] = [];
  const own = pathToFileURL(file).href;
  tab.on("request", (request) => request.url() === own || noises.push(`asked for ${request.url()}`));
  tab.on("framenavigated", (frame) => frame.url() === own || noises.push(`went to ${frame.url()}`));
  tab.on("dialog", (dialog) => {
    noises.push(`said ${dialog.message()}`);
    void dialog.dismiss();
  });
  await tab.goto(own);
  const result = await act();
  expect(noises).toEqual([]);
  return result;
}

/** What axe-core finds. It is put in by the browser itself, past the policy of the page. */
async function askAxe(tab: Tab): Promise<string[]> {
  await tab.evaluate(AXE);
  return tab.evaluate<string[]>(
    "axe.run(document, { resultTypes: ['violations', 'incomplete'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))",
  );
}

/** Demands that a page is well in every look. */
async function expectWell(html: string): Promise<void> {
  const seen = await look(html);
  for (const { faults } of Object.values(seen)) expect(faults).toEqual([]);
  expect(seen["a phone"].width).toBeLessThanOrEqual(320);
  expect(seen.light.width).toBeLessThanOrEqual(1100);
}

async function htmlOf(board: BoardInMemory, id: string, kind?: PageKind): Promise<string> {
  return printHtml(await pageOf(board, id, kind), { template: shippedTemplate });
}

async function openFolder(path: string): Promise<BoardInMemory> {
  const names = readdirSync(path).filter((name) => /\.(?:md|yaml)$/.test(name));
  return openInMemory(
    Object.fromEntries(names.map((name) => [name, readFileSync(join(path, name), "utf8")])),
    "2026-11-22",
  );
}

describeSeen("Axe finds nothing, and nothing scrolls sideways on a phone", () => {
  const notes = readdirSync(EXAMPLE).filter((name) => /^\d/.test(name));

  describe.each(PAGE_KINDS)("in the example board as %s", (kind) => {
    test.each(notes.map((name) => name.replace(/\..*$/, "")))("%s", async (id) => {
      await expectWell(await htmlOf(await openFolder(EXAMPLE), id, kind));
    });
  });

  describeReal("in the notes that the Board published", () => {
    test.each(["2020-01-21", "2021-08-26"])("%s", async (id) => {
      const texts = ["2020-01-21", "2021-08-26"].map((name) => [`${name}.md`, realText(`rrb/${name}.md`)]);
      const board = await openInMemory(Object.fromEntries(texts), "2021-09-01");
      for (const kind of PAGE_KINDS) await expectWell(await htmlOf(board, id, kind));
    });
  });

  test.each([
    ["a word of 90 letters", "Lamps".repeat(18)],
    ["words that slashes join", "Accommodation/Mothers/Benefits/Accommodation/Mothers/Benefits"],
    [
      "a table of twelve columns",
      `|${" Pier |".repeat(12)}\n|${" --- |".repeat(12)}\n|${" Southernmost |".repeat(12)}`,
    ],
    [
      "a table with such a word",
      `| Pier | ${"Lamps".repeat(18)} |\n| --- | --- |\n| ${"Buoys".repeat(18)} | open |`,
    ],
    ["code that is one long line", `\`\`\`\n${"lamp ".repeat(60)}${"x".repeat(200)}\n\`\`\``],
    [
      "deep lists",
      Array.from({ length: 12 }, (_, depth) => `${"  ".repeat(depth)}- Lamps${depth}`).join("\n"),
    ],
    ["Arabic", "## موعد الاجتماع\n\nتم الاتفاق على **كل شيء** and lamps 🙂👩🏽‍🚒"],
    [
      "a heading in a quotation, an empty one, a link without words",
      "> #### Lamps\n\n###\n\n[](https://example.org/)",
    ],
  ])("with %s", async (_, body) => {
    const note = `---\ndate: 2026-01-20\npresent: [HMO]\n---\n\n## 1. Lamps\n\n${body}\n\n## 2. ${body.replace(/\n[\s\S]*/, "")}\n`;
    await expectWell(await htmlOf(await openInMemory({ "2026-01-20.md": note }, "2026-02-01"), "2026-01-20"));
  });

  test("with a log of 200 rows", async () => {
    const actions = Array.from(
      { length: 200 },
      (_, i) => `Action ${i + 1} (HMO; by 3 May 2026): Paint post ${i} of the pier.`,
    );
    const note = `---\ndate: 2026-01-20\npresent: [HMO]\n---\n\n## 1. Paint\n\n${actions.join("\n\n")}\n`;
    const board = await openInMemory({ "2026-01-20.md": note }, "2026-02-01");
    await expectWell(await htmlOf(board, "2026-01-20", "action-log"));
  }, 60_000);
});

const SLY = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)><img src=https://example.org/x.png>",
  "[click](javascript:alert(1)) <a href='javascript:alert(2)'>click</a> ![](https://example.org/y.png)",
  "<iframe src=https://example.org/></iframe><meta http-equiv=refresh content=0;url=https://example.org/>",
  "<style>@import 'https://example.org/z.css'; body { background: url(https://example.org/b.png) }</style>",
  "\u001b[31mred\u001b[0m ``<svg onload=alert(3)>``",
].join("\n\n");

describeSeen("Nothing runs, and nothing is asked of the network", () => {
  test("whatever a note says, and wherever its links are clicked", async () => {
    const note = `---js\nalert(1)\n---\n\n## 1. Lamps\n\n${SLY}\n`;
    for (const text of [
      note,
      note.replace(/---js[\s\S]*?---/, "---\ndate: 2026-01-20\nplace: <script>alert(4)</script>\n---"),
    ]) {
      const html = await htmlOf(await openInMemory({ "2026-01-20.md": text }, "2026-02-01"), "2026-01-20");
      const tab = await browser.newPage();
      await openQuietly(tab, html, async () => {
        expect(await tab.locator("script, iframe, img, svg, [onload], [onerror]").count()).toBe(0);
        expect(await tab.locator("main a:not([href^='https:'])").count()).toBe(0);
        await tab.emulateMedia({ media: "print" });
      });
      await tab.close();
    }
  });

  test("whatever a template and a stylesheet of the board's own say", async () => {
    const page = await pageOf(await openFolder(EXAMPLE), "2026-05-14");
    const own: Record<string, string> = {
      "minutes.html":
        "<title>x</title><script>alert(1)</script><style>{{ style }}</style><link rel=stylesheet href=https://example.org/a.css></head><body onload='alert(2)'><img src=https://example.org/x.png onerror='alert(3)'><iframe src=https://example.org/></iframe><p>{{ title }}</p>",
      "minutes.css":
        "@import 'https://example.org/z.css'; @font-face { font-family: x; src: url(https://example.org/f.woff2) } body { font-family: x; background: url(https://example.org/b.png) }",
    };
    const html = await printHtml(page, { template: (name) => sourceFile(name, own[name]!) });
    const tab = await browser.newPage();
    const blocked: string[] = [];
    await tab.route(/^(?!file:)/, (route) => {
      blocked.push(route.request().url());
      return route.abort();
    });
    const file = join(folder, "own.html");
    writeFileSync(file, html);
    const said: string[] = [];
    tab.on("dialog", (dialog) => {
      said.push(dialog.message());
      void dialog.dismiss();
    });
    await tab.goto(pathToFileURL(file).href);
    expect(await tab.locator("p").textContent()).toBe(page.title);
    expect({ said, blocked }).toEqual({ said: [], blocked: [] });
    await tab.close();
  });
});

describeSeen("On paper", () => {
  test("a draft bears its mark on every sheet, and a table its headings", async () => {
    const actions = Array.from(
      { length: 60 },
      (_, i) => `Action ${i + 1} (HMO): Paint post ${i} of the pier.`,
    );
    const note = `---\ndate: 2026-01-20\npresent: [HMO]\n---\n\n## 1. Paint\n\n${actions.join("\n\n")}\n`;
    const board = await openInMemory({ "2026-01-20.md": note }, "2026-02-01");
    const tab = await browser.newPage();
    await tab.setContent(await htmlOf(board, "2026-01-20", "action-log"));
    const file = join(folder, "log.pdf");
    await tab.pdf({ path: file, preferCSSPageSize: true });
    const sheets = ask("pdftotext", "-raw", file, "-").split("\f").slice(0, -1);
    expect(sheets.length).toBeGreaterThan(1);
    for (const sheet of sheets) {
      expect(sheet.replace(/\s+/g, "")).toContain("DRAFT–notyetconfirmed");
      if (sheet.includes("Paint post")) expect(sheet).toContain("Reference");
    }
    await tab.close();
  });
});
