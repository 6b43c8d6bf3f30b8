import type { Located, Span } from "./source-file.ts";

/** A scalar: `text` is what is written, quotes and escapes resolved; `plain` tells that no quotes stood around it. */
export interface YamlScalar {
  readonly kind: "scalar";
  readonly text: string;
  readonly plain: boolean;
  readonly span: Span;
  /** Of a block scalar (`|`): where each line of `text` starts in the file. */
  readonly lineOffsets?: readonly number[];
}

export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

export interface YamlMap {
  readonly kind: "map";
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
}

export interface YamlEntry {
  readonly key: Located<string>;
  readonly value: YamlNode;
}

/** YAML as rrb reads it: every node keeps its place, every scalar stays the text that was written. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

/** The value of a key of a map; the first one where the key stands twice. */
export function entryOf(node: YamlNode | null | undefined, key: string): YamlNode | null {
  if (node?.kind !== "map") return null;
  for (const entry of node.entries) if (entry.key.value === key) return entry.value;
  return null;
}

/** Whether a scalar says nothing: empty, `~` or `null`. */
export function isEmptyScalar(node: YamlNode): boolean {
  return node.kind === "scalar" && node.plain && /^(?:~|null)?$/i.test(node.text);
}
