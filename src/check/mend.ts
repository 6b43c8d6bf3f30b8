import { bookLedger } from "../ledger/ledger.ts";
import { readNoteFile } from "../read/note-file.ts";
import { type Diagnostic, type Edit, fixOf } from "../source/diagnostic.ts";
import { type Span, sourceFile } from "../source/source-file.ts";
import { applyEdits } from "../write/edit.ts";
import { checkBoard } from "./check.ts";
import type { BoardAtHand, Rule } from "./rule.ts";
import { RULES } from "./rules.ts";

/** A board whose findings were mended as far as that takes no judgement; nothing is written yet. */
export interface Mended {
  /** The board as it then reads. */
  readonly atHand: BoardAtHand;
  /** What is found in it then. */
  readonly left: readonly Diagnostic[];
  /** What was mended, in the order in which that was done; places are those of the text as it was at that moment. */
  readonly mended: readonly Diagnostic[];
  /** The new texts of the notes that change, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A fix, and the findings that it mends: several may share one. */
interface Fix {
  readonly path: string;
  readonly edits: readonly Edit[];
  readonly findings: readonly Diagnostic[];
}

/** Each round makes fixes or refuses one; more would mean that two rules undo what the other does. */
const MOST_ROUNDS = 100;

/**
 * Makes the fixes of the findings that are meant, in rounds where they overlap. A fix that does not mend what it is to
 * mend, changes a reference or a state, or leads to an error is left out.
 */
export async function mendBoard(
  atHand: BoardAtHand,
  isMeant: (diagnostic: Diagnostic) => boolean,
  rules: readonly Rule[] = RULES,
): Promise<Mended> {
  let now: Mended = { atHand, left: checkBoard(atHand, rules), mended: [], texts: new Map() };
  const refused = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = gatherFixes(now.left.filter(isMeant)).filter((fix) => !refused.has(keyOf(fix)));
    if (fixes.length === 0) break;
    now = await makeFixes(now, standApart(fixes), rules, refused);
  }
  return now;
}

/** Makes as many of some fixes as do what they are to do: all, else the first half of them, down to a single one. */
async function makeFixes(
  before: Mended,
  fixes: readonly Fix[],
  rules: readonly Rule[],
  refused: Set<string>,
): Promise<Mended> {
  const after = await attempt(before, fixes, rules);
  if (isMended(before, after, fixes)) return after;
  if (fixes.length > 1) return makeFixes(before, fixes.slice(0, fixes.length / 2), rules, refused);
  refused.add(keyOf(fixes[0]!));
  return before;
}

async function attempt(before: Mended, fixes: readonly Fix[], rules: readonly Rule[]): Promise<Mended> {
  const changed = new Map<string, string>();
  for (const path of new Set(fixes.map((fix) => fix.path))) {
    const edits = fixes.filter((fix) => fix.path === path).flatMap((fix) => fix.edits);
    changed.set(path, applyEdits(before.atHand.text(path), edits));
  }
  const atHand = await rereadBoard(before.atHand, changed);
  return {
    atHand,
    left: checkBoard(atHand, rules),
    mended: [...before.mended, ...fixes.flatMap(({ findings }) => findings)],
    texts: new Map([...before.texts, ...changed]),
  };
}

/** The board with other texts of some notes. */
async function rereadBoard(atHand: BoardAtHand, changed: ReadonlyMap<string, string>): Promise<BoardAtHand> {
  const { board, today } = atHand;
  const notes = await Promise.all(
    atHand.notes.map((note) => {
      const text = changed.get(note.path);
      return text === undefined ? note : readNoteFile(sourceFile(note.path, text), board);
    }),
  );
  const ledger = bookLedger(
    notes.map(({ meeting }) => meeting),
    { board, today },
  );
  return { ...atHand, notes, ledger, text: (path) => changed.get(path) ?? atHand.text(path) };
}

function isMended(before: Mended, after: Mended, fixes: readonly Fix[]): boolean {
  const errors = ({ left }: Mended) => left.filter(({ severity }) => severity === "error").length;
  const found = countByRule(before.left);
  const left = countByRule(after.left);
  const gone = countByRule(fixes.flatMap(({ findings }) => findings));
  return (
    isSameBook(before.atHand, after.atHand) &&
    errors(after) <= errors(before) &&
    [...gone].every(([place, count]) => (left.get(place) ?? 0) <= found.get(place)! - count)
  );
}

/** How many findings there are of each rule in each file. */
function countByRule(found: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, path } of found) {
    const place = `${rule} ${path}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

/** Whether every action and decision still has its reference, and every action its state. */
function isSameBook(before: BoardAtHand, after: BoardAtHand): boolean {
  const book = ({ notes, ledger }: BoardAtHand) =>
    [
      ...[...ledger.actions].map(([ref, { state }]) => `${ref} ${state}`),
      ...notes.flatMap(({ meeting }) => [...meeting.actions, ...meeting.decisions].map(nameOf)),
    ].toSorted();
  return book(before).join("\n") === book(after).join("\n");
}

/** A reference and what it stands for, punctuation and markup aside. */
function nameOf({ ref, text }: { readonly ref: string; readonly text: string }): string {
  return `${ref} ${text.replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;
}

/** The fixes of some findings, each once, however many share it. */
function gatherFixes(found: readonly Diagnostic[]): Fix[] {
  const fixes = new Map<readonly Edit[], { path: string; edits: readonly Edit[]; findings: Diagnostic[] }>();
  for (const finding of found) {
    const edits = fixOf(finding);
    const same = fixes.get(edits);
    if (same !== undefined) same.findings.push(finding);
    else if (edits.length > 0) fixes.set(edits, { path: finding.path, edits, findings: [finding] });
  }
  return [...fixes.values()];
}

/** Those of some fixes that nowhere meet one before them. */
function standApart(fixes: readonly Fix[]): Fix[] {
  const taken = new Map<string, Span[]>();
  return fixes.filter(({ path, edits }) => {
    const there = taken.get(path) ?? [];
    const spans = edits.map(({ span }) => span);
    const next = (span: Span) => there[placeOf(there, span)]?.start ?? Number.POSITIVE_INFINITY;
    if (spans.some((span) => next(span) <= span.end)) return false;
    for (const span of spans) there.splice(placeOf(there, span), 0, span);
    taken.set(path, there);
    return true;
  });
}

/** The index, among spans in order that do not meet, of the first that ends where another begins or later. */
function placeOf(inOrder: readonly Span[], { start }: Span): number {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder[middle]!.end < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A fix by its words, as its place moves with every change before it. */
function keyOf({ path, edits, findings }: Fix): string {
  const [first] = findings;
  return JSON.stringify([path, first!.rule, first!.message, edits.map(({ text }) => text)]);
}
