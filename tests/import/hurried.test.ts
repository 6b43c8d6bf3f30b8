import { describe, expect, it } from "vitest";
import { takeDocument } from "../../src/import/document.ts";
import { importMarkdown } from "../../src/import/importers/markdown.ts";
import { importText } from "../../src/import/importers/text.ts";
import { BARE_BOARD } from "../../src/model/board.ts";

const TOP = "HARBOUR BOARD\n21 January 2020\n\nPresent: Dana Ford (Chair), Eli Gunn, Flo Hart\n\n";

async function take(body: string) {
  const imported = await importText(new TextEncoder().encode(TOP + body));
  return takeDocument("note.txt", imported, BARE_BOARD);
}

describe("A line that is read as nothing is told", () => {
  it("among the earlier actions, where it may be one of them", async () => {
    const body = "MATTERS ARISING\n\nThe lamps had been rehung.\n\nBuy rope - done\n\nNone\n";
    const { unplaced, document } = await take(body);
    expect(document.note.meeting.progress.map(({ text }) => text)).toEqual(["Buy rope"]);
    expect(unplaced.map(({ text }) => text)).toEqual(["The lamps had been rehung."]);
  });

  it.each([
    "EG to buy rope by 3 May.",
    "Eli will buy rope.",
    "We agreed: Eli will buy rope.",
    "The Treasurer to pay the diver.",
    "The log was read: action 103 (lamps) was closed and action 107 (rope) remains open.",
  ])("where somebody is to do something, or an earlier action is spoken of: %s", async (sentence) => {
    const body = `1. Ropes\n\nThe ropes were shown.\n\n${sentence}\n\n2. Lamps\n\nThe lamps were shown.\n`;
    expect((await take(body)).possibleActions.map(({ text }) => text)).toEqual([sentence]);
  });

  it("but not what an action says again", async () => {
    const body =
      "1. Ropes\n\nThe old ropes were shown. Eli to buy three new ropes.\n\nACTION: Eli to buy three new ropes\n\n2. Lamps\n\nNoted.\n";
    expect((await take(body)).possibleActions).toEqual([]);
  });
});

describe("A table drawn with spaces", () => {
  const table = [
    "Ref     Action                       Owner   Status",
    "12/1    Mend the lamps on the pier   EG      Complete",
    "12/2    Buy rope                     DF      Ongoing",
    "12/4    Find a diver for the         FH      Delayed",
    "        autumn",
  ].join("\n");

  it("is read column by column, and what goes on below its row too", async () => {
    const { document } = await take(`ACTIONS FROM THE LAST MEETING\n\n${table}\n`);
    expect(
      document.note.meeting.progress.map(({ text, owners, disposition }) => [
        text,
        owners,
        disposition?.state,
      ]),
    ).toEqual([
      ["Mend the lamps on the pier", ["EG"], "closed"],
      ["Buy rope", ["DF"], "open"],
      ["Find a diver for the autumn", ["FH"], "open"],
    ]);
  });

  it("has its heading right above it, or hyphens below the names of its columns", async () => {
    const lines = table.split("\n");
    const ruled = [lines[0], "-".repeat(60), ...lines.slice(1)].join("\n");
    for (const body of [`Previous actions\n${table}\n`, `Previous actions\n\n${ruled}\n`])
      expect((await take(body)).document.note.meeting.progress).toHaveLength(3);
  });

  it("is none where words only stand far apart", async () => {
    const prose = "The ropes were shown.      The lamps were not.\nNobody asked  for more.   We went home.\n";
    expect((await take(`1. Ropes\n\n${prose}\n`)).document.source.text).not.toContain("|");
  });
});

