import { squash } from "../markdown/plain-text.ts";
import { findMarkedLines } from "../read/marked-line.ts";
import type { Edit } from "../source/diagnostic.ts";
import { insert, lineEndOf } from "./edit.ts";
import { numberLine, type Unnumbered } from "./line-numbers.ts";
import { endOfLine, startOfLine } from "./tables.ts";

/** The edits that number the actions and decisions of a note written in YAML: a key in their map, or in their line. */
export function yamlNumberEdits(missing: readonly Unnumbered[], text: string): Edit[] {
  return missing.flatMap((one) => (one.marker.end > one.marker.start ? numberMarker : numberNode)(one, text));
}

/** A word that marks a line in a block of text; a `number:` that is none; or a text in quotes that holds the line. */
function numberMarker(one: Unnumbered, text: string): Edit[] {
  const { marker, number } = one;
  if (isInBlockText(text, marker.start)) return [numberLine(one, text)];
  const key = /\bnumber:\s*$/.test(text.slice(startOfLine(text, marker.start), marker.start));
  return key ? [{ span: marker, text: String(number) }] : numberWithin(one, text);
}

/** The line in a text that is folded or stands in quotes, found by its words. */
function numberWithin(
  { marker: { start, end }, text: words, word, number }: Unnumbered,
  text: string,
): Edit[] {
  const raw = ` ${text.slice(start + 1, end).replaceAll("\\n", " \n")}`;
  const lines = findMarkedLines({ text: raw, offsetsOf: null, start, end }, false);
  const isSame = (line: (typeof lines)[number]) =>
    line.number === null && line.kind === word && squash(line.text).replace(/["']$/, "") === words;
  const [line, another] = lines.filter(isSame);
  return line === undefined || another !== undefined ? [] : [insert(line.marker.end, ` ${number}`)];
}

/** The map of an action, a mere text in its place, or an entry of a list in a block of text. */
function numberNode(one: Unnumbered, text: string): Edit[] {
  const {
    marker: { start: at },
    span,
    number,
  } = one;
  if (isInBlockText(text, at)) return [numberLine(one, text)];
  if (text[at] === "{") return [insert(at + 1, ` number: ${number},`)];
  if (/\bnumber:\s*$/.test(text.slice(startOfLine(text, at), at))) {
    return [insert(at, text[at - 1] === ":" ? ` ${number}` : `${number}`)];
  }
  const isInBrackets = /[[,]\s*$/.test(text.slice(0, at));
  if (isInBrackets) return [insert(at, `{ number: ${number}, text: `), insert(span.end, " }")];
  const isMap = /^[A-Za-z][\w -]*:(?:\s|$)/.test(text.slice(at, endOfLine(text, at)));
  const indent = " ".repeat(at - startOfLine(text, at));
  return [insert(at, `number: ${number}${lineEndOf(text)}${indent}${isMap ? "" : "text: "}`)];
}

/** Whether an offset lies in a block of text: a line that ends in `|`, and is indented less, stands above it. */
function isInBlockText(text: string, offset: number): boolean {
  let start = startOfLine(text, offset);
  let indent = indentAt(text, start);
  while (start > 0) {
    start = startOfLine(text, start - 1);
    const line = text.slice(start, endOfLine(text, start));
    if (line.trim() === "" || indentAt(text, start) >= indent) continue;
    if (/:\s*\|[-+\d]*\s*(?:#.*)?$/.test(line)) return true;
    indent = indentAt(text, start);
  }
  return false;
}

function indentAt(text: string, start: number): number {
  return /^ */.exec(text.slice(start, start + 200))![0].length;
}
