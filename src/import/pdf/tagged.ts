import type { Block, Cell, Entry, Heading, Row } from "../block.ts";
import { type Line as Words, wordsOf } from "../inline.ts";
import { type Body, type Weighed, weigh } from "./heading.ts";
import { countLines, findLines, joinWrapped, makeStretch } from "./line.ts";
import { placeOf } from "./place.ts";
import type { Piece, Sheet } from "./sheet.ts";
import { HEADING, marksOf, type Tag } from "./tag.ts";
import { cleanLabel, divideIntoLines, fillTheirWidth, joinLines, nest, splitLabel } from "./words.ts";

/** Elements whose words are not those of the block around them. */
const BLOCKS = new Set(
  "Document Part Sect Div Art BlockQuote TOC TOCI Index Aside Figure P L LI LBody Table TR Caption Note FENote".split(
    " ",
  ),
);

/** What is needed to read the tags of one page. */
interface Page {
  readonly marked: ReadonlyMap<string, readonly Piece[]>;
  readonly edgeOf: (left: number) => number;
  readonly placeOf: (piece: Piece) => number;
  /** What is in a block by now: damaged tags may name it twice, or in a place that holds no words. */
  readonly told: Set<Piece>;
  readonly blocks: Block[];
  /** What tells headings, where the tags tell none. */
  readonly looks: Looks | null;
}

/** How the body of a document is set, and the headings that stand out from it. */
export interface Looks {
  readonly body: Body;
  readonly headings: Weighed[];
}

/** The blocks of a page as its tags tell them; what they leave out stands where it stands on the page. */
export function readTagged(sheet: Sheet, pieces: readonly Piece[], looks: Looks | null): Block[] {
  const lineOf = countLines(sheet.pieces);
  const marked = groupByMark(pieces);
  const page: Page = {
    marked,
    edgeOf: sheet.tags === null ? () => 0 : findEdges(sheet.tags, marked),
    placeOf: ({ baseline }) => placeOf(sheet.number, lineOf(baseline)),
    told: new Set(),
    blocks: [],
    looks,
  };
  if (sheet.tags !== null) readHolder(sheet.tags, page);
  for (const line of findLines(pieces.filter((piece) => !page.told.has(piece)))) {
    const all = makeStretch(line.stretches.flatMap((stretch) => stretch.pieces));
    insert(page.blocks, all.words, page.placeOf(all.pieces[0]!));
  }
  return page.blocks;
}

function insert(blocks: Block[], words: Words, place: number): void {
  const after = blocks.findIndex((block) => block.place > place);
  blocks.splice(after < 0 ? blocks.length : after, 0, { kind: "paragraph", place, lines: [words] });
}

function groupByMark(pieces: readonly Piece[]): Map<string, Piece[]> {
  const marked = new Map<string, Piece[]>();
  for (const piece of pieces) {
    if (piece.mark === null) continue;
    const known = marked.get(piece.mark);
    if (known === undefined) marked.set(piece.mark, [piece]);
    else known.push(piece);
  }
  return marked;
}

function tagsIn(tag: Tag): Tag[] {
  return tag.children.filter((child) => typeof child !== "string");
}

/** Takes the pieces that an element holds. */
function takePieces(part: Tag | string, { marked, told }: Pick<Page, "marked" | "told">): readonly Piece[] {
  const marks = typeof part === "string" ? [part] : marksOf(part);
  const pieces = marks.flatMap((mark) => marked.get(mark) ?? []).filter((piece) => !told.has(piece));
  for (const piece of pieces) told.add(piece);
  return pieces;
}

