import { columnOf, readColumns } from "../../../read/columns.ts";
import { divideWords, makeStretch } from "../lines/stretch.ts";
import { type Span, type Strip, stretchOf } from "../lines/strip.ts";
import type { Piece } from "../sheet/pieces.ts";

/** A heading of more letters, or more words, is a sentence. */
const LONGEST_NAMES = 80;
const LONGEST_HEAD = 12;
/** Room for letters that hang out of their column, in points. */
export const SLACK = 6;

/** Whether a strip is the heading of a table of actions. */
export function namesColumns(strip: Strip): boolean {
  const stretches = partHead(strip).spans.map(stretchOf);
  return readColumns(stretches.map((stretch) => stretch?.text ?? "")) !== null;
}

/** A heading whose names of columns were set in one go is parted between them. */
export function partHead(strip: Strip): Strip {
  const spans = strip.spans.flatMap((span) => {
    const stretch = stretchOf(span);
    if (stretch === null || stretch.text.length > LONGEST_NAMES || columnOf(stretch.text) !== null)
      return [span];
    return partNames(stretch.pieces.flatMap(divideWords)) ?? [span];
  });
  return { ...strip, spans };
}

/** Words as names of columns, the longest first; null where some of them are none. */
function partNames(words: readonly Piece[]): Span[] | null {
  if (words.length === 0) return [];
  if (words.length > LONGEST_HEAD) return null;
  for (let length = words.length; length > 0; length--) {
    const name = makeStretch(words.slice(0, length));
    const rest = columnOf(name.text) === null ? null : partNames(words.slice(length));
    if (rest !== null) return [{ left: name.left, right: name.right, content: name }, ...rest];
  }
  return null;
}

/** What was set in one go over two columns is parted at the word that begins the second. */
export function cutAtColumns(strip: Strip, lefts: readonly number[]): Strip {
  const spans = strip.spans.flatMap((span) => {
    const stretch = stretchOf(span);
    const crossed = lefts.find((left) => left > span.left + SLACK && left < span.right - 1);
    if (stretch === null || crossed === undefined) return [span];
    const words = stretch.pieces.flatMap(divideWords);
    const first = words.findIndex(({ left }) => Math.abs(left - crossed) < SLACK);
    if (first < 1) return [span];
    return [words.slice(0, first), words.slice(first)].map((part) => {
      const content = makeStretch(part);
      return { left: content.left, right: content.right, content };
    });
  });
  return { ...strip, spans };
}

/** Whether a strip heads a table: it names columns, or those below keep to the three or more places that it has. */
export function isHead({ spans }: Strip, below: readonly Strip[]): boolean {
  const stretches = spans.map(stretchOf);
  if (stretches.length < 2 || stretches.some((stretch) => stretch === null)) return false;
  const words = stretches.map((stretch) => stretch!.text);
  if (words.some((text) => text.length > 40)) return false;
  if (readColumns(words) !== null) return true;
  const lefts = spans.map(({ left }) => left);
  const areAligned = below.filter((strip) => strip.spans.length > 1 && columnsOf(strip, lefts) !== null);
  return lefts.length > 2 && below.length > 1 && areAligned.length >= 2;
}

/** The column of each span; null where one runs over the next column, or begins before the first. */
export function columnsOf(strip: Strip, lefts: readonly number[]): number[] | null {
  const columns: number[] = [];
  for (const span of strip.spans) {
    const column = lefts.findLastIndex((left) => left <= span.left + SLACK);
    const next = lefts[column + 1] ?? Number.POSITIVE_INFINITY;
    if (column < 0 || stretchOf(span) === null || span.right > next + 1 || columns.includes(column))
      return null;
    columns.push(column);
  }
  return columns;
}
