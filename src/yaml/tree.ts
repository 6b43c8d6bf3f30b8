import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  Scalar,
  type YAMLMap,
} from "yaml";
import type { Fault } from "../model/meeting.ts";
import type { Span } from "../source/source-file.ts";
import type { YamlEntry, YamlNode, YamlScalar } from "../source/yaml-node.ts";
import { findLineOffsets } from "./block-scalar.ts";
import { yamlFault } from "./fault.ts";

/** What one reading of the `yaml` package left behind, and where it stands in the file. */
export interface Tree {
  readonly file: string;
  /** The offset of what was read. */
  readonly base: number;
  /** Where what looks like a map is words with a colon in them: offsets in the file. */
  readonly brokenMaps: ReadonlySet<number>;
  readonly faults: Fault[];
}

/** A node of the `yaml` package as rrb keeps it; what cannot be kept is a fault. */
export function convertNode(node: Node, tree: Tree): YamlNode {
  const span = spanOf(node, tree);
  if (isSeq(node)) {
    const items = node.items.map((item) => convertNode(item as Node, tree));
    const end = node.flow === true ? span.end : (items.at(-1)?.span.end ?? span.start);
    return { kind: "list", items, span: { start: span.start, end } };
  }
  if (isMap(node)) return convertMap(node, span, tree);
  return isScalar(node) ? convertScalar(node, span, tree) : written(span, tree);
}

function spanOf(node: Node, tree: Tree): Span {
  const range = (node as ParsedNode).range;
  return { start: tree.base + range[0], end: tree.base + range[1] };
}

/** A node as the words it is written in. */
function written({ start, end }: Span, tree: Tree): YamlScalar {
  return { kind: "scalar", text: tree.file.slice(start, end), plain: true, span: { start, end } };
}

function convertMap(node: YAMLMap, span: Span, tree: Tree): YamlNode {
  if (node.flow !== true && tree.brokenMaps.has(span.start)) {
    const line = tree.file.slice(span.start, span.end).split(/\r?\n/)[0]!.trimEnd();
    return written({ start: span.start, end: span.start + line.length }, tree);
  }
  // In a block, words without a colon are reported where they stand, and are no key.
  const pairs = node.items.filter((pair) => node.flow === true || pair.value !== null);
  const entries = pairs.flatMap((pair) => convertPair(pair, tree));
  const end = node.flow === true ? span.end : (entries.at(-1)?.value.span.end ?? span.start);
  return { kind: "map", entries, span: { start: span.start, end } };
}

function convertPair(pair: Pair, tree: Tree): YamlEntry[] {
  const key = pair.key as Node;
  const span = spanOf(key, tree);
  if (!isScalar(key)) {
    // A reference for a key has been reported where it stands.
    if (!isAlias(key)) {
      tree.faults.push(
        yamlFault(span.start, span.end, "This key is no word.", "Write a word, a colon and a space."),
      );
    }
    return [];
  }
  if (key.value === "<<") {
    const advice = "Write the keys themselves out here.";
    tree.faults.push(
      yamlFault(span.start, span.end, "`<<` would merge another map, and rrb merges none.", advice),
    );
    return [];
  }
  const value: YamlNode =
    pair.value === null
      ? { kind: "scalar", text: "", plain: true, span: { start: span.end, end: span.end } }
      : convertNode(pair.value as Node, tree);
  return [{ key: { value: String(key.value), span }, value }];
}

function convertScalar(node: Scalar, span: Span, tree: Tree): YamlScalar {
  const text = String(node.value ?? "");
  const isBlock = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
  if (!isBlock) return { kind: "scalar", text, plain: node.type === Scalar.PLAIN, span };
  let { end } = span;
  while (/[\r\n]/.test(tree.file[end - 1] ?? "")) end--;
  const scalar = { kind: "scalar", text, plain: false, span: { start: span.start, end } } as const;
  if (node.type === Scalar.BLOCK_FOLDED) return scalar;
  return { ...scalar, lineOffsets: findLineOffsets(tree.file, span.start, text) };
}

/** Every key that stands a second time in its map, each where it is repeated. */
export function findRepeatedKeys(node: YamlNode): readonly Fault[] {
  if (node.kind === "scalar") return [];
  if (node.kind === "list") return node.items.flatMap(findRepeatedKeys);
  const seen = new Set<string>();
  return node.entries.flatMap(({ key, value }) => {
    const within = findRepeatedKeys(value);
    if (!seen.has(key.value)) {
      seen.add(key.value);
      return within;
    }
    const message = `\`${key.value}\` stands here a second time.`;
    return [
      yamlFault(key.span.start, key.span.end, message, "Keep one of the two, with all it has to say."),
      ...within,
    ];
  });
}
