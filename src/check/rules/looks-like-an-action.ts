import { bagOf, containmentOf } from "../../ledger/words.ts";
import { type Board, findOrganisation, findPerson } from "../../model/board.ts";
import type { Meeting } from "../../model/meeting.ts";
import type { Span } from "../../source/source-file.ts";
import { isListed } from "../owner.ts";
import { isYaml } from "../place.ts";
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
    const marked = markedLines(note.meeting);
    for (const { match, stretch, span } of [...find(AGREED, HINT), ...find(ORDER, ORDER_HINT)]) {
      if (stretch.kind !== "paragraph" || isWithin(span, marked, note.meeting)) continue;
      const sentence = sentenceAt(stretch.words, match.index!);
      const name = match.groups?.name;
      if (name === undefined ? !isPromise(match, sentence) : !isSomebody(name, note.meeting, board)) continue;
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
function isSomebody(name: string, meeting: Meeting, board: Board): boolean {
  return (
    findOrganisation(board, name) !== null || findPerson(board, name) !== null || isListed(name, meeting)
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

/** The sentence in which an offset lies. */
function sentenceAt(words: string, at: number): string {
  const start = Math.max(...[". ", ".\n", "? ", "; "].map((stop) => words.lastIndexOf(stop, at) + 1));
  const end = words.slice(at).search(/[.?;](?:\s|$)/);
  return words.slice(start, end < 0 ? words.length : at + end + 1).trim();
}

interface Marked {
  readonly text: string;
  readonly span: Span;
}

function markedLines({ actions, decisions, deferred }: Meeting): Marked[] {
  return [...actions, ...decisions, ...deferred];
}

function isWithin({ start }: Span, marked: readonly Marked[], { progress, log }: Meeting): boolean {
  return [...marked, ...progress, ...log].some(({ span }) => span.start <= start && start < span.end);
}

/** How much of the shorter wording stands in both, where they say the same. */
const SAME = 0.6;
/** Of fewer words a sentence may hold most by chance. */
const FEWEST_WORDS = 4;

/** Whether a marked line says the same, or follows right below. */
function isMarkedNearby(
  sentence: string,
  stretch: Stretch,
  stretches: () => readonly Stretch[],
  marked: readonly Marked[],
): boolean {
  const next = stretches().find(({ span }) => span.start >= stretch.span.end);
  const isBelow = ({ span }: Marked) =>
    (next !== undefined && span.start >= next.span.start && span.start < next.span.end) ||
    (span.start > stretch.span.start && span.start < stretch.span.end);
  const bag = bagOf(sentence);
  return marked.some((line) => {
    const other = bagOf(line.text);
    return isBelow(line) || (other.words.length >= FEWEST_WORDS && containmentOf(bag, other) >= SAME);
  });
}
