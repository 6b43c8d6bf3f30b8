import { expect, test } from "vitest";
import { openPassingLedger } from "../../src/ledger/passing.ts";
import { BARE_BOARD } from "../../src/model/board.ts";
import { addDays } from "../../src/model/day.ts";
import { readNoteFile } from "../../src/read/note-file.ts";
import { sourceFile } from "../../src/source/source-file.ts";
import { heldMegabytes, MEGABYTE } from "../heap.ts";

/** A note of a megabyte, with everything in it that a ledger takes words of. */
function longNote(day: string, before: string, place: number): string {
  return `---
date: ${day}
time: "10:${String(10 + (place % 50))}-12:00"
state: draft
next-meeting: ${addDays(day, 7)}
---

## 1. Actions from the previous meeting

| Ref | Action | Owner | Due | Status | Update |
| --- | --- | --- | --- | --- | --- |
| ${before}/1 | Publish the figures of round ${place - 1} in full | Office for Figures No ${place} | by the end of round ${place} | Waiting for round ${place} | The figures of round ${place} came late |
| ${before}/2 | Write to the courts about round ${place - 1} at once | Courts | 2030-01-01 | Superseded by ${day}/1 | |
|  | Ask the bodies of round ${place} for what they hold | Bodies | | In progress | As asked in round ${place} |

## 2. Figures

${`Nobody said anything of note in round ${place}. `.repeat(MEGABYTE / 40)}

Action 1 (Office for Figures No ${place}; by the end of round ${place}): Publish the figures of round ${place} in full.

Action 2 (Courts; by ${addDays(day, 90)}): Write to the courts about round ${place} at once.
`;
}

test("a hundred notes of a megabyte are booked, and of none of them is the text kept", async () => {
  const books = openPassingLedger(BARE_BOARD, null);
  let day = "2020-01-07";
  const before = heldMegabytes();
  for (let place = 1; place <= 100; place++) {
    const last = day;
    day = addDays(day, 7);
    const source = sourceFile(`${day}.md`, longNote(day, last, place));
    books.take((await readNoteFile(source, BARE_BOARD)).meeting);
  }
  const ledger = books.close("2030-01-01")!;
  const grown = heldMegabytes() - before;
  expect(ledger.accounts).toHaveLength(100);
  expect(ledger.actions.size).toBeGreaterThan(200);
  expect(grown).toBeLessThan(20);
});