/** How far to the right text goes that begins at a distance from the left: as far as most wrapped paragraphs there. */
function findEdges(tags: Tag, marked: Page["marked"]): Page["edgeOf"] {
  const wrapped: { left: number; right: number; size: number }[] = [];
  const walk = (tag: Tag) => {
    if (tagsIn(tag).some(isBlockTag)) {
      for (const child of tagsIn(tag)) walk(child);
      return;
    }
    const lines = divideIntoLines(takePieces(tag, { marked, told: new Set() }));
    const [first] = lines;
    if (first === undefined || lines.length < 2) return;
    wrapped.push({ left: first.left, right: Math.max(...lines.map(({ right }) => right)), size: first.size });
  };
  walk(tags);
  return (left) => {
    const rights = wrapped
      .filter((paragraph) => Math.abs(paragraph.left - left) < paragraph.size * 4)
      .map(({ right }) => right)
      .toSorted((a, b) => a - b);
    // A title above two columns runs on where their paragraphs end.
    const usual = rights[Math.floor(rights.length / 2)] ?? 0;
    return rights.findLast((right) => right - left < (usual - left) * 1.2) ?? usual;
  };
}

function isBlockTag(tag: Tag): boolean {
  return BLOCKS.has(tag.role) || HEADING.test(tag.role) || tagsIn(tag).some(isBlockTag);
}

/** Reads what an element holds; words that are in no block of their own make a paragraph, or an entry of a list. */
function readHolder(tag: Tag, page: Page): void {
  let loose: Piece[] = [];
  const close = () => {
    if (loose.length > 0) page.blocks.push(makeParagraph(loose, page));
    loose = [];
  };
  for (const child of tag.children) {
    if (typeof child === "string" || !isBlockTag(child)) {
      loose.push(...takePieces(child, page));
      continue;
    }
    close();
    if (HEADING.test(child.role)) page.blocks.push(...makeHeading(child, page));
    else if (child.role === "Table") page.blocks.push(...makeTable(child, page));
    else if (child.role === "L") page.blocks.push(...makeList(child, page));
    else readHolder(child, page);
  }
  close();
}

function linesOf(pieces: readonly Piece[], page: Page): Words[] {
  const lines = divideIntoLines(pieces);
  const edge = fillTheirWidth(lines)
    ? 0
    : Math.max(page.edgeOf(lines[0]?.left ?? 0), ...lines.map(({ right }) => right));
  return joinLines(lines, edge, (line) => page.placeOf(line.pieces[0]!));
}

function makeParagraph(pieces: readonly Piece[], page: Page): Block {
  const place = page.placeOf(pieces[0]!);
  const weight = page.looks === null ? null : weigh(divideIntoLines(pieces), page.looks.body);
  if (weight !== null) {
    const heading: Heading = { kind: "heading", level: 1, line: joinWrapped(divideIntoLines(pieces)), place };
    page.looks!.headings.push({ heading, weight });
    return heading;
  }
  const lines = linesOf(pieces, page);
  const labelled = splitLabel(lines[0]!);
  if (labelled === null) return { kind: "paragraph", place, lines };
  const paragraph: Block = { kind: "paragraph", place, lines: [labelled.words, ...lines.slice(1)] };
  return { kind: "list", place, entries: [{ label: labelled.label, place, blocks: [paragraph] }] };
}

function makeHeading(tag: Tag, page: Page): Block[] {
  const pieces = takePieces(tag, page);
  if (pieces.length === 0) return [];
  const level = Number(/[1-6]/.exec(tag.role)?.[0] ?? 1);
  const line = joinWrapped(divideIntoLines(pieces));
  return [{ kind: "heading", level, line, place: page.placeOf(pieces[0]!) }];
}

function makeList(list: Tag, page: Page): Block[] {
  const found: { entry: Entry; isLabelled: boolean; depth: number }[] = [];
  const read = (tag: Tag, depth: number) => {
    for (const child of tagsIn(tag)) {
      if (child.role === "L") read(child, depth + 1);
      else {
        const made = makeEntry(child, page);
        if (made.entry.blocks.length > 0) found.push({ ...made, depth });
      }
    }
  };
  read(list, 0);
  // An entry without a label before others that have one is the rest of the last one on the page before.
  const isRest = found[0]?.isLabelled === false && found.some(({ isLabelled }) => isLabelled);
  const before = isRest ? found.shift()!.entry.blocks : [];
  const entries = nest(found);
  return entries.length === 0
    ? [...before]
    : [...before, { kind: "list", place: entries[0]!.place, entries }];
}

