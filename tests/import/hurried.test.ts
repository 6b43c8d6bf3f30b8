import { describe, expect, it } from "vitest";
import { takeDocument } from "../../src/import/document.ts";
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
