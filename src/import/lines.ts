import { plainText, squash } from "../markdown/plain-text.ts";
import type { Meeting } from "../model/meeting.ts";
import { wordsOf } from "../model/wording.ts";
import { saysNone } from "../read/marked-line.ts";
import { publishedPartOf } from "../read/published/parts.ts";
import { reasonIn, tellsStanding } from "../read/published/standing.ts";
import { statusBelow } from "../read/published/status.ts";
import { coverOf } from "../source/many.ts";
import { lineStartsOf, lineText, placeOf, type Span } from "../source/source-file.ts";
import type { OwnForm } from "../write/own-form.ts";
import type { Origin } from "./imported.ts";
import type { ReadDocument } from "./reading.ts";

/** A line of a document, with its place there. */
export interface LineOfDocument extends Origin {
  readonly text: string;
}

/** The lines of a document that rrb has no place for, and those that are no part of the note. */
export interface StrayLines {
  readonly unplaced: readonly LineOfDocument[];
  readonly dropped: readonly LineOfDocument[];
}

/** Where a stretch of a document's text begins in the document itself. */
export function originOf({ source, imported }: ReadDocument, { start }: Span): Origin {
  const { line } = placeOf(source, start);
  // A line that the importer added has the place of the one before it.
  for (let at = line; at > 0; at--) {
    const origin = imported.origins[at - 1];
    if (origin != null) return origin;
  }
  return { page: null, line };
}

/** Every line of a document that says anything has its place in the meeting, or is listed here. */
export function findStrayLines(document: ReadDocument, ownForm: OwnForm): StrayLines {
  const { source, imported, isOwnForm } = document;
  if (isOwnForm) return { unplaced: [], dropped: imported.dropped };
  const isDropped = coverOf(ownForm.runningHeads);
  const isAside = coverOf(ownForm.setAside);
  const isRewritten = coverOf(ownForm.rewritten);
  const isPlaced = coverOf(placesOf(document, ownForm));
  const isUnread = unreadAmongActions(document);
  const unplaced: LineOfDocument[] = [];
  const heads: LineOfDocument[] = [];
  for (const [index, start] of lineStartsOf(source).entries()) {
    const text = lineText(source, index + 1);
    if (wordsOf(text).length === 0) continue;
    const at = start + text.search(/[\p{L}\p{N}]/u);
    const line = { ...originOf(document, { start, end: start }), text: text.trim() };
    // What marks the note as a draft goes: front matter says it. Why a meeting was not held has a place there.
    const isMark = () => {
      const words = plainText(source.text, [{ start, end: start + text.length }]).text.trim();
      return isRewritten(at) && tellsStanding(words) && reasonIn(words) === null;
    };
    if (isDropped(at) || isMark()) heads.push(line);
    else if (
      isAside(at) ||
      !touches(isPlaced, start, start + text.length) ||
      isUnread({ start, end: start + text.length })
    )
      unplaced.push(line);
  }
  return { unplaced, dropped: [...imported.dropped, ...heads] };
}

/** Tells a line among the earlier actions, or in the log, that is no part of what was read there: it may be one of them. */
function unreadAmongActions({ note, source }: ReadDocument): (line: Span) => boolean {
  const { meeting } = note;
  const { progress, actions, decisions, deferred, log, blanket } = meeting;
  const sections = [
    ...meeting.progressSections.map(({ span, end }) => ({ start: span.end, end })),
    ...logSections(meeting, source.text.length),
  ];
  const isAmong = coverOf(sections);
  const isRead = coverOf([
    ...[progress, actions, decisions, deferred, log].flat().map(({ span }) => span),
    ...meeting.items.map(({ span }) => span),
    ...sections.map(({ start }) => ({ start: Math.max(start - 1, 0), end: start })),
    ...(blanket === null ? [] : [blanket.span]),
  ]);
  return ({ start, end }) => {
    if (!touches(isAmong, start, end) || touches(isRead, start, end)) return false;
    const words = squash(plainText(source.text, [{ start, end }]).text);
    // Below the names of the columns hyphens stand.
    const headsTable = /^\n[\s>]*\|?\s*:?-{2}/.test(source.text.slice(end, end + 40));
    const isBold = /^\W*\*\*[^*]+\*\*\W*$/.test(source.text.slice(start, end));
    const isHeading = isBold || statusBelow(words) !== null || publishedPartOf(words) !== null;
    return !headsTable && !isHeading && !saysNone(words);
  };
}

/** What stands below the heading of the log, up to the next item or the next list of earlier actions. */
function logSections({ logHeading, items, progressSections }: Meeting, length: number): Span[] {
  if (logHeading === null) return [];
  const starts = [...items, ...progressSections].map(({ span }) => span.start);
  const end = Math.min(length, ...starts.filter((start) => start > logHeading.start));
  return [{ start: logHeading.end, end }];
}

function placesOf({ note, source }: ReadDocument, { rewritten }: OwnForm): Span[] {
  const { meeting } = note;
  const lists = [meeting.present, meeting.inAttendance, meeting.apologies, meeting.absent];
  const undertaken = [meeting.actions, meeting.progress, meeting.log, meeting.decisions, meeting.deferred];
  const sections = meeting.progressSections.map(({ span, end }) => ({ start: span.start, end }));
  return [
    ...rewritten,
    ...lists.flat().map(({ span }) => span),
    ...undertaken.flat().map(({ span }) => span),
    ...(meeting.blanket === null ? [] : [meeting.blanket.span]),
    ...sections,
    ...meeting.items.map(({ body }) => ({ start: body.start, end: Math.min(body.end, source.text.length) })),
  ];
}

function touches(covers: (offset: number) => boolean, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (covers(at)) return true;
  return false;
}