function makeEntry(tag: Tag, page: Page): { entry: Entry; isLabelled: boolean } {
  const label: Piece[] = [];
  const inner: Page = { ...page, blocks: [], looks: null };
  readHolder(
    withoutLabel(tag, (part) => label.push(...takePieces(part, page))),
    inner,
  );
  const [first, ...others] = inner.blocks;
  const written = wordsOf(joinWrapped(divideIntoLines(label)));
  // Some programs print the label into the words.
  const own = first?.kind === "list" && first.entries.length === 1 ? first.entries[0]! : null;
  if (written === "" && own !== null) {
    return { entry: { ...own, blocks: [...own.blocks, ...others] }, isLabelled: true };
  }
  const place = label[0] === undefined ? (first?.place ?? 0) : page.placeOf(label[0]);
  if (written === "" || first !== undefined) {
    return { entry: { label: cleanLabel(written), place, blocks: inner.blocks }, isLabelled: written !== "" };
  }
  return { entry: { label: null, place, blocks: [wordsAlone(written, place)] }, isLabelled: true };
}

function wordsAlone(words: string, place: number): Block {
  return {
    kind: "paragraph",
    place,
    lines: [[{ words, strong: false, em: false, href: null, line: place }]],
  };
}

/** An entry without its label, which is handed over. */
function withoutLabel(tag: Tag, take: (label: Tag) => void): Tag {
  const children: (Tag | string)[] = [];
  for (const child of tag.children) {
    if (typeof child !== "string" && child.role === "Lbl") take(child);
    else children.push(typeof child === "string" || child.role === "L" ? child : withoutLabel(child, take));
  }
  return { ...tag, children };
}

interface FoundRow {
  readonly cells: readonly Cell[];
  readonly lefts: readonly (number | null)[];
  readonly isHead: boolean;
  readonly place: number;
}

function makeTable(table: Tag, page: Page): Block[] {
  const rows: FoundRow[] = [];
  const before: Block[] = [];
  const collect = (tag: Tag) => {
    for (const child of tagsIn(tag)) {
      if (child.role === "TR") rows.push(...makeRow(child, page));
      else if (child.role !== "Caption") collect(child);
      else {
        const pieces = takePieces(child, page);
        if (pieces.length > 0) before.push(makeParagraph(pieces, page));
      }
    }
  };
  collect(table);
  return rows.length === 0
    ? before
    : [...before, { kind: "table", place: rows[0]!.place, rows: alignRows(rows) }];
}

function makeRow(tag: Tag, page: Page): FoundRow[] {
  const cells = tagsIn(tag).map((cell) => {
    const inner: Page = { ...page, blocks: [], edgeOf: () => 0, looks: null };
    const before = new Set(page.told);
    readHolder(cell, inner);
    const pieces = [...page.told].slice(before.size);
    return {
      blocks: inner.blocks,
      left: pieces.length === 0 ? null : Math.min(...pieces.map(({ left }) => left)),
    };
  });
  const first = cells.find(({ blocks }) => blocks.length > 0)?.blocks[0];
  if (first === undefined) return [];
  return [
    {
      cells: cells.map(({ blocks }, column) => ({ column, width: 1, blocks })),
      lefts: cells.map(({ left }) => left),
      isHead: tagsIn(tag).every(({ role }) => role === "TH"),
      place: first.place,
    },
  ];
}

/** Rows with merged cells have fewer of them: each stands in the column below or above which it is printed. */
function alignRows(rows: readonly FoundRow[]): Row[] {
  const columns = Math.max(...rows.map(({ cells }) => cells.length));
  const full = rows.filter(({ cells }) => cells.length === columns);
  const edges = Array.from({ length: columns }, (_, column) =>
    Math.min(...full.map(({ lefts }) => lefts[column] ?? Number.POSITIVE_INFINITY)),
  );
  return rows.map(({ cells, lefts, isHead, place }) => {
    let next = 0;
    const aligned = cells.map((cell, index) => {
      const left = lefts[index] ?? null;
      const fits = left === null ? 0 : edges.findLastIndex((edge) => edge <= left + 6);
      const column = Math.min(Math.max(next, fits), columns - (cells.length - index));
      next = column + 1;
      return { ...cell, column };
    });
    return { cells: cells.length === columns ? cells : aligned, isHead, place };
  });
}
