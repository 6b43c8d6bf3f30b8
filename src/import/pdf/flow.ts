import type { Block, Entry, Heading } from "../block.ts";
import { tidyLine, type Line as Words } from "../inline.ts";
import type { Body } from "./lines/body.ts";
import { type Weighed, weigh } from "./lines/heading.ts";
import { type Indent, indentOf, isAsFarIn } from "./lines/indent.ts";
import { nest, splitLabel } from "./lines/label.ts";
import { type FlowLine, partMargin } from "./lines/margin.ts";
import { edgeOf, type FlowParagraph, partParagraphs } from "./lines/paragraph.ts";
import type { Stretch } from "./lines/stretch.ts";
import { type Strip, stretchOf } from "./lines/strip.ts";
import { joinLines } from "./lines/wrapped.ts";
import type { Rest } from "./pages/pages.ts";
import { readTabular, type Tabulation } from "./tables/tabular.ts";

/** What a column is read into. */
export interface Flow {
  readonly body: Body;
  readonly placeOf: (stretch: Stretch) => number;
  readonly blocks: Block[];
  readonly headings: Weighed[];
  /** How far to the right a column goes at most that begins at a distance from the left, in points. */
  readonly edgeFrom: (left: number) => number;
}

/** What may go on from one column or page to the next. */
export interface Carried {
  /** Where the column begins, in points. */
  readonly left: number;
  /** How a table without lines is set that ends it. */
  readonly table: Tabulation | null;
  /** The entry of a list that ends it. */
  readonly entry: Indent | null;
}

/**
 * Reads one column from the top down: paragraphs, headings, lists and tables. Takes what may go on from the column
 * before, and returns what may go on in the next one.
 */
export function readFlow(strips: readonly Strip[], carried: Carried | null, flow: Flow): Carried {
  const spans = strips.flatMap((strip) => strip.spans);
  const left = Math.min(...spans.map((span) => span.left));
  const right = Math.max(...spans.map((span) => span.right));
  const edge = Math.max(right, flow.edgeFrom(left));
  let lines: FlowLine[] = [];
  let entry = carried === null ? null : shift(carried, left);
  const close = () => {
    entry = lines.length > 0 ? readLines(lines, edge, entry, flow) : null;
    lines = [];
  };
  for (let index = 0; index < strips.length; ) {
    const strip = strips[index]!;
    const tabular = readTabular(strips, index, index === 0 ? (carried?.table ?? null) : null, flow.placeOf);
    const drawn = strip.spans.flatMap(({ content }) => ("pieces" in content ? [] : content));
    if (tabular !== null || drawn.length > 0) close();
    flow.blocks.push(...drawn);
    if (tabular !== null) {
      flow.blocks.push(tabular.table);
      index = tabular.next;
      if (index >= strips.length) return { left, table: tabular.setting, entry: null };
      continue;
    }
    const stretches = strip.spans.flatMap((span) => stretchOf(span) ?? []);
    if (stretches.length > 0) lines.push(partMargin(stretches, left, right));
    index++;
  }
  close();
  return { left, table: null, entry };
}

/** Another column begins elsewhere; the same one begins further in where it has nothing but the rest of an entry. */
function shift({ left: before, entry }: Carried, left: number): Indent | null {
  const by = Math.abs(left - before) > 40 ? left - before : 0;
  return entry === null ? null : { left: entry.left + by, wordsLeft: entry.wordsLeft + by };
}

/** An entry of the list that is being read; what stands below it, as far in as its words, is added to it. */
interface OpenEntry extends Indent {
  readonly entry: (Entry | Rest) & { readonly blocks: Block[] };
  readonly depth: number;
}

/** Reads some lines, which may go on with the entry above them; returns the entry that they end with. */
function readLines(
  lines: readonly FlowLine[],
  edgeOfColumn: number,
  above: Indent | null,
  flow: Flow,
): Indent | null {
  const edge = edgeOf(lines, edgeOfColumn);
  const rest = { label: null, isRest: true, place: flow.placeOf(lines[0]!.main), blocks: [] };
  let list: OpenEntry[] = above === null ? [] : [{ ...above, entry: rest, depth: 0 }];
  const close = () => {
    const entries = nest(list.filter(({ entry }) => entry.blocks.length > 0));
    if (entries.length > 0) flow.blocks.push({ kind: "list", place: entries[0]!.place, entries });
    list = [];
  };
  for (const paragraph of partParagraphs(lines, { edge, leading: flow.body.leading })) {
    const place = flow.placeOf(paragraph.lines[0].main);
    const words = joinParagraph(paragraph, edge, flow);
    const weight = weighParagraph(paragraph, flow.body);
    const labelled = weight === null ? splitLabel(words[0]!) : null;
    if (labelled !== null) {
      const block: Block = { kind: "paragraph", place, lines: [labelled.words, ...words.slice(1)] };
      list = addEntry(list, { label: labelled.label, place, blocks: [block] }, paragraph);
      continue;
    }
    const last = list.at(-1);
    const isBelow = last !== undefined && weight === null && isAsFarIn(paragraph.lines[0].main, last);
    if (!isBelow) close();
    if (weight === null)
      (isBelow ? last.entry : flow).blocks.push({ kind: "paragraph", place, lines: words });
    else flow.blocks.push(makeHeading(words, place, weight, flow));
  }
  const last = list.at(-1) ?? null;
  close();
  return last;
}

function weighParagraph({ lines }: FlowParagraph, body: Body): number | null {
  const stretches = lines.map(({ main }) => main);
  return lines.every(({ margin }) => margin === null) ? weigh(stretches, body) : null;
}

function makeHeading(words: readonly Words[], place: number, weight: number, flow: Flow): Heading {
  const line = words.flatMap((part, index) => (index === 0 ? part : [{ ...part[0]!, words: " " }, ...part]));
  const heading: Heading = { kind: "heading", level: 1, place, line };
  flow.headings.push({ heading, weight });
  return heading;
}

/** A list with one more entry, which is in the last one that begins further to the left. */
function addEntry(
  list: readonly OpenEntry[],
  entry: OpenEntry["entry"],
  { lines, left }: FlowParagraph,
): OpenEntry[] {
  const depth = (list.findLast((outer) => outer.left < left - 4)?.depth ?? -1) + 1;
  // Below an entry that begins here, those further to the right hold nothing any more.
  const before = list.map((inner) =>
    inner.left > left + 4 ? { ...inner, left: Number.POSITIVE_INFINITY } : inner,
  );
  return [...before, { ...indentOf(lines[0].main), entry, depth }];
}

/** The lines of a paragraph; what stands in the margin beside it is said last. */
function joinParagraph({ lines }: FlowParagraph, edge: number, { placeOf }: Flow): Words[] {
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
