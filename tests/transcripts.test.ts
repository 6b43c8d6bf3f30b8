import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { main } from "../src/main.ts";
import { buildRrb } from "./built.ts";
import { makeWorld, TODAY } from "./made-up-world.ts";
import { type Player, playPage, readCommandLine } from "./page.ts";

const FOLDER = join(import.meta.dirname, "transcripts");
const PAGES = readdirSync(FOLDER).filter((name) => name.endsWith(".md"));
/** A page with this line is played through `bin/rrb.js` as well. */
const ALSO_BUILT = "<!-- played through bin/rrb.js as well -->";

/** Plays a page in a folder of its own, and gives it as it was played. */
async function play(name: string, player: Player): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rrb-page-")));
  try {
    return await playPage(readPage(name), folder, player);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readPage(name: string): string {
  return readFileSync(join(FOLDER, name), "utf8");
}

const playMain: Player = async (line, cwd) => {
  const { env, words } = readCommandLine(line);
  const [program, ...argv] = words;
  if (program !== "rrb") throw new Error(`a page can't play \`${line}\``);
  const world = makeWorld(cwd, argv, env);
  const code = await main(world);
  // A page that is rewritten while rrb is broken must not come to say so.
  if (code === 3) throw new Error(world.said.stderr);
  return { ...world.said, code };
};

describe("Each page, played through main(), stands as it is written", () => {
  test.each(PAGES)("%s", async (name) => {
    const played = await play(name, playMain);
    // `RRB_UPDATE=1 npx vitest run tests/transcripts.test.ts` rewrites the pages.
    if (process.env.RRB_UPDATE) writeFileSync(join(FOLDER, name), played);
    expect(played).toBe(readPage(name));
  });
});

describe("Some pages, played through bin/rrb.js, stand as well", () => {
  let built = "";
  beforeAll(async () => {
    built = await buildRrb();
    return () => rmSync(built, { recursive: true });
  });

  /** A machine that stands elsewhere and speaks another language. */
  const playBuilt: Player = async (line, cwd) => {
    const { env, words } = readCommandLine(line);
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(built, "bin", "rrb.js"), ...words.slice(1)],
      {
        cwd,
        env: { TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8", RRB_TODAY: TODAY, ...env },
        encoding: "utf8",
      },
    );
    return { stdout, stderr, code: status ?? -1 };
  };
  const marked = PAGES.filter((name) => readPage(name).includes(ALSO_BUILT));

  test("there are such pages", () => expect(marked).not.toHaveLength(0));
  test.each(marked)("%s", async (name) => {
    expect(await play(name, playBuilt)).toBe(readPage(name));
  });
});
