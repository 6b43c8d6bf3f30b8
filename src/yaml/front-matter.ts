import type { Fault } from "../model/meeting.ts";
import type { YamlNode } from "../source/yaml-node.ts";
import { readPlainMap } from "./plain-yaml.ts";

/** What stands between the fences of a note. */
export interface FrontMatter {
  /** Always a map; null where there is none, or none that can be read. */
  readonly node: YamlNode | null;
  /** Where the note's body starts. */
  readonly bodyStart: number;
  readonly faults: readonly Fault[];
}

/** The length, in UTF-16 code units, beyond which front matter is not read. */
export const LONGEST_FRONT_MATTER = 65_536;

/** The length, in UTF-16 code units, beyond which a YAML file is not read. */
export const LONGEST_YAML_FILE = 131_072;

/** No meeting has front matter: what stands at the top is not a fence of three hyphens. */
export const NO_FRONT_MATTER: FrontMatter = { node: null, bodyStart: 0, faults: [] };

/** Whether a text opens with three hyphens and no fourth, as a fence does. */
export function opensWithFence(text: string): boolean {
  return text.startsWith("---") && text[3] !== "-";
}

/**
 * Reads front matter in the plain subset, without a library; null hands it to the full reader. A text that does not
 * start with a fence has none.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  if (!opensWithFence(text)) return NO_FRONT_MATTER;
  const start = blankLineEnd(text, 3);
  const close = text.indexOf("\n---", 3) + 1;
  if (start === null || close < start || close - start > LONGEST_FRONT_MATTER) return null;
  const bodyStart = blankLineEnd(text, close + 3);
  if (bodyStart === null) return null;
  const node = readPlainMap(text, start, close);
  return node === null ? null : { node, bodyStart, faults: [] };
}

/** Reads a file that is YAML from top to bottom, in the plain subset; null hands it to the full reader. */
export function readPlainYaml(text: string): FrontMatter | null {
  if (text.length > LONGEST_YAML_FILE) return null;
  const node = readPlainMap(text, 0, text.length);
  return node === null ? null : { node, bodyStart: text.length, faults: [] };
}

/** Where the next line starts when the rest of this one is blank; else null. */
function blankLineEnd(text: string, from: number): number | null {
  let at = from;
  while (text[at] === " ") at++;
  if (at === text.length) return at;
  if (text[at] === "\r" && text[at + 1] === "\n") return at + 2;
  return text[at] === "\n" ? at + 1 : null;
}
