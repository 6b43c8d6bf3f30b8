import { scanBlocks } from "../markdown/blocks.ts";
import { plainText, spanIn, squash } from "../markdown/plain-text.ts";
import { type Board, findOrganisation, findPerson } from "../model/board.ts";
import type { Meeting } from "../model/meeting.ts";
import { knownNames } from "../read/names.ts";
import type { Passage } from "../read/passage.ts";
import { readPassages } from "../read/passages.ts";
import { isPromise, PROMISE_PATTERNS, repeatsLine, sentenceAt } from "../read/promise.ts";
import { coverOf, holderOf } from "../source/many.ts";
import type { Span } from "../source/source-file.ts";
import type { ReadDocument } from "./reading.ts";

/** A sentence that promises something and is marked as nothing: whether it is an action, somebody has to say. */
export interface PossibleAction {
  readonly text: string;
  readonly span: Span;
}

/** The sentences of a document that may be actions and are not marked as such, in its order. */
export function findPossibleActions(
  { source, frontMatter, note }: ReadDocument,
  board: Board,
): PossibleAction[] {
  const { text } = source;
  const { meeting } = note;
  const marked = [...meeting.actions, ...meeting.decisions, ...meeting.deferred];
  const isTold = coverOf([...marked, ...meeting.progress, ...meeting.log].map(({ span }) => span));
  const holdsMarked = holderOf(marked.map(({ span }) => span.start));
  const isSomebody = knowsWhom(meeting, board);
  const passages = readPassages(text, scanBlocks(text, frontMatter.bodyStart));
  const found: PossibleAction[] = [];
  for (const [index, passage] of passages.entries()) {
    if (passage.kind !== "text") continue;
    const next = passages[index + 1];
    if (holdsMarked(passage.span) || (next !== undefined && holdsMarked(next.span))) continue;
    for (const one of promisesIn(passage, text, isSomebody)) {
      const repeats = marked.some((line) => repeatsLine(one.text, line.text));
      if (!repeats && !isTold(one.span.start)) found.push(one);
    }
  }
  return found;
}

function promisesIn(
  { lines, span }: Passage,
  text: string,
  isSomebody: (name: string) => boolean,
): PossibleAction[] {
  const raw = text.slice(span.start, span.end);
  const hinted = PROMISE_PATTERNS.filter(({ hint }) => hint.test(raw));
  if (hinted.length === 0) return [];
  const plain = plainText(text, lines);
  const matches = hinted.flatMap(({ pattern }) => [...plain.text.matchAll(pattern)]);
  const sentences = new Map<string, PossibleAction>();
  for (const match of matches.toSorted((a, b) => a.index - b.index)) {
    const sentence = sentenceAt(plain.text, match.index);
    const words = squash(sentence);
    if (sentences.has(words) || !isPromise(match, sentence, isSomebody)) continue;
    sentences.set(words, { text: words, span: spanIn(plain, match.index, match.index + match[0].length) });
  }
  return [...sentences.values()];
}

/** Tells whether a name is that of a body of the register, a person of the board, or somebody whom the note lists. */
function knowsWhom(
  { present, inAttendance, apologies, absent }: Meeting,
  board: Board,
): (name: string) => boolean {
  const names = knownNames(board, [...present, ...inAttendance, ...apologies, ...absent]);
  return (name) =>
    names.lists(name) || findOrganisation(board, name) !== null || findPerson(board, name) !== null;
}
