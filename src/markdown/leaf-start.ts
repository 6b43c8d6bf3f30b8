import { closeAsHeading, closeLeaf, endUncontinued, openLeaf, pushLeaf } from "./block-close.ts";
import { skipSpace } from "./block-line.ts";
import { innermost, pushBlock, type Scan } from "./block-scan.ts";
import { htmlEndOf } from "./html-block.ts";
import { fenceSize, headingLevel, headingText, isBreak, isUnderline } from "./leaf-block.ts";
import { countCells, countDelimiters, pushRow } from "./table-block.ts";

/**
 * Begins, after so many continued containers, the block that the line's first character announces: any but
 * a paragraph, indented code and a row of a table. False where it announces none.
 */
export function beginLeaf(scan: Scan, continued: number): boolean {
  const isLazy = continued < scan.containers.length;
  switch (scan.text.charCodeAt(scan.first)) {
    case 35: // #
      return beginHeading(scan, continued);
    case 60: // <
      return beginHtml(scan, continued);
    case 61: // =
      return !isLazy && underline(scan, 1);
    case 45: // -
      return (!isLazy && (underline(scan, 2) || beginTable(scan))) || beginBreak(scan, continued);
    case 42: // *
    case 95: // _
      return beginBreak(scan, continued);
    case 58: // :
    case 124: // |
      return !isLazy && beginTable(scan);
    case 96: // `
    case 126: // ~
      return beginFence(scan, continued);
    default:
      return false;
  }
}

function beginHeading(scan: Scan, continued: number): boolean {
  const level = headingLevel(scan);
  if (level === 0) return false;
  endUncontinued(scan, continued);
  pushLeaf(scan, "heading", scan.first, scan.lineEnd, level, headingText(scan, level));
  return true;
}

function underline(scan: Scan, level: number): boolean {
  return scan.leaf === "paragraph" && isUnderline(scan) && closeAsHeading(scan, level);
}

function beginBreak(scan: Scan, continued: number): boolean {
  if (!isBreak(scan)) return false;
  endUncontinued(scan, continued);
  pushLeaf(scan, "break", scan.first, scan.lineEnd);
  return true;
}

function beginFence(scan: Scan, continued: number): boolean {
  const size = fenceSize(scan);
  if (size === 0) return false;
  openLeaf(scan, "fence", continued, scan.first);
  scan.fence = scan.text.charCodeAt(scan.first);
  scan.fenceSize = size;
  return true;
}

function beginHtml(scan: Scan, continued: number): boolean {
  const { text, first, lineEnd } = scan;
  const line = text.slice(first, lineEnd);
  const htmlEnd = htmlEndOf(line, scan.leaf === "paragraph");
  if (htmlEnd === undefined) return false;
  openLeaf(scan, "html", continued, scan.at);
  scan.htmlEnd = htmlEnd;
  if (htmlEnd?.test(line)) closeLeaf(scan, lineEnd);
  return true;
}

/** Begins a table if the line is a delimiter row and the open paragraph's last line a head of as many cells. */
function beginTable(scan: Scan): boolean {
  if (scan.leaf !== "paragraph" || scan.indentedLine) return false;
  const { text, lines, lineEnd } = scan;
  const columns = countDelimiters(text, scan.first, lineEnd);
  const head = lines[lines.length - 1]!;
  if (columns === 0 || countCells(text, head) !== columns) return false;
  lines.pop();
  if (lines.length === 0) scan.leaf = "none";
  else scan.leafEnd = rawEnd(text, lines[lines.length - 1]!.end);
  closeLeaf(scan, lineEnd);
  scan.table = pushBlock(scan, "table", innermost(scan), head.start, lineEnd);
  pushRow(scan, scan.table, head.start, rawEnd(text, head.end));
  scan.leaf = "table";
  scan.leafEnd = lineEnd;
  return true;
}

/** Where a line ends whose text ends here. */
function rawEnd(text: string, end: number): number {
  return skipSpace(text, end, text.length);
}
