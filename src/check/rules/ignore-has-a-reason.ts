import { nearest } from "../../source/nearest.ts";
import type { Ignore } from "../ignores.ts";
import { quoted } from "../place.ts";
import { ANY_STATE, type Rule, type RuleFinding } from "../rule.ts";

export const ignoreHasAReason: Rule = {
  id: "ignore-has-a-reason",
  severity: "error",
  conserves: false,
  on: ANY_STATE,
  summary:
    "A comment that silences a finding gives its reason, names a rule that can be silenced, and silences something.",
  why: "One finding is silenced in place by `<!-- rrb-ignore action-has-owner: agreed by the Chair -->`: behind the words that it speaks of, in a table within the last cell, or on the line above; in YAML by `# rrb-ignore RULE: REASON`. Several rules are parted by commas. Without a reason nobody can judge it later, and one that silences nothing hides the next fault in its place. What guards the ledger can't be silenced.",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1: The lights to be mended by 14 February 2020. <!-- rrb-ignore action-has-owner: agreed by the Chair -->
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1: The lights to be mended by 14 February 2020. [|<!-- rrb-ignore action-has-owner -->|]
Action 2 (MOPAC; by 14 February 2020): Send out the figures. <!-- rrb-ignore [|action-has-owner|]: agreed by the Chair -->
Action 3 (MOPAC; by 14 February 2020): Visit the yard. <!-- rrb-ignore [|action-number-is-unique|]: agreed by the Chair -->
`,
    },
  },
  *check(_note, { ignores, rules }) {
    for (const ignore of ignores) {
      const wrong = ignore.rules.flatMap(({ value, span }) =>
        judgeName(value, rules).map((told) => ({ ...told, span })),
      );
      yield* wrong;
      if (wrong.length === 0) yield* judgeShape(ignore);
    }
  },
};

function judgeName(id: string, rules: readonly Rule[]): Omit<RuleFinding, "span">[] {
  const rule = rules.find((known) => known.id === id);
  if (rule === undefined) {
    const near = nearest(
      id,
      rules.map((known) => known.id),
    );
    const advice = near === null ? "`rrb explain` lists them all." : `Did you mean \`${near}\`?`;
    return [{ message: `There is no rule ${quoted(id)}.`, advice }];
  }
  if (rule.id === ignoreHasAReason.id)
    return [{ message: "This rule can't be silenced.", advice: "Mend what it finds, and delete this." }];
  if (!rule.conserves) return [];
  const message = `\`${id}\` guards the ledger, so no finding of it can be silenced.`;
  return [{ message, advice: "Mend what it finds, and delete this." }];
}

function* judgeShape({ rules, reason, span }: Ignore): Iterable<RuleFinding> {
  if (rules.length === 0)
    yield {
      span,
      message: "This names no rule.",
      advice: "Write `rrb-ignore RULE: REASON`, with the rule that `rrb check` names.",
    };
  else if (reason === null)
    yield {
      span,
      message: "This gives no reason.",
      advice: "Write it behind a colon: `rrb-ignore RULE: REASON`.",
    };
}
