import { type Plain, spanIn, squash } from "../../markdown/plain-text.ts";
import { type Day, isDay } from "../../model/day.ts";
import { readStatus } from "../../model/status.ts";
import { findDay } from "../../model/written-day.ts";
import type { MarkedLine } from "../marked-line.ts";
import type { Names } from "../names.ts";
import { areOwners } from "../owners.ts";
import { beginsAsAction } from "./action-words.ts";
import { findMarkers, looksLikeOwners, type Marker } from "./marker.ts";
import { cutTrailingLabels } from "./trailing-labels.ts";

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
  const markers = findMarkers(plain, names, bold);
  return markers.map((marker, index) =>
    lineOf(
      plain,
      marker,
      endOf(marker, plain.text, markers[index + 1]?.from ?? plain.text.length, names),
      names,
    ),
  );
}

/** Where a marked line ends: before the next one, or where it names who acts and a new sentence begins below it. */
function endOf({ kind, textFrom }: Marker, text: string, end: number, names: Names): number {
  const lineEnd = text.indexOf("\n", textFrom);
  if (kind !== "Action" || lineEnd < 0 || lineEnd >= end) return end;
  const next = text.slice(lineEnd + 1, end).trimStart();
  const beginsAnew = /^\p{Lu}/u.test(next) && !beginsAsAction(next);
  return beginsAnew && isOwnersAlone(squash(text.slice(textFrom, lineEnd)), names) ? lineEnd : end;
}

function lineOf(plain: Plain, marker: Marker, end: number, names: Names): PublishedLine {
  const { kind, parts, from, textFrom, isInline } = marker;
  const { text, stated, status, isBare } = wordsOf(marker, plain.text.slice(textFrom, end), names);
  const to = textFrom + plain.text.slice(textFrom, end).trimEnd().length;
  const markerEnd = from + (parts.open?.length ?? 0) + parts.marker!.length;
  return {
    kind,
    number: parts.number === undefined || parts.more ? null : Number(parts.number),
    cited: parts.cited ?? null,
    brackets: stated,
    status,
    text,
    marker: spanIn(plain, from, markerEnd),
    textSpan: spanIn(plain, Math.min(textFrom, to), to),
    span: spanIn(plain, from, Math.max(to, markerEnd)),
    isBare,
    isInline,
  };
}

const NO_STATUSES = new Map<string, never>();

/** What stands behind a marker: the words of the action, and what is stated apart from them. */
function wordsOf(
  { kind, parts, owner, isInline }: Marker,
  behind: string,
  names: Names,
): { text: string; stated: string | null; status: string | null; isBare: boolean } {
  const within = parts.open === undefined ? null : cutAtClosing(behind, names);
  const brackets = parts.round ?? parts.square ?? null;
  const standing = brackets !== null && readStatus(brackets, NO_STATUSES)?.known === true ? brackets : null;
  const apart = within?.said ?? owner ?? (standing === null ? statedIn(brackets) : null);
  const { text, owner: labelled, due, ...more } = cutTrailingLabels(within?.text ?? squash(behind));
  const status = more.status ?? standing;
  const stated =
    labelled === null && due === null
      ? apart
      : `${labelled ?? apart ?? ""}${due === null ? "" : `; by ${due}`}`;
  if (
    stated === null &&
    kind === "Action" &&
    text !== "" &&
    (isOwnersAlone(text, names) || isNameAlone(text, isInline))
  )
    return { text: "", stated: text.replace(/[.\])]+$/, ""), status, isBare: true };
  return { text, stated, status, isBare: text === "" && stated !== null };
}

/** `… Action: Supt.` behind a sentence: a word with a capital, and what it says of no deed, is who acts. */
function isNameAlone(text: string, isInline: boolean): boolean {
  return (
    isInline && /^\p{Lu}[\p{L}'\u2019-]{1,20}\.?$/u.test(text) && !beginsAsAction(text) && !NO_NAME.test(text)
  );
}

const NO_NAME = /^(?:none|nil|noted?|agreed|done|complete[d]?|closed|ongoing|yes|no|all noted)\.?$/i;

/** Of `[Action: AB] Send it out` what the bracket says and what follows it; of `[Action: AB to send it out]` the words. */
function cutAtClosing(behind: string, names: Names): { text: string; said: string | null } {
  const close = behind.search(/[\])]/);
  const inside = close < 0 ? null : squash(behind.slice(0, close));
  if (inside === null || !(inside === "" || looksLikeOwners(inside, names)))
    return { text: squash(behind).replace(/[\])]\.?$/, ""), said: null };
  const text = squash(behind.slice(close + 1)).replace(/^[\s.:\u2013\u2014-]+/, "");
  return { text, said: inside === "" ? null : inside };
}

/** What brackets behind a marker state: a number, or a day alone, is no owner. */
function statedIn(brackets: string | null): string | null {
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
