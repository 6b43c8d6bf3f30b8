import type { Block, Entry, Heading } from "../block.ts";
import { tidyLine } from "../inline.ts";
import { type Body, isMarked, type Weighed, weigh } from "./heading.ts";
import { makeStretch, type Stretch } from "./line.ts";
import type { Strip } from "./strip.ts";
import { readTabular } from "./tabular.ts";
import { isWrapped, joinLines, nest, splitLabel } from "./words.ts";

/** What a column is read into. */
export interface Flow {
  readonly body: Body;
  readonly placeOf: (stretch: Stretch) => number;
  readonly blocks: Block[];
  readonly headings: Weighed[];
}

/** One line of a column; what stands by itself at the right margin, such as `Action: MOPAC`, is kept apart. */
interface FlowLine {
  readonly main: Stretch;
  readonly margin: Stretch | null;
}

/**
 * Reads one column from the top down: paragraphs, headings, lists and tables. Takes, and returns, where the columns
 * begin of a table without lines that goes on from one column or page to the next; null where there is none.
 */
export function readFlow(
  strips: readonly Strip[],
  carried: readonly number[] | null,
  flow: Flow,
): readonly number[] | null {
  const spans = strips.flatMap((strip) => strip.spans);
  const left = Math.min(...spans.map((span) => span.left));
  const right = Math.max(...spans.map((span) => span.right));
  let lines: FlowLine[] = [];
  const close = () => {
    if (lines.length > 0) readLines(lines, flow);
    lines = [];
  };
  for (let index = 0; index < strips.length; ) {
    const strip = strips[index]!;
    const tabular = readTabular(strips, index, index === 0 ? carried : null, flow.placeOf);
    const drawn = strip.spans.flatMap(({ content }) => ("pieces" in content ? [] : content));
    if (tabular !== null || drawn.length > 0) close();
    flow.blocks.push(...drawn);
    if (tabular !== null) {
      flow.blocks.push(tabular.table);
      index = tabular.next;
      if (index >= strips.length) return tabular.lefts;
      continue;
    }
    const stretches = strip.spans.flatMap(({ content }) => ("pieces" in content ? [content] : []));
    if (stretches.length > 0) lines.push(partMargin(stretches, left, right));
    index++;
  }
  close();
  return null;
}

/** A gap as wide as this, in parts of the size of the letters, sets apart what stands in the margin. */
const MARGIN_GAP = 2;

function partMargin(stretches: readonly Stretch[], left: number, right: number): FlowLine {
  const gaps = stretches.map(
    (stretch, index) => stretch.left - (stretches[index - 1]?.right ?? stretch.left),
  );
  const from = stretches.findIndex(
    (stretch, index) =>
      stretch.left > left + (right - left) * 0.68 && gaps[index]! > stretch.size * MARGIN_GAP,
  );
  // In a line that is stretched to the margin every gap is wide.
  const isStretched = gaps.slice(0, Math.max(0, from)).some((gap) => gap * 2.5 > gaps[from]!);
  const join = (parts: readonly Stretch[]) => makeStretch(parts.flatMap(({ pieces }) => pieces));
  return from < 0 || isStretched
    ? { main: join(stretches), margin: null }
    : { main: join(stretches.slice(0, from)), margin: join(stretches.slice(from)) };
}

/** What has been gathered of the paragraph that is being read. */
interface Open {
  readonly lines: FlowLine[];
  /** Where its first line begins, and where its words do when a label stands before them. */
  readonly left: number;
  readonly isEntry: boolean;
}

function readLines(lines: readonly FlowLine[], flow: Flow): void {
  const withoutMargins = lines.filter(({ margin }) => margin === null);
  const edge = Math.max(
    ...(withoutMargins.length > 0 ? withoutMargins : lines).map(({ main }) => main.right),
  );
  const paragraphs: Open[] = [];
  for (const [index, line] of lines.entries()) {
    const open = paragraphs.at(-1);
    if (
      open === undefined ||
      beginsAnew(line, lines[index - 1]!, open, { edge, leading: flow.body.leading })
    ) {
      const isEntry = splitLabel(line.main.words) !== null;
      paragraphs.push({ lines: [line], left: line.main.left, isEntry });
    } else open.lines.push(line);
  }
  writeParagraphs(paragraphs, edge, flow);
}

