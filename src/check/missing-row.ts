import { titleOfOrigin } from "../ledger/carry-forward.ts";
import type { Irregularity } from "../ledger/irregularity.ts";
import type { RelatedPlace } from "../source/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type { KeptNote } from "./kept-note.ts";
import { excerpt, placeOfNote } from "./place.ts";
import type { BookedBoard, Books } from "./rule.ts";

/** What the books tell of a row that is missing. */
type Booked = Pick<BookedBoard, "ledger" | "rowsOf">;

/** An open action that a held note does not speak of. */
export type Missing = Extract<Irregularity, { kind: "unaccounted" }>;

/** The heading of the table or list from which a row is missing: that of its own meeting, where the note has one. */
export function placeOfMissing(note: KeptNote, ref: string, booked: Booked): Span {
  const origin = titleOfOrigin(booked.ledger.actions.get(ref)!);
  return (
    note.meeting.progressSections.find(({ title }) => title === origin)?.span ?? placeOfRows(note, booked)
  );
}

/** The heading of the section in which the last row stands: it may follow matters arising that have no table. */
export function placeOfRows(note: KeptNote, { rowsOf }: Pick<Booked, "rowsOf">): Span {
  const { progressHeading, progressSections } = note.meeting;
  const last = rowsOf(note).at(-1)?.span.start ?? -1;
  const section = progressSections.findLast(({ span, title }) => span.start < last && !isOfOneMeeting(title));
  return section?.span ?? progressHeading ?? placeOfNote(note);
}

/** `From 9 June 2026`: a part of the section, for the actions of one meeting. */
function isOfOneMeeting(title: string): boolean {
  return /^from\b.*\d{4}/i.test(title);
}

/** How many references a sentence names. */
const MOST_NAMED = 12;

/** The references of some actions, as a sentence names them. */
export function listRefs(missing: readonly Missing[]): string {
  const refs = missing.map(({ ref }) => `\`${ref}\``);
  if (refs.length > MOST_NAMED)
    refs.splice(MOST_NAMED - 1, refs.length, `${refs.length - MOST_NAMED + 1} more`);
  return refs.length === 1 ? refs[0]! : `${refs.slice(0, -1).join(", ")} and ${refs.at(-1)}`;
}

/** Where an action was last spoken of by itself: a sentence that reviewed none shows nobody which is meant. */
export function placeLastSeen(
  { ref, lastSeen }: Pick<Missing, "ref" | "lastSeen">,
  ledger: Books,
  who = "It",
): RelatedPlace {
  const { entries } = ledger.actions.get(ref)!;
  const spoken = entries
    .slice(0, entries.indexOf(lastSeen) + 1)
    .findLast(({ status }) => status !== "not reviewed");
  const { path, span, text } = spoken ?? lastSeen;
  return { path, span, message: `${who} was last seen`, quote: excerpt(text) };
}
