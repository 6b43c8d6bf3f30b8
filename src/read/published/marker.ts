import type { Plain } from "../../markdown/plain-text.ts";
import { REFERENCE } from "../../model/reference.ts";
import { kindOf as kindOfWord, type MarkedLine } from "../marked-line.ts";
import type { Names } from "../names.ts";
import { areOwners } from "../owners.ts";
import { headsActions } from "./action-words.ts";

const WORD =
  "(?:(?:agreed|new|further|follow[- ]?up)\\s+)?actions?(?:\\s+(?:points?|items?|required|agreed|numbers?|nos?))?|AP(?=\\s?(?:\\d|:))|A(?=\\d)|decisions?(?:\\s+points?)?|agreed|(?:it\\s+was\\s+)?resolved|endorsed|noted|recommended|recommendations?|deferred|forward\\s+plan";
/** `6.1`, `12/3`, `4a` and `FP/036` are numbers, but none that a reference could be made of. */
const NUMBER = `(?<cited>${REFERENCE.source})|(?<code>[A-Z]{1,5}[/-]\\d{1,4}(?:[/-]\\d{1,4})*)(?![\\p{L}\\d])|(?:no\\.?\\s*|#\\s*)?(?<number>\\d{1,4})(?<more>(?:[./-]\\d{1,4})*[a-z]?)(?![\\p{L}\\d])`;
const BRACKETS = "\\((?<round>[^()\\n]*(?:\\([^()\\n]*\\)[^()\\n]*)?)\\)|\\[(?<square>[^\\[\\]\\n]*)\\]";
const HEAD = new RegExp(
  `(?<open>[[(]\\s*)?(?<marker>(?<![\\p{L}\\d])(?<word>${WORD})(?!\\p{L})\\.?(?:[^\\S\\n]*(?:${NUMBER}))?)(?:\\s*(?:${BRACKETS}))?`,
  "iuy",
);
/** What ends a marker: a colon, a spaced dash; after a number a full stop will do, or a closing bracket. */
const END =
  /[^\S\n]*:(?:\s*[-\u2013\u2014](?=\s))?|[^\S\n]+[-\u2013\u2014]+(?=\s|$)|(?<=\d[a-z]?\)?)\s?[-\u2013\u2014]+(?=\s)|(?<=\d[a-z]?)[.)](?=\s+\p{Lu})|\s*(?=\])/uy;
/** An owner between the marker and its colon: `Action AB/CD:`, `Action for the Clerk –`. */
const OWNER =
  /\s*[-\u2013\u2014]?\s*(?:(?:by|for|on|owner|lead)\b:?\s+)?(?<owner>\p{Lu}[^:;.()[\]\n\u2013\u2014]{0,60}?|[^:;.()[\]\n\u2013\u2014]{0,8}\p{Lu}\.?[^:;()[\]\n\u2013\u2014]{0,50}?)(?:\s*:|\s+[-\u2013\u2014](?=\s))/uy;
/** What `Action` before such a word is no marker of: an action plan, the log of actions. */
const NO_MARKER =
  /^\s*(?:plans?|logs?|lists?|trackers?|reports?|registers?|research|group|team|summary|tables?|status|updates?|taken|from|arising|completed?|closed|ongoing|outstanding|discharged|done|is|was|were|are|to|on|in|of)\b/i;