function beginsAnew(
  { main }: FlowLine,
  { main: before, margin }: FlowLine,
  open: Open,
  { edge, leading }: { edge: number; leading: number },
): boolean {
  const size = Math.max(before.size, main.size);
  const gap = main.baseline - before.baseline;
  if (gap <= 0 || gap > size * leading * 1.22 + 1) return true;
  if (Math.abs(main.size - before.size) > before.size * 0.08) return true;
  // What stands in the margin leaves less room for the words beside it.
  const wasWrapped = isWrapped(before, main, margin === null ? edge : Math.min(edge, before.right + 1));
  if (splitLabel(main.words) !== null) {
    const isIndented = Math.abs(main.left - before.left) > 2;
    if (!wasWrapped || (open.isEntry && Math.abs(main.left - open.left) < 2) || isIndented) return true;
  }
  if (before.isBold !== main.isBold && (!wasWrapped || isTitleLike(before))) return true;
  if (!wasWrapped && /[.!?:;]$/.test(before.text)) return true;
  if (isMarked(main.text)) return !wasWrapped || /[.:;]$/.test(before.text);
  const shift = main.left - before.left;
  if (shift > size * 0.7) return !(open.isEntry || open.lines.length === 1) || !wasWrapped;
  if (shift < size * -0.7) return !wasWrapped || (open.isEntry && open.lines.length > 1);
  return false;
}

function isTitleLike({ isBold, text }: Stretch): boolean {
  return isBold && /^\d{1,2}[.)]?\s/.test(text);
}

function writeParagraphs(paragraphs: readonly Open[], edge: number, flow: Flow): void {
  let list: { entry: Entry; depth: number; left: number }[] = [];
  const close = () => {
    if (list.length > 0) flow.blocks.push({ kind: "list", place: list[0]!.entry.place, entries: nest(list) });
    list = [];
  };
  for (const { lines, left } of paragraphs) {
    const [first] = lines;
    const place = flow.placeOf(first!.main);
    const words = joinParagraph(lines, edge, flow);
    const heading = lines.every(({ margin }) => margin === null)
      ? weigh(
          lines.map(({ main }) => main),
          flow.body,
        )
      : null;
    if (heading !== null) {
      close();
      const line = words.flatMap((part, index) =>
        index === 0 ? part : [{ ...part[0]!, words: " " }, ...part],
      );
      const block: Heading = { kind: "heading", level: 1, place, line };
      flow.headings.push({ heading: block, weight: heading });
      flow.blocks.push(block);
      continue;
    }
    const labelled = splitLabel(words[0]!);
    if (labelled === null) {
      close();
      flow.blocks.push({ kind: "paragraph", place, lines: words });
      continue;
    }
    const outer = list.filter((entry) => entry.left < left - 4);
    const depth = outer.length === 0 ? 0 : Math.max(...outer.slice(-1).map((entry) => entry.depth)) + 1;
    const block: Block = { kind: "paragraph", place, lines: [labelled.words, ...words.slice(1)] };
    list = list.map((entry) =>
      entry.left > left + 4 ? { ...entry, left: Number.POSITIVE_INFINITY } : entry,
    );
    list.push({ entry: { label: labelled.label, place, blocks: [block] }, depth, left });
  }
  close();
}

/** The lines of a paragraph; what stands in the margin beside it is said last. */
function joinParagraph(lines: readonly FlowLine[], edge: number, { placeOf }: Flow) {
  const margins = lines.flatMap(({ margin }) => (margin === null ? [] : [margin]));
  const words = joinLines(
    lines.map(({ main }) => main),
    margins.length > 0 ? 0 : edge,
    placeOf,
  );
  const said = margins.flatMap((margin) => [
    { ...margin.words[0]!, words: " ", line: placeOf(margin) },
    ...margin.words.map((piece) => ({ ...piece, line: placeOf(margin) })),
  ]);
  return [...words.slice(0, -1), tidyLine([...words.at(-1)!, ...said])];
}
