import { plainText, spanIn, squash } from "../../markdown/plain-text.ts";
import type { MarkedLine } from "../marked-line.ts";
import type { Passage } from "../passage.ts";
import type { Reading } from "../reading.ts";
import { wordsBelow } from "../words-below.ts";
import { assignFromColumn } from "./action-column.ts";
import { beginsAsAction } from "./action-words.ts";
import { findPublishedLines, type PublishedLine } from "./marked-line.ts";
import { sentenceStarts } from "./sentence.ts";

/** The marked lines of a published note's passages; those whose words stand above or below the marker have them. */
export function collectPublishedLines(passages: readonly Passage[], reading: Reading): MarkedLine[] {
  const found: MarkedLine[] = [];
  for (const [index, passage] of passages.entries()) {
    if (passage.kind === "row") continue;
    if (passage.isInActionColumn) {
      for (const line of assignFromColumn(passages, index, reading)) found.push(line);
      continue;
    }
    if (!passage.lines.some(({ start, end }) => mayMark(reading.text, start, end))) continue;
    const inThis: MarkedLine[] = [];
    for (const line of linesOf(passage, reading)) {
      // A heading is an action only where the lines below it say whose it is, or when it is due.
      if (passage.kind === "heading" && !hasLabels(line, passages, index + 1, reading)) continue;
      for (const taken of complete(line, inThis, passages, index, reading)) inThis.push(taken);
    }
    for (const line of inThis) found.push(line);
  }
  return found;
}

function hasLabels(
  line: PublishedLine,
  passages: readonly Passage[],
  from: number,
  reading: Reading,
): boolean {
  return line.kind === "Action" && labelsBelow(line, passages, from, reading).brackets !== undefined;
}

const MAY_MARK = /action|\bAP?\s?\d|decision|agreed|resolved|endorsed|noted|recommend|deferred|forward/i;

function mayMark(text: string, start: number, end: number): boolean {
  return MAY_MARK.test(text.slice(start, end));
}

function linesOf(passage: Passage, reading: Reading): PublishedLine[] {
  const plain = plainText(reading.text, passage.lines);
  return findPublishedLines(plain, reading.names, (offset) => reading.text[offset - 1] === "*");
}

function complete(
  line: PublishedLine,
  before: MarkedLine[],
  passages: readonly Passage[],
  at: number,
  reading: Reading,
): MarkedLine[] {
  if (line.kind !== "Action" || line.cited !== null)
    return line.text === "" && line.cited === null ? [] : [line];
  if (line.text !== "") return [{ ...line, ...labelsBelow(line, passages, at + 1, reading) }];
  if (line.isBare && (line.isInline || standsBehind(line, passages[at]!, reading)))
    return [sentenceBefore(line, before, passages[at]!, reading)].flat();
  if (line.isBare && !wordsStandBelow(passages, at + 1, reading)) {
    const above = wordsAbove(passages, at, reading);
    if (above !== null) return [{ ...line, ...above }];
  }
  return wordsBelow(line, passages, at + 1, reading, (passage) => linesOf(passage, reading).length > 0);
}

/** Whether other words of its paragraph stand before a marker. */
function standsBehind(line: PublishedLine, { lines }: Passage, reading: Reading): boolean {
  const first = lines[0]!;
  return line.span.start > first.end && /\p{L}/u.test(reading.text.slice(first.start, first.end));
}

/** `It was agreed to move £500. (Action: Treasurer)`: the last sentence before the marker is what is to be done. */
function sentenceBefore(
  line: PublishedLine,
  before: MarkedLine[],
  passage: Passage,
  reading: Reading,
): MarkedLine[] {
  const previous = before[before.length - 1];
  const plain = plainText(reading.text, passage.lines);
  const at = plain.offsets === null ? line.span.start - plain.start : plain.offsets.indexOf(line.span.start);
  const from = previous === undefined ? 0 : sameParagraphStart(plain, previous);
  const head = plain.text.slice(from, Math.max(at, from));
  const starts = sentenceStarts(head);
  if (previous !== undefined && starts.length === 1) {
    if (previous.brackets === null) before[before.length - 1] = { ...previous, brackets: line.brackets };
    return [];
  }
  const start = from + starts[starts.length - 1]!;
  const text = squash(plain.text.slice(start, Math.max(at, start)));
  if (text === "") return [];
  if (previous !== undefined) {
    before[before.length - 1] = { ...previous, text: squash(plain.text.slice(from, start)) };
  }
  const textSpan = spanIn(plain, start, at);
  return [{ ...line, text: bareWords(text), textSpan, span: { start: textSpan.start, end: line.span.end } }];
}

function sameParagraphStart(plain: ReturnType<typeof plainText>, { textSpan }: MarkedLine): number {
  if (plain.offsets === null) return textSpan.start - plain.start;
  return Math.max(plain.offsets.indexOf(textSpan.start), 0);
}

/** The words of a decision or a sentence without the word that marks it, or the bracket behind it. */
function bareWords(text: string): string {
  return text
    .replace(/^(?:resolved|agreed|decision)\s*[:\u2013\u2014-]+\s*/i, "")
    .replace(/[\s([\u2013\u2014-]+$/, "");
}

/** Whether the words of an action whose owner stands alone follow it: they begin as what one is told to do. */
function wordsStandBelow(passages: readonly Passage[], at: number, reading: Reading): boolean {
  const next = passages[at];
  if (next === undefined || next.kind !== "text" || next.isInActionColumn) return false;
  const text = squash(plainText(reading.text, next.lines).text);
  return next.marker === -1 || beginsAsAction(text);
}

/** The last sentence of the paragraph above. */
function wordsAbove(passages: readonly Passage[], at: number, reading: Reading): Partial<MarkedLine> | null {
  const above = passages[at - 1];
  if (above === undefined || above.kind !== "text") return null;
  const plain = plainText(reading.text, above.lines);
  const start = sentenceStarts(plain.text).at(-1)!;
  const text = bareWords(squash(plain.text.slice(start)));
  return text === "" ? null : { text, textSpan: spanIn(plain, start, plain.text.length) };
}

const LABEL =
  /^(?<label>owners?|lead|action owner|by whom|responsible|responsibility|assigned to|due|due date|deadline|by when|by|target date|when|who)\s*:\s*(?<said>.+)$/i;

/** `Owner: LC` and `Due: June`, each on a line of its own below an action, belong to it. */
function labelsBelow(
  line: PublishedLine,
  passages: readonly Passage[],
  from: number,
  reading: Reading,
): { brackets?: string; text?: string } {
  let owner: string | null = null;
  let due: string | null = null;
  const take = (text: string): boolean => {
    const parts = LABEL.exec(squash(text))?.groups;
    if (parts === undefined) return false;
    const said = parts.said!.replace(/\.$/, "");
    if (/^(?:due|deadline|by$|by when|target|when)/i.test(parts.label!)) due ??= said;
    else owner ??= said;
    return true;
  };
  for (let at = from; passages[at]?.kind === "text"; at++) {
    const lines = passages[at]!.lines.map((line) => plainText(reading.text, [line]).text);
    if (!lines.every(take)) break;
  }
  if (owner === null && due === null) return {};
  return { brackets: `${owner ?? line.brackets ?? ""}${due === null ? "" : `; by ${due}`}` };
}
