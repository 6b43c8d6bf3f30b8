import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Meeting } from "../../src/model/meeting.ts";
import { openInMemory } from "../board.ts";
import { tellAsMarkdown } from "../laws/history-notes.ts";
import { madeUpHistories } from "../laws/made-up-history.ts";
import { hastyMinutes } from "../laws/markdown-texts.ts";
import { isExcused } from "../laws/mdast-differences.ts";
import { parseMarkdown } from "../laws/mdast-tree.ts";
import { describeReal, realText } from "../real/real-notes.ts";
import { markdownOf } from "./rendered.ts";

const EXAMPLE = join(import.meta.dirname, "..", "..", "meetings");

type Files = Readonly<Record<string, string>>;

/** The files of a board, every note that was held in the form in which rrb prints its minutes. */
async function renderAll(files: Files): Promise<Files> {
  const board = await openInMemory(files, "2026-11-22");
  const rendered: Record<string, string> = { ...files };
  for (const { meeting } of board.notes) {
    if (meeting.state !== "draft" && meeting.state !== "confirmed") continue;
    delete rendered[meeting.path];
    rendered[`${meeting.id}.md`] = await markdownOf(board, meeting.id);
  }
  return rendered;
}

/** What the minutes of a meeting say, their form aside. */
function saidAt({ meeting }: { meeting: Meeting }) {
  const { id, date, present, inAttendance, apologies, absent, actions, progress, decisions, deferred } =
    meeting;
  return {
    id,
    date,
    attendance: [present, inAttendance, apologies, absent].map((list) =>
      list.map(({ organisation, name }) => [organisation, name]),
    ),
    actions: actions.map(({ ref, text, owners, due, item }) => ({ ref, text, owners, due, item })),
    progress: progress.map(({ text, owners, disposition, update }) => ({
      text,
      owners,
      state: disposition?.state,
      words: disposition?.words,
      update,
    })),
    decisions: decisions.map(({ ref, kind, text, item }) => ({ ref, kind, text, item })),
    deferred: deferred.map(({ text, to }) => ({ text, to })),
  };
}

/** Demands that rendered notes, read back, say and book what the notes did. */
async function expectSame(files: Files): Promise<void> {
  const before = await openInMemory(files, "2026-11-22");
  const after = await openInMemory(await renderAll(files), "2026-11-22");
  expect(after.notes.map(saidAt)).toEqual(before.notes.map(saidAt));
  expect(after.ledger.accounts).toEqual(before.ledger.accounts);
}

test("The minutes of the example board, read back, say and book the same", async () => {
  const files = readdirSync(EXAMPLE).map((name) => [name, readFileSync(join(EXAMPLE, name), "utf8")]);
  await expectSame(Object.fromEntries(files));
});

test("So do those of a meeting that did nothing but review actions, and forgot one", async () => {
  await expectSame({
    "2026-01-20.md": `---
date: 2026-01-20
present: [HMO]
---

## 1. Lamps

Action 1 (HMO): Replace the lamp on the east mole.
Action 2 (HMO): Paint the mole.
`,
    "2026-04-21.md": `---
date: 2026-04-21
present: [HMO]
---

## 1. Actions from previous meeting

| Ref          | Action                            | Status  |
| ------------ | --------------------------------- | ------- |
| 2026-01-20/1 | Replace the lamp on the east mole | Ongoing |
`,
  });
});

test("So do those of any history of a board", async () => {
  await fc.assert(
    fc.asyncProperty(madeUpHistories(), (history) =>
      expectSame(Object.fromEntries(tellAsMarkdown(history).map(({ path, text }) => [path, text]))),
    ),
    { numRuns: 60 },
  );
}, 60_000);

/** What may be agreed, as it is written well, in haste, and in places where nobody would look for it. */
const agreed = fc.constantFrom(
  "Action 1 (HMO; by 3 May 2026): Paint the mole.",
  "Action: HMO to paint the pier by 4 June 2026",
  "**Action 3:** Pilots to write",
  "**Action:** look \\* there",
  "ACTION - HMO to go",
  "1. Action 7: HMO to count *all* of [them](lamps.md)",
  "- Action (HMO): list the buoys",
  "Noted: fog\nAction 9: horn & bell",
  "Action: none",
  "Decision 1: The Board meets.",
  "> Agreed: the minutes",
  "Deferred: Ropes, to 3 May 2026.",
  "Forward plan: `Chains`",
);
const business = fc
  .tuple(
    fc.array(fc.oneof(agreed, agreed, hastyMinutes), { minLength: 1, maxLength: 5 }),
    fc.constantFrom("\n", "\n\n"),
  )
  .map(([parts, between]) => parts.join(between));

test("What was agreed is read back from any text that it stands in", async () => {
  await fc.assert(
    fc.asyncProperty(business, async (body) => {
      // A definition would reach into the next item's text; HTML is dropped.
      fc.pre(!/[<\0]|\]:/.test(body));
      // Where mdast, which prints the page, is known to see other blocks than the scanner, the page is of another text.
      fc.pre(!isExcused(body, () => parseMarkdown(body)));
      const head = "---\ndate: 2026-01-20\npresent: [HMO]\n---\n\n## 1. Lamps";
      const files = { "2026-01-20.md": `${head}\n\n${body}\n\n## 2. Fog\n\nNone.\n` };
      const before = await openInMemory(files, "2026-02-01");
      const after = await openInMemory(await renderAll(files), "2026-02-01");
      expect(agreedAt(after.notes[0]!)).toEqual(agreedAt(before.notes[0]!));
    }),
    { numRuns: Number(process.env.RRB_LAW_RUNS ?? 500) },
  );
});

/**
 * What was agreed at a meeting, whichever item it stands under: a heading without a number is one in rrb's own form
 * alone. A stray star is a star to one reading of emphasis, and to another is none; so is a stray backtick.
 */
function agreedAt(note: { meeting: Meeting }) {
  const { actions, decisions, deferred } = saidAt(note);
  const bare = <Words extends { readonly text: string }>(words: Words) => ({
    ...words,
    item: null,
    text: words.text.replace(/[*_`]/g, "").replace(/\s+/g, " ").trim(),
  });
  return { actions: actions.map(bare), decisions: decisions.map(bare), deferred: deferred.map(bare) };
}

describeReal("The notes that the Board published", () => {
  test("read back, say and book the same", async () => {
    await expectSame({
      "2020-01-21.md": realText("rrb/2020-01-21.md"),
      "2021-08-26.md": realText("rrb/2021-08-26.md"),
    });
  });
});
