import { type Board, findOrganisation, findPerson } from "../../model/board.ts";
import type { Note } from "../../model/meeting.ts";
import { isPromise, PROMISE_PATTERNS, repeaterOf, sentenceAt } from "../../read/promise.ts";
import type { Span } from "../../source/source-file.ts";
import { ACTION_WITHIN_A_LINE, ACTION_WITHIN_A_LINE_HINT } from "../action-within-a-line.ts";
import { type KnownNames, listedNames } from "../owner.ts";
import { holds, indexFrom, inOrder, isOwnForm, isWithin, isYaml, startOf } from "../place.ts";
import type { Prose } from "../prose.ts";
import { HELD, type Rule, type RuleFinding } from "../rule.ts";
import type { Stretch } from "../stretch.ts";

export const looksLikeAnAction: Rule = {
  id: "looks-like-an-action",
  severity: "information",
  conserves: false,
  on: HELD,
  summary: "What was agreed to be done stands in a marked line: an action, or a decision.",
  why: "A promise in the middle of a paragraph is in nobody's list. It is only offered here: whether it is an action, somebody has to say who was there. (A warning where a second action stands in the line of another.)",
  source: "27 such sentences in 33 published notes",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Members agreed that the figures should be sent out.

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
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

The figures were shown. [|It was agreed that|] MOPAC would send them out.

## 2. Custody

The rooms were shown.

Action 1 (MOPAC; by 14 February 2020): Visit the new custody suite. [|Action 2 (MOPAC; by 28 February 2020):|] Ask for a longer lease.
`,
    },
  },
  *check(note, { prose, board }) {
    const { find } = prose;
    const { meeting } = note;
    yield* findWithinLines(note, prose);
    const found = PROMISE_PATTERNS.flatMap(({ pattern, hint }) => [...find(pattern, hint, "paragraph")]);
    if (found.length === 0) return;
    const marked = inOrder([...meeting.actions, ...meeting.decisions, ...meeting.deferred]);
    const told = inOrder([...marked, ...meeting.progress, ...meeting.log]);
    const listed = listedNames(meeting);
    for (const { match, stretch, span } of found) {
      if (isWithin(span, told)) continue;
      const sentence = sentenceAt(stretch.words, match.index!);
      if (!isPromise(match, sentence, (name) => isSomebody(name, listed, board))) continue;
      // The action that follows a resolution is another thing than the resolution.
      const near = match.groups!.agreedAlone === undefined ? marked : inOrder(meeting.decisions);
      if (isMarkedNearby(sentence, stretch, prose.stretches, near)) continue;
      yield {
        span,
        message: "This reads like an action or a decision, and is marked as neither.",
        advice: isYaml(note)
          ? "If it is one, add it to the item's `actions` or `decisions`."
          : "If it is one, write it on a line of its own: `Action (OWNER): …` or `Agreed: …`.",
      };
    }
  },
};

/** An action behind another sentence: in rrb's own form one begins a line; in a published note it is read all the same. */
function* findWithinLines(note: Note, { find }: Prose): Iterable<RuleFinding> {
  if (!isOwnForm(note)) return;
  for (const { match, stretch, span } of find(ACTION_WITHIN_A_LINE, ACTION_WITHIN_A_LINE_HINT, "paragraph")) {
    if (stretch.words[match.index! - 1] === "\n") continue;
    yield {
      span,
      severity: "warning",
      message: "This stands within a line, so it is not read as an action of its own.",
      advice: "Begin a new line with it.",
    };
  }
}

/** Whether a name is that of a body of the register, a person of the board's list, or somebody whom the note lists. */
function isSomebody(name: string, listed: KnownNames, board: Board): boolean {
  return listed.has(name) || findOrganisation(board, name) !== null || findPerson(board, name) !== null;
}

interface Marked {
  readonly text: string;
  readonly span: Span;
}

/** How far off, in characters, the marked line of a promise may stand. */
const NEAR = 3000;

/** Whether a marked line says the same, or follows right below. */
function isMarkedNearby(
  sentence: string,
  { span }: Stretch,
  stretches: () => readonly Stretch[],
  marked: readonly Marked[],
): boolean {
  const near = marked.slice(
    indexFrom(marked, span.start - NEAR, startOf),
    indexFrom(marked, span.start + NEAR, startOf),
  );
  if (near.length === 0) return false;
  const all = stretches();
  const next = all[indexFrom(all, span.end, startOf)]?.span;
  const isBeside = near.some(
    (line) => holds(span, line.span.start) || (next !== undefined && holds(next, line.span.start)),
  );
  return isBeside || repeaterOf(near.map(({ text }) => text))(sentence);
}
