import { type Box, boxAround, combine, type Matrix, type Point, place } from "./matrix.ts";
import type { Operators, PdfPage } from "./pdfjs.ts";

/** A straight line across or down a page; `at` is its height or its distance from the left. */
export interface Ruling {
  readonly isAcross: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What is drawn on a page, and how many of its letters nobody sees on paper. */
export interface Drawing {
  readonly rulings: readonly Ruling[];
  /** The middles of small round or square areas: bullets, if words stand beside them. */
  readonly dots: readonly Point[];
  /** Whether something as large as a scanned page is placed on it. */
  readonly hasPicture: boolean;
  readonly unseen: number;
  /** How many letters are written, white space aside, those beyond the edge of the page included. */
  readonly letters: number;
  /** After how many letters a soft hyphen stands, and the last letters before it: pdf.js leaves it out. */
  readonly hyphens: ReadonlyMap<number, string>;
}

type List = Awaited<ReturnType<PdfPage["getOperatorList"]>>;

/** What is thicker than this is an area, not a line; in points. */
const THICKEST = 3;
/** Shorter strokes are letters or ticks. */
const SHORTEST = 5;
/** A page with more lines than this is a drawing. */
const MOST_RULINGS = 20_000;
const MOST_DOTS = 1_000;
/** A text rendering mode of PDF: written, but not painted. OCR puts the words it has read on top of the scan so. */
const UNPAINTED = 3;

/** What is remembered by `save`, and forgotten by `restore`. */
interface Pen {
  readonly matrix: Matrix;
  readonly fill: string;
  readonly stroke: string;
  readonly mode: number;
}

/** Reads what a page draws; `matrix` turns the places of the PDF into places on the page. */
export function readDrawing(list: List, operators: Operators, matrix: Matrix): Drawing {
  const rulings: Ruling[] = [];
  const dots: Point[] = [];
  const saved: Pen[] = [];
  let pen: Pen = { matrix, fill: "#000000", stroke: "#000000", mode: 0 };
  const seen = { hasPicture: false, hasShade: false, unpainted: 0, white: 0 };
  const told: Told = { letters: 0, last: "", hyphens: new Map() };
  for (const [index, operator] of list.fnArray.entries()) {
    const args = list.argsArray[index] as readonly unknown[] | null;
    if (operator === operators.save || operator === operators.paintFormXObjectBegin) saved.push(pen);
    if (operator === operators.restore || operator === operators.paintFormXObjectEnd)
      pen = saved.pop() ?? pen;
    if (operator === operators.transform || operator === operators.paintFormXObjectBegin) {
      const inner = (operator === operators.transform ? args : args?.[0]) as Matrix | null;
      if (inner !== null && inner?.length === 6) pen = { ...pen, matrix: combine(pen.matrix, inner) };
      seen.hasPicture ||= isLarge(pen.matrix);
    }
    if (operator === operators.setFillRGBColor) pen = { ...pen, fill: String(args?.[0]) };
    if (operator === operators.setStrokeRGBColor) pen = { ...pen, stroke: String(args?.[0]) };
    if (operator === operators.setTextRenderingMode) pen = { ...pen, mode: Number(args?.[0]) };
    if (operator === operators.showText) {
      const letters = countLetters(args?.[0], told);
      if (pen.mode === UNPAINTED) seen.unpainted += letters;
      else if (isWhite(pen.fill)) seen.white += letters;
    }
    if (operator === operators.constructPath && args !== null && rulings.length < MOST_RULINGS) {
      const paths = readPaths((args[1] as readonly (ArrayLike<number> | null)[])?.[0] ?? null, pen.matrix);
      const how = howPainted(args[0] as number, operators);
      if (how.isStroked && !isWhite(pen.stroke)) for (const path of paths) rulings.push(...strokes(path));
      if (how.isFilled && !isWhite(pen.fill)) {
        for (const path of paths) {
          rulings.push(...thinArea(path));
          seen.hasShade ||= isShade(path);
          if (dots.length < MOST_DOTS) dots.push(...dotAt(path));
        }
      }
    }
  }
  // White letters on a coloured heading or a picture are there to be read.
  const unseen = seen.unpainted + (seen.hasShade || seen.hasPicture ? 0 : seen.white);
  return { rulings, dots, hasPicture: seen.hasPicture, unseen, letters: told.letters, hyphens: told.hyphens };
}

/** Pictures are drawn one unit wide and high, so their matrix has their size. */
function isLarge([a, b, c, d]: Matrix): boolean {
  return Math.hypot(a, b) > 150 && Math.hypot(c, d) > 150;
}

function isWhite(colour: string): boolean {
  return /^#f[c-f]f[c-f]f[c-f]$/i.test(colour);
}

/** The letters so far, the last of them, and the soft hyphens between them. */
interface Told {
  letters: number;
  last: string;
  readonly hyphens: Map<number, string>;
}

function countLetters(glyphs: unknown, told: Told): number {
  if (!Array.isArray(glyphs)) return 0;
  let letters = 0;
  for (const glyph of glyphs as readonly { unicode?: unknown }[]) {
    const text = typeof glyph === "object" && typeof glyph?.unicode === "string" ? glyph.unicode : "";
    if (text === "\u00ad") told.hyphens.set(told.letters, told.last);
    const seen = lettersOf(text);
    letters += seen.length;
    told.letters += seen.length;
    told.last = (told.last + seen).slice(-LAST_LETTERS);
  }
  return letters;
}

/** Enough letters before a soft hyphen to be sure of its place. */
const LAST_LETTERS = 3;

/** The letters of a text as they are counted: no white space, nothing without a shape, and ligatures taken apart. */
export function lettersOf(text: string): string {
  return text.normalize("NFKD").replace(/[\s\p{Cf}]+/gu, "");
}

function howPainted(paint: number, operators: Operators): { isStroked: boolean; isFilled: boolean } {
  const both = [
    operators.fillStroke,
    operators.eoFillStroke,
    operators.closeFillStroke,
    operators.closeEOFillStroke,
  ] as number[];
  return {
    isStroked: both.includes(paint) || paint === operators.stroke || paint === operators.closeStroke,
    isFilled: both.includes(paint) || paint === operators.fill || paint === operators.eoFill,
  };
}

/** How many numbers follow each sign of a path: move, line, curve, smaller curve, close. */
const NUMBERS = [2, 2, 6, 4, 0];
const CLOSE = 4;

/** The corners of each part of a path; curves are taken as straight. */
function readPaths(path: ArrayLike<number> | null, matrix: Matrix): Point[][] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  for (let i = 0; path !== null && i < path.length; ) {
    const sign = path[i]!;
    const numbers = NUMBERS[sign];
    if (numbers === undefined) break;
    if (sign === CLOSE && part.length > 0) part.push(part[0]!);
    else {
      const corner = place(matrix, path[i + numbers - 1]!, path[i + numbers]!);
      if (sign === 0) {
        part = [corner];
        parts.push(part);
      } else part.push(corner);
    }
    i += numbers + 1;
  }
  return parts.filter(({ length }) => length > 1);
}

