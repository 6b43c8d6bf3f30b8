import { append } from "../../../source/many.ts";
import { addLetters, type Letters } from "./letters.ts";
import { combine, type Matrix, type Point } from "./matrix.ts";
import { dotAt, isShade, type Ruling, readPaths, strokes, thinArea } from "./paths.ts";
import type { Operators, PdfPage } from "./pdfjs.ts";

/** What is drawn on a page, and how many of its letters nobody sees on paper. */
export interface Drawing {
  readonly rulings: readonly Ruling[];
  /** The middles of small round or square areas: bullets, if words stand beside them. */
  readonly dots: readonly Point[];
  /** Whether something as large as a scanned page is placed on it. */
  readonly hasPicture: boolean;
  readonly unseen: number;
  /** All that is written, beyond the edge of the page too. */
  readonly letters: Readonly<Letters>;
}

type List = Awaited<ReturnType<PdfPage["getOperatorList"]>>;
type Arguments = readonly unknown[] | null;

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

/** What has been found so far. */
interface Found {
  readonly rulings: Ruling[];
  readonly dots: Point[];
  readonly letters: Letters;
  hasPicture: boolean;
  hasShade: boolean;
  unpainted: number;
  white: number;
}

/** Reads what a page draws; `matrix` turns the places of the PDF into places on the page. */
export function readDrawing({ fnArray, argsArray }: List, operators: Operators, matrix: Matrix): Drawing {
  const found: Found = {
    rulings: [],
    dots: [],
    letters: { count: 0, last: "", hyphens: new Map() },
    hasPicture: false,
    hasShade: false,
    unpainted: 0,
    white: 0,
  };
  const saved: Pen[] = [];
  let pen: Pen = { matrix, fill: "#000000", stroke: "#000000", mode: 0 };
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] as Arguments;
    const { save, restore, paintFormXObjectBegin, paintFormXObjectEnd } = operators;
    if (operator === save || operator === paintFormXObjectBegin) saved.push(pen);
    if (operator === restore || operator === paintFormXObjectEnd) pen = saved.pop() ?? pen;
    const moved = movePen(pen, operator, args, operators);
    // Pictures are drawn one unit wide and high, so their matrix has their size.
    if (moved.matrix !== pen.matrix) found.hasPicture ||= isLarge(moved.matrix);
    pen = moved;
    if (operator === operators.showText) write(args, pen, found);
    if (operator === operators.constructPath) draw(args, pen, found, operators);
  }
  const { rulings, dots, letters, hasPicture, hasShade, unpainted, white } = found;
  // White letters on a coloured heading or a picture are there to be read.
  const unseen = unpainted + (hasShade || hasPicture ? 0 : white);
  return { rulings, dots, hasPicture, unseen, letters };
}

function movePen(pen: Pen, operator: number, args: Arguments, operators: Operators): Pen {
  if (operator === operators.setFillRGBColor) return { ...pen, fill: String(args?.[0]) };
  if (operator === operators.setStrokeRGBColor) return { ...pen, stroke: String(args?.[0]) };
  if (operator === operators.setTextRenderingMode) return { ...pen, mode: Number(args?.[0]) };
  const isForm = operator === operators.paintFormXObjectBegin;
  if (!isForm && operator !== operators.transform) return pen;
  const inner = (isForm ? args?.[0] : args) as Matrix | null | undefined;
  return inner?.length === 6 ? { ...pen, matrix: combine(pen.matrix, inner) } : pen;
}

function write(args: Arguments, { mode, fill }: Pen, found: Found): void {
  const letters = addLetters(args?.[0], found.letters);
  if (mode === UNPAINTED) found.unpainted += letters;
  else if (isWhite(fill)) found.white += letters;
}

function draw(args: Arguments, { matrix, fill, stroke }: Pen, found: Found, operators: Operators): void {
  const { rulings, dots } = found;
  if (args === null || rulings.length >= MOST_RULINGS) return;
  const [paint, path] = args as readonly [number, readonly (ArrayLike<number> | null)[] | undefined];
  const { isStroked, isFilled } = howPainted(paint, operators);
  for (const part of readPaths(path?.[0] ?? null, matrix)) {
    if (isStroked && !isWhite(stroke)) append(rulings, strokes(part));
    if (!isFilled || isWhite(fill)) continue;
    rulings.push(...thinArea(part));
    found.hasShade ||= isShade(part);
    if (dots.length < MOST_DOTS) dots.push(...dotAt(part));
  }
}

function isLarge([a, b, c, d]: Matrix): boolean {
  return Math.hypot(a, b) > 150 && Math.hypot(c, d) > 150;
}

function isWhite(colour: string): boolean {
  return /^#f[c-f]f[c-f]f[c-f]$/i.test(colour);
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
