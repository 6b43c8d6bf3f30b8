import { plainText, squash } from "../markdown/plain-text.ts";
import type { Decision, Deferral, RaisedAction, Undertaking } from "../model/meeting.ts";
import { decisionReference } from "../model/reference.ts";
import { findDay } from "../model/written-day.ts";
import { append, greatest } from "../source/many.ts";
import { findMarkedLines, type MarkedLine, mayBeMarked, saysNone } from "./marked-line.ts";
import type { Passage } from "./passage.ts";
import { collectPublishedLines } from "./published/marked-lines.ts";
import { type Reading, readBrackets, readUndertaking } from "./reading.ts";
import { entriesBelow, wordsBelow } from "./words-below.ts";

/** An action as its own line raises it, before it has its number for good. */
export type Raising = Omit<RaisedAction, "ref" | "number" | "logRow" | "fromLog">;

/** The marked lines of some passages; those whose text stands below the marker have it. */
export function collectMarkedLines(passages: readonly Passage[], reading: Reading): MarkedLine[] {
  if (!reading.isOwnForm) return collectPublishedLines(passages, reading);
  const found: MarkedLine[] = [];
  const isMarked = ({ lines }: Passage) => findMarkedLines(plainText(reading.text, lines), false).length > 0;
  for (const [index, passage] of passages.entries()) {
    if (passage.kind !== "text" || !passage.lines.some((line) => mayBeMarked(reading.text, line))) continue;
    for (const line of findMarkedLines(plainText(reading.text, passage.lines), false)) {
      if (line.text !== "" || line.cited !== null)
        found.push(withDueBelow(line, passages[index + 1], reading));
      else append(found, wordsBelow(line, entriesBelow(passages, index + 1), reading, isMarked));
    }
  }
  return found;
}

/** `Due: June` on a line of its own below an action belongs to it. */
function withDueBelow(line: MarkedLine, next: Passage | undefined, reading: Reading): MarkedLine {
  if (line.kind !== "Action" || line.brackets !== null || next?.kind !== "text") return line;
  const due = /^(?:due|deadline|by when|target date)(?:\s+date)?\s*:\s*(.+)$/i.exec(
    squash(plainText(reading.text, next.lines).text),
  );
  return due === null ? line : { ...line, brackets: `; by ${due[1]!.replace(/\.$/, "")}` };
}

/** An action from its marked line. */
export function readRaising(line: MarkedLine, item: number | null, reading: Reading): Raising {
  const stated = readBrackets(line.brackets);
  const context = { raised: reading.date, nextMeeting: reading.nextMeeting };
  const undertaking = readUndertaking({ text: line.text, span: line.span }, stated, reading, context);
  return raisingOf(line, item, undertaking);
}

/** An action as its marked line raises it, once it is known who has to do what until when. */
export function raisingOf(line: MarkedLine, item: number | null, undertaking: Undertaking): Raising {
  const { text, owners, due, dueText, span } = undertaking;
  return { text, owners, due, dueText, span, written: line.number, item, marker: line.marker };
}

/** Decisions, numbered: as written, else the next number above the highest one. */
export function readDecisions(
  lines: readonly { line: MarkedLine; item: number | null }[],
  reading: Reading,
): Decision[] {
  const marked = lines.filter(
    ({ line }) => line.kind !== "Action" && line.kind !== "Deferred" && !saysNone(line.text),
  );
  const numbers = assignNumbers(marked.map(({ line }) => line.number));
  return marked.map(({ line, item }, index) => ({
    ref: decisionReference(reading.id, numbers[index]!),
    number: numbers[index]!,
    written: line.number,
    kind: line.kind as Decision["kind"],
    text: line.text,
    item,
    span: line.span,
    marker: line.marker,
  }));
}

export function readDeferrals(
  lines: readonly { line: MarkedLine; item: number | null }[],
  reading: Reading,
): Deferral[] {
  return lines
    .filter(({ line }) => line.kind === "Deferred" && !saysNone(line.text))
    .map(({ line, item }) => ({
      text: line.text,
      to: findDay(line.text, reading.date)?.day ?? null,
      item,
      span: line.span,
    }));
}

/** A number for each: its own where it is the first to bear it, else the next above the highest one written. */
export function assignNumbers(written: readonly (number | null)[]): number[] {
  const taken = new Set<number>();
  const highest = greatest(
    written.map((number) => number ?? 0),
    0,
  );
  let next = highest + 1;
  return written.map((number) => {
    if (number !== null && !taken.has(number)) {
      taken.add(number);
      return number;
    }
    return next++;
  });
}
