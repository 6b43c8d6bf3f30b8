import type { Block } from "../markdown/block.ts";
import { scanBlocks } from "../markdown/blocks.ts";
import { plainText, spanIn } from "../markdown/plain-text.ts";
import { append } from "../source/many.ts";
import type { Span } from "../source/source-file.ts";
import type { YamlNode, YamlScalar } from "../source/yaml-node.ts";

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

/** A stretch of the front matter, and its text as written. */
export interface ValueStretch {
  readonly stretch: Stretch;
  readonly written: string;
}

/** Whether a block holds words of its own, and no other blocks. */
export function isSpoken({ kind }: Block): boolean {
  return kind === "heading" || kind === "paragraph" || kind === "cell";
}

/** A heading, a paragraph or a cell of a note in Markdown as a stretch. */
export function stretchOf(block: Block, text: string): Stretch {
  return stretchWithin(block, text, null, (span) => span);
}

/** `inFile` tells where a part of the text stands in the file. */
function stretchWithin(
  { kind, level, lines, start, end }: Block,
  text: string,
  key: string | null,
  inFile: (span: Span) => Span,
): Stretch {
  const plain = plainText(text, lines);
  return {
    kind: kind as Stretch["kind"],
    level: kind === "heading" ? level : 0,
    key,
    span: inFile({ start, end }),
    words: plain.text,
    placeOf: (from, to) => inFile(spanIn(plain, from, to)),
  };
}

/** A value that is found at the first question, and kept. */
export function once<Value>(find: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= find();
    return value;
  };
}

/** The values of some front matter; an item's note in YAML is Markdown, and has stretches of its own. */
export function readValues(node: YamlNode | null, text: string): readonly ValueStretch[] {
  const values: ValueStretch[] = [];
  if (node !== null) collectValues(node, null, text, values);
  return values;
}

function collectValues(node: YamlNode, key: string | null, text: string, values: ValueStretch[]): void {
  if (node.kind === "list") for (const item of node.items) collectValues(item, key, text, values);
  else if (node.kind === "map")
    for (const entry of node.entries) collectValues(entry.value, entry.key.value, text, values);
  else if (key === "note") append(values, readMarkdownValue(node, text, key));
  else {
    const inFile = once(() => placesOf(node, text));
    const placeOf = (start: number, end: number) => inFile()({ start, end });
    const stretch: Stretch = { kind: "value", level: 0, key, span: node.span, words: node.text, placeOf };
    values.push({ stretch, written: node.text });
  }
}

function* readMarkdownValue(node: YamlScalar, text: string, key: string): Iterable<ValueStretch> {
  const inFile = placesOf(node, text);
  for (const block of scanBlocks(node.text).filter(isSpoken)) {
    const written = node.text.slice(block.start, block.end);
    yield { stretch: stretchWithin(block, node.text, key, inFile), written };
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
