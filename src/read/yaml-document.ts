import { parseDocument } from "yaml";
import type { Fault } from "../model/meeting.ts";
import type { YamlEntry, YamlMap, YamlNode } from "../source/yaml-node.ts";
import { yamlFault } from "./yaml-fault.ts";
import { cutLexemes, findForeignSigns, isTooDeep } from "./yaml-lexemes.ts";
import { convertNode, findRepeatedKeys, type Tree } from "./yaml-tree.ts";
import { wordError, wordUnclosed } from "./yaml-wording.ts";

/** What was read, and what was wrong with it, in the order of the text. */
export interface Reading {
  readonly node: YamlNode | null;
  readonly faults: readonly Fault[];
}

/** A part of the reading; `broken` where the YAML itself is at fault. */
interface Part extends Reading {
  readonly broken: boolean;
}

/** Every scalar stays text; two equal keys are found by rrb, since the package takes quadratic time for it. */
const OPTIONS = { schema: "failsafe", uniqueKeys: false, logLevel: "error", prettyErrors: false } as const;

/** A line that starts a key at the margin. */
const TOP_KEY = /^[\p{L}_"'][\p{L}\p{N}_ "'-]*:/gmu;

/** Beyond this many keys at the margin, faults are not told apart key by key. */
const MOST_KEYS = 2000;

/** Reads a stretch of a file as one YAML document, with everything that is wrong with it. */
export function readDocument(file: string, from: number, to: number): Reading {
  const { text, faults: controls } = blankControls(file, from, to);
  const [start, end, markers] = findDocument(text, from, to);
  const whole = readPart(text, start, end);
  const mended = whole.broken ? readKeyByKey(text, start, end, whole) : whole;
  const repeated = mended.node === null ? [] : findRepeatedKeys(mended.node);
  const faults = [...controls, ...markers, ...mended.faults, ...repeated];
  return { node: mended.node, faults: faults.sort((a, b) => a.span.start - b.span.start) };
}

/** The text with a space for every control character in the stretch, each run of which is a fault. */
function blankControls(file: string, from: number, to: number): { text: string; faults: Fault[] } {
  const faults: Fault[] = [];
  const stretch = file
    .slice(from, to)
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]+|\r(?!\n)/g, (run, at) => {
      const message = "A control character stands here, which nobody can see.";
      faults.push(yamlFault(from + at, from + at + run.length, message, "Delete it."));
      return " ".repeat(run.length);
    });
  return { text: faults.length === 0 ? file : file.slice(0, from) + stretch + file.slice(to), faults };
}

/** The one document in a stretch: after its `---`, if it has one, and up to where a second one would start. */
function findDocument(text: string, from: number, to: number): [number, number, Fault[]] {
  const faults: Fault[] = [];
  const stretch = text.slice(from, to);
  const opening = /^(?:[ \t]*(?:#.*)?\r?\n|%.*(?:\r?\n|$))*(?:---(?=\s|$))?/.exec(stretch)![0];
  const start = opening.length;
  for (const directive of opening.matchAll(/^%.*$/gm)) {
    const at = from + directive.index;
    const end = at + directive[0].trimEnd().length;
    faults.push(yamlFault(at, end, "This is a YAML directive, and rrb obeys none.", "Delete the line."));
  }
  const second = /^(?:---|\.\.\.)(?=\s|$)/m.exec(stretch.slice(start));
  if (second === null) return [from + start, to, faults];
  const end = from + start + second.index;
  if (/^(?:\s|#.*|---(?=\s)|\.\.\.(?=\s))*$/.test(text.slice(end + 3, to)))
    return [from + start, end, faults];
  const message = "A second YAML document starts here, and is not read.";
  faults.push(yamlFault(end, end + 3, message, "Delete this line, so that all the keys stand together."));
  return [from + start, end, faults];
}

function readPart(file: string, base: number, end: number): Part {
  const source = file.slice(base, end);
  const lexemes = cutLexemes(source);
  if (isTooDeep(lexemes)) {
    const message = "Lists and maps are nested too deeply here to be read.";
    const fault = yamlFault(base, base + Math.min(1, source.length), message, "Write them out flat.");
    return { node: null, faults: [fault], broken: false };
  }
  const document = parseDocument(source, OPTIONS);
  const brokenMaps = new Set<number>();
  const twoLines = new Set<number>();
  for (const { code, pos } of document.errors) {
    if (code === "MULTILINE_IMPLICIT_KEY") twoLines.add(pos[0]);
    if (code === "MULTILINE_IMPLICIT_KEY" || code === "BLOCK_AS_IMPLICIT_KEY") brokenMaps.add(base + pos[0]);
  }
  const foreign = findForeignSigns(lexemes, base);
  const faults: Fault[] = [];
  let isLeftOpen = false;
  for (const error of document.errors) {
    if (error.code === "BLOCK_AS_IMPLICIT_KEY" && twoLines.has(error.pos[0])) continue;
    const unclosed = wordUnclosed(error, source, base, lexemes);
    faults.push(unclosed ?? wordError(error, source, base));
    // Whatever follows has been read as a part of what was left open.
    isLeftOpen = unclosed !== null;
    if (isLeftOpen) break;
  }
  const tree: Tree = { file, base, brokenMaps, faults: [] };
  const node = document.contents === null ? null : convertNode(document.contents, tree);
  const told = firstOfEachLine(faults, foreign, file);
  return {
    node,
    faults: [...foreign, ...told, ...(isLeftOpen ? [] : firstOfEachLine(tree.faults, told, file))],
    broken: document.errors.length > 0,
  };
}

/** One slip makes the package stumble several times: what follows on a line with a fault is silent. */
function firstOfEachLine(faults: readonly Fault[], told: readonly Fault[], file: string): Fault[] {
  const lineOf = (fault: Fault) => file.lastIndexOf("\n", fault.span.start - 1);
  const lines = new Set(told.map(lineOf));
  return [...faults]
    .sort((a, b) => a.span.start - b.span.start)
    .filter((fault) => !lines.has(lineOf(fault)) && lines.add(lineOf(fault)));
}

/**
 * Reads broken YAML again, each key at the margin by itself, so that one slip neither hides the next nor swallows the
 * keys after it. What starts at the margin of a block map can belong to nothing above it.
 */
function readKeyByKey(file: string, from: number, to: number, whole: Part): Part {
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
  return { node, faults: faults.length > 0 ? faults : whole.faults.slice(0, 1), broken: true };
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
