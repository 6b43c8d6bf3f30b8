import type { Block, BlockKind } from "../markdown/block.ts";
import { scanBlocks } from "../markdown/blocks.ts";
import type { Span } from "../source/source-file.ts";
import { opensWithFence } from "../yaml/front-matter.ts";
import type { KeptNote } from "./kept-note.ts";
import { indexFrom } from "./place.ts";
import { isSpoken, once, readValues, type Stretch, stretchOf, type ValueStretch } from "./stretch.ts";

/** Words that were looked for, where they were found. */
export interface Found {
  readonly match: RegExpMatchArray;
  readonly stretch: Stretch;
  readonly span: Span;
}

/** What a note says in words. Code is none of them. */
export interface Prose {
  /** The whole file. */
  readonly text: string;
  /** The blocks of a note in Markdown below its front matter; none of one in YAML. */
  readonly blocks: readonly Block[];
  /** The places in `blocks` of those of one kind. */
  readonly indicesOf: (kind: BlockKind) => readonly number[];
  /** The headings among them. */
  readonly headings: readonly Stretch[];
  readonly stretches: () => readonly Stretch[];
  /** The blocks without blocks of their own in which a hint is found. */
  readonly blocksWith: (hint: RegExp) => Iterable<Block>;
  /**
   * Every match of a pattern (global), stretch by stretch, in those of a kind where one is named. Each must hold what
   * `hint` finds in its text as written.
   */
  readonly find: (pattern: RegExp, hint: RegExp, kind?: Stretch["kind"]) => Iterable<Found>;
}

/** Reads what a note says in words. `known` are the blocks below the front matter, where somebody has them. */
export function readProse(note: KeptNote, text: string, known?: readonly Block[]): Prose {
  // Where front matter can't be read, reading takes its lines for the body, and rules do not.
  const blocks = known === undefined || note.faults.length > 0 ? scanBody(note, text) : known;
  const byKind = groupByKind(blocks);
  const indicesOf = (kind: BlockKind) => byKind.get(kind) ?? [];
  const made = new Map<Block, Stretch>();
  const stretchFor = (block: Block) => {
    const stretch = made.get(block) ?? stretchOf(block, text);
    made.set(block, stretch);
    return stretch;
  };
  const values = once(() => readValues(note.frontMatter, text));
  const leaves = once(() => blocks.filter(({ kind }) => !HOLDS_BLOCKS.has(kind)));
  const leavesOf = (kind: Stretch["kind"] | undefined) =>
    kind === undefined ? leaves() : kind === "value" ? [] : indicesOf(kind).map((index) => blocks[index]!);
  const whole: Whole = { text, leavesOf, values, stretchFor };
  // No getters, and no generator of its own: V8 makes a hidden class for each, which keeps all that it reaches, and with
  // it every note, from being freed soon.
  return {
    text,
    blocks,
    indicesOf,
    headings: indicesOf("heading").map((index) => stretchFor(blocks[index]!)),
    stretches: () => [...values().map(({ stretch }) => stretch), ...blocks.filter(isSpoken).map(stretchFor)],
    blocksWith: (hint) => {
      const first = text.search(hint);
      return first < 0 ? [] : findBlocks(hint, leaves(), text, first);
    },
    find: (pattern, hint, kind) => {
      const first = text.search(hint);
      return first < 0 ? [] : findWords(stretchesWith(whole, hint, first, kind), pattern);
    },
  };
}

function scanBody(note: KeptNote, text: string): readonly Block[] {
  return /\.md$/i.test(note.path) ? scanBlocks(text, bodyStart(note, text)) : [];
}

/** One look at all blocks serves the rules that ask for tables, for code or for entries of lists: most notes lack some. */
function groupByKind(blocks: readonly Block[]): ReadonlyMap<BlockKind, readonly number[]> {
  const groups = new Map<BlockKind, number[]>();
  for (let index = 0; index < blocks.length; index++) {
    const { kind } = blocks[index]!;
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [index]);
    else group.push(index);
  }
  return groups;
}

/** What is looked through for words. */
interface Whole {
  readonly text: string;
  /** The blocks of a kind that hold no others, or all such blocks. */
  readonly leavesOf: (kind: Stretch["kind"] | undefined) => readonly Block[];
  readonly values: () => readonly ValueStretch[];
  readonly stretchFor: (block: Block) => Stretch;
}

/** The stretches of a kind, or of any, in which a hint is found that `first` stands in the text at this offset. */
function* stretchesWith(
  { text, leavesOf, values, stretchFor }: Whole,
  hint: RegExp,
  first: number,
  kind: Stretch["kind"] | undefined,
): Iterable<Stretch> {
  const isMeant = (one: { readonly kind: string }) => kind === undefined || one.kind === kind;
  for (const { stretch, written } of values())
    if (isMeant(stretch) && written.search(hint) >= 0) yield stretch;
  for (const block of findBlocks(hint, leavesOf(kind), text, first))
    if (isSpoken(block)) yield stretchFor(block);
}

function* findWords(stretches: Iterable<Stretch>, pattern: RegExp): Iterable<Found> {
  for (const stretch of stretches) {
    for (const match of stretch.words.matchAll(pattern)) {
      const span = stretch.placeOf(match.index, match.index + match[0].length);
      yield { match, stretch, span };
    }
  }
}

const HOLDS_BLOCKS: ReadonlySet<BlockKind> = new Set(["list", "item", "quote", "table", "row"]);

/** Those of some blocks that hold no others in which a hint is found, which `first` stands in the text at this offset. */
function* findBlocks(hint: RegExp, leaves: readonly Block[], text: string, first: number): Iterable<Block> {
  if (hint.multiline) {
    // What stands at the start of a line in a block need not do so in the file.
    yield* leaves.filter(({ start, end }) => text.slice(start, end).search(hint) >= 0);
    return;
  }
  // From one find to the next: what is said in three paragraphs need not be looked for in a hundred cells.
  for (let at = first; ; ) {
    const next = indexFrom(leaves, at + 1, ({ start }) => start);
    const block = leaves[next - 1];
    const isHere = block !== undefined && at < block.end;
    if (isHere) yield block;
    const from = isHere ? block.end : leaves[next]?.start;
    if (from === undefined) return;
    const found = text.slice(from).search(hint);
    if (found < 0) return;
    at = from + found;
  }
}

/** Where the body of a note begins, whether or not its front matter can be read or its fence is ever closed. */
function bodyStart({ frontMatter, faults }: KeptNote, text: string): number {
  if (!opensWithFence(text)) return 0;
  const close = text.indexOf("\n---", 3);
  if (close >= 0) return lineAfter(text, close + 1);
  if (frontMatter !== null) return lineAfter(text, frontMatter.span.end - 1);
  // Without keys the hyphens are a line across the page.
  return faults.some(({ rule }) => rule === "front-matter-is-valid") ? text.length : 0;
}

function lineAfter(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}
