import { lineStartsOf, lineText, placeOf, type SourceFile, type Span } from "../source/source-file.ts";
import { type Cell, cellsOf } from "./cells.ts";
import { widthOf } from "./width.ts";

/** One line of a frame: what stands left of the gutter, and right of it. */
export interface FrameLine {
  /** The number of the line in the file, from 1; null below it, where the underline stands. */
  readonly number: number | null;
  readonly text: string;
  /** How much of `text`, from its start, is the line's own or an underline; the message follows. */
  readonly underline: string;
  readonly message: string;
}

/** More lines than this are shown as the first and the last. */
const MOST_LINES = 3;
/** How much of a long line is kept for reading before what is underlined, as a part of the room. */
const BEFORE = 1 / 4;
/** How many UTF-16 code units of a line are looked at on both sides of a place, for each column of the room. */
const REACH = 2;

/** The lines of a span, each with its underline; `room` is the number of columns right of the gutter. */
export function frame(file: SourceFile, span: Span, message: string, room: number): readonly FrameLine[] {
  const first = placeOf(file, span.start).line;
  const last = Math.max(first, placeOf(file, Math.max(span.start, span.end - 1)).line);
  const lines = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const kept = lines.length <= MOST_LINES ? lines : [first, null, last];
  return kept.flatMap((line): FrameLine[] => {
    if (line === null) return [{ number: null, text: "…", underline: "", message: "" }];
    return frameLine(file, span, line, line === last ? message : "", room);
  });
}

function frameLine(file: SourceFile, span: Span, line: number, message: string, room: number): FrameLine[] {
  const text = lineText(file, line);
  const lineStart = lineStartsOf(file)[line - 1]!;
  const indent = text.length - text.trimStart().length;
  const from = Math.min(Math.max(span.start - lineStart, span.start < lineStart ? indent : 0), text.length);
  const to = Math.max(from, Math.min(span.end - lineStart, text.trimEnd().length));
  const { shown, before, underlined } = cut(text, from, to, room);
  const blanks = " ".repeat(before);
  const underline = blanks + "─".repeat(Math.max(1, underlined));
  const source: FrameLine = { number: line, text: shown, underline: "", message: "" };
  // Between two paragraphs of one place nothing stands that could be wrong.
  if (from === to && span.start < span.end && message === "") return [source];
  const below = { number: null, text: "" };
  if (message === "" || widthOf(underline) + 1 + widthOf(message) <= room) {
    return [source, { ...below, underline, message }];
  }
  return [source, { ...below, underline, message: "" }, { ...below, underline: "", message }];
}

/** What of a line is shown, and at which column the underlined part begins and how wide it is. */
function cut(text: string, from: number, to: number, room: number) {
  const start = wholeSign(text, Math.max(0, from - REACH * room));
  const end = wholeSign(text, Math.min(text.length, from + REACH * room));
  const cells = cellsOf(text.slice(start, end));
  const isMarked = (cell: Cell) => cell.end + start > from && cell.start + start < to;
  const at = cells.filter((cell) => cell.end + start <= from).length;
  const fits = start === 0 && end === text.length && sum(cells) <= room;
  const [first, next] = fits ? [0, cells.length] : windowAround(cells, at, room);
  const left = start > 0 || first > 0 ? "…" : "";
  const right = end < text.length || next < cells.length ? "…" : "";
  return {
    shown: left + show(cells.slice(first, next)) + right,
    before: left.length + sum(cells.slice(first, at)),
    underlined: sum(cells.slice(first, next).filter(isMarked)),
  };
}

/** The signs that fit the room, the one at `at` among them; from the first to before the second. */
function windowAround(cells: readonly Cell[], at: number, room: number): readonly [number, number] {
  // A sign each for the dots at both ends.
  const free = room - 2;
  let first = at;
  for (let kept = 0; first > 0; first--) {
    kept += cells[first - 1]!.width;
    if (kept > free * BEFORE) break;
  }
  let next = first;
  for (let used = 0; next < cells.length; next++) {
    used += cells[next]!.width;
    if (used > free) break;
  }
  return [first, next];
}

/** An offset that does not fall between the halves of a character. */
function wholeSign(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((total, { width }) => total + width, 0);
}

function show(cells: readonly Cell[]): string {
  return cells.map(({ shown }) => shown).join("");
}
