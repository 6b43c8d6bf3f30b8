import { Session } from "node:inspector";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/**
 * Twice as much of anything takes about twice as many steps, and no clock is asked: V8 itself counts how often each
 * function, loop and branch of rrb, and of the packages that read YAML, is run. What one call of the language's own
 * does, such as a search in a text, counts as one step.
 */
const MOST = 2.6;
const TODAY = "2026-11-22";

const session = new Session();
let checkFiles: (files: Readonly<Record<string, string>>) => Promise<void>;

beforeAll(async () => {
  session.connect();
  ask("Profiler.enable");
  ask("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  // Only what is compiled from now on is counted loop by loop.
  const { checkBoard } = await import("../src/check/check.ts");
  const { openInMemory } = await import("./board.ts");
  checkFiles = async (files) => void checkBoard(await openInMemory({ ...BOARD, ...files }, TODAY));
  // The first run makes what is made but once.
  await checkFiles(GROWING["rows of a table"]!(3));
});
afterAll(() => session.disconnect());

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

function ask<T>(method: string, params: object = {}): T {
  let answer: unknown;
  session.post(method, params, (error, result) => {
    if (error !== null) throw error;
    answer = result;
  });
  return answer as T;
}

const RRB = /\/src\/|\/node_modules\/(?:yaml|gray-matter)\//;

/** How many steps of the files whose path holds `of` it takes to run something. */
async function countSteps(run: () => unknown, of = RRB): Promise<number> {
  ask("Profiler.takePreciseCoverage");
  await run();
  const { result } = ask<Coverage>("Profiler.takePreciseCoverage");
  return result
    .filter(({ url }) => of.test(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0);
}

const times = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i + 1)).join("");

function noteOf(day: string, body: string, front = ""): Record<string, string> {
  const head = `---\ndate: ${day}\nstate: draft\nchair: HMO\npresent: [HMO, NWT]\n${front}---\n`;
  return { [`${day}.md`]: `${head}\n## 1. Lamps\n\n${body}\n` };
}

const BOARD = {
  "board.yaml": "name: Lights\norganisations:\n  - { id: HMO, name: Harbour Office, member: yes }\n",
};
const TABLE = "| Ref | Action | Owner | Due | Status | Update |\n| --- | --- | --- | --- | --- | --- |\n";
const PROGRESS = "## 2. Actions from previous meeting\n\n";
const action = (i: number) => `Action ${i} (HMO; by 27 February 2026): Paint post ${i} of pier ${i % 7}.\n\n`;
const rowOf = (ref: string, i: number, status: string) =>
  `| ${ref}/${i} | Paint post ${i} of pier ${i % 7} | HMO | 27 February 2026 | ${status} | the [tide](x) came |\n`;

/** The day so many weeks after the first. */
const dayAt = (week: number) =>
  new Date(Date.UTC(2000, 0, 4) + week * 7 * 86_400_000).toISOString().slice(0, 10);

