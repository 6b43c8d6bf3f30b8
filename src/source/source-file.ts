/** A stretch of a text: offsets in UTF-16 code units, from 0, half-open. Line and column are made only when printing. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value and the place it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** One text and its name as the user knows it. A byte-order mark is not part of `text`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A place as people and editors count it: line and column from 1, the column in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export function sourceFile(path: string, text: string): SourceFile {
  return { path, text };
}

const LINE_STARTS = new WeakMap<SourceFile, readonly number[]>();

/**
 * The offset at which each line starts, the first one (0) included. They are found at the first question: most notes
 * are read and never printed from.
 */
export function lineStartsOf(file: SourceFile): readonly number[] {
  const starts = LINE_STARTS.get(file) ?? findLineStarts(file.text);
  LINE_STARTS.set(file, starts);
  return starts;
}

/** Where the lines of a text start; LF, CRLF and a lone CR each end a line. */
function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The line and column of an offset; one past the end is the end. */
export function placeOf(file: SourceFile, offset: number): Place {
  const starts = lineStartsOf(file);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.min(offset, file.text.length) - starts[low]! + 1 };
}

/** A line's text without its line end; `line` counts from 1. */
export function lineText(file: SourceFile, line: number): string {
  const starts = lineStartsOf(file);
  const start = starts[line - 1] ?? file.text.length;
  let end = starts[line] ?? file.text.length;
  // A pattern would look through the whole of a long line for its end.
  while (end > start && (file.text[end - 1] === "\n" || file.text[end - 1] === "\r")) end--;
  return file.text.slice(start, end);
}
