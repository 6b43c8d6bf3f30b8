import type { Span } from "../source/source-file.ts";
import type { Block } from "./block.ts";
import { closeContainers, closeLeaf, endUncontinued, openLeaf } from "./block-close.ts";
import { isBlank, nextLine, trimEnd } from "./block-line.ts";
import { beginScan, type Scan } from "./block-scan.ts";
import { CODE_INDENT, continueContainers, openContainers } from "./container-block.ts";
import { closesFence } from "./leaf-block.ts";
import { beginLeaf } from "./leaf-start.ts";
import { pushRow } from "./table-block.ts";

/**
 * The blocks of a Markdown text from an offset on, parents before children: CommonMark 0.31 with the tables and
 * the boxes to tick of GFM. Offsets are those of the whole text. Any text has blocks; the time it takes grows with
 * its length and no faster.
 */
export function scanBlocks(text: string, from = 0): Block[] {
  const scan = beginScan(text, from);
  while (nextLine(scan)) if (!scanPlain(scan)) scanLine(scan);
  // A quote, other than an item, does not take in the empty line after the last line end.
  closeLeaf(scan, scan.quotes > 0 ? scan.lineEnd : text.length);
  closeContainers(scan, 0);
  return scan.blocks;
}

/**
 * Scans a line as most of a note are, outside quotes and lists: one that is blank, one of prose that begins with
 * a letter, or a row of the open table. False where it may be anything else. It finds what the whole scan would find, at
 * a third of the steps.
 */
function scanPlain(scan: Scan): boolean {
  const { leaf, text, first, lineEnd } = scan;
  if (scan.containers.length > 0 || !(leaf === "none" || leaf === "paragraph" || leaf === "table"))
    return false;
  if (first === lineEnd) {
    if (leaf !== "none") closeLeaf(scan, lineEnd);
    return true;
  }
  if (scan.indent > 0) return false;
  const code = text.charCodeAt(first);
  if (leaf === "table") {
    if (code !== PIPE) return false;
    pushRow(scan, scan.table, first, lineEnd);
  } else {
    const letter = code | LOWER_CASE;
    if (letter < A || letter > Z) return false;
    if (leaf === "none") beginParagraph(scan, 0);
    else scan.lines.push(contentOf(scan));
    scan.indentedLine = false;
  }
  scan.leafEnd = lineEnd;
  return true;
}

const PIPE = 124;
const A = 97;
const Z = 122;
/** The bit by which a small letter differs from its capital. */
const LOWER_CASE = 32;

function scanLine(scan: Scan): void {
  const continued = continueContainers(scan);
  const isWhole = continued === scan.containers.length;
  const { leaf } = scan;
  if (isWhole && (leaf === "fence" || leaf === "html")) continueRaw(scan);
  else if (!isBlank(scan)) scanText(scan, continued, isWhole && leaf === "paragraph");
  else if (isWhole) passBlank(scan);
  else endUncontinued(scan, continued);
}

function scanText(scan: Scan, continued: number, interrupts: boolean): void {
  if (!openContainers(scan, continued, interrupts)) scanContent(scan, continued);
  else if (!isBlank(scan)) scanContent(scan, scan.containers.length);
}

/** A line inside fenced code or HTML, where only the end of that counts. */
function continueRaw(scan: Scan): void {
  const { htmlEnd, text, first, lineEnd } = scan;
  if (scan.leaf === "fence") {
    if (closesFence(scan)) closeLeaf(scan, lineEnd);
  } else if (htmlEnd !== null) {
    if (htmlEnd.test(text.slice(first, lineEnd))) closeLeaf(scan, lineEnd);
  } else if (isBlank(scan)) closeLeaf(scan, lineEnd);
  else scan.leafEnd = lineEnd;
}

function passBlank(scan: Scan): void {
  const { leaf, containers, blocks } = scan;
  if (leaf === "paragraph" || leaf === "table") closeLeaf(scan, scan.lineEnd);
  else if (leaf === "indented") {
    if (scan.indent >= CODE_INDENT) scan.leafEnd = scan.lineEnd;
  } else {
    const last = containers[containers.length - 1];
    const isEmpty = last !== undefined && last.block === blocks.length - 1;
    if (isEmpty && blocks[last.block]!.start < scan.lineStart) last.ended = true;
  }
}

/** What stands in a line behind its prefixes, after so many continued containers. */
function scanContent(scan: Scan, continued: number): void {
  const isLazy = continued < scan.containers.length;
  const isIndented = scan.indent >= CODE_INDENT;
  if (!isIndented && beginLeaf(scan, continued)) return;
  const { leaf, lineEnd } = scan;
  if (leaf === "paragraph") {
    scan.lines.push(contentOf(scan));
    scan.indentedLine = isIndented;
  } else if (isIndented) {
    if (leaf !== "indented" || isLazy) openLeaf(scan, "indented", continued, scan.at);
  } else if (leaf === "table" && !isLazy) {
    pushRow(scan, scan.table, scan.first, lineEnd);
  } else {
    beginParagraph(scan, continued);
  }
  scan.leafEnd = lineEnd;
}

function beginParagraph(scan: Scan, continued: number): void {
  openLeaf(scan, "paragraph", continued, scan.first);
  const { containers, blocks } = scan;
  const item = containers[containers.length - 1];
  scan.lines = [contentOf(scan)];
  scan.indentedLine = false;
  scan.tickable = item?.tickable === true && item.block === blocks.length - 1 && scan.indent === 0;
}

function contentOf(scan: Scan): Span {
  const { text, first, lineEnd } = scan;
  return { start: first, end: trimEnd(text, first, lineEnd) };
}
