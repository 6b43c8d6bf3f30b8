import type { Note } from "../model/meeting.ts";
import { type Diagnostic, fixOf, type Severity } from "../source/diagnostic.ts";
import { append } from "../source/many.ts";
import { sourceFile } from "../source/source-file.ts";
import { entryOf } from "../source/yaml-node.ts";
import { makeContext } from "./context.ts";
import { dayOf, isOwnForm } from "./place.ts";
import type { BoardAtHand, Context, Rule, RuleFinding } from "./rule.ts";
import { ignoreHasAReason } from "./rules/ignore-has-a-reason.ts";
import { silenceFindings } from "./silence.ts";

/**
 * Asks rules of every note they speak of, and of the other files of the board. Findings come in reading order: by file
 * name, then by place, then in the order of the rules. Never throws for what a file holds.
 */
export function askRules(atHand: BoardAtHand, rules: readonly Rule[]): readonly Diagnostic[] {
  const context = makeContext(atHand, rules);
  const found = rules.flatMap((rule) => [...askOfFiles(rule, context)]);
  const asked = rules.filter((rule) => gradeSet(rule, context) !== "off");
  const rulesFor = groupRules(asked.filter((rule) => rule.where?.(atHand.board) !== false));
  // Note by note, so that of one text at a time more is kept than what was found in it.
  for (const note of atHand.notes) {
    const told = [...faultsOf(note, asked, context), ...askOfNote(rulesFor(note), note, context)];
    append(found, withoutSilenced(told, note, context));
  }
  return inReadingOrder(found, rules);
}

/** What the ignores of a note leave, and a finding for each that silences nothing. */
function withoutSilenced(found: readonly Diagnostic[], note: Note, context: Context): readonly Diagnostic[] {
  const ignores = context.ignores(note);
  if (ignores.length === 0) return found;
  const { rules } = context;
  const canBeSilenced = (id: string) =>
    id !== ignoreHasAReason.id &&
    rules.some((rule) => rule.id === id && !rule.conserves && isAsked(rule, note));
  const file = sourceFile(note.path, context.text(note.path));
  const { left, idle } = silenceFindings(found, ignores, file, canBeSilenced);
  if (!rules.includes(ignoreHasAReason) || !speaksOf(ignoreHasAReason, note, context)) return left;
  const told = idle.map(({ id, span }) => ({
    span,
    message: `Nothing here is found by \`${id}\`.`,
    advice: "Delete this, or put it behind the words that it speaks of.",
  }));
  return [...left, ...told.flatMap((one) => [...stamp(ignoreHasAReason, context, note.path, one, note)])];
}

/** Whether a rule speaks of notes of this state: what is silenced in an agenda may be found once it was held. */
function isAsked(rule: Rule, { meeting }: Note): boolean {
  return rule.on.includes(meeting.state);
}

function* askOfFiles(rule: Rule, context: Context): Iterable<Diagnostic> {
  const faults = (context.boardFile?.faults ?? []).filter((fault) => fault.rule === rule.id);
  for (const fault of faults) yield* stamp(rule, context, context.boardFile!.path, fault);
  for (const finding of rule.checkFiles?.(context) ?? []) {
    yield* stamp(rule, context, finding.path, finding);
  }
}

/** What reading found in a note, told by the rules that it belongs to. */
function faultsOf(note: Note, rules: readonly Rule[], context: Context): Diagnostic[] {
  return note.faults.flatMap((fault) => {
    const rule = rules.find(({ id }) => id === fault.rule);
    return rule === undefined || !speaksOf(rule, note, context)
      ? []
      : [...stamp(rule, context, note.path, fault, note)];
  });
}

/** Those of some rules that speak of a note of its state and form, found once for all such notes. */
function groupRules(rules: readonly Rule[]): (note: Note) => readonly Rule[] {
  const groups = new Map<string, readonly Rule[]>();
  return (note) => {
    const isOwn = isOwnForm(note);
    const key = `${note.meeting.state} ${isOwn}`;
    const group = groups.get(key) ?? rules.filter((rule) => isAsked(rule, note) && (isOwn || !rule.ofForm));
    groups.set(key, group);
    return group;
  };
}

function askOfNote(rules: readonly Rule[], note: Note, context: Context): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    if (!speaksOf(rule, note, context)) continue;
    let told = 0;
    // Nearly every rule finds nothing in nearly every note, so that what asks must cost little.
    for (const finding of rule.check(note, context)) {
      const isLast = told++ === MOST_TOLD && !rule.conserves;
      append(found, stamp(rule, context, note.path, isLast ? thatThereAreMore(finding) : finding, note));
      if (isLast) break;
    }
  }
  return found;
}

/** Nobody reads more findings of one rule in one note; a file that is no note may have a hundred thousand. */
const MOST_TOLD = 1000;

/** What is told in place of one finding too many of a rule; what guards the ledger is told in full. */
function thatThereAreMore({ span }: RuleFinding): RuleFinding {
  const message = "There are more of these than rrb tells of in one note.";
  return { span, message, advice: "Mend those above first, then run rrb again." };
}

/** Notes before `check-from` are asked only what guards the ledger. */
function speaksOf(rule: Rule, { meeting }: Note, { board }: Context): boolean {
  if (rule.conserves || board.checkFrom === null) return true;
  return dayOf(meeting) >= board.checkFrom;
}

/** The grade that the board gives a rule, or `off`; undefined where it says nothing and the rule grades itself. */
function gradeSet(rule: Rule, { board }: Context): Severity | "off" | undefined {
  return rule.conserves ? undefined : (board.rules.get(rule.id) ?? (rule.isOff ? "off" : undefined));
}

/** Gives a finding its rule, file and grade; nothing where the rule is turned off. */
function* stamp(
  rule: Rule,
  context: Context,
  path: string,
  finding: RuleFinding,
  note?: Note,
): Iterable<Diagnostic> {
  const set = gradeSet(rule, context);
  if (set === "off") return;
  const severity = set ?? finding.severity ?? gradeOf(rule, note);
  const { span, message, advice, related } = finding;
  const fix = fixOf(finding);
  yield {
    rule: rule.id,
    severity,
    path,
    span,
    message,
    advice,
    ...(related && { related }),
    ...(fix.length > 0 && note !== undefined && !isSealed(note) && { fix }),
  };
}

/** A note that bears its fingerprint is changed by no fix: what was confirmed is what must stand. */
function isSealed({ frontMatter }: Note): boolean {
  return entryOf(frontMatter, "fingerprint") !== null;
}

function gradeOf(rule: Rule, note: Note | undefined): Severity {
  return note?.meeting.state === "confirmed" ? (rule.confirmed ?? rule.severity) : rule.severity;
}

function inReadingOrder(found: readonly Diagnostic[], rules: readonly Rule[]): readonly Diagnostic[] {
  const places = new Map(rules.map(({ id }, place) => [id, place]));
  return found.toSorted(
    (a, b) =>
      compareText(a.path, b.path) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      places.get(a.rule)! - places.get(b.rule)!,
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
