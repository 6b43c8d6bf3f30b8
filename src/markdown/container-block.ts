import { closeContainers, closeLeaf } from "./block-close.ts";
import { isBlank, isSpace, readColumns, readTo, skipSpace } from "./block-line.ts";
import { type Container, innermost, pushBlock, type Scan } from "./block-scan.ts";
import { isBreak } from "./leaf-block.ts";

const ANGLE = 62;
const ASTERISK = 42;
const PLUS = 43;
const DASH = 45;
const DOT = 46;
const CLOSING_BRACKET = 41;
const ZERO = 48;
const NINE = 57;
const MOST_DIGITS = 9;

/** The first indentation at which a line is code and nothing else, in columns. */
export const CODE_INDENT = 4;

/** Reads the prefixes of the open containers that the line continues, and says how many those are. */
export function continueContainers(scan: Scan): number {
  const { containers } = scan;
  let quotes = 0;
  for (let depth = 0; depth < containers.length; depth++) {
    const container = containers[depth]!;
    if (container.list === -1) {
      if (!continueQuote(scan, container)) return depth;
      quotes++;
    } else if (scan.at === scan.lineEnd && quotes === scan.quotes) {
      // An empty line continues all items, however deep they lie.
      return containers.length;
    } else if (!continueItem(scan, container, depth)) return depth;
  }
  return containers.length;
}

function continueQuote(scan: Scan, container: Container): boolean {
  if (!isAtQuote(scan)) return false;
  readQuoteMarker(scan);
  scan.blocks[container.block]!.end = scan.lineEnd;
  return true;
}

function isAtQuote(scan: Scan): boolean {
  return scan.indent < CODE_INDENT && scan.first < scan.lineEnd && scan.text.charCodeAt(scan.first) === ANGLE;
}

function readQuoteMarker(scan: Scan): void {
  readTo(scan, scan.first + 1);
  if (scan.indent > 0) readColumns(scan, 1);
}

/** Reads an item's indentation, or the marker of the next item of its list. */
function continueItem(scan: Scan, item: Container, depth: number): boolean {
  if (isBlank(scan)) {
    readColumns(scan, Math.min(scan.indent, item.width));
    return true;
  }
  if (scan.indent >= item.width && !item.ended) {
    readColumns(scan, item.width);
    return true;
  }
  if (!findMarker(scan, false) || scan.marker !== item.marker) return false;
  closeLeaf(scan, scan.lineStart);
  closeContainers(scan, depth + 1);
  scan.containers.pop();
  openItem(scan, item.list);
  return true;
}

/**
 * Opens the quotes and items that begin here, after so many continued containers. `interrupts` tells that a paragraph
 * would go on in this line, and only a plain marker may end it.
 */
export function openContainers(scan: Scan, continued: number, interrupts: boolean): boolean {
  let opened = false;
  for (;;) {
    const isQuote = isAtQuote(scan);
    if (!isQuote && !findMarker(scan, interrupts && !opened)) return opened;
    if (!opened) {
      closeLeaf(scan, scan.lineStart);
      closeContainers(scan, continued);
      opened = true;
    }
    if (isQuote) openQuote(scan);
    else openItem(scan, pushBlock(scan, "list", innermost(scan), scan.first, scan.lineEnd, scan.number));
  }
}

function openQuote(scan: Scan): void {
  const block = pushBlock(scan, "quote", innermost(scan), scan.first, scan.lineEnd);
  scan.containers.push({ block, list: -1, marker: ANGLE, width: 0, tickable: false, ended: false });
  scan.quotes++;
  readQuoteMarker(scan);
}

/** Opens an item whose marker has been found. White space behind the marker is its own, unless it begins code. */
function openItem(scan: Scan, list: number): void {
  const block = pushBlock(scan, "item", list, scan.first, scan.lineEnd, scan.number);
  const { marker, indent, first, markerEnd } = scan;
  readTo(scan, markerEnd);
  const isEmpty = isBlank(scan);
  const space = isEmpty || scan.indent > CODE_INDENT ? 1 : scan.indent;
  const tickable = !isEmpty || markerEnd === scan.lineEnd;
  const width = indent + markerEnd - first + space;
  scan.containers.push({ block, list, marker, width, tickable, ended: false });
  if (!isEmpty) readColumns(scan, space);
}

/** Whether a list item begins here; if so, its marker is in the scan. */
function findMarker(scan: Scan, interrupts: boolean): boolean {
  const { text, first, lineEnd } = scan;
  if (scan.indent >= CODE_INDENT || first === lineEnd) return false;
  const code = text.charCodeAt(first);
  if (code === DASH || code === ASTERISK || code === PLUS) {
    scan.marker = code;
    scan.markerEnd = first + 1;
    scan.number = -1;
  } else if (code < ZERO || code > NINE || !findNumber(scan, interrupts)) return false;
  const { markerEnd } = scan;
  if (markerEnd < lineEnd && !isSpace(text.charCodeAt(markerEnd))) return false;
  if (interrupts && skipSpace(text, markerEnd, lineEnd) === lineEnd) return false;
  return code === PLUS || !isBreak(scan);
}

/** Whether a number and `.` or `)` stand here; only a plain 1 may interrupt. */
function findNumber(scan: Scan, interrupts: boolean): boolean {
  const { text, first, lineEnd } = scan;
  let number = 0;
  for (let at = first; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT || code === CLOSING_BRACKET) {
      if (interrupts && (number !== 1 || at > first + 1)) return false;
      scan.marker = code;
      scan.markerEnd = at + 1;
      scan.number = number;
      return true;
    }
    if (code < ZERO || code > NINE || at - first === MOST_DIGITS) return false;
    number = number * 10 + code - ZERO;
  }
  return false;
}
