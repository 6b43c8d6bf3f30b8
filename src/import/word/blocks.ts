import { append } from "../../source/many.ts";
import type { Block, Heading, Row } from "../block.ts";
import { placeCells } from "../grid.ts";
import { type Line, type Piece, PLAIN, tidyLine } from "../inline.ts";
import { type ListedBlock, nestEntries } from "../nesting.ts";
import { FACT, type ParagraphFact } from "./finds.ts";
import type { DocumentTree, Node } from "./tree.ts";

interface Reading {
  readonly tree: DocumentTree;
  readonly facts: readonly ParagraphFact[];
  /** Notes to be put behind the block that refers to them. */
  notes: { readonly number: number; readonly node: Node }[];
  counted: number;
  place: number;
}

/** The blocks of a Word file, by mammoth's tree and what is known beside it. Footnotes follow the block they belong to. */
export function readWordBlocks(tree: DocumentTree, facts: readonly ParagraphFact[]): Block[] {
  return readBlocks(tree.body, { tree, facts, notes: [], counted: 0, place: 1 });
}

function readBlocks(nodes: readonly Node[], reading: Reading): Block[] {
  const blocks: Block[] = [];
  let listed: ListedBlock[] = [];
  const end = (): void => {
    append(blocks, nestEntries(listed));
    listed = [];
  };
  for (const node of nodes) {
    if (node.type === "table") {
      end();
      blocks.push(readTable(node, reading));
    } else if (node.type === "paragraph") {
      const { block, entry, goesOn } = readParagraph(node, reading);
      if (block === null) continue;
      const before = listed.at(-1);
      if (entry !== null && entry.label !== "" && block.kind === "paragraph")
        listed.push({ ...entry, block });
      else if (goesOn && before !== undefined)
        listed.push({ label: null, level: before.level, block, goesOn });
      else {
        end();
        blocks.push(block);
      }
    }
    if (reading.notes.length > 0) {
      end();
      append(blocks, readNotes(reading));
    }
  }
  end();
  return blocks;
}

interface ReadParagraph extends Pick<ParagraphFact, "entry" | "goesOn"> {
  /** Null where nothing stands in it. */
  readonly block: Block | null;
}

function readParagraph(node: Node, reading: Reading): ReadParagraph {
  const fact = factOf(node, reading.facts);
  // A note's own paragraphs stand where it is referred to.
  const place = fact?.place ?? reading.place;
  if (fact !== null && reading.counted === 0) reading.place = place;
  const lines: Piece[][] = [[]];
  for (const child of node.children ?? []) writePieces(child, PLAIN, lines, reading);
  const tidy = lines.map(tidyLine).filter((line) => line.length > 0);
  if (tidy.length === 0) return { block: null, entry: null, goesOn: false };
  if (fact?.heading != null)
    return { block: headingOf(tidy, fact.heading, reading.place, fact), entry: null, goesOn: false };
  const block: Block = { kind: "paragraph", place: reading.place, lines: tidy };
  return { block, entry: fact?.entry ?? null, goesOn: fact?.goesOn ?? false };
}

function headingOf(lines: readonly Line[], level: number, place: number, { entry }: ParagraphFact): Heading {
  const space: Piece = { ...PLAIN, words: " ", line: null };
  const label: Piece[] = entry?.label ? [{ ...PLAIN, words: `${entry.label} `, line: null }] : [];
  return {
    kind: "heading",
    level,
    place,
    line: tidyLine([...label, ...lines.flatMap((line) => [...line, space])]),
  };
}

function factOf(node: Node, facts: readonly ParagraphFact[]): ParagraphFact | null {
  const mark = node.children?.find(({ type, name }) => type === "bookmarkStart" && name?.startsWith(FACT));
  return (mark === undefined ? undefined : facts[Number(mark.name!.slice(FACT.length))]) ?? null;
}

function writePieces(
  node: Node,
  dress: Omit<Piece, "words" | "line">,
  lines: Piece[][],
  reading: Reading,
): void {
  const write = (words: string): void => void lines[lines.length - 1]!.push({ ...dress, words, line: null });
  if (node.type === "text") write(node.value ?? "");
  else if (node.type === "tab") write("\t");
  else if (node.type === "break") lines.push([]);
  else if (node.type === "checkbox") write(node.checked ? "\u2612 " : "\u2610 ");
  else if (node.type === "noteReference") {
    reading.counted++;
    reading.notes.push({ number: reading.counted, node });
    write(`[${reading.counted}]`);
  } else {
    const strong = node.isBold ?? dress.strong;
    const em = node.isItalic ?? dress.em;
    const href = node.type === "hyperlink" ? (node.href ?? null) : dress.href;
    for (const child of node.children ?? []) writePieces(child, { strong, em, href }, lines, reading);
  }
}

function readNotes(reading: Reading): Block[] {
  const notes = reading.notes;
  reading.notes = [];
  return notes.flatMap(({ number, node }) => {
    const blocks = readBlocks(reading.tree.noteOf(node), { ...reading, facts: [], notes: [] });
    const lead: Piece = { ...PLAIN, words: `[${number}] `, line: null };
    const [first, ...rest] = blocks;
    if (first?.kind !== "paragraph") return blocks;
    return [{ ...first, lines: [tidyLine([lead, ...first.lines[0]!]), ...first.lines.slice(1)] }, ...rest];
  });
}

function readTable(table: Node, reading: Reading): Block {
  const rows = (table.children ?? []).filter(({ type }) => type === "tableRow");
  const placed = placeCells(
    rows.map((row) =>
      (row.children ?? []).map((cell) => ({ cell, width: cell.colSpan ?? 1, height: cell.rowSpan ?? 1 })),
    ),
  );
  const read = rows.map((row, index): Row => {
    const cells = placed[index]!.map(({ cell, column, width }) => ({
      column,
      width,
      blocks: readBlocks(cell.children ?? [], reading),
    }));
    return { place: reading.place, isHead: row.isHeader === true, cells };
  });
  return { kind: "table", place: read[0]?.place ?? reading.place, rows: read };
}
