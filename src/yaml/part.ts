import { parseDocument, type YAMLError } from "yaml";
import type { Fault } from "../model/meeting.ts";
import type { YamlNode } from "../source/yaml-node.ts";
import { yamlFault } from "./fault.ts";
import { cutLexemes, findForeignSigns, isTooDeep, type Lexeme } from "./lexemes.ts";
import { convertNode, type Tree } from "./tree.ts";
import { wordError, wordUnclosed } from "./wording.ts";

/** What one part of a YAML document says. */
export interface YamlPart {
  readonly node: YamlNode | null;
  readonly faults: readonly Fault[];
  /** Whether the YAML itself is at fault, so that a slip may have swallowed what follows. */
  readonly isBroken: boolean;
}

/** Every scalar stays text; two equal keys are found by rrb, since the package takes quadratic time for it. */
const OPTIONS = { schema: "failsafe", uniqueKeys: false, logLevel: "error", prettyErrors: false } as const;

/** So many errors of the package are told of one part; it can find one in every letter. */
const MOST_ERRORS = 200;

/** Reads the stretch of a file from `base` to `end` as YAML. */
export function readPart(file: string, base: number, end: number): YamlPart {
  const source = file.slice(base, end);
  const lexemes = cutLexemes(source);
  if (isTooDeep(lexemes)) {
    const message = "Lists and maps are nested too deeply here to be read.";
    const fault = yamlFault(base, base + 1, message, "Write them out flat.");
    return { node: null, faults: [fault], isBroken: true };
  }
  const { contents, errors } = parseDocument(source, OPTIONS);
  const tree: Tree = { file, base, brokenMaps: findBrokenMaps(errors, base), faults: [] };
  const node = contents === null ? null : convertNode(contents, tree);
  const foreign = findForeignSigns(lexemes, base);
  const { faults, isLeftOpen } = tellErrors(errors, source, base, lexemes);
  const told = firstOfEachLine(faults, foreign, file);
  const ofTree = isLeftOpen ? [] : firstOfEachLine(tree.faults, told, file);
  return { node, faults: [...foreign, ...told, ...ofTree], isBroken: errors.length > 0 };
}

/** Where words with a colon in them, or over two lines, pass for a map. */
function findBrokenMaps(errors: readonly YAMLError[], base: number): ReadonlySet<number> {
  const broken = errors.filter(
    ({ code }) => code === "MULTILINE_IMPLICIT_KEY" || code === "BLOCK_AS_IMPLICIT_KEY",
  );
  return new Set(broken.map(({ pos }) => base + pos[0]));
}

function tellErrors(
  errors: readonly YAMLError[],
  source: string,
  base: number,
  lexemes: readonly Lexeme[],
): { faults: Fault[]; isLeftOpen: boolean } {
  const overLines = new Set(
    errors.filter(({ code }) => code === "MULTILINE_IMPLICIT_KEY").map(({ pos }) => pos[0]),
  );
  const faults: Fault[] = [];
  for (const error of errors.slice(0, MOST_ERRORS)) {
    if (error.code === "BLOCK_AS_IMPLICIT_KEY" && overLines.has(error.pos[0])) continue;
    const unclosed = wordUnclosed(error, source, base, lexemes);
    faults.push(unclosed ?? wordError(error, source, base));
    // Whatever follows has been read as a part of what was left open.
    if (unclosed !== null) return { faults, isLeftOpen: true };
  }
  return { faults, isLeftOpen: false };
}

/** One slip makes the package stumble several times: what follows on a line with a fault is silent. */
function firstOfEachLine(faults: readonly Fault[], told: readonly Fault[], file: string): Fault[] {
  const lineOf = (fault: Fault) => file.lastIndexOf("\n", fault.span.start - 1);
  const lines = new Set(told.map(lineOf));
  return [...faults]
    .sort((a, b) => a.span.start - b.span.start)
    .filter((fault) => !lines.has(lineOf(fault)) && lines.add(lineOf(fault)));
}
