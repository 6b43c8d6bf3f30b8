import { Refusal } from "../../refusal.ts";
import type { Dropped, Imported } from "../imported.ts";
import { printBlocks } from "../print.ts";
import { readByPlace } from "./by-place.ts";
import { countLines, findLines } from "./lines/line.ts";
import { findRunning } from "./lines/running.ts";
import type { ReadPage } from "./pages/page.ts";
import { joinPages } from "./pages/pages.ts";
import { originOf } from "./pages/place.ts";
import { remarksOn } from "./remarks.ts";
import { type Operators, openPdf, type PdfDocument, whyNot } from "./sheet/pdfjs.ts";
import type { Piece } from "./sheet/pieces.ts";
import { readSheet, type Sheet } from "./sheet/sheet.ts";
import { hasRole, marksOf } from "./sheet/tag.ts";
import { findGrids, type Grid } from "./tables/grid.ts";
import { isInGrid } from "./tables/ruled.ts";
import { readByTags } from "./tags/by-tags.ts";

/** Takes a PDF apart: by its tags, else by the lines that it draws, else by where its words stand. */
export async function readPdf(bytes: Uint8Array): Promise<Imported> {
  const { pdf, operators } = await openPdf(bytes);
  const sheets = await readSheets(pdf, operators);
  if (sheets.every(({ pieces, turned, aside }) => pieces.length + turned.length + aside.length === 0)) {
    throw withoutText(sheets);
  }
  const byTags = areTagged(sheets);
  const pages = readPages(sheets, byTags);
  const { blocks, dropped } = joinPages(byTags ? readByTags(pages) : readByPlace(pages));
  const { text, origins } = printBlocks(blocks);
  return {
    text,
    origins: origins.map((origin) => (origin === null ? null : originOf(origin.line))),
    countedIn: "line",
    dropped: [...pages.flatMap(listLeft), ...dropped].toSorted(
      (a, b) => a.page! - b.page! || a.line - b.line,
    ),
    remarks: remarksOn(sheets),
  };
}

async function readSheets(pdf: PdfDocument, operators: Operators): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      sheets.push(await readSheet(page, operators));
      page.cleanup();
    }
  } catch (error) {
    throw whyNot(error);
  } finally {
    await pdf.loadingTask.destroy();
  }
  return sheets;
}

function withoutText(sheets: readonly Sheet[]): Refusal {
  return sheets.some(({ drawing }) => drawing.hasPicture)
    ? new Refusal(
        "This PDF has no text, only pictures. Run text recognition (OCR) on it and import the result.",
      )
    : new Refusal("This PDF has no text. Look whether it is the right file.");
}

/** Where so much of the text is outside of the tags, they do not tell the order of the rest either. */
const MOST_UNTOLD = 0.1;

/** Whether the tags of a document hold its text, and its tables where it draws any. */
function areTagged(sheets: readonly Sheet[]): boolean {
  const letters = { told: 0, untold: 0, artifacts: 0 };
  for (const { pieces, tags } of sheets) {
    const marks = new Set(tags === null ? [] : marksOf(tags));
    for (const { text, mark, isArtifact } of pieces) {
      if (isArtifact) letters.artifacts += text.length;
      else if (mark !== null && marks.has(mark)) letters.told += text.length;
      else letters.untold += text.length;
    }
  }
  if (letters.told === 0 || letters.artifacts > letters.told) return false;
  if (letters.untold > (letters.told + letters.untold) * MOST_UNTOLD) return false;
  const isDrawn = ({ drawing, pieces }: Sheet) =>
    findGrids(drawing.rulings).some((grid) => isFilled(grid, pieces));
  return sheets.some(({ tags }) => tags !== null && hasRole(tags, /^Table$/)) || !sheets.some(isDrawn);
}

function isFilled(grid: Grid, pieces: readonly Piece[]): boolean {
  return grid.rows > 1 && pieces.filter((piece) => isInGrid(piece, grid)).length > 2;
}

function readPages(sheets: readonly Sheet[], byTags: boolean): ReadPage[] {
  const grids = new Map(sheets.map((sheet) => [sheet, findGrids(sheet.drawing.rulings)]));
  const running = findRunning(sheets, (piece, sheet) =>
    grids.get(sheet)!.some((grid) => isInGrid(piece, grid)),
  );
  return sheets.map((sheet) => {
    const isLeft = (piece: Piece) => running.has(piece) || (byTags && piece.isArtifact);
    return {
      sheet,
      grids: grids.get(sheet)!,
      pieces: sheet.pieces.filter((piece) => !isLeft(piece)),
      left: sheet.pieces.filter(isLeft),
    };
  });
}

/** What is no part of the text, line by line. */
function listLeft({ sheet, left }: ReadPage): (Dropped & { page: number })[] {
  const lineOf = countLines(sheet.pieces);
  const rows = findLines(left).map(({ stretches, baseline }) => ({
    baseline,
    text: stretches.map(({ text }) => text).join(" "),
  }));
  return [...rows, ...sheet.aside].map(({ baseline, text }) => ({
    page: sheet.number,
    line: lineOf(baseline),
    text,
  }));
}
