import { Document, Footer, Header, Packer, PageNumber, Paragraph, TabStopType, TextRun } from "docx";
import type { Page } from "./page.ts";
import { blocksOf } from "./word/blocks.ts";
import { finishWord } from "./word/finish.ts";
import { textRuns } from "./word/inline.ts";
import { openLists } from "./word/lists.ts";

/** A sheet of A4 and its margins, in twentieths of a point. */
const SHEET = { width: 11906, height: 16838, margin: 1134 };
const TEXT_WIDTH = SHEET.width - 2 * SHEET.margin;

/** A page as a Word file: real headings, lists and tables; its mark and the numbers of its sheets on every sheet. */
export async function printWord(page: Page): Promise<Uint8Array> {
  const lists = openLists();
  const children = blocksOf(page.tree.children, { lists, width: TEXT_WIDTH, depth: 0 });
  const { width, height, margin } = SHEET;
  const section = {
    properties: {
      page: {
        size: { width, height },
        margin: { top: margin, bottom: margin, left: margin, right: margin, header: 567, footer: 567 },
      },
    },
    ...(page.mark !== null && { headers: { default: markOf(page.mark) } }),
    footers: { default: footOf(page.title) },
    children,
  };
  const word = new Document({ numbering: { config: lists.declare() }, sections: [section] });
  return finishWord(await Packer.toBuffer(word), page);
}

function markOf(mark: string): Header {
  return new Header({ children: [new Paragraph({ style: "DraftMark", children: textRuns(mark) })] });
}

/** What the sheets are of, and which of how many each is. */
function footOf(title: string): Footer {
  const number = new TextRun({ children: ["\tPage ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] });
  return new Footer({
    children: [
      new Paragraph({
        style: "Footer",
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [...textRuns(title), number],
      }),
    ],
  });
}
