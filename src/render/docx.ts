import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from "docx";
import { packZip } from "../zip/pack.ts";
import { columnsOf } from "./columns.ts";
import type { Page } from "./page.ts";
import type { Means } from "./print.ts";
import { blocksOf } from "./word/blocks.ts";
import { fillTemplate } from "./word/fill.ts";
import { describePage, finishWord } from "./word/finish.ts";
import { textRuns } from "./word/inline.ts";
import { openLists } from "./word/lists.ts";
import { paperOf } from "./word/table.ts";
import { openTemplate } from "./word/template.ts";

/** A sheet of A4 and its margins, in twentieths of a point. */
const SHEET = { short: 11906, long: 16838, margin: 1134 };

/** The template that a board may have of its own. */
const TEMPLATE = "minutes.docx";

/** A page as a Word file, in the letterhead that the board has of its own: real headings, lists and tables; its mark and the numbers of its sheets on every sheet. */
export async function printWord(page: Page, { ownTemplate }: Means): Promise<Uint8Array> {
  const file = ownTemplate(TEMPLATE);
  const template = file === null ? null : openTemplate(file);
  const printed = finishWord(await printSheets(page, template?.width ?? widthOf(page)), page);
  if (template === null) return packZip(printed);
  fillTemplate(template, printed, page);
  describePage(template.parts, page);
  return packZip(template.parts);
}

/** How wide the text is on rrb's own sheets: those of a log, whose tables have six columns, lie on their side. */
function widthOf({ kind }: Page): number {
  return (kind === "action-log" ? SHEET.long : SHEET.short) - 2 * SHEET.margin;
}

/** A page as the library makes it, with text of a width in twentieths of a point. */
async function printSheets(page: Page, textWidth: number): Promise<Uint8Array> {
  const lists = openLists();
  const columns = columnsOf(page.tree.children, paperOf(textWidth));
  const children = blocksOf(page.tree.children, { lists, columns, width: textWidth, depth: 0 });
  const { short, long, margin } = SHEET;
  const orientation = page.kind === "action-log" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const section = {
    properties: {
      page: {
        size: { width: short, height: long, orientation },
        margin: { top: margin, bottom: margin, left: margin, right: margin, header: 567, footer: 567 },
      },
    },
    ...(page.mark !== null && { headers: { default: markOf(page.mark) } }),
    footers: { default: footOf(page) },
    children,
  };
  const word = new Document({ numbering: { config: lists.declare() }, sections: [section] });
  return Packer.toBuffer(word);
}

function markOf(mark: string): Header {
  return new Header({ children: [new Paragraph({ style: "DraftMark", children: textRuns(mark) })] });
}

/** What the sheets are of, and which of how many each is. */
function footOf(page: Page): Footer {
  const number = new TextRun({ children: ["\tPage ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] });
  return new Footer({
    children: [
      new Paragraph({
        style: "Footer",
        tabStops: [{ type: TabStopType.RIGHT, position: widthOf(page) }],
        children: [...textRuns(page.title), number],
      }),
    ],
  });
}
