import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { makeWorld } from "../made-up-world.ts";
import { lettersMissing, makeUpFont, OWN_FONT } from "./made-up-font.ts";

let folder = "";
const fonts = () => join(folder, "board", "templates", "fonts");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rrb-fonts-"));
  mkdirSync(fonts(), { recursive: true });
  writeFileSync(join(folder, "board", "board.yaml"), "name: Harbour Board\n");
  const note = "---\ndate: 2026-01-20\npresent: [HMO]\n---\n\n## 1. Lamps\n\nAsk 中.\n";
  writeFileSync(join(folder, "board", "2026-01-20.md"), note);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Prints the note as a PDF, and gives what was said beside it. */
async function render(): Promise<{ code: number; said: string }> {
  const asked = ["render", "2026-01-20", "--format", "pdf", "--output", "minutes.pdf"];
  const world = makeWorld(join(folder, "board"), ["--today", "2026-02-01", ...asked]);
  return { code: await main(world), said: world.said.stderr };
}

describe("A board's own fonts", () => {
  test("lie in `templates/fonts`, and show what the PDF else tells that it can't", async () => {
    const without = await render();
    expect(without.code).toBe(0);
    expect(without.said).toContain("put a font that has it into `templates/fonts`");
    rmSync(join(folder, "board", "minutes.pdf"));

    writeFileSync(join(fonts(), "quayside.ttf"), makeUpFont());
    writeFileSync(join(fonts(), "OFL.txt"), "What may be done with it.\n");
    expect(await render()).toEqual({ code: 0, said: "" });
    const pdf = readFileSync(join(folder, "board", "minutes.pdf"), "latin1");
    expect(pdf).toContain("QuaysideHyperlegibleNext-Regular");
  });

  test.each([
    ["lamps.woff2", "`templates/fonts/lamps.woff2` is a font for web pages alone."],
    ["lamps.ttf", "`templates/fonts/lamps.ttf` is no font that a PDF can take along."],
  ])("are told of where a PDF can't take them along: %s", async (name, expected) => {
    writeFileSync(join(fonts(), name), "Lamps");
    const { code, said } = await render();
    expect(code).toBe(2);
    expect(said).toContain(expected);
  });

  test("are none where they are links that lead out of the board's folder", async () => {
    writeFileSync(join(folder, "quayside.ttf"), makeUpFont());
    symlinkSync(join(folder, "quayside.ttf"), join(fonts(), "quayside.ttf"));
    const { code, said } = await render();
    expect(code).toBe(2);
    expect(said).toContain("is a link that leads out of the board's folder.");
  });
});

const FONTS = join(
  import.meta.dirname,
  "..",
  "..",
  "node_modules",
  "@expo-google-fonts",
  "atkinson-hyperlegible-next",
);

describe("The typeface that rrb takes along", () => {
  test.each([
    ["Welsh", "Âtâ Êtê Îtî Ôtô Ûtû Gŵyl Ŵyn Tŷ Ŷd ẁẃẅ ỳýÿ ï"],
    ["Irish and Gaelic", "Ó Súilleabháin, Ò, à è ì ù"],
    ["Polish", "Zażółć gęślą jaźń, Łódź Świątek"],
    ["Czech, Romanian, Turkish and Icelandic", "Žižková Dvořák Ștefan Țepeș Çağla Işık Þóra Ðóra"],
  ])("has letters of its own for %s", (_, words) => {
    for (const style of ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"]) {
      const font = readFileSync(join(FONTS, style, `AtkinsonHyperlegibleNext_${style}.ttf`));
      expect({ style, missing: lettersMissing(font, words) }).toEqual({ style, missing: [] });
    }
  });
});

test.runIf(process.platform === "linux")(
  "A font of the machine by the name of rrb's own changes nothing",
  () => {
    const program = join(import.meta.dirname, "..", "..", "bin", "typeset.cjs");
    const set = (fontsOfMachine: string, font: string, words: string) => {
      const template = `#set document(title: "Lamps")\n#set text(font: "${font}", fallback: false)\n= ${words}`;
      const input = JSON.stringify({ template, fonts: [], page: {}, seconds: 0, memory: 1e9 });
      const config = join(folder, "fonts.conf");
      writeFileSync(config, `<fontconfig><dir>${fontsOfMachine}</dir></fontconfig>`);
      return spawnSync(process.execPath, [program], { input, env: { FONTCONFIG_FILE: config } }).stdout;
    };
    const ours = "Atkinson Hyperlegible Next";
    const alone = set(join(folder, "nowhere"), ours, "♪");
    expect(alone.subarray(0, 5).toString()).toBe("%PDF-");

    writeFileSync(join(folder, "same-name.ttf"), makeUpFont(ours.slice(0, 8)));
    writeFileSync(join(folder, "quayside.ttf"), makeUpFont());
    // What the machine has is found indeed: `confine` alone keeps it out.
    expect(set(folder, OWN_FONT, "中").subarray(0, 5).toString()).toBe("%PDF-");
    expect(Buffer.compare(set(folder, ours, "♪"), alone)).toBe(0);
  },
);
