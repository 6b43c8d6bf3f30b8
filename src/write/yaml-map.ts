import type { Note } from "../model/meeting.ts";
import { Refusal } from "../refusal.ts";
import type { Edit } from "../source/diagnostic.ts";
import { isEmptyScalar, type YamlEntry, type YamlMap, type YamlNode } from "../source/yaml-node.ts";
import { insert, lineEndOf } from "./edit.ts";
import { endOfLine, startOfLine } from "./tables.ts";

/** The map at the top of a note, in which its keys stand. Throws a Refusal where it has none that can be read. */
export function topMap({ frontMatter, path }: Note): YamlMap {
  if (frontMatter?.kind === "map") return frontMatter;
  throw new Refusal(
    `\`${path}\` has no front matter that can be read. Run \`rrb check ${path}\`, and mend it.`,
  );
}

/**
 * The edit that gives a key of a map a value, written as YAML on one line. A key that is not there yet is put right
 * below the first key of `after` that is, else last.
 */
export function keyEdit(
  text: string,
  map: YamlMap,
  key: string,
  value: string,
  after: readonly string[] = [],
): Edit {
  const entry = findEntry(map, key);
  if (entry === undefined) return addEntry(text, map, `${key}: ${value}`, after);
  const behindColon = text.indexOf(":", entry.key.span.end) + 1;
  const { span } = entry.value;
  if (span.start === span.end) return insert(behindColon, ` ${value}`);
  const isBelow = text.slice(behindColon, span.start).includes("\n");
  return isBelow ? { span: { start: behindColon, end: span.end }, text: ` ${value}` } : { span, text: value };
}

/** The edits that add entries, each written as YAML on one line, to the list that a key holds; one value becomes a list. */
export function listEdits(
  text: string,
  map: YamlMap,
  key: string,
  added: readonly string[],
  after: readonly string[] = [],
): Edit[] {
  if (added.length === 0) return [];
  const list = findEntry(map, key)?.value;
  const lines = (indent: string) => added.map((one) => `${lineEndOf(text)}${indent}- ${one}`).join("");
  const inBrackets = added.join(", ");
  if (list === undefined) return [addEntry(text, map, `${key}:${lines("  ")}`, after)];
  if (isEmptyScalar(list)) return [keyEdit(text, map, key, `[${inBrackets}]`)];
  const { start, end } = list.span;
  if (list.kind !== "list") return [insert(start, "["), insert(end, `, ${inBrackets}]`)];
  if (text[start] === "[") return [insert(end - 1, list.items.length === 0 ? inBrackets : `, ${inBrackets}`)];
  return [insert(endOfLine(text, list.items.at(-1)!.span.end), lines(indentOf(text, start)))];
}

function findEntry(map: YamlMap, key: string): YamlEntry | undefined {
  return map.entries.find((entry) => entry.key.value === key);
}

function addEntry(text: string, map: YamlMap, written: string, after: readonly string[]): Edit {
  const last = map.entries.at(-1)!;
  if (text[map.span.start] === "{") return insert(last.value.span.end, `, ${written}`);
  const above = after.map((key) => findEntry(map, key)).find((entry) => entry !== undefined) ?? last;
  const at = endOfLine(text, endOf(above.value, above.key.span.end));
  return insert(at, `${lineEndOf(text)}${indentOf(text, above.key.span.start)}${written}`);
}

/** An empty value may stand anywhere below its key. */
function endOf(value: YamlNode, endOfKey: number): number {
  return isEmptyScalar(value) ? endOfKey : value.span.end;
}

/** White space as wide as what stands before an offset in its line: a key may begin beside a dash. */
function indentOf(text: string, offset: number): string {
  return " ".repeat(offset - startOfLine(text, offset));
}
