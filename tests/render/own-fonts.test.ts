import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { makeWorld } from "../made-up-world.ts";
import { makeUpFont } from "./made-up-font.ts";

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
