import type { Fault } from "../model/meeting.ts";
import type { YamlEntry, YamlMap, YamlNode } from "../source/yaml-node.ts";
import { yamlFault } from "./fault.ts";
import { readPart, type YamlPart } from "./part.ts";
import { blankControls, findDocument } from "./stretch.ts";
import { findRepeatedKeys } from "./tree.ts";

/** What a YAML document says, and what is wrong with it, in the order of the text. */
export interface YamlReading {
  readonly node: YamlNode | null;
  readonly faults: readonly Fault[];
}

/** A line that starts a key at the margin. */
const TOP_KEY = /^[\p{L}_"'][\p{L}\p{N}_ "'-]*:/gmu;

/** Beyond this many keys at the margin, faults are not told apart key by key. */
const MOST_KEYS = 2000;

/** Reads a stretch of a file as one YAML document, with everything that is wrong with it. */
export function readDocument(file: string, from: number, to: number): YamlReading {
  const { text, faults: controls } = blankControls(file, from, to);
  const [start, end, markers] = findDocument(text, from, to);
  const whole = readPart(text, start, end);
  const mended = whole.isBroken ? readKeyByKey(text, start, end, whole) : whole;
  const repeated = mended.node === null ? [] : findRepeatedKeys(mended.node);
  const faults = [...controls, ...markers, ...mended.faults, ...repeated];
  return { node: mended.node, faults: faults.sort((a, b) => a.span.start - b.span.start) };
}

/**
 * Reads broken YAML again, each key at the margin by itself, so that one slip neither hides the next nor swallows the
 * keys after it. What starts at the margin of a block map can belong to nothing above it.
 */
function readKeyByKey(file: string, from: number, to: number, whole: YamlPart): YamlPart {
  const starts = [...file.slice(from, to).matchAll(TOP_KEY)].map((found) => from + found.index);
  if (starts.length === 0 || starts.length > MOST_KEYS) return whole;
  if (file.slice(from, starts[0]).trim() !== "") starts.unshift(from);
  const entries: YamlEntry[] = [];
  const faults: Fault[] = [];
  starts.forEach((start, index) => {
    const part = readPart(file, start, starts[index + 1] ?? to);
    faults.push(...part.faults);
    if (part.node?.kind === "map") entries.push(...part.node.entries);
    else if (part.node !== null) entries.push(...readLoneLine(part.node, faults));
  });
  if (entries.length === 0) return whole;
  const span = { start: entries[0]!.key.span.start, end: entries.at(-1)!.value.span.end };
  const node: YamlMap = { kind: "map", entries, span };
  return { node, faults: faults.length > 0 ? faults : whole.faults.slice(0, 1), isBroken: true };
}

/** What stands between the keys and is none; `date:2020-01-21` is read as it was meant. */
function readLoneLine(node: YamlNode, faults: Fault[]): YamlEntry[] {
  const { start, end } = node.span;
  const glued = node.kind === "scalar" && node.plain ? /^([\w-]+):(?=\S)/.exec(node.text) : null;
  if (glued === null || node.kind !== "scalar") {
    const advice = "Write a key, a colon, a space and the value.";
    if (faults.every((fault) => fault.span.start < start)) {
      faults.push(yamlFault(start, end, "This is no `key: value`.", advice));
    }
    return [];
  }
  const colon = start + glued[0].length;
  const message = "A space is missing after the colon.";
  faults.push(yamlFault(colon - 1, colon, message, `Write \`${glued[1]}: \`, with a space.`));
  const key = { value: glued[1]!, span: { start, end: colon - 1 } };
  return [{ key, value: { ...node, text: node.text.slice(glued[0].length), span: { start: colon, end } } }];
}