function strokes(path: readonly Point[]): Ruling[] {
  const found: Ruling[] = [];
  for (const [index, end] of path.entries()) {
    const start = path[index - 1];
    if (start !== undefined) found.push(...rulingAlong(boxOf([start, end]), 1));
  }
  return found;
}

function thinArea(path: readonly Point[]): Ruling[] {
  return rulingAlong(boxOf(path), THICKEST);
}

function dotAt(path: readonly Point[]): Point[] {
  const { left, right, top, bottom } = boxOf(path);
  const [width, height] = [right - left, bottom - top];
  const isDot = width > 1.5 && width < 8 && height / width > 0.8 && height / width < 1.25;
  return isDot ? [{ x: (left + right) / 2, y: (top + bottom) / 2 }] : [];
}

function isShade(path: readonly Point[]): boolean {
  const { left, right, top, bottom } = boxOf(path);
  return right - left > 2 * THICKEST && bottom - top > 2 * THICKEST;
}

function boxOf(points: readonly Point[]): Box {
  return boxAround(points.map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y })));
}

function rulingAlong({ left, top, right, bottom }: Box, thickest: number): Ruling[] {
  if (bottom - top <= thickest && right - left >= SHORTEST) {
    return [{ isAcross: true, at: (top + bottom) / 2, from: left, to: right }];
  }
  if (right - left <= thickest && bottom - top >= SHORTEST) {
    return [{ isAcross: false, at: (left + right) / 2, from: top, to: bottom }];
  }
  return [];
}
