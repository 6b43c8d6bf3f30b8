import { type Plain, plainText, spanIn, squash } from "../markdown/plain-text.ts";
import { findMarkedLines, type MarkedLine, mayBeMarked } from "./marked-line.ts";
import { readLeadingOwners } from "./owners.ts";
import type { Passage } from "./passage.ts";
import { entryStarts } from "./published/entry.ts";
import { findPublishedLines } from "./published/marked-line.ts";
import type { Reading, Words } from "./reading.ts";

/** What one line or paragraph of a list says; `line` is the marked line that it is, where it is one. */
export interface Statement extends Words {
  readonly line: MarkedLine | null;
  /** Whether it is one line of a list without bullets, each line of which names who acts. */
  readonly isListed: boolean;
}

/** A passage in statements: the list form writes `Status:` on a line of its own within the paragraph. */
export function readStatements(passage: Passage, reading: Reading): Statement[] {
  const plain = plainText(reading.text, passage.lines);
  const marked = linesIn(plain, passage, reading);
  const listed = reading.isOwnForm ? [] : startsOfActors(plain.text, reading);
  const starts = reading.isOwnForm ? [0] : [0, ...listed, ...entryStarts(plain.text)];
  for (const match of plain.text.matchAll(/\n(?=(?:status|update|owner|due|progress|last reported)\s*:)/gi))
    starts.push(match.index + 1);
  for (const line of marked) {
    const at =
      plain.offsetsOf === null ? line.span.start - plain.start : plain.offsetsOf().indexOf(line.span.start);
    if (line.kind === "Action" && at > 0) starts.push(at);
  }
  const sorted = [...new Set(starts)].sort((a, b) => a - b);
  return sorted.map((from, index) => {
    const to = sorted[index + 1] ?? plain.text.length;
    const span = spanIn(plain, from, from + plain.text.slice(from, to).trimEnd().length);
    const line =
      marked.find((other) => other.span.start >= span.start && other.span.start < span.end) ?? null;
    const text = squash(plain.text.slice(from, to)).replace(BULLET, "");
    return { text, span, line: line?.kind === "Action" ? line : null, isListed: listed.includes(from) };
  });
}

/** Where the lines of a paragraph begin, if there are several and each names who acts: `HMO to write to the bank`. */
function startsOfActors(text: string, { names }: Reading): readonly number[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const namesActor = (from: number, index: number): boolean =>
    readLeadingOwners(text.slice(from, starts[index + 1]), names).length > 0;
  return starts.length > 1 && starts.every(namesActor) ? starts : [];
}

function linesIn(plain: Plain, passage: Passage, reading: Reading): readonly MarkedLine[] {
  if (!reading.isOwnForm) {
    const isBold = (offset: number): boolean => reading.text[offset - 1] === "*";
    return findPublishedLines(plain, reading.names, isBold).filter(
      ({ isInline, text }) => !isInline && text !== "",
    );
  }
  return passage.lines.some((line) => mayBeMarked(reading.text, line)) ? findMarkedLines(plain, false) : [];
}

/** Signs that stand for a bullet where a converter knew no list. */
const BULLET = /^[\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u25a0]\s*/;
