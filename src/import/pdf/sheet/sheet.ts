import { Refusal } from "../../../refusal.ts";
import { type Drawing, readDrawing } from "./drawing.ts";
import type { Matrix } from "./matrix.ts";
import type { Operators, PdfPage } from "./pdfjs.ts";
import { type Piece, readPieces } from "./pieces.ts";
import { readTags, type Tag } from "./tag.ts";
import { turnUpright } from "./turn.ts";

/** One page: what is written on it, in the order of the file, and what is drawn. */
export interface Sheet {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** What is written from below or above, beside the text. */
  readonly turned: readonly Piece[];
  /** What is written askew, as stamps and watermarks are, or lies beyond the edge. */
  readonly aside: readonly Piece[];
  readonly drawing: Drawing;
  /** Whether more is written than pdf.js tells: it leaves out what lies beyond the edge. */
  readonly isCut: boolean;
  readonly tags: Tag | null;
}

/** More pieces than a page of any note has; a page with more was made to stop whoever reads it. */
const MOST_PIECES = 30_000;

/** Reads one page, turned so that most of it is upright. */
export async function readSheet(page: PdfPage, operators: Operators): Promise<Sheet> {
  const viewport = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList();
  const content = await page.getTextContent({ includeMarkedContent: true });
  const { items } = content;
  if (items.length > MOST_PIECES) {
    throw new Refusal(
      `Page ${page.pageNumber} of this PDF has more words than fit on a page. Print it to a new PDF and import that.`,
    );
  }
  const turned = turnUpright(items, viewport.transform as unknown as Matrix, viewport);
  const drawing = readDrawing(list, operators, turned.matrix);
  const found = readPieces(items, turned.matrix, drawing.letters.hyphens, (name) => isBold(page, name));
  const isOn = ({ left, right, baseline }: Piece) =>
    right > 0 && left < turned.width && baseline > 0 && baseline < turned.height + 1;
  return {
    number: page.pageNumber,
    width: turned.width,
    height: turned.height,
    pieces: found.upright.filter(isOn),
    turned: found.turned,
    aside: [...found.askew, ...found.upright.filter((piece) => !isOn(piece))],
    drawing,
    isCut: found.letters < drawing.letters.count,
    tags: readTags(await page.getStructTree()),
  };
}

function isBold(page: PdfPage, font: string): boolean {
  if (!page.commonObjs.has(font)) return false;
  const name = (page.commonObjs.get(font) as { name?: unknown } | null)?.name;
  return typeof name === "string" && /bold|black|heavy|demi/i.test(name);
}
