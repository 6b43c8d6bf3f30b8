import type { Board } from "../model/board.ts";
import type { MeetingState } from "../model/meeting.ts";
import { type Diagnostic, fixOf, type Severity } from "../source/diagnostic.ts";
import { entryOf } from "../source/yaml-node.ts";
import type { KeptNote } from "./kept-note.ts";
import type { Rule, RuleFinding } from "./rule.ts";

/** The grade that a board gives a rule, or `off`; undefined where it says nothing and the rule grades itself. */
export function gradeSet(rule: Rule, { rules }: Board): Severity | "off" | undefined {
  return rule.conserves ? undefined : (rules.get(rule.id) ?? (rule.isOff ? "off" : undefined));
}

/** Gives what a rule finds in a note its rule, file and grade. */
export function stampInNote(rule: Rule, board: Board, note: KeptNote, finding: RuleFinding): Diagnostic {
  const fix = fixOf(finding);
  const stamped = stamp(rule, board, note.path, finding, note.meeting.state);
  return fix.length > 0 && !isSealed(note) ? { ...stamped, fix } : stamped;
}

/** Gives what a rule finds its rule, file and grade, and no fix; `state` is that of the note, where it is one. */
export function stamp(
  rule: Rule,
  board: Board,
  path: string,
  { span, message, advice, related, severity }: RuleFinding,
  state?: MeetingState,
): Diagnostic {
  const own = state === "confirmed" ? (rule.confirmed ?? rule.severity) : rule.severity;
  const set = gradeSet(rule, board) as Severity | undefined;
  return {
    rule: rule.id,
    severity: set ?? severity ?? own,
    path,
    span,
    message,
    advice,
    ...(related && { related }),
  };
}

/** A note that bears its fingerprint is changed by no fix: what was confirmed is what must stand. */
function isSealed({ frontMatter }: KeptNote): boolean {
  return entryOf(frontMatter, "fingerprint") !== null;
}
