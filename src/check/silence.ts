import { plainText } from "../markdown/plain-text.ts";
import { findMarkedLines } from "../read/marked-line.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import {
  lineStartsOf,
  lineText,
  placeOf,
  type SourceFile,
  type Span,
  sourceFile,
} from "../source/source-file.ts";
import type { Ignore } from "./ignores.ts";
import type { KeptNote } from "./kept-note.ts";
import type { Context, Rule } from "./rule.ts";
import { isBeforeChecks } from "./rule-group.ts";
import { ignoreHasAReason } from "./rules/ignore-has-a-reason.ts";
import { gradeSet, stampInNote } from "./stamp.ts";

/** What the ignores of a note leave of the findings in it, and a finding for each that silences nothing. */
export function withoutSilenced(
  found: readonly Diagnostic[],
  ignores: readonly Ignore[],
  note: KeptNote,
  { board, rules, text }: Context,
): readonly Diagnostic[] {
  const canBeSilenced = (id: string) =>
    id !== ignoreHasAReason.id && rules.some((rule) => rule.id === id && isSilent(rule, note));
  const file = sourceFile(note.path, text(note.path));
  const { left, idle } = silenceFindings(found, ignores, file, canBeSilenced);
  const isAsked = rules.includes(ignoreHasAReason) && gradeSet(ignoreHasAReason, board) !== "off";
  if (!isAsked || isBeforeChecks(note, board)) return left;
  const told = idle.map(({ id, span }) => ({
    span,
    message: `Nothing here is found by \`${id}\`.`,
    advice: "Delete this, or put it behind the words that it speaks of.",
  }));
  return [...left, ...told.map((one) => stampInNote(ignoreHasAReason, board, note, one))];
}

/** Whether a note may silence a rule: what is silenced in an agenda may be found once it was held. */
function isSilent({ conserves, on }: Rule, { meeting }: KeptNote): boolean {
  return !conserves && on.includes(meeting.state);
}

/** What ignores leave of the findings in one file. */
interface Silence {
  readonly left: readonly Diagnostic[];
  /** The rules named by an ignore that found nothing of theirs to silence. */
  readonly idle: readonly { readonly id: string; readonly span: Span }[];
}

/**
 * Takes out the findings that ignores of their file speak of. An ignore behind words speaks of its line, and where no
 * finding of its rule begins there, of the nearest one above in the same statement: a paragraph, or a marked line, an
 * entry of a list or a row of a table. One on a line of its own speaks likewise of the line below.
 */
function silenceFindings(
  found: readonly Diagnostic[],
  ignores: readonly Ignore[],
  file: SourceFile,
  canBeSilenced: (id: string) => boolean,
): Silence {
  const byPlace = new Map<string, Diagnostic[]>();
  for (const one of found) {
    const place = `${one.rule} ${placeOf(file, one.span.start).line}`;
    const there = byPlace.get(place);
    if (there === undefined) byPlace.set(place, [one]);
    else there.push(one);
  }
  const lines = knowLines(file);
  const silenced = new Set<Diagnostic>();
  const idle: { id: string; span: Span }[] = [];
  for (const ignore of ignores) {
    const spokenOf = linesOf(ignore, lines, file);
    for (const { value: id, span } of ignore.rules.filter(({ value }) => canBeSilenced(value))) {
      const line = spokenOf.find((candidate) => byPlace.has(`${id} ${candidate}`));
      if (line !== undefined) for (const one of byPlace.get(`${id} ${line}`)!) silenced.add(one);
      // One that gives no reason is wrong already.
      else if (ignore.reason !== null) idle.push({ id, span });
    }
  }
  return { left: found.filter((one) => !silenced.has(one)), idle };
}

/** What a line is: blank, ignores and nothing else, the beginning of a statement, or something that goes on. */
type LineKind = "blank" | "ignore" | "begins" | "goes on";

/** Tells what a line is, by its number from 1; each is looked at once, as many ignores may stand in it. */
function knowLines(file: SourceFile): (line: number) => LineKind {
  const known = new Map<number, LineKind>();
  return (line) => {
    const kind = known.get(line) ?? judgeLine(lineText(file, line));
    known.set(line, kind);
    return kind;
  };
}

function judgeLine(words: string): LineKind {
  if (words.trim() === "") return "blank";
  if (/^\s*(?:#\s*rrb-ignore\b.*|(?:<!--\s*rrb-ignore\b(?:(?!-->).)*-->\s*)+)$/i.test(words)) return "ignore";
  // An entry, a row, a heading, a key, or a marked line.
  if (/^\s*(?:[|#]|[-*+]\s|\d+[.)]\s|[\w-]+:(?:\s|$))/.test(words)) return "begins";
  const isMarked = findMarkedLines(plainText(words, [{ start: 0, end: words.length }]), false).length > 0;
  return isMarked ? "begins" : "goes on";
}

/** No statement is longer, in lines. */
const MOST_LINES = 100;

/** The lines that an ignore speaks of, the nearest first. */
function linesOf({ span }: Ignore, kindOf: (line: number) => LineKind, file: SourceFile): number[] {
  const { line } = placeOf(file, span.start);
  if (kindOf(line) === "ignore") return linesBelow(line, kindOf, lineStartsOf(file).length);
  const lines: number[] = [];
  for (let at = line; at > Math.max(0, line - MOST_LINES) && kindOf(at) !== "blank"; at--) {
    lines.push(at);
    if (kindOf(at) === "begins") break;
  }
  return lines;
}

function linesBelow(line: number, kindOf: (line: number) => LineKind, count: number): number[] {
  const last = Math.min(count, line + MOST_LINES);
  let first = line + 1;
  while (first <= last && (kindOf(first) === "blank" || kindOf(first) === "ignore")) first++;
  const lines: number[] = [];
  for (let at = first; at <= last && kindOf(at) !== "blank"; at++) {
    if (at > first && kindOf(at) === "begins") break;
    lines.push(at);
  }
  return lines;
}
