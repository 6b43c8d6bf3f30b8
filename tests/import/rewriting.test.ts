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

/** What is listed as not placed, and what stands in a comment of the file. */
async function tellAside(text: string): Promise<{ unplaced: string[]; comments: string[] }> {
  const { unplaced, file } = await takeText(text);
  const comments = [...file.text.matchAll(/<!-- ([\s\S]*?) ?-->/g)].map(([, words]) => words!.trim());
  return { unplaced: unplaced.map((line) => line.text), comments };
}

const TOP =
  "Harbour Board\n\nMinutes of the meeting of 26<sup>th</sup> January 2026\n\nPresent: Ann Other\n\n1. Welcome\n\nThe Chair welcomed all.\n";

test("Labels behind an action, which say who does it until when, are placed with it", async () => {
  const action = "Action 1: AO to oil the hinge. Owner: AO. Due: 3 March 2026";
  const told = await tellAside(`${TOP}\n2. Lamps\n\nThe lamp is out.\n\n${action}\n`);
  expect(told).toEqual({ unplaced: [], comments: [] });
});

test("A day with raised letters is placed like any other", async () => {
  const told = await tellAside(
    `${TOP}\n2. Lamps\n\nThe lamp is out.\n\nNext meeting: 24<sup>th</sup> April 2026.\n`,
  );
  expect(told).toEqual({ unplaced: [], comments: [] });
});

test("The names of the columns of a table of minutes are listed, and kept, once", async () => {
  const told = await tellAside(
    `Harbour Board\n\nMinutes of the meeting of 26 January 2026\n\nPresent: Ann Other\n\n| Item | Discussion | Action |\n| --- | --- | --- |\n| 1. Lamps | The east lamp is out. | AO to order one. |\n| 2. Ropes | They hold. | |\n`,
  );
  const row = "| Item | Discussion | Action |";
  expect(told).toEqual({ unplaced: [row], comments: [`The document also says:\n${row}`] });
});

test("Titles and names of columns above a log are no entries of it, and no place", async () => {
  const { file } = await takeText(
    `|   |   |   |   |\n| --- | --- | --- | --- |\n| **HB 9** | **Harbour Board Action Log as at 13 January 2026** | | |\n| **Meeting date & action number** | **Action** | **Deadline** | **Progress** |\n| 3/11/2025 | Pilots to count the buoys in the outer harbour | Ongoing | On track |\n| 3/11/2025 | Harbour Office to order a rope of forty fathoms | March | On track |\n`,
  );
  expect(file.note.meeting.place).toBeNull();
  expect(file.text).toMatchInlineSnapshot(`
    "---
    date: 2026-01-13
    title: HB 9
    state: draft
    ---

    ## Actions log

    | Ref | Action                                          | Owner          | Due     | Status   | Also      |
    | --- | ----------------------------------------------- | -------------- | ------- | -------- | --------- |
    |     | Pilots to count the buoys in the outer harbour  |                | Ongoing | On track | 3/11/2025 |
    |     | Harbour Office to order a rope of forty fathoms | Harbour Office | March   | On track | 3/11/2025 |

    <!-- Above them stood: HB 9 | Harbour Board Action Log as at 13 January 2026 -->

    <!-- Its columns were: Meeting date & action number | Action | Deadline | Progress -->
    "
  `);
});

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
