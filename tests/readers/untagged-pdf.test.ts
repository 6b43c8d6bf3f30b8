import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { takeDocument } from "../../src/import/document.ts";
import { importPdf } from "../../src/import/importers/pdf.ts";
import { FORMATS } from "../../src/render/formats.ts";
import { openInMemory } from "../board.ts";
import { saidBy } from "../import/said.ts";
import { pageOf, shippedTemplate } from "../render/rendered.ts";
import { ask, describeWith, makeFolder } from "./programs.ts";

const EXAMPLE = join(import.meta.dirname, "..", "..", "meetings");
const files = readdirSync(EXAMPLE).map((name) => [name, readFileSync(join(EXAMPLE, name), "utf8")]);
const board = await openInMemory(Object.fromEntries(files), "2026-11-22");
const held = board.notes.filter(({ meeting }) => meeting.state === "draft" || meeting.state === "confirmed");

describeWith(["pdftocairo", "-v"])(
  "Minutes that another program has printed again, without their tags",
  () => {
    test.each(held.map(({ meeting }) => meeting.id))(
      "of %s say the same when they are imported",
      async (id) => {
        const { path, meeting } = held.find((note) => note.meeting.id === id)!;
        const print = await FORMATS.find(({ name }) => name === "pdf")!.load();
        const printed = await print(await pageOf(board, id), {
          source: board.source(path)!,
          template: shippedTemplate,
          ownTemplate: () => null,
          ownFonts: () => [],
          tell: () => {},
        });
        const folder = makeFolder();
        const [tagged, untagged] = [join(folder, "tagged.pdf"), join(folder, "untagged.pdf")];
        writeFileSync(tagged, printed);
        ask("pdftocairo", "-pdf", tagged, untagged);
        const imported = await importPdf(readFileSync(untagged));
        const taken = await takeDocument(`${id}.pdf`, imported, board.board);
        expect(saidBy(taken.file.note.meeting)).toEqual(saidBy(meeting));
      },
      20_000,
    );
  },
);
