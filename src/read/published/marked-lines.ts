import { plainText, squash } from "../../markdown/plain-text.ts";
import { readStatus } from "../../model/status.ts";
import type { MarkedLine } from "../marked-line.ts";
import { areOwners } from "../owners.ts";
import type { Passage } from "../passage.ts";
import type { Reading } from "../reading.ts";
import { entriesBelow, wordsBelow } from "../words-below.ts";
import { assignFromColumn } from "./action-column.ts";
import { beginsAsAction, beginsAsOrder, headsActions } from "./action-words.ts";
import { findPublishedLines, type PublishedLine } from "./marked-line.ts";
import { cutTrailingLabels } from "./trailing-labels.ts";
import { findUnmarkedActions } from "./unmarked-actions.ts";
import { sentenceBefore, standsBehind, wordsAbove } from "./words-above.ts";

/** The marked lines of a published note's passages; those whose words stand above or below the marker have them. */
export function collectPublishedLines(passages: readonly Passage[], reading: Reading): MarkedLine[] {
  const found: MarkedLine[] = [];
  for (const [index, passage] of passages.entries()) {
    if (passage.kind === "row") continue;
    if (passage.isInActionColumn) {
      for (const line of assignFromColumn(passages, index, reading)) found.push(line);
      continue;
    }
    const inThis: MarkedLine[] = [];
    if (!passage.lines.some(({ start, end }) => mayMark(reading.text, start, end))) {
      for (const line of findUnmarkedActions(passage, reading)) found.push(line);
      continue;
    }
    const labelled = labelledEntry(passage, reading);
    if (labelled !== null) inThis.push(labelled);
    for (const line of linesOf(passage, reading)) {
      if (passage.kind === "heading" && !mayMarkAsHeading(line, passages, index, reading)) continue;
      for (const taken of complete(line, inThis, passages, index, reading)) inThis.push(taken);
    }
    if (inThis.length === 0) for (const line of findUnmarkedActions(passage, reading)) found.push(line);
    for (const line of inThis) found.push(line);
  }
  return found;
}

/** A heading is an action only where the lines below it say whose it is, or when it is due; or it heads actions. */
function mayMarkAsHeading(
  line: PublishedLine,
  passages: readonly Passage[],
  at: number,
  reading: Reading,
): boolean {
  if (line.kind !== "Action") return false;
  return (
    headsActions(plainText(reading.text, passages[at]!.lines).text) ||
    labelsBelow(line, passages, at + 1, reading).brackets !== undefined
  );
}

/** An entry of a list that labels make an action: `Mend the gate. Owner: AB. Status: in progress`. */
function labelledEntry(passage: Passage, reading: Reading): MarkedLine | null {
  if (passage.marker === null || linesOf(passage, reading).length > 0) return null;
  const plain = plainText(reading.text, passage.lines);
  const { text, owner, due, status } = cutTrailingLabels(squash(plain.text));
  if (owner === null || (due === null && status === null) || !areOwners(owner, reading.names)) return null;
  const span = { start: plain.start, end: plain.end };
  const brackets = `${owner}${due === null ? "" : `; by ${due}`}`;
  const marker = { start: span.start, end: span.start };
  return { kind: "Action", number: null, cited: null, brackets, status, text, marker, textSpan: span, span };
}

const MAY_MARK =
  /action|\b(?:owner|lead|who|whom|responsib\w+|to)\s*:|\bAP?\s?\d|\bAP\s?:|decision|agreed|resolved|endorsed|noted|recommend|deferred|forward/i;

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
  if (line.number === null && line.status === null && saysStatus(line.text, reading)) {
    const above = wordsAbove(passages, at, reading);
    if (above !== null) return [{ ...line, ...above, status: line.text }];
  }
  if (line.text !== "") return [{ ...line, ...labelsBelow(line, passages, at + 1, reading) }];
  if (line.isBare && (line.isInline || standsBehind(line, passages[at]!, reading)))
    return [sentenceBefore(line, before, passages[at]!, reading)].flat();
  if (line.isBare && !wordsStandBelow(passages, at + 1, reading)) {
    const above = wordsAbove(passages, at, reading);
    if (above !== null) return [{ ...line, ...above }];
  }
  if (line.isInline && line.brackets === null && endsParagraph(line, passages[at]!, reading))
    return sentenceBefore(line, before, passages[at]!, reading);
  const isMarked = (passage: Passage) => linesOf(passage, reading).length > 0;
  return wordsBelow(line, actionsBelow(passages, at, reading), reading, isMarked);
}

/** Whether a marker is the last word of its paragraph: what it marks stands before it. */
function endsParagraph(line: PublishedLine, { lines }: Passage, { text }: Reading): boolean {
  return /^[*_\])\s.]*$/.test(text.slice(line.marker.end, lines.at(-1)!.end));
}

/** What stands below a marker; below `Actions:` every paragraph that gives somebody something to do. */
function actionsBelow(passages: readonly Passage[], at: number, { text }: Reading): readonly Passage[] {
  const isOrder = (passage: Passage | undefined): boolean =>
    passage?.kind === "text" &&
    passage.marker === null &&
    beginsAsOrder(squash(plainText(text, passage.lines).text));
  if (!headsActions(plainText(text, passages[at]!.lines).text) || !isOrder(passages[at + 1]))
    return entriesBelow(passages, at + 1);
  let end = at + 2;
  while (isOrder(passages[end])) end++;
  return passages.slice(at + 1, end);
}

/** `Action: ongoing` tells how the action stands that the words above it name. */
function saysStatus(text: string, { board }: Reading): boolean {
  return readStatus(text, board.statuses)?.known === true;
}

/** Whether the words of an action whose owner stands alone follow it: they begin as what one is told to do. */
function wordsStandBelow(passages: readonly Passage[], at: number, reading: Reading): boolean {
  const next = passages[at];
  if (next === undefined || next.kind !== "text" || next.isInActionColumn) return false;
  const text = squash(plainText(reading.text, next.lines).text);
  return next.marker === -1 || beginsAsAction(text);
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
