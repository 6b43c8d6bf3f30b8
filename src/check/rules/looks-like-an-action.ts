import { bagOf, containmentOf } from "../../ledger/words.ts";
import { type Board, findOrganisation, findPerson, foldName } from "../../model/board.ts";
import type { Span } from "../../source/source-file.ts";
import { listedNames } from "../owner.ts";
import { indexFrom, isYaml } from "../place.ts";
import type { Stretch } from "../prose.ts";
import { HELD, type Rule } from "../rule.ts";

export const looksLikeAnAction: Rule = {
  id: "looks-like-an-action",
  severity: "information",
  conserves: false,
  on: HELD,
  summary: "What was agreed to be done stands in a marked line: an action, or a decision.",
  why: "A promise in the middle of a paragraph is in nobody's list. It is only offered here: whether it is an action, somebody has to say who was there.",
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
`,
    },
  },
  *check(note, { prose, board }) {
    const { find } = prose(note);
    const { meeting } = note;
    const marked = inOrder([...meeting.actions, ...meeting.decisions, ...meeting.deferred]);
    const told = inOrder([...marked, ...meeting.progress, ...meeting.log]);
    const listed = listedNames(meeting);
    for (const { match, stretch, span } of [...find(AGREED, HINT), ...find(ORDER, ORDER_HINT)]) {
      if (stretch.kind !== "paragraph" || isWithin(span, told)) continue;
      const sentence = sentenceAt(stretch.words, match.index!);
      const name = match.groups?.name;
      if (name === undefined ? !isPromise(match, sentence) : !isSomebody(name, listed, board)) continue;
      if (isMarkedNearby(sentence, stretch, () => prose(note).stretches, marked)) continue;
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

const HINT =
  /\bagreed\b|\bresolved\b|\bundert(?:ook|aken)\b|\boffered to\b|\bpromised to\b|\basked to\b|\btasked\b/i;
const WHO =
  "(?:[Ii]t|[Tt]hey|[Mm]embers|[Tt]he\\s+(?:\\p{L}+\\s+){1,3}|\\p{Lu}[\\p{L}&.-]*(?:\\s+\\p{Lu}[\\p{L}&.-]*){0,3})\\s*";
/** Who agreed, and to what; `had agreed` tells of another day. */
const AGREED = new RegExp(
  [
    `(?<![\\p{L}])${WHO}(?:(?:was|were|is|has|have)\\s+)?(?:also\\s+|then\\s+|further\\s+)?(?:been\\s+)?(?<!\\b[Hh]ad\\s+(?:also\\s+|been\\s+)?)(?<agreed>agreed\\s+(?:to|that))\\b`,
    "(?<=^|\\n|[.;]\\s+)(?<agreedAlone>(?:Agreed|AGREED|Resolved|RESOLVED)\\s+(?:to|that))\\b",
    `(?<![\\p{L}])${WHO}(?:also\\s+)?(?:undertook|offered|promised)\\s+to\\b`,
    `(?<![\\p{L}])${WHO}(?:was|were)\\s+(?:also\\s+)?(?:asked|tasked)\\s+(?:to|with)\\b`,
  ].join("|"),
  "gu",
);

/** `MPS to bring the figures`: a sentence that gives somebody something to do. */
const ORDER =
  /(?<=^|\n|[.!?;]\s+)(?<name>\p{Lu}[\p{L}&'\u2019-]*(?:\s+\p{Lu}[\p{L}&'\u2019-]*){0,4})\s+to\s+(?!be\b)\p{Ll}{2,}/gu;
const ORDER_HINT = /\p{Lu}[\p{L}&'\u2019-]*\s+to\s+\p{Ll}/u;

/** Whether a name is that of a body of the register, a person of the board's list, or somebody whom the note lists. */
function isSomebody(name: string, listed: ReadonlySet<string>, board: Board): boolean {
  return (
    listed.has(foldName(name)) || findOrganisation(board, name) !== null || findPerson(board, name) !== null
  );
}

function isPromise(match: RegExpMatchArray, sentence: string): boolean {
  if (
    /\?$|\b(?:not|never|nor|if|whether|until|unless|once|before|see (?:also )?action)\b[^,]*\bagreed\b|\(see action/i.test(
      sentence,
    )
  )
    return false;
  if (!/that$/.test(match.groups?.agreed ?? "")) return true;
  return /\bthat\b.*\b(?:would|will|should|shall|must|to be|be)\b/is.test(
    sentence.slice(sentence.indexOf("agreed")),
  );
}

/** How far, in characters, a sentence reaches from the words that were found in it. */
const LONGEST_SENTENCE = 400;

/** The sentence in which an offset lies. */
function sentenceAt(words: string, at: number): string {
  const before = words.slice(Math.max(0, at - LONGEST_SENTENCE), at);
  const behind = words.slice(at, at + LONGEST_SENTENCE);
  const end = behind.search(/[.?;](?:\s|$)/);
  return `${/(?:^|[.?;]\s)((?:(?![.?;]\s).)*)$/s.exec(before)?.[1] ?? ""}${end < 0 ? behind : behind.slice(0, end + 1)}`;
}

interface Marked {
  readonly text: string;
  readonly span: Span;
}

function inOrder(lines: readonly Marked[]): readonly Marked[] {
  return lines.toSorted((a, b) => a.span.start - b.span.start);
}

function startOf({ span }: { readonly span: Span }): number {
  return span.start;
}

function isWithin({ start }: Span, told: readonly Marked[]): boolean {
  const last = told[indexFrom(told, start + 1, startOf) - 1];
  return last !== undefined && holds(last.span, start);
}

function holds(span: Span, at: number): boolean {
  return span.start <= at && at < span.end;
}

/** How much of the shorter wording stands in both, where they say the same. */
const SAME = 0.6;
/** Of fewer words a sentence may hold most by chance. */
const FEWEST_WORDS = 4;
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
  const bag = bagOf(sentence);
  return near.some((line) => {
    if (holds(span, line.span.start) || (next !== undefined && holds(next, line.span.start))) return true;
    const other = bagOf(line.text);
    return other.words.length >= FEWEST_WORDS && containmentOf(bag, other) >= SAME;
  });
}
