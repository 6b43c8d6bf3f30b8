import { plainText } from "../markdown/plain-text.ts";
import { findMarkedLines } from "../read/marked-line.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { lineText, placeOf, type SourceFile, type Span } from "../source/source-file.ts";
import type { Ignore } from "./ignores.ts";

/** What ignores leave of the findings in one file. */
export interface Silence {
  readonly left: readonly Diagnostic[];
  /** The rules named by an ignore that found nothing of theirs to silence. */
  readonly idle: readonly { readonly id: string; readonly span: Span }[];
}

/**
 * Takes out the findings that ignores of their file speak of. An ignore behind words speaks of its line, and where no
 * finding of its rule begins there, of the nearest one above in the same statement: a paragraph, or a marked line, an
 * entry of a list or a row of a table. One on a line of its own speaks likewise of the line below.
 */
export function silenceFindings(
  found: readonly Diagnostic[],
  ignores: readonly Ignore[],
  file: SourceFile,
  canBeSilenced: (id: string) => boolean,
): Silence {
  const byPlace = new Map<string, Diagnostic[]>();
  for (const one of found) {
    const place = `${one.rule} ${placeOf(file, one.span.start).line}`;
    const there = byPlace.get(place);
    if (there === undefined) byPlace.set(place, [one]);
    else there.push(one);
  }
  const silenced = new Set<Diagnostic>();
  const idle: { id: string; span: Span }[] = [];
  for (const ignore of ignores) {
    const lines = linesOf(ignore, file);
    for (const { value: id, span } of ignore.rules.filter(({ value }) => canBeSilenced(value))) {
      const line = lines.find((candidate) => byPlace.has(`${id} ${candidate}`));
      if (line === undefined) idle.push({ id, span });
      else for (const one of byPlace.get(`${id} ${line}`)!) silenced.add(one);
    }
  }
  return { left: found.filter((one) => !silenced.has(one)), idle };
}

/** No statement is longer, in lines. */
const MOST_LINES = 100;

/** The lines that an ignore speaks of, the nearest first; line numbers count from 1. */
function linesOf({ span }: Ignore, file: SourceFile): number[] {
  const { line } = placeOf(file, span.start);
  return isComment(lineText(file, line)) ? linesBelow(line, file) : linesAbove(line, file);
}

function linesAbove(line: number, file: SourceFile): number[] {
  const lines: number[] = [];
  for (let at = line; at > Math.max(0, line - MOST_LINES) && !isBlank(file, at); at--) {
    lines.push(at);
    if (beginsStatement(file, at)) break;
  }
  return lines;
}

function linesBelow(line: number, file: SourceFile): number[] {
  const last = Math.min(file.lineStarts.length, line + MOST_LINES);
  let first = line + 1;
  while (first <= last && (isBlank(file, first) || isComment(lineText(file, first)))) first++;
  const lines: number[] = [];
  for (let at = first; at <= last && !isBlank(file, at); at++) {
    if (at > first && beginsStatement(file, at)) break;
    lines.push(at);
  }
  return lines;
}

/** Whether a line holds ignores and nothing else. */
function isComment(line: string): boolean {
  return /^\s*(?:#\s*rrb-ignore\b.*|(?:<!--\s*rrb-ignore\b.*?-->\s*)+)$/i.test(line);
}

function isBlank(file: SourceFile, line: number): boolean {
  return lineText(file, line).trim() === "";
}

/** Whether something begins with a line: an entry, a row, a heading, a key, or a marked line. */
function beginsStatement(file: SourceFile, line: number): boolean {
  const words = lineText(file, line);
  if (/^\s*(?:[|#]|[-*+]\s|\d+[.)]\s|[\w-]+:(?:\s|$))/.test(words)) return true;
  const span = { start: 0, end: words.length };
  return findMarkedLines(plainText(words, [span]), false).length > 0;
}
