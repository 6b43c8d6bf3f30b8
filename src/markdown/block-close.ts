import type { Span } from "../source/source-file.ts";
import type { BlockKind } from "./block.ts";
import { isSpace, SPACE, skipSpace } from "./block-line.ts";
import { extendBlock, innermost, type Leaf, pushBlock, type Scan } from "./block-scan.ts";
import { countDefinitionLines } from "./definition-block.ts";

const OPENING_BRACKET = 91;
const CLOSING_BRACKET = 93;

/** Adds a block that can hold no others, in the innermost open container. */
export function pushLeaf(
  scan: Scan,
  kind: BlockKind,
  start: number,
  end: number,
  level?: number,
  lines?: readonly Span[],
): void {
  const parent = innermost(scan);
  pushBlock(scan, kind, parent, start, end, level, lines);
  if (parent !== -1) extendBlock(scan, parent, end);
}

/** Ends the open leaf, if there is one. A fence or an HTML block that waits for its end mark ends at `unclosedEnd`. */
export function closeLeaf(scan: Scan, unclosedEnd: number): void {
  const { leaf, leafStart, leafEnd } = scan;
  scan.leaf = "none";
  switch (leaf) {
    case "none":
      break;
    case "paragraph":
      pushParagraph(scan);
      break;
    case "indented":
      pushLeaf(scan, "code", leafStart, leafEnd);
      break;
    case "fence":
      pushLeaf(scan, "code", leafStart, unclosedEnd);
      break;
    case "html":
      pushLeaf(scan, "html", leafStart, scan.htmlEnd === null ? leafEnd : unclosedEnd);
      break;
    case "table":
      scan.blocks[scan.table]!.end = leafEnd;
      extendBlock(scan, innermost(scan), leafEnd);
  }
}

/** Ends the containers that lie deeper than so many, and their lists. The leaf in them has been ended before. */
export function closeContainers(scan: Scan, depth: number): void {
  const { containers, blocks } = scan;
  while (containers.length > depth) {
    const { block, list } = containers.pop()!;
    const { end } = blocks[block]!;
    if (list === -1) scan.quotes--;
    else blocks[list]!.end = end;
    extendBlock(scan, innermost(scan), end);
  }
}

/** Ends what the line does not continue: the open leaf, and the containers deeper than so many. */
export function endUncontinued(scan: Scan, continued: number): void {
  if (scan.leaf !== "none") closeLeaf(scan, scan.previousLineEnd);
  if (scan.containers.length > continued) closeContainers(scan, continued);
}

/** Opens a leaf after so many continued containers, once what was open before is ended. */
export function openLeaf(scan: Scan, leaf: Leaf, continued: number, start: number): void {
  endUncontinued(scan, continued);
  scan.leaf = leaf;
  scan.leafStart = start;
  scan.leafEnd = scan.lineEnd;
}

/** Makes the open paragraph a heading that ends with this line; false where it held nothing but definitions. */
export function closeAsHeading(scan: Scan, level: number): boolean {
  scan.leaf = "none";
  const lines = pushDefinitions(scan);
  if (lines.length === 0) return false;
  pushLeaf(scan, "heading", lines[0]!.start, scan.lineEnd, level, lines);
  return true;
}

function pushParagraph(scan: Scan): void {
  const lines = pushDefinitions(scan);
  if (lines.length === 0) return;
  const shown = scan.tickable && beginsWithBox(scan.text, lines) ? withoutBox(scan.text, lines) : lines;
  pushLeaf(scan, "paragraph", shown[0]!.start, scan.leafEnd, 0, shown);
}

/** Adds the definitions with which the open paragraph begins, and gives the lines that are left. */
function pushDefinitions(scan: Scan): readonly Span[] {
  const { text, lines } = scan;
  let first = 0;
  while (first < lines.length && text.charCodeAt(lines[first]!.start) === OPENING_BRACKET) {
    const count = countDefinitionLines(text, lines, first);
    if (count === 0) break;
    const last = lines[first + count - 1]!;
    pushLeaf(scan, "definition", lines[first]!.start, skipSpace(text, last.end, text.length));
    first += count;
  }
  return first === 0 ? lines : lines.slice(first);
}

/** Whether lines begin with `[ ]` or `[x]`, white space and some text. */
function beginsWithBox(text: string, lines: readonly Span[]): boolean {
  const { start, end } = lines[0]!;
  if (end < start + 3) return false;
  if (text.charCodeAt(start) !== OPENING_BRACKET || text.charCodeAt(start + 2) !== CLOSING_BRACKET)
    return false;
  const mark = text.charCodeAt(start + 1);
  if (mark !== 120 && mark !== 88 && mark !== SPACE) return false;
  return end === start + 3 ? lines.length > 1 : isSpace(text.charCodeAt(start + 3));
}

function withoutBox(text: string, lines: readonly Span[]): readonly Span[] {
  const [{ start, end }, ...rest] = lines as [Span, ...Span[]];
  return end === start + 3 ? rest : [{ start: skipSpace(text, start + 4, end), end }, ...rest];
}