/** Inside a paragraph an action begins behind a full stop or in a bracket, with its capital. */
const INLINE =
  /(?:(?<=[.;!?)\u2019\u201d"]\s+)|[[(]\s*|(?<=\s[-\u2013\u2014]\s+))(?:A(?:ction|CTION)s?\b|AP(?:\s?\d|:))/g;
/** Behind the number of a paragraph a decision has its capital: `4.2 Resolved that …`. */
/** `Action:` and `Action 3:`, where a word begins. */
const MARKED = /(?<![\p{L}\d(["'\u2018\u201c])A(?:ction|CTION)(?:\s+\d{1,4})?:(?=\s)/gu;
const LINE_START =
  /[^\S\n]*(?:[-\u2013\u2014\u2022\u00b7\u25aa\u25cf\u2192\u25ba\u27a2\u2794>*]\s+|\d{1,3}(?:\.\d{1,3})*[.)]?\s+(?=(?:[Aa]ction|ACTION|Resolved|RESOLVED|Agreed|AGREED|Noted|NOTED)\b|AP\s?\d))?/uy;

/** A marker as other boards write it: `Action 3 (AB):`, `AP4 –`, `[Action: Clerk`. Offsets count in the plain text. */
export interface Marker {
  readonly kind: MarkedLine["kind"];
  /** What it is made of, by name: `number`, `cited`, `round` and `square` brackets, the bracket that may `open` it. */
  readonly parts: Readonly<Record<string, string | undefined>>;
  readonly from: number;
  readonly textFrom: number;
  /** The owner that stands in it outside brackets. */
  readonly owner: string | null;
  /** Whether it stands behind other words of its paragraph. */
  readonly isInline: boolean;
}

/** The markers of a paragraph, in order. `bold` tells whether bold begins at an offset of the note. */
export function findMarkers(plain: Plain, names: Names, bold: (offset: number) => boolean): Marker[] {
  const markers: Marker[] = [];
  const { starts, inline } = findStarts(plain, bold);
  for (const start of [...new Set([...starts, ...inline])].sort((a, b) => a - b)) {
    if (start < (markers[markers.length - 1]?.textFrom ?? 0)) continue;
    const marker = readMarker(plain.text, start, names);
    if (marker !== null) markers.push({ ...marker, isInline: !starts.includes(start) });
  }
  return markers;
}

function findStarts({ text, offsetsOf, start }: Plain, bold: (offset: number) => boolean) {
  const offsets = offsetsOf?.() ?? null;
  const starts: number[] = [];
  for (let at = 0; at >= 0 && at <= text.length; ) {
    LINE_START.lastIndex = at;
    starts.push(at + (LINE_START.exec(text)?.[0].length ?? 0));
    const next = text.indexOf("\n", at);
    at = next < 0 ? -1 : next + 1;
  }
  const inline: number[] = [];
  for (const match of text.matchAll(INLINE)) inline.push(match.index);
  // Behind one action of a line the next needs no full stop before it.
  const first = text.search(MARKED);
  if (first >= 0)
    for (const match of text.slice(first + 1).matchAll(MARKED)) inline.push(first + 1 + match.index);
  for (const match of text.matchAll(/\bA(?:(?:ction|CTION)s?\b|P:)/g)) {
    if (bold(offsets === null ? start + match.index : offsets[match.index]!)) inline.push(match.index);
  }
  return { starts, inline };
}

function kindOf(word: string): MarkedLine["kind"] {
  return /^ap?$/i.test(word)
    ? "Action"
    : kindOfWord(word.replace(/^it\s+was\s+/i, "").replace(/\s+points?$/i, ""));
}

function readMarker(text: string, start: number, names: Names): Omit<Marker, "isInline"> | null {
  HEAD.lastIndex = start;
  const match = HEAD.exec(text);
  if (match === null) return null;
  const parts = match.groups!;
  const kind = kindOf(parts.word!);
  const behind = start + match[0].length;
  const rest = text.slice(behind, behind + 80);
  if (kind === "Action" && (parts.number ?? parts.code) === undefined && NO_MARKER.test(rest)) return null;
  // `A3` alone may be a size of paper or a road.
  if (/^a$/i.test(parts.word!) && !/^\s*(?::|[-\u2013\u2014]\s)/.test(rest)) return null;
  const marker = { kind, parts, from: start };
  END.lastIndex = behind;
  const end = END.exec(text);
  if (end !== null) {
    const textFrom = behind + end[0].length;
    const owner = kind === "Action" ? ownerAt(text, textFrom, OWNER_FIRST, names) : null;
    return { ...marker, ...(owner ?? { owner: null, textFrom }) };
  }
  const owner = kind === "Action" ? ownerAt(text, behind, OWNER, names) : null;
  if (owner !== null) return { ...marker, ...owner };
  const isWhole =
    kind === "Action"
      ? namesInBracket(parts, rest, names) || endsItself(parts, rest)
      : beginsResolution(parts.word!, rest);
  return isWhole ? { ...marker, owner: null, textFrom: behind } : null;
}

/** `[Action AC]`: the bracket holds who acts, and no more. */
function namesInBracket(parts: Marker["parts"], rest: string, names: Names): boolean {
  const said =
    parts.open === undefined ? undefined : /^\s+(?<owner>[^[\]()\n]{1,60})[\])]/.exec(rest)?.groups?.owner;
  return said !== undefined && areOwners(said, names);
}

/** `ACTION TH to bring figures`, `Action 4 Clerk to write`: the marker of an action ends where the sentence begins. */
function endsItself(parts: Marker["parts"], rest: string): boolean {
  const hasNumber =
    (parts.number ?? parts.code) !== undefined || parts.round !== undefined || parts.square !== undefined;
  const isLoud = /^ACTION/.test(parts.word!) || hasNumber;
  if (/^\s+\p{Lu}/u.test(rest) && (isLoud || /^\s+\S+(?:\s+\S+){0,3}\s+(?:to|will)\s/.test(rest)))
    return true;
  const endsLine = /^[^\S\n]*(?:\n|$)/.test(rest) && parts.open === undefined;
  return endsLine && (hasNumber || /^action$/i.test(parts.word!) || headsActions(parts.word!));
}

/** `RESOLVED that the gate be mended`. */
function beginsResolution(word: string, rest: string): boolean {
  return /^(?:Resolved|Agreed|RESOLVED|AGREED)$/.test(word) && /^\s+(?:that|to)\b/i.test(rest);
}

/** `Action 1 - Tom: have the windows seen to`: an owner behind the marker, before a colon of its own. */
const OWNER_FIRST = /\s*(?<owner>\p{Lu}[^:;.()[\]\n\u2013\u2014]{0,60}?)(?:\s*:|\s+[-\u2013\u2014](?=\s))/uy;

function ownerAt(
  text: string,
  at: number,
  pattern: RegExp,
  names: Names,
): { owner: string; textFrom: number } | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const owner = match?.groups?.owner?.trim();
  if (match === null || owner === undefined || !looksLikeOwners(owner, names)) return null;
  return { owner, textFrom: at + match[0].length };
}

/** Whether words before a colon are names: of somebody known, or one to four capitalised words each. */
export function looksLikeOwners(words: string, names: Names): boolean {
  if (areOwners(words, names)) return true;
  const parts = words.split(/\s*[,/&;]\s*|\s+and\s+/i).filter(Boolean);
  return parts.every(
    (part) =>
      /^(?:the\s+)?\p{Lu}[\p{L}.'\u2019-]*(?:\s+(?:\p{Lu}[\p{L}.'\u2019-]*|of|and|for|the)){0,3}$/u.test(
        part,
      ) &&
      !NO_MARKER.test(part) &&
      !/^(?:by|due|note|update|status|agreed|none|nil|no|all actions?)\b/i.test(part),
  );
}
