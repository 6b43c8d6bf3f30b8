import { describe, expect, test } from "vitest";
import { takeDocument } from "../../src/import/document.ts";
import { importerFor } from "../../src/import/importers.ts";
import { FORMATS } from "../../src/render/formats.ts";
import { openInMemory } from "../board.ts";
import { pageOf, shippedTemplate } from "../render/rendered.ts";
import { takeText, wordsLost } from "./taken.ts";

const board = await openInMemory(
  {
    "board.yaml": "name: Harbour Lights Board\n",
    "2026-01-20.md":
      "---\ndate: 2026-01-20\npresent: [HMO]\n---\n\n## 1. Lamps\n\nAction 1 (HMO): Paint the post at the end of the pier.\n",
    "2026-04-21.md":
      "---\ndate: 2026-04-21\nstate: cancelled\nreason: The schoolroom was flooded, and no other room was to be had.\nmoved-to: 2026-05-05\n---\n",
  },
  "2026-11-22",
);

/** The minutes of the cancelled meeting, printed and taken in again. */
async function comeBack(format: string, ending: string) {
  const print = await FORMATS.find(({ name }) => name === format)!.load();
  const note = board.notes.find(({ meeting }) => meeting.id === "2026-04-21")!;
  const printed = await print(await pageOf(board, "2026-04-21"), {
    source: board.source(note.path)!,
    template: shippedTemplate,
    ownTemplate: () => null,
    ownFonts: () => [],
    tell: () => {},
  });
  const bytes = typeof printed === "string" ? Buffer.from(printed) : printed;
  const path = `minutes.${ending}`;
  return takeDocument(path, await (await importerFor(path, bytes).load())(bytes), board.board);
}

describe("The minutes of a cancelled meeting come back as what they are", () => {
  test.each([
    ["markdown", "md"],
    ["html", "html"],
    ["docx", "docx"],
    ["pdf", "pdf"],
  ])("from %s", { timeout: 20_000 }, async (format, ending) => {
    const taken = await comeBack(format, ending);
    const { text, note } = taken.file;
    expect(text).toContain("\nstate: cancelled\n");
    expect(text).toContain("\nreason: The schoolroom was flooded, and no other room was to be had.\n");
    expect(text).toContain("\nmoved-to: 2026-05-05\n");
    const { actions, progress, log } = note.meeting;
    expect([actions, progress, log]).toEqual([[], [], []]);
    expect(text).toContain("Paint the post at the end of the pier.");
  });
});

describe("Why a meeting was not held is read where its notice says so", () => {
  const notice = (...lines: readonly string[]) =>
    takeText(["Harbour Lights Board", "Meeting of 21 April 2026", ...lines].join("\n\n"));

  test.each([
    ["The meeting was cancelled because the schoolroom was flooded.", "because the schoolroom was flooded."],
    ["CANCELLED – no quorum", "no quorum"],
    ["The meeting was cancelled due to fog.", "due to fog."],
    ["The meeting was cancelled.\n\nReason: the ferry\nwas late", "the ferry was late"],
  ])("%s", async (line, reason) => {
    const taken = await notice(line);
    expect(taken.file.note.meeting.state).toBe("cancelled");
    expect(taken.file.text).toContain(`\nreason: ${reason}\n`);
    expect(wordsLost(taken)).toEqual([]);
    expect(taken.unplaced).toEqual([]);
    expect(taken.dropped.map(({ text }) => text)).not.toContain(line);
  });

  test.each([
    "The meeting was cancelled.",
    "CANCELLED – this meeting was not held",
    "The meeting was cancelled.\n\nTea was served all the same.",
  ])("and made up nowhere else: %s", async (line) => {
    const { text, note } = (await notice(line)).file;
    expect(note.meeting.state).toBe("cancelled");
    expect(text).not.toContain("reason:");
  });
});
