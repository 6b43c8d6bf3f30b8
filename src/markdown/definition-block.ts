import type { Span } from "../source/source-file.ts";
import { isSpace } from "./block-line.ts";

const LINE_END = 10;
const PAST_END = -1;
const LABEL_LIMIT = 999;

/** A place in the lines of a paragraph: the line's index, and an offset in the text. */
interface Place {
  line: number;
  at: number;
}

/**
 * How many of a paragraph's lines, from the one at `first` on, make one link reference definition such as
 * `[label]: destination "title"`; 0 where none begins there.
 */
export function countDefinitionLines(text: string, lines: readonly Span[], first: number): number {
  const place: Place = { line: first, at: lines[first]!.start };
  const isDefinition =
    skipLabel(text, lines, place) &&
    skipWhiteSpace(text, lines, place) &&
    skipDestination(text, lines, place);
  if (!isDefinition) return 0;
  const afterDestination = { ...place };
  const isTitled =
    skipWhiteSpace(text, lines, place) &&
    place.at > afterDestination.at &&
    skipTitle(text, lines, place) &&
    endsLine(text, lines, place);
  if (isTitled) return place.line - first + 1;
  return endsLine(text, lines, afterDestination) ? afterDestination.line - first + 1 : 0;
}

/** The character at a place; lines are read as joined by line feeds. */
function codeAt(text: string, lines: readonly Span[], place: Place): number {
  if (place.at < lines[place.line]!.end) return text.charCodeAt(place.at);
  return place.line + 1 < lines.length ? LINE_END : PAST_END;
}

function step(lines: readonly Span[], place: Place): void {
  if (place.at < lines[place.line]!.end) place.at++;
  else place.at = lines[++place.line]!.start;
}

/** Passes over `[label]:`. */
function skipLabel(text: string, lines: readonly Span[], place: Place): boolean {
  if (codeAt(text, lines, place) !== 91) return false;
  step(lines, place);
  let named = false;
  for (let size = 0; size <= LABEL_LIMIT; size++) {
    const code = codeAt(text, lines, place);
    if (code === PAST_END || code === 91) return false;
    step(lines, place);
    if (code === 93) {
      if (!named || codeAt(text, lines, place) !== 58) return false;
      step(lines, place);
      return true;
    }
    if (code !== LINE_END && !isSpace(code)) named = true;
    if (code === 92 && skipEscaped(text, lines, place, 91, 93)) size++;
  }
  return false;
}

/** Passes over a character behind a backslash, if it is one that needs it there. */
function skipEscaped(
  text: string,
  lines: readonly Span[],
  place: Place,
  one: number,
  other: number,
): boolean {
  const code = codeAt(text, lines, place);
  if (code !== 92 && code !== one && code !== other) return false;
  step(lines, place);
  return true;
}

function skipWhiteSpace(text: string, lines: readonly Span[], place: Place): boolean {
  for (;;) {
    const code = codeAt(text, lines, place);
    if (code !== LINE_END && !isSpace(code)) return code !== PAST_END;
    step(lines, place);
  }
}

function skipDestination(text: string, lines: readonly Span[], place: Place): boolean {
  return codeAt(text, lines, place) === 60
    ? skipEnclosedDestination(text, lines, place)
    : skipBareDestination(text, lines, place);
}

function skipEnclosedDestination(text: string, lines: readonly Span[], place: Place): boolean {
  step(lines, place);
  for (;;) {
    const code = codeAt(text, lines, place);
    if (code === PAST_END || code === LINE_END || code === 60) return false;
    step(lines, place);
    if (code === 62) return true;
    if (code === 92) skipEscaped(text, lines, place, 60, 62);
  }
}

function skipBareDestination(text: string, lines: readonly Span[], place: Place): boolean {
  let open = 0;
  for (let length = 0; ; length++) {
    const code = codeAt(text, lines, place);
    if (code === PAST_END || code === LINE_END || isSpace(code)) return length > 0 && open === 0;
    if (code === 40) open++;
    else if (code === 41 && --open < 0) return false;
    else if ((code > 0 && code < 32) || code === 127) return false;
    step(lines, place);
    if (code === 92) skipEscaped(text, lines, place, 40, 41);
  }
}

/** Passes over a title in `"…"`, `'…'` or `(…)`. */
function skipTitle(text: string, lines: readonly Span[], place: Place): boolean {
  const opener = codeAt(text, lines, place);
  if (opener !== 34 && opener !== 39 && opener !== 40) return false;
  const closer = opener === 40 ? 41 : opener;
  step(lines, place);
  for (;;) {
    const code = codeAt(text, lines, place);
    if (code === PAST_END) return false;
    step(lines, place);
    if (code === closer) return true;
    if (code === 92) skipEscaped(text, lines, place, closer, closer);
  }
}

/** Whether nothing more stands in the line. */
function endsLine(text: string, lines: readonly Span[], place: Place): boolean {
  while (isSpace(codeAt(text, lines, place))) step(lines, place);
  const code = codeAt(text, lines, place);
  return code === PAST_END || code === LINE_END;
}
