import type { Note } from "../../model/meeting.ts";
import type { Span } from "../../source/source-file.ts";
import { inOrder, isWithin, quoted } from "../place.ts";
import { PLACEHOLDER, PLACEHOLDER_HINT } from "../placeholder.ts";
import { HELD, type Rule } from "../rule.ts";

export const noPlaceholderLeft: Rule = {
  id: "no-placeholder-left",
  severity: "warning",
  confirmed: "error",
  conserves: false,
  on: HELD,
  summary: "No `TBC`, `XX`, `??` or `[check]` is left in a note.",
  why: "What was left open while the note was written is published as it stands. (An error in a confirmed note.)",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

There were 112 cases in December.
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

There were [|XX|] cases in December [|[check with MPS]|].
`,
    },
  },
  *check(note, { prose }) {
    const { text, find } = prose;
    const found = [...find(PLACEHOLDER, PLACEHOLDER_HINT)];
    if (found.length === 0) return;
    const unowned = unownedMarkers(note);
    const statuses = unknownStatuses(note);
    let last = Number.NEGATIVE_INFINITY;
    for (const { match, span } of found) {
      // `£XX,000 [to be confirmed]` is one.
      const goesOn = span.start - last < NEAR && /^[^\n.;]*$/.test(text.slice(last, span.start));
      last = span.end;
      if (goesOn || standsForAnOwner(span, unowned, text) || isWithin(span, statuses)) continue;
      yield {
        span,
        message: `${quoted(match[0])} is still open here.`,
        advice: "Write what it stands for, or that it was not known at the meeting.",
      };
    }
  },
};

/** How many characters may part a gap from the brackets that speak of it. */
const NEAR = 10;

/** `Action 1 (TBC): …`: of an action that nobody owns `action-has-owner` tells. */
function standsForAnOwner({ start }: Span, markers: ReadonlySet<number>, text: string): boolean {
  const brackets = /\W*\(\s*$/.exec(text.slice(Math.max(0, start - NEAR), start));
  return brackets !== null && markers.has(start - brackets[0].length);
}

/** Where a status stands that is no status: of that `status-is-known` tells. */
function unknownStatuses({ meeting }: Note): readonly { readonly span: Span }[] {
  const unknown = meeting.progress.filter(({ disposition }) => disposition?.known === false);
  return inOrder(unknown.map(({ statusSpan }) => ({ span: statusSpan })));
}

/** Where the markers of actions end that nobody owns. */
function unownedMarkers({ meeting }: Note): ReadonlySet<number> {
  return new Set(meeting.actions.filter(({ owners }) => owners.length === 0).map(({ marker }) => marker.end));
}
