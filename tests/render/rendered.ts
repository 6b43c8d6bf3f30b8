import { readFileSync } from "node:fs";
import { join } from "node:path";
import { orderMeetings } from "../../src/ledger/order.ts";
import { layOutPage } from "../../src/render/layout.ts";
import { printMarkdown } from "../../src/render/markdown.ts";
import type { Page, PageKind } from "../../src/render/page.ts";
import { type SourceFile, sourceFile } from "../../src/source/source-file.ts";
import type { BoardInMemory } from "../board.ts";

const TEMPLATES = join(import.meta.dirname, "..", "..", "templates");

/** The page of one meeting of a board. */
export function pageOf(board: BoardInMemory, id: string, kind: PageKind = "minutes"): Promise<Page> {
  const note = board.notes.find(({ meeting }) => meeting.id === id);
  if (note === undefined) throw new Error(`the board has no note ${id}`);
  const { meetings } = orderMeetings(
    board.notes.map(({ meeting }) => meeting),
    null,
  );
  return layOutPage({ note, source: board.source(note.path)!, board: board.board, meetings }, kind);
}

export async function markdownOf(board: BoardInMemory, id: string, kind?: PageKind): Promise<string> {
  return printMarkdown(await pageOf(board, id, kind), { template: shippedTemplate });
}

/** A template as it comes with rrb. */
export function shippedTemplate(name: string): SourceFile {
  return sourceFile(`templates/${name}`, readFileSync(join(TEMPLATES, name), "utf8"));
}
