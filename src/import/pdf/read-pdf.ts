import { Refusal } from "../../refusal.ts";
import type { Block } from "../block.ts";
import type { Dropped, Imported } from "../imported.ts";
import { printBlocks } from "../print.ts";
import { findColumns, type Strip } from "./columns.ts";
import { type Body, findBody, rankHeadings, readFlow, type Weighed } from "./flow.ts";
import { findGrids, type Grid } from "./grid.ts";
import { countLines, findLines, makeStretch } from "./line.ts";
import type { Point } from "./matrix.ts";
import { joinPages } from "./pages.ts";
import { type Operators, openPdf, type PdfDocument, whyNot } from "./pdfjs.ts";
import { originOf, placeOf } from "./place.ts";
import { isInGrid, readRuled } from "./ruled.ts";
import { findRunning } from "./running.ts";
import { type Piece, readSheet, type Sheet } from "./sheet.ts";
import { HEADING, hasRole, marksOf } from "./tag.ts";
import { readTagged } from "./tagged.ts";

/** A page with the tables that its lines draw, and what of its words is text. */
interface ReadPage {
  readonly sheet: Sheet;
  readonly grids: readonly Grid[];
  readonly pieces: readonly Piece[];
  readonly left: readonly Piece[];
}

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

function readByTags(pages: readonly ReadPage[]): Block[][] {
  const headings: Weighed[] = [];
  const areTold = pages.some(({ sheet: { tags } }) => tags !== null && hasRole(tags, HEADING));
  const looks = areTold ? null : { body: bodyOf(pages), headings };
  const read = pages.map(({ sheet, pieces }) => [...readTagged(sheet, pieces, looks), ...readTurned(sheet)]);
  return rank(read, headings);
}

function bodyOf(pages: readonly ReadPage[]): Body {
  return findBody(pages.map(({ pieces }) => findLines(pieces)));
}

/** Blocks whose headings have the levels that their weights give them. */
function rank(read: readonly Block[][], headings: readonly Weighed[]): Block[][] {
  const levels = rankHeadings(headings);
  return read.map((blocks) =>
    blocks.map((block) =>
      block.kind === "heading" ? { ...block, level: levels.get(block) ?? block.level } : block,
    ),
  );
}

/** What is written from below or above comes last on its page, one line for each piece. */
function readTurned(sheet: Sheet): Block[] {
  const place = placesOn(sheet);
  const [first] = sheet.turned;
  if (first === undefined) return [];
  const lines = sheet.turned.map((piece) => makeStretch([piece]).words);
  return [{ kind: "paragraph", place: place(first), lines }];
}

/** The blocks of each column, page by page. */
function readByPlace(pages: readonly ReadPage[]): Block[][] {
  const body = bodyOf(pages);
  const headings: Weighed[] = [];
  const read: Block[][] = [];
  let carried: readonly number[] | null = null;
  for (const page of pages) {
    const placeOf = placesOn(page.sheet);
    for (const column of readColumns(page, body, placeOf)) {
      const blocks: Block[] = [];
      carried = readFlow(column, carried, { body, placeOf, blocks, headings });
      read.push(blocks);
    }
    read.push([...(read.pop() ?? []), ...readTurned(page.sheet)]);
  }
  return rank(read, headings);
}

function placesOn(sheet: Sheet): (on: { readonly baseline: number }) => number {
  const lineOf = countLines(sheet.pieces);
  return ({ baseline }) => placeOf(sheet.number, lineOf(baseline));
}

/** The columns of a page in their order, from the top down. */
function readColumns(
  { sheet, grids, pieces }: ReadPage,
  body: Body,
  place: (on: { readonly baseline: number }) => number,
): Strip[][] {
  const strips: Strip[] = [];
  let words = pieces;
  for (const grid of grids) {
    const inside = words.filter((piece) => isInGrid(piece, grid));
    words = words.filter((piece) => !isInGrid(piece, grid));
    const content = readRuled(grid, inside, place);
    if (content.length === 0) continue;
    strips.push({
      baseline: grid.top,
      size: body.size,
      spans: [{ left: grid.left, right: grid.right, content }],
    });
  }
  for (const { stretches, baseline } of findLines(addBullets(words, sheet.drawing.dots))) {
    const size = Math.max(...stretches.map((stretch) => stretch.size));
    const spans = stretches.map((content) => ({ left: content.left, right: content.right, content }));
    strips.push({ baseline, size, spans });
  }
  return findColumns(strips.toSorted((a, b) => a.baseline - b.baseline));
}

/** The widest gap between a bullet and its words, in points. */
const BULLET_GAP = 30;

/** Some programs draw the bullets of a list: they get a letter for each, where the words of a line begin beside one. */
function addBullets(pieces: readonly Piece[], dots: readonly Point[]): readonly Piece[] {
  const bullets = dots.flatMap((dot): Piece[] => {
    const beside = pieces.filter(
      ({ baseline, size, left }) =>
        dot.y < baseline && dot.y > baseline - size * 0.8 && left > dot.x && left < dot.x + BULLET_GAP,
    );
    const isFirst = !pieces.some(
      ({ baseline, size, left, right }) =>
        dot.y < baseline && dot.y > baseline - size * 0.8 && left < dot.x && right > dot.x - BULLET_GAP,
    );
    const [word] = beside;
    if (word === undefined || !isFirst) return [];
    return [{ ...word, text: "\u2022", left: dot.x - 2, right: dot.x + 2, isApart: true }];
  });
  return [...pieces, ...bullets];
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

/** What whoever imports the document must know of its pages. */
function remarksOn(sheets: readonly Sheet[]): string[] {
  const remarks: string[] = [];
  const pictures = sheets.filter(({ drawing, pieces }) => pieces.length === 0 && drawing.hasPicture);
  const cut = sheets.filter(({ isCut }) => isCut);
  const unseen = sheets.filter(({ drawing }) => drawing.unseen > 0);
  if (pictures.length > 0) {
    remarks.push(`${tellPages(pictures)} no text, only pictures. Run text recognition (OCR) to have it too.`);
  }
  if (cut.length > 0) {
    remarks.push(
      `${tellPages(cut)} words beyond the edge of the page, which are not read. Nobody sees them on paper.`,
    );
  }
  if (unseen.length > 0) {
    remarks.push(
      `${tellPages(unseen)} text that cannot be seen, such as text recognition (OCR) writes. Compare it with the page.`,
    );
  }
  return remarks;
}

function tellPages(sheets: readonly Sheet[]): string {
  const numbers = sheets.map(({ number }) => number);
  if (numbers.length === 1) return `Page ${numbers[0]} has`;
  return `Pages ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)} have`;
}
