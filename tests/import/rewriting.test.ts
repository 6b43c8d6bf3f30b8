import { existsSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openInMemory } from "../board.ts";
import { tellAsMarkdown } from "../laws/history-notes.ts";
import { madeUpHistories } from "../laws/made-up-history.ts";
import { describeReal, realPath } from "../real/real-notes.ts";
import { markdownOf } from "../render/rendered.ts";
import { takeFile, takeText, wordsLost } from "./taken.ts";

/** A note with all that rrb's own form does not know, in the words of no board. */
const ODD = `# Lamps and Buoys Committee

Minutes of the meeting of 20th January 2026, 10.30am to 12.30pm

Present: Ruth Adeyemi (Harbour Office; Chair), Colin Marsh (Pilots), Ann Other (Clerk)
Apologies: the Water Trust

1. Welcome

   The Chair welcomed Colin.

   - The kettle is new.

2. Actions from the last meeting

1\tOil the hinges of the lamp house.\tComplete – by the keeper
2\tHarbour Office to count the buoys.\tDelayed – fog

3. Lamps

The east lamp is out. Action: Pilots to say when it went out. Action 4 (Clerk; by 3 March 2026): order a new one.

**Agreed:** that *two* lamps are enough.

4. Any other business

Deferred: Ropes, to 12 May 2026.

Next meeting: 12 May 2026.
`;

test("A note in nobody's form becomes one in rrb's, and says the same", async () => {
  const taken = await takeText(ODD);
  expect(taken.file.differing).toEqual([]);
  expect(wordsLost(taken)).toEqual([]);
  expect(taken.file.text).toMatchInlineSnapshot(`
    "---
    date: 2026-01-20
    time: 10:30-12:30
    title: Lamps and Buoys Committee
    state: draft
    chair: Ruth Adeyemi
    present:
      - Ruth Adeyemi (Harbour Office; Chair)
      - Colin Marsh (Pilots)
      - Ann Other (Clerk)
    apologies:
      - the Water Trust
    next-meeting: 2026-05-12
    ---

    ## 1. Welcome

    The Chair welcomed Colin.

    - The kettle is new.

    ## 2. Actions from the last meeting

    | No  | Action                             | Status                   |
    | --- | ---------------------------------- | ------------------------ |
    | 1   | Oil the hinges of the lamp house.  | Complete – by the keeper |
    | 2   | Harbour Office to count the buoys. | Delayed – fog            |

    ## 3. Lamps

    The east lamp is out.

    Action 5: Pilots to say when it went out.

    Action 4 (Clerk; by 3 March 2026): order a new one.

    **Agreed 1:** that *two* lamps are enough.

    ## 4. Any other business

    Deferred: Ropes, to 12 May 2026.

    Next meeting: 12 May 2026.
    "
  `);
});

test("So does any note that rrb printed of a made-up history", async () => {
  await fc.assert(
    fc.asyncProperty(madeUpHistories(), async (history) => {
      const files = Object.fromEntries(tellAsMarkdown(history).map(({ path, text }) => [path, text]));
      const board = await openInMemory(files, "2026-11-22");
      for (const { meeting } of board.notes) {
        if (meeting.state !== "draft" && meeting.state !== "confirmed") continue;
        const taken = await takeText(await markdownOf(board, meeting.id), "minutes.md", board.board);
        expect(taken.file.differing).toEqual([]);
        expect(wordsLost(taken)).toEqual([]);
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);

describeReal("The notes that real boards published", () => {
  const notes = ["rrb", "boards"].flatMap((folder) =>
    (existsSync(realPath(folder)) ? readdirSync(realPath(folder)) : [])
      .filter((name) => /\.(?:md|docx)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );

  test("are at hand", () => expect(notes).not.toHaveLength(0));
  test.each(notes)("%s becomes a meeting file that says the same, and no word is lost", async (name) => {
    const taken = await takeFile(realPath(name));
    expect(taken.file.differing).toEqual([]);
    expect(wordsLost(taken)).toEqual([]);
  });
});
