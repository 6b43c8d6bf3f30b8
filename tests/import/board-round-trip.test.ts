import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { makeWorld } from "../made-up-world.ts";

const EXAMPLE = join(import.meta.dirname, "..", "..", "meetings");
const IDS = readdirSync(EXAMPLE).flatMap((name) => /^(\d.*)\./.exec(name)?.[1] ?? []);
const folder = mkdtempSync(join(tmpdir(), "rrb-round-trip-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Asks rrb on 22 November 2026, and demands that all is well. */
async function ask(cwd: string, ...argv: string[]): Promise<string> {
  const world = makeWorld(cwd, ["--today", "2026-11-22", ...argv]);
  const code = await main(world);
  expect([argv[0], code, code === 0 ? "" : world.said.stderr]).toEqual([argv[0], 0, ""]);
  return world.said.stdout;
}

type Fields = Readonly<Record<string, unknown>>;
interface ToldMeeting extends Fields {
  readonly id: string;
  readonly state: string;
  readonly progress: readonly (Fields & { readonly due: string | null })[];
}

/** What belongs to the place in a document, or to the importer alone; `as`, since a page writes bodies out in full. */
const NOT_COMPARED = new Set(["line", "column", "page", "as", "possibleActions"]);

/**
 * What the pages of a meeting can say of it. A confirmed note comes back as a draft: its page tells when it was
 * confirmed, and no fingerprint, which is what confirms it. An agenda prints an action in the words of the minutes that
 * raised it, and each due date in full.
 */
function told(meeting: ToldMeeting): unknown {
  const { state, progress, ...others } = plain(meeting) as ToldMeeting;
  const rows = progress.map(({ text, due, dueText, ...row }) => ({
    ...row,
    text: state === "agenda" ? String(text).replace(/\.$/, "") : text,
    due: due ?? dueText,
  }));
  return { ...others, progress: rows, state: state === "confirmed" ? "draft" : state };
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !NOT_COMPARED.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner)]));
}

/** The same without what only `board.yaml` can tell: who is meant by a name, and what the board's own status words mean. */
function nameless(meeting: ToldMeeting): unknown {
  const named = new Set(["owners", "chair", "organisation", "name"]);
  const { progress, ...others } = told(meeting) as ToldMeeting;
  const rows = progress.map(({ state: _, ...row }) => row);
  return JSON.parse(JSON.stringify({ ...others, progress: rows }), (key, value) =>
    named.has(key) ? undefined : value,
  );
}

test.each([
  ["markdown", "md"],
  ["html", "html"],
  ["docx", "docx"],
  ["pdf", "pdf"],
])(
  "The whole board printed as %s and imported in one go is the same board",
  { timeout: 60_000 },
  async (format, ending) => {
    const printed = join(folder, format);
    const fresh = join(printed, "board");
    mkdirSync(fresh, { recursive: true });
    const files = IDS.map((_, index) => join(printed, `minutes ${"abcdefghijklmnop"[index]}.${ending}`));
    const wanted: ToldMeeting[] = [];
    for (const [index, id] of IDS.entries()) {
      await ask(EXAMPLE, "render", id, "--format", format, "--output", files[index]!);
      wanted.push(JSON.parse(await ask(EXAMPLE, "render", id, "--format", "json")).meeting);
    }

    for (const cwd of [EXAMPLE, printed]) {
      const { imports, failed } = JSON.parse(await ask(cwd, "import", ...files, "--format", "json"));
      expect(failed).toEqual([]);
      const meetings: ToldMeeting[] = imports.map(({ meeting }: { meeting: ToldMeeting }) => meeting);
      // Without the register nobody knows that two names are one body's.
      if (cwd === EXAMPLE) expect(meetings.map(told)).toEqual(wanted.map(told));
      else expect(meetings.map(nameless)).toEqual(wanted.map(nameless));
    }

    cpSync(join(EXAMPLE, "board.yaml"), join(fresh, "board.yaml"));
    await ask(fresh, "import", ...files, "--yes");
    const audit = async (cwd: string) => JSON.parse(await ask(cwd, "audit", "--format", "json"));
    const { files: _, ...books } = await audit(fresh);
    const { files: __, ...ownBooks } = await audit(EXAMPLE);
    expect(books).toEqual(ownBooks);
    await ask(fresh, "check");
  },
);
