import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { takeDocument } from "../../src/import/document.ts";
import { importerFor } from "../../src/import/importers.ts";
import type { Meeting } from "../../src/model/meeting.ts";
import { FORMATS } from "../../src/render/formats.ts";
import { writeJson } from "../../src/report/json.ts";
import { meetingJson } from "../../src/report/meeting-json.ts";
import { placeOf } from "../../src/source/source-file.ts";
import { type BoardInMemory, openInMemory } from "../board.ts";
import { pageOf, shippedTemplate } from "../render/rendered.ts";
import { saidBy } from "./said.ts";

const EXAMPLE = join(import.meta.dirname, "..", "..", "meetings");

/** The formats of which `rrb import` gives the note again, each with the ending of its files. */
const COME_BACK: Readonly<Record<string, string>> = {
  markdown: "md",
  json: "json",
  html: "html",
  docx: "docx",
  pdf: "pdf",
};

const files = readdirSync(EXAMPLE).map((name) => [name, readFileSync(join(EXAMPLE, name), "utf8")]);
const board = await openInMemory(Object.fromEntries(files), "2026-11-22");
const held = board.notes.filter(({ meeting }) => meeting.state === "draft" || meeting.state === "confirmed");

/** A meeting as `rrb render --format json` prints it. */
function printJson(of: BoardInMemory, id: string): string {
  const { meeting, path } = of.notes.find((note) => note.meeting.id === id)!;
  const refOf = (row: Meeting["progress"][number]) => of.ledger.bookedTo.get(row) ?? null;
  const place = ({ start }: { start: number }) => placeOf(of.source(path)!, start);
  return writeJson({ meeting: meetingJson(meeting, place, refOf) }).shown;
}

async function printAndTake(of: BoardInMemory, id: string, format: string): Promise<Meeting> {
  const printed = format === "json" ? printJson(of, id) : await printPage(of, id, format);
  const bytes = typeof printed === "string" ? Buffer.from(printed) : printed;
  const path = `${id}.${COME_BACK[format]}`;
  const taken = await takeDocument(path, await (await importerFor(path, bytes).load())(bytes), of.board);
  expect(taken.file.differing).toEqual([]);
  return taken.file.note.meeting;
}

async function printPage(of: BoardInMemory, id: string, format: string): Promise<string | Uint8Array> {
  const print = await FORMATS.find(({ name }) => name === format)!.load();
  const note = of.notes.find(({ meeting }) => meeting.id === id)!;
  return print(await pageOf(of, id), {
    source: of.source(note.path)!,
    template: shippedTemplate,
    ownTemplate: () => null,
    ownFonts: () => [],
    tell: () => {},
  });
}

describe.each(Object.keys(COME_BACK))("Printed as %s, imported again", (format) => {
  for (const { meeting } of held) {
    const { id } = meeting;
    test(`the note of ${id} says the same`, async () => {
      expect(saidBy(await printAndTake(board, id, format))).toEqual(saidBy(meeting));
    }, 20_000);
  }
});
