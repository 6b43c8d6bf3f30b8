import type { Block } from "../markdown/block.ts";
import { scanBlocks } from "../markdown/blocks.ts";
import { plainText, spanIn } from "../markdown/plain-text.ts";
import type { Note } from "../model/meeting.ts";
import type { Span } from "../source/source-file.ts";
import type { YamlNode, YamlScalar } from "../source/yaml-node.ts";
import { opensWithFence } from "../yaml/front-matter.ts";

/** What a reader reads as one: a heading, a paragraph, a cell of a table, or a value of a key. */
export interface Stretch {
  readonly kind: "heading" | "paragraph" | "cell" | "value";
  /** 1 to 6 for a heading; else 0. */
  readonly level: number;
  /** The key whose value it is; of an item's note in YAML `note`; null in Markdown. */
  readonly key: string | null;
  readonly span: Span;
  /** What a reader sees of it: lines joined by `\n`, markup taken off. */
  readonly words: string;
  /** Where a part of `words` stands in the file. */
  readonly placeOf: (from: number, to: number) => Span;
}

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
  /** The headings among them. */
  readonly headings: readonly Stretch[];
  readonly stretches: readonly Stretch[];
  /** Every match of a pattern (global), stretch by stretch; each must hold what `hint` finds in its text as written. */
  readonly find: (pattern: RegExp, hint: RegExp) => Iterable<Found>;
}

/** A pattern that finds words as they are written, whatever white space stands between them. */
export function literally(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+");
}

/** Reads the prose of notes, and keeps that of the note asked for last: rules ask of one note after another. */
export function keepProse(textOf: (path: string) => string): (note: Note) => Prose {
  let last: { readonly note: Note; readonly prose: Prose } | null = null;
  return (note) => {
    if (last?.note !== note) last = { note, prose: readProse(note, textOf(note.path)) };
    return last.prose;
  };
}

function readProse(note: Note, text: string): Prose {
  const isMarkdown = /\.md$/i.test(note.path);
  const blocks = once(() => (isMarkdown ? scanBlocks(text, bodyStart(note, text)) : []));
  const headings = once(() =>
    blocks()
      .filter(({ kind }) => kind === "heading")
      .map((block) => stretchOf(block, text, null, AS_IT_STANDS)),
  );
  const stretches = once(() => [...readStretches(note, blocks(), text, null)]);
  return {
    text,
    get blocks() {
      return blocks();
    },
    get headings() {
      return headings();
    },
    get stretches() {
      return stretches();
    },
    find: (pattern, hint) =>
      text.search(hint) < 0 ? [] : findWords(readStretches(note, blocks(), text, hint), pattern),
  };
}

function once<Value>(read: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= read();
    return value;
  };
}

function* findWords(stretches: Iterable<Stretch>, pattern: RegExp): Iterable<Found> {
  for (const stretch of stretches) {
    for (const match of stretch.words.matchAll(pattern)) {
      const span = stretch.placeOf(match.index, match.index + match[0].length);
      yield { match, stretch, span };
    }
  }
}

/** The stretches of a note in whose text as written a hint is found; all where there is none. */
function* readStretches(
  note: Note,
  blocks: readonly Block[],
  text: string,
  hint: RegExp | null,
): Iterable<Stretch> {
  yield* readValues(note.frontMatter, null, text, hint);
  yield* readBlocks(blocks, text, null, AS_IT_STANDS, hint);
}

const AS_IT_STANDS = (span: Span): Span => span;

/** Where the body of a note begins, whether or not its front matter can be read or its fence is ever closed. */
function bodyStart({ frontMatter, faults }: Note, text: string): number {
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

/** The headings, paragraphs and cells among some blocks; `inFile` tells where a part of their text stands in the file. */
function* readBlocks(
  blocks: readonly Block[],
  text: string,
  key: string | null,
  inFile: (span: Span) => Span,
  hint: RegExp | null,
): Iterable<Stretch> {
  for (const block of blocks) {
    const { kind, start, end } = block;
    if (kind !== "heading" && kind !== "paragraph" && kind !== "cell") continue;
    if (hint === null || text.slice(start, end).search(hint) >= 0) yield stretchOf(block, text, key, inFile);
  }
}

function stretchOf(
  { kind, level, lines, start, end }: Block,
  text: string,
  key: string | null,
  inFile: (span: Span) => Span,
): Stretch {
  const plain = once(() => plainText(text, lines));
  return {
    kind: kind as Stretch["kind"],
    level: kind === "heading" ? level : 0,
    key,
    span: inFile({ start, end }),
    get words() {
      return plain().text;
    },
    placeOf: (from, to) => inFile(spanIn(plain(), from, to)),
  };
}

function* readValues(
  node: YamlNode | null,
  key: string | null,
  text: string,
  hint: RegExp | null,
): Iterable<Stretch> {
  if (node === null) return;
  if (node.kind === "list") for (const item of node.items) yield* readValues(item, key, text, hint);
  else if (node.kind === "map")
    for (const entry of node.entries) yield* readValues(entry.value, entry.key.value, text, hint);
  else if (hint === null || node.text.search(hint) >= 0) {
    const inFile = placesOf(node, text);
    const placeOf = (start: number, end: number) => inFile({ start, end });
    if (key === "note") yield* readBlocks(scanBlocks(node.text), node.text, key, inFile, hint);
    else yield { kind: "value", level: 0, key, span: node.span, words: node.text, placeOf };
  }
}

/** Where a part of a scalar's text stands in the file; the whole scalar where escapes or folded lines hide it. */
function placesOf({ text: value, span, lineOffsets }: YamlScalar, text: string): (part: Span) => Span {
  if (lineOffsets !== undefined) {
    const at = (offset: number): number => {
      const lines = value.slice(0, offset).split("\n");
      return (lineOffsets[lines.length - 1] ?? span.start) + lines.at(-1)!.length;
    };
    return ({ start, end }) => ({ start: at(start), end: at(end) });
  }
  const first = text.startsWith(value, span.start)
    ? span.start
    : text.startsWith(value, span.start + 1)
      ? span.start + 1
      : null;
  return ({ start, end }) => (first === null ? span : { start: first + start, end: first + end });
}
