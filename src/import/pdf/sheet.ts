import { Refusal } from "../../refusal.ts";
import { type Drawing, lettersOf, readDrawing } from "./drawing.ts";
import { combine, type Matrix, place } from "./matrix.ts";
import type { Operators, PdfPage } from "./pdfjs.ts";
import { readTags, type Tag } from "./tag.ts";

/** Some characters on a page that were set in one go, in points from its upper left corner. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where the letters stand, not their lower edge. */
  readonly baseline: number;
  readonly size: number;
  readonly isBold: boolean;
  /** Whether a space stands before it, wherever the piece before it ends. */
  readonly isApart: boolean;
  /** The marked content of the tagged PDF that it belongs to; null where it belongs to none. */
  readonly mark: string | null;
  /** Whether the PDF says that it is no part of the text. */
  readonly isArtifact: boolean;
}

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

type Content = Awaited<ReturnType<PdfPage["getTextContent"]>>;
type Item = Content["items"][number];

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
  const found = readPieces(items, turned.matrix, drawing.hyphens, (name) => isBold(page, name));
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
    isCut: found.letters < drawing.letters,
    tags: readTags(await page.getStructTree()),
  };
}

function isBold(page: PdfPage, font: string): boolean {
  if (!page.commonObjs.has(font)) return false;
  const name = (page.commonObjs.get(font) as { name?: unknown } | null)?.name;
  return typeof name === "string" && /bold|black|heavy|demi/i.test(name);
}

interface Turned {
  readonly matrix: Matrix;
  readonly width: number;
  readonly height: number;
}

/** Some landscape pages are not marked as such: their text runs upwards. */
function turnUpright(
  items: readonly Item[],
  matrix: Matrix,
  { width, height }: Omit<Turned, "matrix">,
): Turned {
  const letters = [0, 0, 0, 0];
  for (const item of items) {
    const turns = "str" in item ? turnsOf(combine(matrix, item.transform as unknown as Matrix)) : null;
    if (turns !== null) letters[turns]! += (item as { str: string }).str.length;
  }
  const turns = letters.indexOf(Math.max(...letters));
  if (turns === 1) return { matrix: combine([0, -1, 1, 0, 0, width], matrix), width: height, height: width };
  if (turns === 2) return { matrix: combine([-1, 0, 0, -1, width, height], matrix), width, height };
  if (turns === 3) return { matrix: combine([0, 1, -1, 0, height, 0], matrix), width: height, height: width };
  return { matrix, width, height };
}

/** How many quarters clockwise text is turned that a matrix sets; null where it stands askew. */
function turnsOf([a, b]: Matrix): number | null {
  const quarters = Math.atan2(b, a) / (Math.PI / 2);
  const turns = Math.round(quarters);
  return Math.abs(quarters - turns) > 0.05 ? null : (turns + 4) % 4;
}

interface Pieces {
  readonly upright: Piece[];
  readonly turned: Piece[];
  readonly askew: Piece[];
  /** How many letters they have. */
  letters: number;
}

/** What pdf.js says of marked content: where it begins, what it is called, and where it ends. */
interface Open {
  readonly id: string | null;
  readonly isArtifact: boolean;
}

function readPieces(
  items: readonly Item[],
  matrix: Matrix,
  hyphens: Drawing["hyphens"],
  isBold: (font: string) => boolean,
): Pieces {
  const pieces: Pieces = { upright: [], turned: [], askew: [], letters: 0 };
  const open: Open[] = [];
  const bold = new Map<string, boolean>();
  let isApart = false;
  for (const item of items) {
    if (!("str" in item)) {
      const { type, id, tag } = item as { type: string; id?: string; tag?: string };
      if (type === "endMarkedContent") open.pop();
      else open.push({ id: id ?? null, isArtifact: tag === "Artifact" });
      continue;
    }
    if (item.str.trim() === "") {
      isApart ||= item.str !== "";
      continue;
    }
    if (!bold.has(item.fontName)) bold.set(item.fontName, isBold(item.fontName));
    const set = combine(matrix, item.transform as unknown as Matrix);
    const start = place(set, 0, 0);
    const letters = lettersOf(item.str);
    pieces.letters += letters.length;
    const last = hyphens.get(pieces.letters);
    const isSoft = last !== undefined && last !== "" && letters.endsWith(last.slice(-letters.length));
    const piece = {
      text: isSoft ? `${item.str.trimEnd()}\u00ad` : item.str,
      left: start.x,
      right: start.x + item.width,
      baseline: start.y,
      size: Math.hypot(set[2], set[3]) || 1,
      isBold: bold.get(item.fontName)!,
      isApart,
      mark: open.findLast(({ id }) => id !== null)?.id ?? null,
      isArtifact: open.some(({ isArtifact }) => isArtifact),
    };
    isApart = /\s$/.test(item.str);
    const turns = turnsOf(set);
    if (turns === 0) pieces.upright.push(...divide(piece));
    else (turns === null ? pieces.askew : pieces.turned).push(piece);
  }
  return pieces;
}

/** A run of spaces within a piece stands for a gap: what is on each side of it may belong to two columns. */
function divide(piece: Piece): Piece[] {
  const words = [...piece.text.matchAll(/\S+(?: {1,2}\S+)*/g)];
  const width = (piece.right - piece.left) / piece.text.length;
  return words.map((word, index) => ({
    ...piece,
    text: word[0],
    left: piece.left + width * word.index,
    right: piece.left + width * (word.index + word[0].length),
    isApart: piece.isApart || index > 0 || word.index > 0,
  }));
}
