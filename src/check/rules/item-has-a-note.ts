import type { Item, Note } from "../../model/meeting.ts";
import { partOf } from "../../read/section-parts.ts";
import { entryOf } from "../../source/yaml-node.ts";
import { hasNote, isUnderlined } from "../item-note.ts";
import { HELD, type Rule } from "../rule.ts";

export const itemHasANote: Rule = {
  id: "item-has-a-note",
  severity: "warning",
  conserves: false,
  on: HELD,
  ofForm: true,
  summary: "Every item has a note, if only that there was no discussion, or that it was put off.",
  why: "Of an empty item nobody can tell whether it was not reached, not worth a word, or forgotten by whoever wrote the note.",
  source: "conda-forge's minutes (#206); the `none this time` of Rust's triage notes",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

*Lead: MPS · to note*

There was no discussion.

## 2. Custody

Deferred: Custody, to 18 May 2020, as the paper was late.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

[|## 1. Performance|]

*Lead: MPS · to note*

## 2. Custody

The figures were shown.
`,
    },
  },
  *check(note, { board, prose }) {
    const words = prose;
    for (const item of note.meeting.items) {
      if (hasNote(item, note, words) || isSaidElsewhere(item, note)) continue;
      if (isInterests(item.title, board.standingItems) || isUnderlined(item, words.text)) continue;
      yield {
        span: item.span,
        message: "Nothing is noted under this item.",
        advice: "Say what was said, or `There was no discussion.`, or `Deferred: …`.",
      };
    }
  },
};

/** Who sent apologies, and when the next meeting is, the front matter may say; in YAML it has the earlier actions too. */
function isSaidElsewhere({ title }: Item, { meeting, frontMatter }: Note): boolean {
  const { apologies, absent, nextMeeting } = meeting;
  const part = partOf(title);
  if (part?.kind === "next meeting") return nextMeeting !== null;
  if (part?.kind === "progress") return entryOf(frontMatter, "progress") !== null;
  return /\bapolog/i.test(title) && apologies.length + absent.length > 0;
}

/** Of a declaration of interests `interests-are-declared` speaks, where it is a standing item. */
function isInterests(title: string, standing: readonly string[]): boolean {
  return /\binterests?\b/i.test(title) && standing.some((other) => /\binterests?\b/i.test(other));
}
