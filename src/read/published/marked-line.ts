import { type Plain, spanIn, squash } from "../../markdown/plain-text.ts";
import { type Day, isDay } from "../../model/day.ts";
import { REFERENCE } from "../../model/reference.ts";
import { findDay } from "../../model/written-day.ts";
import { kindOf as kindOfWord, type MarkedLine } from "../marked-line.ts";
import { areOwners, type Names } from "../owners.ts";
import { cutTrailingLabels } from "./trailing-labels.ts";

const WORD =
  "(?:(?:agreed|new|further|follow[- ]?up)\\s+)?actions?(?:\\s+(?:points?|items?|required|agreed|numbers?|nos?))?|AP(?=\\s?\\d)|A(?=\\d)|decisions?(?:\\s+points?)?|agreed|(?:it\\s+was\\s+)?resolved|endorsed|noted|recommended|recommendations?|deferred|forward\\s+plan";
/** `6.1`, `12/3` and `4a` are numbers, but none that a reference could be made of. */
const NUMBER = `(?<cited>${REFERENCE.source})|(?:no\\.?\\s*|#\\s*)?(?<number>\\d{1,4})(?<more>(?:[./-]\\d{1,4})*[a-z]?)(?![\\p{L}\\d])`;
const BRACKETS = "\\((?<round>[^()\\n]*(?:\\([^()\\n]*\\)[^()\\n]*)?)\\)|\\[(?<square>[^\\[\\]\\n]*)\\]";
const HEAD = new RegExp(
  `(?<open>[[(]\\s*)?(?<marker>(?<![\\p{L}\\d])(?<word>${WORD})(?!\\p{L})\\.?(?:\\s*(?:${NUMBER}))?)(?:\\s*(?:${BRACKETS}))?`,
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
  /(?:(?<=[.;!?)\u2019\u201d"]\s+)|[[(]\s*|(?<=\s[-\u2013\u2014]\s+))(?:A(?:ction|CTION)s?\b|AP\s?\d)/g;
const LINE_START =
  /[^\S\n]*(?:[-\u2013\u2014\u2022\u00b7\u25aa\u25cf\u2192\u25ba\u27a2\u2794>*]\s+|\d{1,3}(?:\.\d{1,3})*[.)]?\s+(?=(?:action|resolved|agreed|noted)\b|AP\s?\d))?/iuy;

function kindOf(word: string): MarkedLine["kind"] {
  return /^ap?$/i.test(word)
    ? "Action"
    : kindOfWord(word.replace(/^it\s+was\s+/i, "").replace(/\s+points?$/i, ""));
}

/** A marked line of a published note. */
export interface PublishedLine extends MarkedLine {
  /** Whether the marker names an owner and nothing else, so that the words of the action stand above or below. */
  readonly isBare: boolean;
  /** Whether the marker stands behind other words of its paragraph. */
  readonly isInline: boolean;
}

/** The marked lines of a paragraph as other boards write them. `bold` tells whether bold begins at an offset. */
export function findPublishedLines(
  plain: Plain,
  names: Names,
  bold: (offset: number) => boolean,
): PublishedLine[] {
  const heads: Head[] = [];
  const { starts, inline } = findStarts(plain, bold);
  for (const start of [...new Set([...starts, ...inline])].sort((a, b) => a - b)) {
    if (start < (heads[heads.length - 1]?.textFrom ?? 0)) continue;
    const head = readHead(plain.text, start, names);
    if (head !== null) heads.push({ ...head, isInline: !starts.includes(start) });
  }
  return heads.map((head, index) => lineOf(plain, head, heads[index + 1]?.from ?? plain.text.length, names));
}

function findStarts({ text, offsets, start }: Plain, bold: (offset: number) => boolean) {
  const starts: number[] = [];
  for (let at = 0; at >= 0 && at <= text.length; ) {
    LINE_START.lastIndex = at;
    starts.push(at + (LINE_START.exec(text)?.[0].length ?? 0));
    const next = text.indexOf("\n", at);
    at = next < 0 ? -1 : next + 1;
  }
  const inline: number[] = [];
  for (const match of text.matchAll(INLINE)) inline.push(match.index);
  for (const match of text.matchAll(/\bA(?:ction|CTION)s?\b/g)) {
    if (bold(offsets === null ? start + match.index : offsets[match.index]!)) inline.push(match.index);
  }
  return { starts, inline };
}

interface Head {
  readonly parts: Readonly<Record<string, string | undefined>>;
  readonly from: number;
  readonly textFrom: number;
  readonly owner: string | null;
  readonly isInline: boolean;
}

function readHead(text: string, start: number, names: Names): Omit<Head, "isInline"> | null {
  HEAD.lastIndex = start;
  const match = HEAD.exec(text);
  if (match === null) return null;
  const parts = match.groups!;
  const isAction = kindOf(parts.word!) === "Action";
  const behind = start + match[0].length;
  const rest = text.slice(behind, behind + 80);
  if (isAction && parts.number === undefined && NO_MARKER.test(rest)) return null;
  const from = start;
  // `A3` alone may be a size of paper or a road.
  if (/^a$/i.test(parts.word!) && !/^\s*(?::|[-\u2013\u2014]\s)/.test(rest)) return null;
  END.lastIndex = behind;
  const end = END.exec(text);
  if (end !== null) {
    const textFrom = behind + end[0].length;
    const owner = isAction ? ownerBefore(text, textFrom, OWNER_FIRST, names) : null;
    return owner === null ? { parts, from, textFrom, owner: null } : { parts, from, ...owner };
  }
  if (!isAction)
    return /^(?:resolved|agreed)$/i.test(parts.word!) &&
      /^\s+(?:that|to)\b/i.test(rest) &&
      /^\p{Lu}/u.test(parts.word!)
      ? { parts, from, textFrom: behind, owner: null }
      : null;
  const owner = ownerBefore(text, behind, OWNER, names);
  if (owner !== null) return { parts, from, ...owner };
  const hasNumber = parts.number !== undefined || parts.round !== undefined || parts.square !== undefined;
  const isLoud = /^ACTION/.test(parts.word!) || hasNumber;
  // `ACTION TH to bring figures`, `Action 4 Clerk to write`: the marker ends where the sentence begins.
  const isWhole = /^\s+\p{Lu}/u.test(rest) && (isLoud || /^\s+\S+(?:\s+\S+){0,3}\s+(?:to|will)\s/.test(rest));
  const endsLine = /^[^\S\n]*(?:\n|$)/.test(rest) && parts.open === undefined;
  return isWhole || (endsLine && (hasNumber || /^actions?$/i.test(parts.word!)))
    ? { parts, from, textFrom: behind, owner: null }
    : null;
}

/** `Action 1 - Tom: have the windows seen to`: an owner behind the marker, before a colon of its own. */
const OWNER_FIRST = /\s*(?<owner>\p{Lu}[^:;.()[\]\n\u2013\u2014]{0,60}?)(?:\s*:|\s+[-\u2013\u2014](?=\s))/uy;

function ownerBefore(
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
function looksLikeOwners(words: string, names: Names): boolean {
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

function lineOf(
  plain: Plain,
  { parts, from, textFrom, owner, isInline }: Head,
  end: number,
  names: Names,
): PublishedLine {
  let to = end;
  let text = squash(plain.text.slice(textFrom, to));
  let stated = owner ?? statedIn(parts.round ?? parts.square);
  if (parts.open !== undefined) {
    const close = plain.text.slice(textFrom, to).search(/[\])]/);
    const inside = close < 0 ? "" : squash(plain.text.slice(textFrom, textFrom + close));
    if (close >= 0 && (inside === "" || looksLikeOwners(inside, names))) {
      stated = inside === "" ? stated : inside;
      text = squash(plain.text.slice(textFrom + close + 1, to)).replace(/^[\s.:\u2013\u2014-]+/, "");
    } else text = text.replace(/[\])]\.?$/, "");
  }
  const labelled = cutTrailingLabels(text);
  text = labelled.text;
  if (labelled.owner !== null || labelled.due !== null)
    stated = `${labelled.owner ?? stated ?? ""}${labelled.due === null ? "" : `; by ${labelled.due}`}`;
  const isBare =
    stated === null && kindOf(parts.word!) === "Action" && text !== "" && isOwnersAlone(text, names);
  if (isBare) {
    stated = text.replace(/[.\])]+$/, "");
    text = "";
  }
  to = textFrom + plain.text.slice(textFrom, to).trimEnd().length;
  const markerEnd = from + (parts.open?.length ?? 0) + parts.marker!.length;
  return {
    kind: kindOf(parts.word!),
    number: parts.number === undefined || parts.more ? null : Number(parts.number),
    cited: parts.cited ?? null,
    brackets: stated,
    text,
    marker: spanIn(plain, from, markerEnd),
    textSpan: spanIn(plain, Math.min(textFrom, to), to),
    span: spanIn(plain, from, Math.max(to, markerEnd)),
    isBare: isBare || (text === "" && stated !== null),
    isInline,
  };
}

/** What brackets behind a marker state: a number, or a day alone, is no owner. */
function statedIn(brackets: string | undefined): string | null {
  const said = brackets?.trim() ?? "";
  if (said === "" || /^(?:\d+|see\b.*)$/i.test(said)) return null;
  const day: Day | null = isDay(said) ? said : (findDay(said, "2000-01-01")?.day ?? null);
  return day !== null &&
    !/[;,]|\bby\b/i.test(said) &&
    /^[\d\s/.\p{L}]+$/u.test(said) &&
    !/^\p{Lu}{2,}\b/u.test(said)
    ? `; by ${said}`
    : said;
}

/** Whether words are owners and no more: `Clerk`, `AB/CD`, `Amenities Officer`. */
export function isOwnersAlone(words: string, names: Names): boolean {
  const bare = words.replace(/[.\])]+$/, "").trim();
  // `Action: The Chair` may be all that somebody wrote of an action; a name without an article is but a name.
  if (/^(?:the|none|nil|no|noted|all noted|done|complete[d]?|closed)\b/i.test(bare)) return false;
  return bare.split(/\s+/).length <= 8 && areOwners(bare.replace(/^(?:for|by)\s+/i, ""), names);
}