describe("The meeting file says what was read, wherever the document had it", () => {
  const top = "# Harbour Board\n\n21 January 2020\n\nPresent: Dana Ford (Chair), Eli Gunn, Flo Hart\n\n";

  it.each([
    [
      "below headings of their own",
      "## 1. Actions carried forward\n\n### 1.1 Lamps\n\nOwner: Eli\nStatus: Completed in May\n\n### 1.2 Rope\n\nOwner: Dana\nStatus: ongoing\n\n## 2. Budget\n\nNoted.\n",
      2,
    ],
    [
      "in a list of actions before the items",
      "## 1. Action list\n\n1.1 Lamps on the pier. **Closed**\n\n1.2 Rope. **Ongoing**\n\n## 2. Budget\n\nNoted.\n",
      2,
    ],
    [
      "in a table behind the names",
      "| Actions from May | Owner | Update |\n|---|---|---|\n| Mend the lamps | Eli | Done |\n| Buy rope | Flo | c/f to June |\n\n**Budget**\n\nNoted.\n",
      2,
    ],
    [
      "in a table among the items that raises another",
      "## 1. Rolling list\n\n| Date raised | Action | Lead | Status |\n|---|---|---|---|\n| 3/12/19 | Mend the lamps | EG | \u2714 |\n| 21/1/20 | Buy rope | FH | New |\n\n## 2. Budget\n\nNoted.\n",
      1,
    ],
    [
      "in a part of a log with a heading within",
      "## Actions\n\n### Carried over\n\n1. Lamps on the pier \u2013 *done*\n2. Rope\n\n### This meeting\n\n1. Eli to find a diver\n\n## Discussion\n\nThe lamps were shown.\n",
      2,
    ],
  ])("%s", async (_where, body, reports) => {
    const imported = await importMarkdown(new TextEncoder().encode(top + body));
    const { document, file } = await takeDocument("note.md", imported, BARE_BOARD);
    expect(document.note.meeting.progress).toHaveLength(reports);
    const said = ({ text, owners, disposition }: (typeof document.note.meeting.progress)[number]) => [
      text,
      owners,
      disposition?.state,
    ];
    expect(file.note.meeting.progress.map(said)).toEqual(document.note.meeting.progress.map(said));
    expect(file.note.meeting.actions.map(({ text }) => text)).toEqual(
      document.note.meeting.actions.map(({ text }) => text),
    );
  });
});

it("A line below the heading of the log that is no entry of it is told, and so is a second action in a line", async () => {
  const { unplaced, document } = await take(
    "1. Ropes\n\nNoted. Action: Eli to buy rope Action: Flo to sell rope\n\n2. Lamps\n\nNoted.\n\nACTIONS LOG\n\n- Dana: lamps\n\nSomething about a diver\n\nNext meeting: 18 May 2020\n",
  );
  expect(document.note.meeting.actions.map(({ text }) => text)).toEqual([
    "Eli to buy rope",
    "Flo to sell rope",
    "Dana: lamps",
  ]);
  expect(unplaced.map(({ text }) => text)).toEqual(["Something about a diver"]);
});

it.each([
  "Cakes \u2013 Flo (licence by 11 July)",
  "Eli: the list!!",
  "Diver (Dana): not found yet",
  "Eli was going to ring the diver",
])("An entry that names whose it is may be an action, under whatever heading: %s", async (entry) => {
  const { possibleActions } = await take(
    `1. Ropes\n\nThe ropes were shown.\n\n- ${entry}\n\n2. Lamps\n\nNoted.\n`,
  );
  expect(possibleActions.map(({ text }) => text)).toEqual([expect.stringContaining(entry)]);
});

it("A list, or a line in italics, behind names in one line holds none of these", async () => {
  const imported = await importMarkdown(
    new TextEncoder().encode(
      "# Harbour Board\n\n21 January 2020\n\nHere: Dana, Eli, Flo\nSorry: Gus\n\n*Where we are*\n\n- Eli: rope \u2714\n- Flo: diver \u2013 not yet\n",
    ),
  );
  const { document, possibleActions } = await takeDocument("note.md", imported, BARE_BOARD);
  expect(document.note.meeting.apologies.map(({ as }) => as)).toEqual(["Gus"]);
  expect(possibleActions).toHaveLength(2);
});

it("Names that are counted have their place, and are no actions", async () => {
  const imported = await importMarkdown(
    new TextEncoder().encode(
      "# School Board\n\n21 January 2020\n\n**Governors present:**\n1. Hilary Sands (Chair)\n2. Mo Ditta\n3. Joan Trigg (Head)\n\n**Apologies:** Wes Brand\n\n**Clerk:** Tina Rowe\n\n## 1. Welcome\n\nAll were welcome.\n\n## 2. Ropes\n\nNoted.\n",
    ),
  );
  const { document, possibleActions, unplaced } = await takeDocument("note.md", imported, BARE_BOARD);
  expect(document.note.meeting.present).toHaveLength(3);
  expect(possibleActions).toEqual([]);
  expect(unplaced).toEqual([]);
});
