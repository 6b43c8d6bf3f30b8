import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { PAGE_KINDS, type Page, type PageKind } from "../../src/render/page.ts";
import { printPdf } from "../../src/render/pdf.ts";
import { sourceFile } from "../../src/source/source-file.ts";
import { openInMemory } from "../board.ts";
import { realPath } from "../real/real-notes.ts";
import { pageOf } from "../render/rendered.ts";

const PROJECT = join(import.meta.dirname, "..", "..");
const TEMPLATE = readFileSync(join(PROJECT, "templates", "minutes.typ"), "utf8");
const FONTS = /^(?:[A-Z]{6}\+)?(?:AtkinsonHyperlegible|LibertinusSerif|DejaVuSansMono)/;
/** Debian's own Python, which alone finds Debian's libraries. */
const PYTHON = "/usr/bin/python3";

/** What a program says on stdout; throws where it is absent or fails. */
function ask(program: string, ...argv: string[]): string {
  const { stdout, stderr, status, error } = spawnSync(program, argv, { encoding: "utf8" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ${argv.join(" ")}: ${stderr}`);
  return stdout;
}

function isThere(program: string, ...argv: string[]): boolean {
  return spawnSync(program, argv).status === 0;
}

const areThere =
  isThere("qpdf", "--version") &&
  ["pdfinfo", "pdffonts", "pdftotext"].every((program) => isThere(program, "-v")) &&
  isThere(PYTHON, "-c", "import pikepdf");

const folder = mkdtempSync(join(tmpdir(), "rrb-pdf-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The PDF of a page, as a file. */
async function printed(board: string, id: string, kind: PageKind): Promise<{ page: Page; file: string }> {
  const names = readdirSync(board).filter((name) => /\.(?:md|yaml)$/.test(name));
  const texts = names.map((name) => [name, readFileSync(join(board, name), "utf8")]);
  const opened = await openInMemory(Object.fromEntries(texts), "2026-11-22");
  const page = await pageOf(opened, id, kind);
  const pdf = printPdf(page, {
    source: opened.source(opened.notes.find(({ meeting }) => meeting.id === id)!.path)!,
    template: (name) => sourceFile(name, TEMPLATE),
    ownFonts: () => [],
    tell: (words) => expect(words).toBe("nothing to tell"),
  });
  const file = join(folder, `${id}-${kind}.pdf`);
  writeFileSync(file, pdf);
  return { page, file };
}

/** What no program on the command line tells: the parts of the file that make it PDF/UA-1. */
const CATALOGUE = `
import json, pikepdf, sys
pdf = pikepdf.open(sys.argv[1])
root = pdf.Root
def entries(outline):
    entry = outline.get("/First")
    while entry is not None:
        yield str(entry.Title)
        yield from entries(entry)
        entry = entry.get("/Next")
links = [annotation for page in pdf.pages for annotation in page.get("/Annots", []) if annotation.Subtype == "/Link"]
print(json.dumps({
  "language": str(root.Lang),
  "displaysTitle": bool(root.ViewerPreferences.DisplayDocTitle),
  "marked": bool(root.MarkInfo.Marked),
  "xmp": bytes(root.Metadata.read_bytes()).decode(),
  "bookmarks": list(entries(root.Outlines)) if "/Outlines" in root else [],
  "links": [str(link.get("/Contents", "")) for link in links],
  "tabOrders": sorted({str(page.get("/Tabs", "/S")) for page in pdf.pages}),
}))
`;

const EXAMPLE = join(PROJECT, "meetings");
const REAL = realPath("rrb");
const MADE_UP = join(folder, "made-up");
mkdirSync(MADE_UP);
writeFileSync(
  join(MADE_UP, "2026-01-20.md"),
  `---\ndate: 2026-01-20\npresent: [HMO]\n---\n
## 1. Lamps

Of [the harbour](https://example.org/harbour?a=1&b=2) and <post@example.org>: ${"donaudampfschiff".repeat(6)}.

| A | ${"W".repeat(90)} |
| - | - |
| ${"x".repeat(90)} | ${"Lamps that are dark are no lamps. ".repeat(200)} |

${Array.from({ length: 200 }, (_, i) => `Action ${i + 1} (HMO; by 3 May 2026): Count the lamps of pier ${i}.`).join("\n")}
`,
);

const isWanted = (board: string) => board !== REAL || existsSync(REAL) || process.env.CI === "true";
const pages = [
  ...["2026-05-14", "2026-09-17", "2025-09-18"].map((id) => [EXAMPLE, id] as const),
  ...["2020-01-21", "2021-08-26"].map((id) => [REAL, id] as const),
  [MADE_UP, "2026-01-20"] as const,
]
  .filter(([board]) => isWanted(board))
  .flatMap(([board, id]) => PAGE_KINDS.map((kind) => [id, kind, board] as const));

const wanted = areThere || process.env.CI === "true";

describe.runIf(wanted)("What readers of PDF find", () => {
  test.each(pages)("in %s as %s", async (id, kind, board) => {
    const { page, file } = await printed(board, id, kind);
    expect(ask("qpdf", "--check", file)).toContain("No syntax or stream encoding errors found");

    const about = ask("pdfinfo", file);
    expect(about).toMatch(/^Tagged: +yes$/m);
    expect(/^Title: +(.*)$/m.exec(about)?.[1]).toBe(page.title);
    expect(/^Page size: .*$/m.exec(about)?.[0]).toContain("(A4)");
    if (page.author !== null) expect(/^Author: +(.*)$/m.exec(about)?.[1]).toBe(page.author);

    const fonts = ask("pdffonts", file).trimEnd().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) {
      expect(font).toMatch(FONTS);
      expect(font).toMatch(/ yes yes yes +\d+ +\d+$/);
    }

    const tags = [...ask("pdfinfo", "-struct-text", file).matchAll(/^ *(H\d|TH|Table|L) /gm)].map(
      ([, tag]) => tag!,
    );
    const levels = page.tree.children.flatMap((node) => (node.type === "heading" ? [`H${node.depth}`] : []));
    expect(tags.filter((tag) => /^H\d$/.test(tag))).toEqual(levels);
    const tables = page.tree.children.filter((node) => node.type === "table");
    expect(tags.filter((tag) => tag === "Table")).toHaveLength(tables.length);
    const columns = tables.reduce((sum, { children }) => sum + children[0]!.children.length, 0);
    expect(tags.filter((tag) => tag === "TH")).toHaveLength(columns);

    const catalogue = JSON.parse(ask(PYTHON, "-c", CATALOGUE, file));
    expect(catalogue).toMatchObject({
      language: "en-GB",
      displaysTitle: true,
      marked: true,
      tabOrders: ["/S"],
    });
    expect(catalogue.xmp).toMatch(/<pdfuaid:part>1<|pdfuaid:part="1"/);
    expect(catalogue.bookmarks).toEqual([
      page.title.replace(/,[^,]*$/, ""),
      ...page.outline.map(({ words }) => words),
    ]);
    expect(catalogue.links.filter((said: string) => said === "")).toEqual([]);
    expect(catalogue.links.length > 0).toBe(board === MADE_UP && kind === "minutes");

    const sheets = ask("pdftotext", "-layout", file, "-").split("\f").slice(0, -1);
    const count = Number(/^Pages: +(\d+)$/m.exec(about)![1]);
    expect(sheets).toHaveLength(count);
    for (const [index, sheet] of sheets.entries()) {
      expect(sheet).toContain(`Page ${index + 1} of ${count}`);
      expect(sheet.includes("DRAFT – not yet confirmed")).toBe(page.mark !== null);
      // No sheet is blank but for its running heads.
      expect(sheet.trim().split("\n").length).toBeGreaterThan(5);
    }
  });
});

test.skipIf(areThere)("The readers of PDF are installed here", () => {
  expect(process.env.CI).not.toBe("true");
});