/** What may grow, and what holds so much of it. */
const GROWING: Readonly<Record<string, (count: number) => Readonly<Record<string, string>>>> = {
  "keys of front matter": (n) =>
    noteOf(
      "2026-01-20",
      "Nothing.",
      times(n, (i) => `key-${i}: value\n`),
    ),
  "keys for the full reader of YAML": (n) =>
    noteOf(
      "2026-01-20",
      "Nothing.",
      times(n, (i) => `key-${i}: !!str value\n`),
    ),
  "people who came": (n) =>
    noteOf("2026-01-20", "Nothing.", `apologies:\n${times(n, (i) => `  - Person Nr ${i}, Body ${i}\n`)}`),
  "actions of one note": (n) => noteOf("2026-01-20", times(n, action)),
  "rows of a table": (n) => ({
    ...noteOf("2026-01-20", times(n, action)),
    ...noteOf("2026-04-21", PROGRESS + TABLE + times(n, (i) => rowOf("2026-01-20", i, "Complete"))),
  }),
  "entries of a list": (n) =>
    noteOf(
      "2026-04-21",
      PROGRESS + times(n, (i) => `- 2026-01-20/${i} (HMO): Paint post ${i}.\n\n  Status: Open.\n`),
    ),
  "actions carried from note to note": (n) => ({
    ...noteOf("2026-01-06", times(n, action)),
    ...Object.assign(
      {},
      ...["2026-01-13", "2026-01-20", "2026-01-27"].map((day) =>
        noteOf(day, PROGRESS + TABLE + times(n, (i) => rowOf("2026-01-06", i, "In progress"))),
      ),
    ),
  }),
  "actions of which nobody speaks": (n) => ({
    ...noteOf("2026-01-06", times(n, action)),
    ...noteOf("2026-01-13", PROGRESS),
    ...noteOf("2026-01-20", PROGRESS),
  }),
  meetings: (n) =>
    Object.assign(
      {},
      ...Array.from({ length: n }, (_, week) =>
        noteOf(
          dayAt(week),
          `${action(1)}${PROGRESS}${week === 0 ? "" : TABLE + rowOf(dayAt(week - 1), 1, "Complete")}`,
        ),
      ),
    ),
  "lists within lists": (n) => noteOf("2026-01-20", `${"- ".repeat(n)}Action 1 (HMO): Paint.`),
  "quotes within quotes": (n) => noteOf("2026-01-20", `${"> ".repeat(n)}Action 1 (HMO): Paint.`),
  "a long line": (n) =>
    noteOf(
      "2026-01-20",
      times(n, (i) => `word ${i} to *come* by the next tide, `),
    ),
  "a long action": (n) => noteOf("2026-01-20", `Action 1: HMO to ${times(n, (i) => `paint post ${i} `)}.`),
  "lines of a paragraph": (n) =>
    noteOf(
      "2026-01-20",
      times(n, (i) => `word ${i} of a paragraph\n`),
    ),
  headings: (n) =>
    noteOf(
      "2026-01-20",
      times(n, (i) => `\n## ${i + 1}. Pier ${i}\n\nNothing.\n`),
    ),
};

/** The minutes of the meeting of a week, which report on the one action of the week before. */
function minutesOf(week: number): string {
  const report = week === 0 ? "None." : `1\tHMO to paint post ${week - 1} of the pier\tComplete`;
  return `Minutes of ${dayAt(week)}\n\nPresent: HMO\n\n1. Actions from previous meeting\n\n${report}\n\n2. Pier\n\nAction 1: HMO to paint post ${week} of the pier.\n`;
}

describe("Twice as much takes about twice as many steps", () => {
  test.each(Object.keys(GROWING))("%s", async (name) => {
    const once = await countSteps(() => checkFiles(GROWING[name]!(200)));
    const twice = await countSteps(() => checkFiles(GROWING[name]!(400)));
    expect(once).toBeGreaterThan(200);
    expect(twice / once).toBeLessThan(MOST);
  });

  test("documents imported at once", async () => {
    const { importInOrder } = await import("../src/clerk/importing.ts");
    const { takeText } = await import("./import/taken.ts");
    const { BARE_BOARD } = await import("../src/model/board.ts");
    const take = async (n: number) => {
      const destination = { board: BARE_BOARD, today: TODAY, workspace: null, listener: null };
      const texts = Array.from({ length: n }, (_, week) => minutesOf(week));
      return { documents: await Promise.all(texts.map((text) => takeText(text))), destination };
    };
    const [few, many] = [await take(60), await take(120)];
    const once = await countSteps(() => importInOrder(few.documents, few.destination));
    const twice = await countSteps(() => importInOrder(many.documents, many.destination));
    expect(once).toBeGreaterThan(200);
    expect(twice / once).toBeLessThan(MOST);
  });

  test("what looks at each with each other takes four times as many", async () => {
    const lookAtPairs = (count: number) => {
      let pairs = 0;
      for (let i = 0; i < count; i++) for (let j = 0; j < count; j++) pairs++;
      return pairs;
    };
    const once = await countSteps(() => lookAtPairs(200), /growth\.test/);
    const twice = await countSteps(() => lookAtPairs(400), /growth\.test/);
    expect(twice / once).toBeGreaterThan(MOST);
  });
});
