import { plainText, squash } from "../../markdown/plain-text.ts";
import type { Day } from "../../model/day.ts";
import type { MeetingState } from "../../model/meeting.ts";
import { findDay } from "../../model/written-day.ts";
import type { Span } from "../../source/source-file.ts";
import type { Passage } from "../passage.ts";

/** Whether a meeting was held, as its note says at the top, and when it is held instead. */
export interface Standing {
  readonly state: MeetingState;
  readonly movedTo: Day | null;
}

const DRAFT = /^draft\b[^.:]{0,60}$/i;
const CANCELLED =
  /^(?:(?:this |the )?meeting (?:was |has been )?)?(?:cancelled|canceled)(?:\s*[\u2013\u2014:-]\s*(?<said>.*)|,?\s+(?<why>(?:because|as|since|due to|owing to|for (?:lack|want) of)\s.*)|\.)?$/i;
const REASON = /^reason(?: for (?:the )?cancellation)?\s*:\s*(?<why>\S.*)$/i;
const NO_REASON = /^(?:(?:this |the )?meeting )?(?:was |is )?not held\b|^see\b|^$/i;
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

/** Why a meeting was not held. */
export interface Reason {
  readonly words: string;
  /** The lines that say it. */
  readonly lines: readonly Span[];
}

/** What a line says of why a meeting was not held; null where it says nothing of that. */
export function reasonIn(words: string): string | null {
  const groups = (REASON.exec(words) ?? CANCELLED.exec(words))?.groups;
  const why = groups?.why ?? groups?.said ?? "";
  return NO_REASON.test(why) ? null : why;
}

/** Why a meeting was not held, as the top of its note says; null where it does not. */
export function findReason(text: string, preamble: readonly Passage[]): Reason | null {
  const lines = preamble.filter(({ kind }) => kind !== "row").flatMap((passage) => passage.lines);
  const told = lines.map((line) => ({ line, said: squash(plainText(text, [line]).text) }));
  if (!told.some(({ said }) => tellsCancelled(said))) return null;
  for (const [index, { said }] of told.entries()) {
    const words = reasonIn(said);
    if (words === null) continue;
    const behind = told.slice(index + 1);
    const end = behind.findIndex((next) => !/^\p{Ll}/u.test(next.said));
    const whole = [{ ...told[index]!, said: words }, ...behind.slice(0, end < 0 ? behind.length : end)];
    return { words: whole.map((one) => one.said).join(" "), lines: whole.map(({ line }) => line) };
  }
  return null;
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
