import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkBoard } from "../../src/check/check.ts";
import { mendBoard } from "../../src/check/mend.ts";
import { openInMemory } from "../board.ts";

const RUNS = Number(process.env.RRB_LAW_RUNS ?? 150);
/** The example board; other boards than this may be tried by hand. */
const FOLDER = process.env.RRB_LAW_BOARD ?? join(import.meta.dirname, "../../meetings");
const TODAY = "2026-11-22";

const FILES = readdirSync(FOLDER)
  .filter((name) => /\.(?:md|ya?ml)$/.test(name))
  .map((name) => [name, readFileSync(join(FOLDER, name), "utf8").replace(/^\ufeff/, "")] as const);
const NOTES = FILES.filter(([name]) => name !== "board.yaml");
const BOARD = Object.fromEntries(FILES.filter(([name]) => name === "board.yaml"));

/** What hurts: halves of marks, of tables, of fences, of signs; words that mean something where they land. */
const THORNS = [
  ..."\u0000\ud800\udfff\ufeff\u2028\u202e\u001b|`*_#>-:[]{}\"'&\\\t\r",
  "\n\n",
  "\n---\n",
  "\n```\n",
  "<!--",
  "-->",
  "<sup>",
  "| | |\n",
  "\n> > > - 1. ",
  "\n    ",
  "{ a: &b [*b, *b] }",
  "!!js/function ''",
  "Action 2: ",
  " Action 99999 (MPS; by 31 February 2020): ",
  "2026-01-22/1",
  "Merged into 2026-01-22/1",
  "Actions: all 12 complete",
  "<!-- rrb-ignore action-has-owner: why -->",
  "state: confirmed\n",
  "date: 2020-02-30\n",
  "x".repeat(300),
];

/** One slip of a hand or a converter: what stands between two places is cut, doubled, moved, turned round or hurt. */
const SLIP = fc.record({
  kind: fc.constantFrom("cut", "double", "move", "lines", "hurt", "line", "windows" as const),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(3), fc.nat(40), fc.nat(2000)),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  thorn: fc.constantFrom(...THORNS),
});

type Slip = typeof SLIP extends fc.Arbitrary<infer Value> ? Value : never;

function slip(text: string, { kind, from, length, to, thorn }: Slip): string {
  const start = Math.floor(from * text.length);
  const end = Math.min(text.length, start + length);
  const [before, part, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  const lines = text.split("\n");
  const line = Math.floor(from * lines.length);
  switch (kind) {
    case "cut":
      return before + after;
    case "double":
      return before + part + part + after;
    case "move": {
      const rest = before + after;
      const at = Math.floor(to * rest.length);
      return rest.slice(0, at) + part + rest.slice(at);
    }
    case "lines":
      return lines.toSpliced(Math.floor(to * lines.length), 0, ...lines.splice(line, 3)).join("\n");
    case "line":
      return lines.toSpliced(line, 1).join("\n");
    case "hurt":
      return before + thorn + part + after;
    default:
      return text.replace(/\r?\n/g, "\r\n");
  }
}

const BOARDS = fc
  .tuple(
    fc.subarray([...NOTES.keys()], { minLength: 1, maxLength: 3 }),
    fc.array(fc.array(SLIP, { maxLength: 6 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([chosen, slips]) => ({
    ...BOARD,
    ...Object.fromEntries(
      chosen.map((note, index) => [NOTES[note]![0], slips[index]!.reduce(slip, NOTES[note]![1])]),
    ),
  }));

test("a note that hands or converters have hurt is checked to its end, and mending it twice is mending it once", async () => {
  await fc.assert(
    fc.asyncProperty(BOARDS, async (files: Record<string, string>) => {
      const board = await openInMemory(files, TODAY);
      for (const { path, span } of checkBoard(board)) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(files[path]!.length);
      }
      const once = await mendBoard(board, () => true);
      const mended = { ...files, ...Object.fromEntries(once.texts) };
      const again = await mendBoard(await openInMemory(mended, TODAY), () => true);
      expect([...again.texts.keys()]).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});
