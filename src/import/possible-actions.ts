import { scanBlocks } from "../markdown/blocks.ts";
import { plainText, spanIn, squash } from "../markdown/plain-text.ts";
import { type Board, findOrganisation, findPerson } from "../model/board.ts";
import type { Meeting } from "../model/meeting.ts";
import { knownNames } from "../read/names.ts";
import { areOwners } from "../read/owners.ts";
import type { Passage } from "../read/passage.ts";
import { readPassages } from "../read/passages.ts";
import {
  isPromise,
  PROMISE_PATTERNS,
  type PromisePattern,
  PUBLISHED_PATTERNS,
  repeaterOf,
  sentenceAt,
} from "../read/promise.ts";
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
  { source, frontMatter, note, isOwnForm }: ReadDocument,
  board: Board,
): PossibleAction[] {
  const { text } = source;
  const { meeting } = note;
  const marked = [...meeting.actions, ...meeting.decisions, ...meeting.deferred];
  const agreed = [...meeting.decisions, ...meeting.deferred].map(({ text: words }) => sentenceAt(words, 0));
  const told = [...[meeting.actions, meeting.progress, meeting.log].flat().map((one) => one.text), ...agreed];
  const repeats = repeaterOf(told);
  const isTold = coverOf([...meeting.actions, ...meeting.progress, ...meeting.log].map(({ span }) => span));
  const { present, inAttendance, apologies, absent } = meeting;
  const names = [present, inAttendance, apologies, absent].flat().filter(({ as }) => isShort(as));
  const isName = coverOf(names.map(({ span }) => span));
  const holdsMarked = holderOf(marked.map(({ span }) => span.start));
  const isSomebody = knowsWhom(meeting, board, !isOwnForm);
  const listed = knownNames(board, [present, inAttendance, apologies, absent].flat(), true);
  const isListed = (owners: string) => owners.split(/\s*[,/&]\s*|\s+and\s+/).every(listed.lists);
  const patterns = isOwnForm ? PROMISE_PATTERNS : PUBLISHED_PATTERNS;
  const passages = readPassages(text, scanBlocks(text, frontMatter.bodyStart));
  const found: PossibleAction[] = [];
  for (const [index, passage] of passages.entries()) {
    if (passage.kind === "heading") continue;
    const next = passages[index + 1];
    // What was agreed is often said again right below, as the action that it is.
    const isBesideMarked = holdsMarked(passage.span) || (next !== undefined && holdsMarked(next.span));
    const parts = passage.kind === "text" ? [passage.lines] : passage.cells.map(({ lines }) => lines);
    for (const one of parts.flatMap((lines) => promisesIn(lines, text, patterns, isSomebody))) {
      const isOther = one.owner !== null && (isName(one.span.start) || !isListed(one.owner));
      const isSaid = isTold(one.span.start) || (isBesideMarked && !one.isPlain);
      // Words are compared last, as that takes longest.
      if (!isOther && !isSaid && !repeats(one.text)) found.push(one);
    }
  }
  return found;
}

/** Whether an entry of a list of names is no longer than a name, with what somebody is: else it may be taken for one. */
function isShort(as: string): boolean {
  return as.split(/\s+/).length <= 6 && !/:\s/.test(as);
}

interface Promised extends PossibleAction {
  /** Whether it says by name who is to do something, or how a numbered action stands: nothing beside it says that for it. */
  readonly isPlain: boolean;
  /** Of an entry that only names whose it is, the name: those who were there may stand in a list so too. */
  readonly owner: string | null;
}

function promisesIn(
  lines: Passage["lines"],
  text: string,
  patterns: readonly PromisePattern[],
  isSomebody: (name: string) => boolean,
): Promised[] {
  const raw = lines.length === 0 ? "" : text.slice(lines[0]!.start, lines.at(-1)!.end);
  const hinted = patterns.filter(({ hint }) => hint.test(raw));
  if (hinted.length === 0) return [];
  const plain = plainText(text, lines);
  const matches = hinted.flatMap(({ pattern }) => [...plain.text.matchAll(pattern)]);
  const sentences = new Map<string, Promised>();
  for (const match of matches.toSorted((a, b) => a.index - b.index)) {
    const sentence = sentenceAt(plain.text, match.index);
    const words = squash(sentence);
    if (sentences.has(words) || !isPromise(match, sentence, isSomebody)) continue;
    const span = spanIn(plain, match.index, match.index + match[0].length);
    const isPlain = match.groups?.agreed === undefined && match.groups?.agreedAlone === undefined;
    sentences.set(words, { text: words, span, isPlain, owner: match.groups?.owner ?? null });
  }
  return [...sentences.values()];
}

/** Tells whether a name is that of a body of the register, a person of the board, or somebody whom the note lists. */
function knowsWhom(
  { present, inAttendance, apologies, absent }: Meeting,
  board: Board,
  isPublished: boolean,
): (name: string) => boolean {
  const names = knownNames(board, [...present, ...inAttendance, ...apologies, ...absent], isPublished);
  return (name) =>
    names.lists(name) ||
    findOrganisation(board, name) !== null ||
    findPerson(board, name) !== null ||
    (isPublished && areOwners(name, names));
}
