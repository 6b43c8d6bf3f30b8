import type { Meeting } from "../model/meeting.ts";
import type { Edit } from "../source/diagnostic.ts";
import { numberLine, type Unnumbered } from "./line-numbers.ts";
import { logNumberEdits } from "./log-numbers.ts";
import { yamlNumberEdits } from "./yaml-numbers.ts";

/**
 * The edits that write the missing numbers of a note's actions and decisions where the ledger already counts with
 * them: no reference changes by it, and no number that is there. A place that says something else is left alone.
 */
export function numberEdits(meeting: Meeting, text: string): Edit[] {
  const actions = meeting.actions.filter(({ written }) => written === null);
  const decisions = meeting.decisions.filter(({ written }) => written === null);
  const lines: Unnumbered[] = [
    ...actions.filter(({ fromLog }) => !fromLog).map((action) => ({ ...action, word: "Action" as const })),
    ...decisions.map((decision) => ({ ...decision, word: decision.kind })),
  ];
  if (!/\.md$/i.test(meeting.path)) return yamlNumberEdits(lines, text);
  const fromLog = actions.filter((action) => action.fromLog);
  return [...lines.map((line) => numberLine(line, text)), ...logNumberEdits(fromLog, meeting, text)];
}
