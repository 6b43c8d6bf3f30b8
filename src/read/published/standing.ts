import { plainText, squash } from "../../markdown/plain-text.ts";
import type { Day } from "../../model/day.ts";
import type { MeetingState } from "../../model/meeting.ts";
import { findDay } from "../../model/written-day.ts";
import type { Passage } from "../passage.ts";

/** Whether a meeting was held, as its note says at the top, and when it is held instead. */
export interface Standing {
  readonly state: MeetingState;
  readonly movedTo: Day | null;
}

const DRAFT = /^draft\b[^.:]{0,60}$/i;
const CANCELLED =
  /^(?:(?:this |the )?meeting (?:was |has been )?)?(?:cancelled|canceled)(?:\s*[\u2013\u2014-].*|\.)?$/i;
const MOVED =
  /^(?:this |the )?meeting (?:was |has been |is )?(?:moved|postponed|put back|rearranged) to (?<day>.+)$/i;
const AGENDA = /(?:^|[:\u2013\u2014,-]\s*|\s)agenda(?:\s*,.*)?$/i;

/** Whether a line tells only whether the meeting was held, or its note confirmed: it is no title, and no day in it is the meeting's. */
export function tellsStanding(words: string): boolean {
  return DRAFT.test(words.trim()) || tellsCancelled(words);
}

/** Whether a line tells that the meeting was not held. */
export function tellsCancelled(words: string): boolean {
  return CANCELLED.test(words.trim()) || MOVED.test(words.trim());
}

/** Reads the top of a note that stands as it was published. `title` is that of the note. */
export function readStanding(text: string, preamble: readonly Passage[], title: string | null): Standing {
  const lines = preamble
    .filter(({ kind }) => kind !== "row")
    .flatMap((passage) => passage.lines.map((line) => squash(plainText(text, [line]).text)));
  const moved = lines.map((words) => MOVED.exec(words)?.groups?.day).find((day) => day !== undefined);
  const isAgenda = title !== null && AGENDA.test(title) && !/\b(?:minutes|notes?)\b/i.test(title);
  // Word has the mark in the head of its sheets: there the sentence alone tells it.
  const state = lines.some(tellsCancelled) ? "cancelled" : isAgenda ? "agenda" : "draft";
  return { state, movedTo: moved === undefined ? null : (findDay(moved, null)?.day ?? null) };
}
