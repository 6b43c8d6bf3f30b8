import type { Diagnostic } from "../source/diagnostic.ts";
import { askRules } from "./asking.ts";
import type { BoardAtHand, Rule } from "./rule.ts";
import { RULES } from "./rules.ts";

/** All that is wrong on a board: every rule asked of every note it speaks of, and of the other files, in reading order. */
export function checkBoard(atHand: BoardAtHand, rules: readonly Rule[] = RULES): readonly Diagnostic[] {
  return askRules(atHand, rules);
}
