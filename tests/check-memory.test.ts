import { expect, test } from "vitest";
import { openInquiry } from "../src/check/asking.ts";
import { type KeptNote, keepForRules } from "../src/check/kept-note.ts";
import { RULES } from "../src/check/rules.ts";
import { BARE_BOARD } from "../src/model/board.ts";
import { addDays } from "../src/model/day.ts";
import { readWithBlocks } from "../src/read/note-file.ts";
import { sourceFile } from "../src/source/source-file.ts";
import { heldMegabytes, MEGABYTE } from "./heap.ts";

/** A note of half a megabyte, with everything in it that is kept for the rules, and something for most of them to find. */
function longNote(day: string, place: number): string {
  return `---
date: ${day}
state: draft
present: [Office for Figures No ${place}, Ann Other of body No ${place}]
next-meeting: ${addDays(day, 7)}
---

## 1. Actions from the previous meeting

| Ref | Action | Owner | Status | Update |
| --- | --- | --- | --- | --- |
| 2019-01-07/${place} | Ask the bodies of round ${place} for what they hold | Courts of round ${place} | In progress | As asked in round ${place} |

## 2. Figures of the round No ${place}

${`They spoke of Monday, of round ${place} and of what was deferred. `.repeat(MEGABYTE / 120)}

Action 1 (Office for Figures No ${place}): Publish the figures of round ${place} in full.
Decision 1: The figures of round ${place} are the right ones.
Deferred: The figures of round ${place + 1}, to the next meeting.
`;
}

test("Rules are asked of a hundred notes of half a megabyte, and of none of them is the text kept", async () => {
  const { askOf } = openInquiry({ board: BARE_BOARD, today: "2026-09-17", rules: RULES });
  const kept: KeptNote[] = [];
  let day = "2020-01-07";
  const before = heldMegabytes();
  for (let place = 1; place <= 100; place++) {
    day = addDays(day, 7);
    const source = sourceFile(`${day}.md`, longNote(day, place));
    const { note, blocks } = await readWithBlocks(source, BARE_BOARD);
    askOf(note, source.text, blocks);
    kept.push(keepForRules(note));
  }
  const grown = heldMegabytes() - before;
  expect(kept.flatMap(({ meeting }) => meeting.actions)).toHaveLength(100);
  expect(grown).toBeLessThan(15);
});
