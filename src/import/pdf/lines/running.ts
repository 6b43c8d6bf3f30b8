import { readColumns } from "../../../read/columns.ts";
import { tellsStanding } from "../../../read/published/standing.ts";
import { slipsBetween } from "../../../source/nearest.ts";
import type { Piece } from "../sheet/pieces.ts";
import type { Sheet } from "../sheet/sheet.ts";
import { isMarked } from "./heading.ts";
import { findLines } from "./line.ts";

/** Part of the height of a page, at its top and at its bottom, in which running heads stand. */
const EDGE = 0.14;
/** Letters that may differ between two pages: some are misread, and numbers of pages grow. */
const SLIPS = 2;
/** The rest of a longer head tells nothing more, in letters. */
const LONGEST_HEAD = 160;
const PAGE_NUMBER =
  /^(?:[-\u2013\u2014|\s]*(?:page|p\.?)?\s*\d{1,4}\s*(?:(?:of|\/)\s*\d{1,4})?[-\u2013\u2014|\s]*)$/i;

interface EdgeLine {
  readonly sheet: Sheet;
  readonly pieces: readonly Piece[];
  readonly text: string;
  /** From the top of the page, or (below nothing) from its bottom, in points. */
  readonly height: number;
  readonly isBody: boolean;
}

/**
 * The pieces of all pages that are running heads or numbers of pages: much the same words at the same height. An action
 * and the headings of a table are none; `isBody` tells what else is none.
 */
export function findRunning(
  sheets: readonly Sheet[],
  isBody: (piece: Piece, sheet: Sheet) => boolean,
): Set<Piece> {
  const lines = sheets.flatMap((sheet) => edgeLines(sheet, isBody));
  const groups: EdgeLine[][] = [];
  for (const line of lines) {
    const group = groups.find(([first]) => isSame(first!, line));
    if (group === undefined) groups.push([line]);
    else group.push(line);
  }
  const repeated = new Set(groups.filter((group) => isOnMost(group, sheets.length)).flat());
  const isHead = (line: EdgeLine) =>
    !line.isBody &&
    (repeated.has(line) ||
      isNumberOf(line.text, line.sheet, sheets.length) ||
      // The first sheet may have it below the title.
      (line.sheet.number > 1 && tellsStanding(line.text)) ||
      line.pieces.every(({ isArtifact }) => isArtifact));
  return new Set(
    sheets.flatMap((sheet) =>
      outermost(
        lines.filter((line) => line.sheet === sheet),
        isHead,
      ),
    ),
  );
}

function isOnMost(group: readonly EdgeLine[], pages: number): boolean {
  const found = new Set(group.map(({ sheet }) => sheet)).size;
  return found > 1 && found > pages * 0.5;
}

/** The pieces of running heads: beyond them there are only others, so the number of a row is none wherever it stands. */
function outermost(lines: readonly EdgeLine[], isHead: (line: EdgeLine) => boolean): Piece[] {
  const top = lines.filter(({ height }) => height > 0).toSorted((a, b) => a.height - b.height);
  const bottom = lines.filter(({ height }) => height <= 0).toSorted((a, b) => b.height - a.height);
  return [top, bottom].flatMap((side) => {
    const end = side.findIndex((line) => !isHead(line));
    return side.slice(0, end < 0 ? side.length : end).flatMap(({ pieces }) => pieces);
  });
}

function edgeLines(sheet: Sheet, isBody: (piece: Piece, sheet: Sheet) => boolean): EdgeLine[] {
  return findLines(sheet.pieces).flatMap(({ stretches, baseline }) => {
    const isTop = baseline < sheet.height * EDGE;
    const isBottom = baseline > sheet.height * (1 - EDGE);
    const found = stretches.flatMap((stretch) => stretch.pieces);
    if (!(isTop || isBottom)) return [];
    const height = isTop ? baseline : baseline - sheet.height;
    const text = stretches.map((stretch) => stretch.text).join(" ");
    const isText = isMarked(text) || readColumns(stretches.map((stretch) => stretch.text)) !== null;
    return [
      { sheet, pieces: found, text, height, isBody: isText || found.some((piece) => isBody(piece, sheet)) },
    ];
  });
}

function isSame(a: EdgeLine, b: EdgeLine): boolean {
  if (Math.abs(a.height - b.height) > 4 || a.height < 0 !== b.height < 0) return false;
  const [first, second] = [foldDigits(a.text), foldDigits(b.text)];
  if (first === second) return areNumbersAlike(a, b);
  const isWord = first.length > 2 * SLIPS && Math.abs(first.length - second.length) <= SLIPS;
  return isWord && slipsBetween(first, second) <= SLIPS;
}

function foldDigits(text: string): string {
  return text.toLowerCase().replace(/\d+/g, "0").replace(/\s+/g, " ").slice(0, LONGEST_HEAD);
}

/** Numbers in running heads stay as they are, or grow from page to page by one; those of actions and items do not. */
function areNumbersAlike(a: EdgeLine, b: EdgeLine): boolean {
  const [numbers, others] = [a, b].map(({ text }) => (text.match(/\d+/g) ?? []).map(Number)) as [
    number[],
    number[],
  ];
  const pages = b.sheet.number - a.sheet.number;
  return numbers.every((number, index) => [0, pages].includes(others[index]! - number));
}

/** A number by itself is that of its page only if it could be: a note may well end in `14`. */
function isNumberOf(text: string, sheet: Sheet, pages: number): boolean {
  if (!PAGE_NUMBER.test(text)) return false;
  const [number, of] = (text.match(/\d+/g) ?? []).map(Number);
  return (of !== undefined && of >= pages) || /p/i.test(text) || number === sheet.number;
}
