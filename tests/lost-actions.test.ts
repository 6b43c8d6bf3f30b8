import { expect, test } from "vitest";
import { checkBoard } from "../src/check/check.ts";
import { placeOf } from "../src/source/source-file.ts";
import { openInMemory } from "./board.ts";

const JANUARY = `---
date: 2020-01-21
present: [MOPAC, MPS]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
Action 2 (MPS; by 28 February 2020): Visit the new custody suite.
Action 3 (MPS; by 28 February 2020): Ask the courts about Fridays.
`;

/** A note that reports on some actions, each by a row with `Ongoing`. */
function noteOf(date: string, rows: readonly string[], more = ""): string {
  const table = ["| Ref | Action | Status | Update |", "| --- | --- | --- | --- |", ...rows].join("\n");
  return `---\ndate: ${date}\npresent: [MOPAC, MPS]\n---\n\n${more}## 1. Actions from previous meeting\n\n${table}\n`;
}

const FIGURES = "| 2020-01-21/1 | Send out the figures | Ongoing | half are out |";
const VISIT = "| 2020-01-21/2 | Visit the new custody suite | Ongoing | no day yet |";
const COURTS = "| 2020-01-21/3 | Ask the courts about Fridays | Ongoing | no answer yet |";

async function lossesIn(files: Record<string, string>) {
  const board = await openInMemory(files, "2020-12-01");
  return checkBoard(board)
    .filter(({ rule }) => rule === "every-open-action-is-reported")
    .map(({ path, span, severity, message, related }) => ({
      at: `${path}:${placeOf(board.source(path)!, span.start).line}`,
      said: `${severity} ${message}`,
      seen: (related ?? []).map(({ path: other, message: told }) => `${told} in ${other}`),
    }));
}

test("an action that fell out is told where it fell out, and once more, with its fellows, at each later note", async () => {
  const found = await lossesIn({
    "2020-01-21.md": JANUARY,
    "2020-04-21.md": noteOf("2020-04-21", [FIGURES]),
    "2020-07-21.md": noteOf("2020-07-21", [FIGURES]),
    "2020-10-20.md": noteOf("2020-10-20", [FIGURES]),
  });
  expect(found.map(({ at, said }) => `${at} ${said}`)).toEqual([
    "2020-04-21.md:6 error `2020-01-21/2` is open and has no row here.",
    "2020-04-21.md:6 error `2020-01-21/3` is open and has no row here.",
    "2020-07-21.md:6 error `2020-01-21/2` and `2020-01-21/3` fell out at an earlier meeting, and have no row here either.",
    "2020-10-20.md:6 error `2020-01-21/2` and `2020-01-21/3` fell out at an earlier meeting, and have no row here either.",
  ]);
});

test("an action that was lost, found and lost again fell out at the second loss", async () => {
  const found = await lossesIn({
    "2020-01-21.md": JANUARY,
    "2020-04-21.md": noteOf("2020-04-21", [FIGURES, COURTS]),
    "2020-07-21.md": noteOf("2020-07-21", [FIGURES, VISIT, COURTS]),
    "2020-10-20.md": noteOf("2020-10-20", [FIGURES, COURTS]),
  });
  expect(found.map(({ at, said }) => `${at} ${said}`)).toEqual([
    "2020-04-21.md:6 information `2020-01-21/2` was open and is not reported here.",
    "2020-10-20.md:6 error `2020-01-21/2` is open and has no row here.",
  ]);
});

test("what one later note made good is told in one sentence", async () => {
  const found = await lossesIn({
    "2020-01-21.md": JANUARY,
    "2020-04-21.md": noteOf("2020-04-21", [FIGURES]),
    "2020-07-21.md": noteOf("2020-07-21", [FIGURES, VISIT, COURTS]),
  });
  expect(found.map(({ said }) => said)).toEqual([
    "information `2020-01-21/2` and `2020-01-21/3` were open and are not reported here.",
  ]);
});

test("a note without the section has one fault, which names every action and where it was seen", async () => {
  const found = await lossesIn({
    "2020-01-21.md": JANUARY,
    "2020-04-21.md": "---\ndate: 2020-04-21\npresent: [MOPAC]\n---\n\n## 1. Performance\n\nIt was noted.\n",
  });
  expect(found).toEqual([
    {
      at: "2020-04-21.md:2",
      said: "error `2020-01-21/1`, `2020-01-21/2` and `2020-01-21/3` are open, and this note has no section on earlier actions.",
      seen: [1, 2, 3].map((number) => `\`2020-01-21/${number}\` was last seen in 2020-01-21.md`),
    },
  ]);
});

test("a meeting that reviewed no action is not where one was last seen", async () => {
  const notReviewed =
    "---\ndate: 2020-03-03\npresent: [MOPAC]\n---\n\n## 1. The fire\n\nActions: not reviewed – called for the fire alone.\n";
  const found = await lossesIn({
    "2020-01-21.md": JANUARY,
    "2020-03-03.md": notReviewed,
    "2020-04-21.md": noteOf("2020-04-21", [FIGURES, COURTS]),
  });
  expect(found).toEqual([
    {
      at: "2020-04-21.md:6",
      said: "error `2020-01-21/2` is open and has no row here.",
      seen: ["It was last seen in 2020-01-21.md"],
    },
  ]);
});

test("a row is missing where the rows stand, not under matters arising", async () => {
  const arising = "## 1. Matters arising\n\nThe lift works again.\n\n";
  const note = noteOf("2020-04-21", [FIGURES, COURTS], arising).replace("## 1. Actions", "## 2. Actions");
  const found = await lossesIn({ "2020-01-21.md": JANUARY, "2020-04-21.md": note });
  expect(found.map(({ at }) => at)).toEqual(["2020-04-21.md:10"]);
});
