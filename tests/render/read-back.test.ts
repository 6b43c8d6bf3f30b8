import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Meeting } from "../../src/model/meeting.ts";
import { openInMemory } from "../board.ts";
import { tellAsMarkdown } from "../laws/history-notes.ts";
import { madeUpHistories } from "../laws/made-up-history.ts";
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

describeReal("The notes that the Board published", () => {
  test("read back, say and book the same", async () => {
    await expectSame({
      "2020-01-21.md": realText("rrb/2020-01-21.md"),
      "2021-08-26.md": realText("rrb/2021-08-26.md"),
    });
  });
});
