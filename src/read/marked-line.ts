import { type Plain, spanIn, squash } from "../markdown/plain-text.ts";
import type { Decision } from "../model/meeting.ts";
import { REFERENCE } from "../model/reference.ts";
import type { Span } from "../source/source-file.ts";

/** A line that says what it is: `Action 1 (OWNER; by DUE): …`, `Agreed: …`, `Deferred – …`. */
export interface MarkedLine {
  readonly kind: "Action" | "Deferred" | Decision["kind"];
  readonly number: number | null;
  /** The full reference in place of a number: such a line is progress. */
  readonly cited: string | null;
  /** What the brackets behind the marker hold. */
  readonly brackets: string | null;
  /** What a label behind the text says of how the action stands; read in published notes alone. */
  readonly status?: string | null;
  /** The text behind the marker, white space squashed. */
  readonly text: string;
  /** `Action 1`, without brackets and colon. */
  readonly marker: Span;
  readonly textSpan: Span;
  readonly span: Span;
}

const WORD =
  "agreed\\s+actions?|actions?(?:\\s+(?:points?|items?))?|decisions?|agreed|resolved|endorsed|noted|recommended|recommendations?|deferred|forward\\s+plan";
const NUMBER = `(?<cited>${REFERENCE.source})|(?:no\\.?\\s*|#\\s*)?(?<number>\\d{1,4})(?![\\d.]*\\d)`;
/** A colon or a spaced dash; after a number a full stop before a letter will do. */
const END =
  "[^\\S\\n]*:|[^\\S\\n]+[-\\u2013\\u2014]+(?=\\s|$)|(?<=\\d)\\s?[-\\u2013\\u2014]+(?=\\s)|(?<=\\d)\\.(?=\\s+[^\\s\\d!-/:-@[-`{-~\\u00a1-\\u00bf\\u2000-\\u206f])";
const MARKER = new RegExp(
  `(?<marker>\\b(?<word>${WORD})\\b(?:[^\\S\\n]*(?:${NUMBER}))?)(?:\\s*(?<brackets>\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)))?(?:${END})[\\s:]*`,
  "iy",
);
/** Inside a paragraph only a full stop and `Action:` with its capital mark a new action. */
const INLINE = /(?<=[.;!?)\u2019\u201d"]\s+)A(?:ction|CTION)s?\b/g;
const LINE_START = /[^\S\n]*(?:[-\u2013\u2014\u2022>]\s+)?/y;

/** By the code of a marker's first letter, those that may come second: `Action` and `Agreed`, `Decision`, `Noted` … */
const SECOND_LETTERS: Readonly<Record<number, readonly number[]>> = {
  97: [99, 103],
  100: [101],
  101: [110],
  102: [111],
  110: [111],
  114: [101],
};

/** Whether a raw line may begin with a marker; quick, and never wrong in saying no. */
export function mayBeMarked(text: string, line: Span): boolean {
  for (let i = line.start; i < line.end; i++) {
    const code = text.charCodeAt(i) | 32;
    // a, d, e, f, n and r begin every marker; anything else that is a letter or a digit begins none.
    if (code === 97 || (code >= 100 && code <= 102) || code === 110 || code === 114) {
      const second = text.charCodeAt(i + 1) | 32;
      // Markup may stand within a word; a space may not.
      return SECOND_LETTERS[code]!.includes(second) || !(second === 32 || (second >= 97 && second <= 122));
    }
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return false;
  }
  return false;
}

/** The marked lines of a paragraph; with `inline`, those that begin after a full stop too. */
export function findMarkedLines(plain: Plain, inline: boolean): MarkedLine[] {
  const starts = lineStarts(plain.text);
  if (inline) for (const match of plain.text.matchAll(INLINE)) starts.push(match.index);
  const found: RegExpExecArray[] = [];
  for (const start of [...new Set(starts)].sort((a, b) => a - b)) {
    MARKER.lastIndex = start;
    const match = MARKER.exec(plain.text);
    if (match !== null) found.push(match);
  }
  return found.map((match, index) => markedLine(plain, match, found[index + 1]?.index ?? plain.text.length));
}

function lineStarts(text: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at >= 0 && at <= text.length; ) {
    LINE_START.lastIndex = at;
    const lead = LINE_START.exec(text);
    starts.push(at + (lead?.[0].length ?? 0));
    const next = text.indexOf("\n", at);
    at = next < 0 ? -1 : next + 1;
  }
  return starts;
}

function markedLine(plain: Plain, match: RegExpExecArray, end: number): MarkedLine {
  const parts = match.groups!;
  const from = match.index;
  const textFrom = from + match[0].length;
  const textTo = textFrom + plain.text.slice(textFrom, end).trimEnd().length;
  return {
    kind: kindOf(parts.word!),
    number: parts.number === undefined ? null : Number(parts.number),
    cited: parts.cited ?? null,
    brackets: parts.brackets?.slice(1, -1) ?? null,
    text: squash(plain.text.slice(textFrom, textTo)),
    marker: spanIn(plain, from, from + parts.marker!.length),
    textSpan: spanIn(plain, Math.min(textFrom, textTo), textTo),
    span: spanIn(plain, from, Math.max(textTo, from + match[0].trimEnd().length)),
  };
}

/** What a word begins: an action, a deferral, or a decision of its kind. */
export function kindOf(word: string): MarkedLine["kind"] {
  const lower = word.toLowerCase();
  if (/action/.test(lower)) return "Action";
  if (/^(?:deferred|forward)/.test(lower)) return "Deferred";
  if (/^recommend/.test(lower)) return "Recommended";
  if (/^decision/.test(lower)) return "Decision";
  return (lower.charAt(0).toUpperCase() + lower.slice(1)) as Decision["kind"];
}

/** `Action: none` raises nothing. */
export function saysNone(text: string): boolean {
  return /^(?:none|nil|n\/?a|nothing|no (?:new |further )?(?:actions?|decisions?)(?: (?:raised|arising|agreed|taken))?)(?: (?:at|from) this (?:meeting|item))?\.?$/i.test(
    text,
  );
}
