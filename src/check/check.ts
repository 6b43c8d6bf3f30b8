import type { Irregularity } from "../ledger/irregularity.ts";
import type { Note } from "../model/meeting.ts";
import type { Diagnostic, Severity } from "../source/diagnostic.ts";
import type { BoardAtHand, Context, Rule, RuleFinding } from "./rule.ts";
import { RULES } from "./rules.ts";

/**
 * Asks every rule of every note it speaks of, and of the other files of the board. Findings come in reading order: by
 * file name, then by place, then as the shelf has its rules. Never throws for what a file holds.
 */
export function checkBoard(atHand: BoardAtHand, rules: readonly Rule[] = RULES): readonly Diagnostic[] {
  const context: Context = { ...atHand, rules, met: indexIrregularities(atHand) };
  const found = rules.flatMap((rule) => [...askOfFiles(rule, context), ...askOfNotes(rule, context)]);
  return inReadingOrder(found);
}

function* askOfFiles(rule: Rule, context: Context): Iterable<Diagnostic> {
  const faults = (context.boardFile?.faults ?? []).filter((fault) => fault.rule === rule.id);
  for (const fault of faults) yield* stamp(rule, context, context.boardFile!.path, fault);
  for (const finding of rule.checkFiles?.(context) ?? []) {
    yield* stamp(rule, context, finding.path, finding);
  }
}

function* askOfNotes(rule: Rule, context: Context): Iterable<Diagnostic> {
  for (const note of context.notes) {
    if (!speaksOf(rule, note, context)) continue;
    for (const fault of note.faults) {
      if (fault.rule === rule.id) yield* stamp(rule, context, note.path, fault, note);
    }
    if (!rule.on.includes(note.meeting.state) || rule.where?.(context.board) === false) continue;
    for (const finding of rule.check(note, context)) yield* stamp(rule, context, note.path, finding, note);
  }
}

/** Notes before `check-from` are asked only what guards the ledger. */
function speaksOf(rule: Rule, { meeting }: Note, { board }: Context): boolean {
  const day = meeting.date ?? meeting.id.slice(0, 10);
  return rule.conserves || board.checkFrom === null || day >= board.checkFrom;
}

/** Gives a finding its rule, file and grade; nothing where the board has turned the rule off. */
function* stamp(
  rule: Rule,
  { board }: Context,
  path: string,
  finding: RuleFinding,
  note?: Note,
): Iterable<Diagnostic> {
  const set = rule.conserves ? undefined : board.rules.get(rule.id);
  if (set === "off") return;
  const severity = set ?? finding.severity ?? gradeOf(rule, note);
  const { span, message, advice, related, fix } = finding;
  yield {
    rule: rule.id,
    severity,
    path,
    span,
    message,
    advice,
    ...(related && { related }),
    ...(fix && { fix }),
  };
}

function gradeOf(rule: Rule, note: Note | undefined): Severity {
  return note?.meeting.state === "confirmed" ? (rule.confirmed ?? rule.severity) : rule.severity;
}

function inReadingOrder(found: readonly Diagnostic[]): readonly Diagnostic[] {
  // Sorting is stable: what stands at one place stays in the order of the shelf.
  return found.toSorted(
    (a, b) => compareText(a.path, b.path) || a.span.start - b.span.start || a.span.end - b.span.end,
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The irregularities by note and kind, found at once however long the archive. */
function indexIrregularities({ ledger }: BoardAtHand): Context["met"] {
  const index = new Map<string, Irregularity[]>();
  for (const irregularity of ledger.irregularities) {
    const key = `${irregularity.kind} ${irregularity.meeting}`;
    const known = index.get(key);
    if (known === undefined) index.set(key, [irregularity]);
    else known.push(irregularity);
  }
  return (note, kind) => (index.get(`${kind} ${note.meeting.id}`) ?? []) as never;
}
