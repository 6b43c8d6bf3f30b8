import { append } from "../../../source/many.ts";
import type { Block, Heading } from "../../block.ts";
import type { Line as Words } from "../../inline.ts";
import { weigh } from "../lines/heading.ts";
import { type Indent, indentOf, isAsFarIn } from "../lines/indent.ts";
import { growLast, splitLabel } from "../lines/label.ts";
import { findLines } from "../lines/line.ts";
import { makeStretch, type Stretch } from "../lines/stretch.ts";
import { divideIntoLines, fillTheirWidth, joinLines, joinWrapped } from "../lines/wrapped.ts";
import type { Piece } from "../sheet/pieces.ts";
import { HEADING, isBlockTag, type Tag, tagsIn } from "../sheet/tag.ts";
import { type Marked, takePieces, untoldOf } from "./marked.ts";
import { makeList } from "./tagged-list.ts";
import { makeTable } from "./tagged-table.ts";

/** The blocks of a page as its tags tell them; those of its pieces that they leave out stand where they stand on the page. */
export function readTagged(tags: Tag | null, pieces: readonly Piece[], marked: Marked): Block[] {
  const blocks = tags === null ? [] : readHeld(tags, marked);
  for (const line of findLines(pieces.filter((piece) => !marked.told.has(piece)))) {
    const all = makeStretch(line.stretches.flatMap((stretch) => stretch.pieces));
    insert(blocks, all.words, marked.placeOf(all.pieces[0]!));
  }
  return blocks;
}

function insert(blocks: Block[], words: Words, place: number): void {
  const after = blocks.findIndex((block) => block.place > place);
  blocks.splice(after < 0 ? blocks.length : after, 0, { kind: "paragraph", place, lines: [words] });
}

/** Reads what an element holds; words that are in no block of their own make a paragraph, or an entry of a list. */
function readHeld(tag: Tag, marked: Marked): Block[] {
  const blocks: Block[] = [];
  let loose: Piece[] = [];
  // Some programs end a list before the later paragraphs of its last entry.
  let above: Indent | null = null;
  const close = () => {
    if (loose.length > 0) blocks.push(makeParagraph(loose, marked));
    loose = [];
  };
  for (const child of tag.children) {
    if (typeof child === "string" || !isBlockTag(child)) {
      loose.push(...takePieces(child, marked));
      continue;
    }
    close();
    const isList = child.role === "L";
    const mayBeBelow: boolean = above !== null && child.role === "P";
    const line: Stretch | undefined = isList || mayBeBelow ? beginningOf(child, marked) : undefined;
    const made = makeBlocks(child, marked);
    const list = blocks.at(-1);
    const isBelow = !isList && above !== null && line !== undefined && isAsFarIn(line, above);
    if (isBelow && list?.kind === "list") {
      blocks[blocks.length - 1] = growLast(list, (held) => [...held, ...made]);
    } else {
      append(blocks, made);
      above = isList && line !== undefined ? indentOf(line) : null;
    }
  }
  close();
  return blocks;
}

/** The first line of a paragraph, or of the last entry of a list. */
function beginningOf(tag: Tag, marked: Marked): Stretch | undefined {
  return divideIntoLines(untoldOf(tag.role === "L" ? lastEntryOf(tag) : tag, marked))[0];
}

function lastEntryOf(list: Tag): Tag {
  const entry = tagsIn(list).at(-1);
  const inner = entry === undefined ? undefined : [entry, ...tagsIn(entry)].flatMap(tagsIn).at(-1);
  if (inner?.role === "L") return lastEntryOf(inner);
  return entry ?? list;
}

function makeBlocks(tag: Tag, marked: Marked): Block[] {
  if (HEADING.test(tag.role)) return makeHeading(tag, marked);
  if (tag.role === "Table") return makeTable(tag, marked, readHeld);
  if (tag.role === "L") return makeList(tag, marked, readHeld);
  return readHeld(tag, marked);
}

function makeHeading(tag: Tag, marked: Marked): Block[] {
  const pieces = takePieces(tag, marked);
  if (pieces.length === 0) return [];
  const level = Number(/[1-6]/.exec(tag.role)?.[0] ?? 1);
  const line = joinWrapped(divideIntoLines(pieces));
  return [{ kind: "heading", level, line, place: marked.placeOf(pieces[0]!) }];
}

function makeParagraph(pieces: readonly Piece[], { placeOf, edgeOf, looks }: Marked): Block {
  const place = placeOf(pieces[0]!);
  const stretches = divideIntoLines(pieces);
  const weight = looks === null ? null : weigh(stretches, looks.body);
  if (weight !== null) {
    const heading: Heading = { kind: "heading", level: 1, line: joinWrapped(stretches), place };
    looks!.headings.push({ heading, weight });
    return heading;
  }
  const edge =
    stretches.length < 2 || fillTheirWidth(stretches)
      ? 0
      : Math.max(edgeOf(pieces[0]!), ...stretches.map(({ right }) => right));
  const lines = joinLines(stretches, edge, (line) => placeOf(line.pieces[0]!));
  const labelled = splitLabel(lines[0]!);
  if (labelled === null) return { kind: "paragraph", place, lines };
  const paragraph: Block = { kind: "paragraph", place, lines: [labelled.words, ...lines.slice(1)] };
  return { kind: "list", place, entries: [{ label: labelled.label, place, blocks: [paragraph] }] };
}
