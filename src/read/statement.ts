import { type Plain, plainText, spanIn, squash } from "../markdown/plain-text.ts";
import { findMarkedLines, type MarkedLine, mayBeMarked } from "./marked-line.ts";
import { readLeadingOwners } from "./owners.ts";
import type { Passage } from "./passage.ts";
import { entryStarts } from "./published/entry.ts";
import { findPublishedLines } from "./published/marked-line.ts";
import type { Reading, Words } from "./reading.ts";
import { findTrailingStatus } from "./trailing-status.ts";

const LABEL = /^(?:status|update|owner|due|progress|last reported)\s*:/i;
const LABELS_BELOW = new RegExp(`\\n(?=${LABEL.source.slice(1)})`, "gi");

/** What one line or paragraph of a list says; `line` is the marked line that it is, where it is one. */
export interface Statement extends Words {
  readonly line: MarkedLine | null;
  /** Whether it is one line of a list without bullets, each line of which is an entry by what it says. */
  readonly isListed: boolean;
}

/** A passage in statements: the list form writes `Status:` on a line of its own within the paragraph. */
export function readStatements(passage: Passage, reading: Reading): Statement[] {
  const plain = plainText(reading.text, passage.lines);
  const marked = linesIn(plain, passage, reading);
  // Below a marked line stands what is said of it.
  const listed = new Set(reading.isOwnForm || marked.length > 0 ? [] : startsOfLines(plain.text, reading));
  const starts = new Set(reading.isOwnForm ? [0] : [0, ...listed, ...entryStarts(plain.text)]);
  for (const match of plain.text.matchAll(LABELS_BELOW)) starts.add(match.index + 1);
  const placeIn = finderIn(plain);
  for (const { kind, span } of marked) {
    const at = placeIn(span.start);
    if (kind === "Action" && at > 0) starts.add(at);
  }
  const inOrder = marked.toSorted((a, b) => a.span.start - b.span.start);
  let next = 0;
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((from, index) => {
    const to = sorted[index + 1] ?? plain.text.length;
    const span = spanIn(plain, from, from + plain.text.slice(from, to).trimEnd().length);
    while (next < inOrder.length && inOrder[next]!.span.start < span.start) next++;
    const line = inOrder[next];
    const isMarked = line?.kind === "Action" && line.span.start < span.end;
    const text = squash(plain.text.slice(from, to)).replace(BULLET, "");
    return { text, span, line: isMarked ? line : null, isListed: listed.has(from) };
  });
}

/** Tells where in a plain text a place of the file stands; -1 where it is not in it. */
function finderIn({ offsetsOf, start }: Plain): (offset: number) => number {
  if (offsetsOf === null) return (offset) => offset - start;
  let places: Map<number, number> | null = null;
  return (offset) => {
    // A place stands for its first character, so the last are put in first.
    places ??= new Map(
      offsetsOf()
        .map((at, index) => [at, index] as const)
        .toReversed(),
    );
    return places.get(offset) ?? -1;
  };
}

/** Where the lines of a paragraph begin, if there are several and each is an entry; a line that leads in to them is none. */
function startsOfLines(text: string, reading: Reading): readonly number[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lines = starts.map((from, index) => text.slice(from, starts[index + 1]).trim());
  const leadsIn = starts.length > 2 && lines[0]!.endsWith(":") ? 1 : 0;
  return starts.length > 1 && lines.slice(leadsIn).every((line) => isEntryLine(line, reading))
    ? starts.slice(leadsIn)
    : [];
}

const TOPIC = /^[^.:;\u2013\u2014]{2,80}(?::|\s[-\u2013\u2014]+)\s/u;

/** Whether a colon or a dash parts what words are about from what is said of it: `Bus shelter: mended`. */
export function hasTopic(words: string): boolean {
  return TOPIC.test(words);
}

/** Whether a line says by itself that it is an entry: `HMO to write to the bank`, `Bus shelter: mended`, `Gate. Done.` */
function isEntryLine(line: string, reading: Reading): boolean {
  if (LABEL.test(line) || /^\p{Ll}/u.test(line)) return false;
  return (
    hasTopic(line) ||
    readLeadingOwners(line, reading.names).length > 0 ||
    findTrailingStatus(line, reading) !== null
  );
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
