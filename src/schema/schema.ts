import type * as z from "zod/mini";
import type { Fault } from "../model/meeting.ts";
import { nearest } from "../source/nearest.ts";
import { entryOf, isEmptyScalar, type YamlMap, type YamlNode } from "../source/yaml-node.ts";
import { yamlFault } from "../yaml/fault.ts";
import { BOARD_SCHEMA } from "./board.ts";
import type { Kind } from "./kinds.ts";
import { FRONT_MATTER_SCHEMA, MEETING_SCHEMA } from "./meeting.ts";
import { isUsual } from "./usual-keys.ts";
import { wordMissing, wordUnknownKey, wordValue } from "./wording.ts";

type Schema = z.core.$ZodType;
type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/**
 * What is wrong with the keys of a meeting, in the order of the file: every key must be known and every value of its
 * kind. `text` is the whole file; in one with a body below its front matter, the items are Markdown.
 */
export function checkMeetingKeys(node: YamlNode, text: string): Fault[] {
  return isUsual(node) ? [] : checkAllMeetingKeys(node, text);
}

/** The same, whatever the keys. */
export function checkAllMeetingKeys(node: YamlNode, text: string): Fault[] {
  const isMarkdown = /^---[^\n]*\n\s*\S/m.test(text.slice(node.span.end));
  return checkKeys(isMarkdown ? FRONT_MATTER_SCHEMA : MEETING_SCHEMA, node, text);
}

/** What is wrong with the keys of `board.yaml`, in the order of the file. */
export function checkBoardKeys(node: YamlNode, text: string): Fault[] {
  return checkKeys(BOARD_SCHEMA, node, text);
}

function checkKeys(schema: Schema, node: YamlNode, text: string): Fault[] {
  const { success, error } = (schema as z.ZodMiniType).safeParse(unpack(node));
  if (success) return [];
  const told = new Set<number>();
  return error.issues
    .flatMap((issue) => narrow(issue, node))
    .flatMap((issue) => tell(issue, schema, node, text))
    .sort((a, b) => a.span.start - b.span.start)
    .filter((fault) => !told.has(fault.span.start) && told.add(fault.span.start));
}

/** YAML as zod takes it: a scalar is its text, an empty one nothing; no key of a note can reach a prototype. */
function unpack(node: YamlNode): unknown {
  if (node.kind === "scalar") return isEmptyScalar(node) ? undefined : node.text;
  if (node.kind === "list") return node.items.map(unpack);
  const value: Record<string, unknown> = Object.create(null);
  for (const entry of node.entries) value[entry.key.value] ??= unpack(entry.value);
  return value;
}

/** Where a value may be one of several things, what is wrong is told of the one that it is meant to be. */
function narrow(issue: Issue, root: YamlNode): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const isMap = nodeAt(root, issue.path)?.kind === "map";
  const meant = issue.errors.find((branch) =>
    branch.some(({ code, path }) => path.length > 0 || (isMap && code === "unrecognized_keys")),
  );
  if (meant === undefined) return [issue];
  return meant.flatMap((inner) => narrow({ ...inner, path: [...issue.path, ...inner.path] }, root));
}

function tell(issue: Issue, schema: Schema, root: YamlNode, text: string): Fault[] {
  const { path } = issue;
  const node = nodeAt(root, path);
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, path);
    return node?.kind === "map" ? issue.keys.flatMap((key) => tellUnknown(key, node, known)) : [];
  }
  const kind = issue.message as Kind;
  const name = String(path.findLast((step) => typeof step === "string") ?? "");
  const isEntry = typeof path.at(-1) === "number";
  if (node === null || (isEmptyScalar(node) && !isEntry)) {
    return tellMissing(
      name,
      kind,
      node,
      nodeAt(root, path.slice(0, -1)),
      keysAt(schema, path.slice(0, -1)),
      text,
    );
  }
  const below = kind === "list" ? [...path, 0] : path;
  const words = issue.code === "invalid_value" ? issue.values.map(String) : keysAt(schema, below);
  return [yamlFault(node.span.start, node.span.end, ...wordValue(kind, node, name, isEntry, words))];
}

/** A key that has to be there is told at its empty value; else at the fence, or at the first key of its map. */
function tellMissing(
  name: string,
  kind: Kind,
  node: YamlNode | null,
  map: YamlNode | null,
  known: readonly string[],
  text: string,
): Fault[] {
  const entries = map?.kind === "map" ? map.entries : [];
  // A misspelt key has been told already.
  if (entries.some(({ key }) => !known.includes(key.value) && nearest(key.value, known) === name)) return [];
  const isFenced = name === "date" && text.startsWith("---");
  const { start, end } =
    node?.span ?? (isFenced ? { start: 0, end: 3 } : (entries[0]?.key.span ?? map!.span));
  return [yamlFault(start, end, ...wordMissing(name, kind))];
}

function tellUnknown(key: string, map: YamlMap, known: readonly string[]): Fault[] {
  const entry = map.entries.find((candidate) => candidate.key.value === key);
  if (entry === undefined) return [];
  const { start, end } = entry.key.span;
  if ((key === "items" || key === "progress") && known.includes("date")) {
    const message = `\`${key}\` is a key of meetings that are written wholly in YAML.`;
    return [yamlFault(start, end, message, "Write it below the front matter, in Markdown.")];
  }
  return [yamlFault(start, end, ...wordUnknownKey(key, known))];
}

function nodeAt(root: YamlNode, path: Path): YamlNode | null {
  let node: YamlNode | null = root;
  for (const step of path) {
    node = node?.kind === "list" ? (node.items[Number(step)] ?? null) : entryOf(node, String(step));
  }
  return node;
}

/** The keys that the schema knows at a path; none where no map stands there. */
function keysAt(schema: Schema, path: Path): readonly string[] {
  let at: Schema | undefined = schema;
  for (const step of path) at = below(at, step);
  return Object.keys(shapeOf(at) ?? {});
}

type Definition = {
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly options?: readonly Schema[];
};

function below(schema: Schema | undefined, step: PropertyKey): Schema | undefined {
  const shape = shapeOf(schema);
  if (shape !== undefined) return shape[String(step)];
  const { element, valueType } = definitionOf(schema);
  return element ?? valueType;
}

function shapeOf(schema: Schema | undefined): Definition["shape"] {
  return definitionOf(schema).shape;
}

/** A schema's own definition, under `optional`, and of several the one that holds something. */
function definitionOf(schema: Schema | undefined): Definition {
  const definition = (schema?._zod.def ?? {}) as Definition;
  if (definition.innerType !== undefined) return definitionOf(definition.innerType);
  if (definition.options === undefined) return definition;
  return definitionOf(definition.options.at(-1));
}
