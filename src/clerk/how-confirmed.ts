import type { Question } from "../command.ts";
import { dayOfMeeting, isHeld } from "../ledger/order.ts";
import { formatDay } from "../model/day.ts";
import type { Confirmation, Meeting } from "../model/meeting.ts";
import type { OpenBoard } from "../open-board.ts";
import { Refusal } from "../refusal.ts";
import { readMeeting } from "./words.ts";

/** When and how a note is confirmed. */
export interface How {
  readonly confirmation: Confirmation;
  /** The meeting that confirms it; null outside a meeting. */
  readonly meeting: Meeting | null;
  /** The same in a few words, after `is confirmed`. */
  readonly words: string;
}

/** Reads `--at`, or `--on` and `--by`. Throws a Refusal for what can't have confirmed this note. */
export function readHow({ options }: Question, meeting: Meeting, board: OpenBoard): How {
  const { at, on, by } = options;
  if (typeof at === "string") {
    if (on !== undefined || by !== undefined)
      throw new Refusal(
        "A note is confirmed at a meeting or outside one. Write `--at`, or `--on` and `--by`.",
      );
    return atMeeting(readMeeting(at, board), meeting, board);
  }
  if (typeof on !== "string")
    throw new Refusal(
      "When was it confirmed? Write `--at` with the later meeting, or `--on` with the day if it was outside one.",
    );
  const day = dayOfMeeting(meeting);
  if (day !== null && on < day)
    throw new Refusal(`${formatDay(on)} lies before the meeting of ${formatDay(day)}. Write a later day.`);
  if (on > board.today)
    throw new Refusal(`${formatDay(on)} is still to come. Write the day on which it was confirmed.`);
  const words = typeof by === "string" && by.trim() !== "" ? by.trim() : "correspondence";
  return {
    confirmation: { at: null, on, by: words },
    meeting: null,
    words: ` on ${formatDay(on)}, by ${words}`,
  };
}

function atMeeting(later: Meeting, meeting: Meeting, { meetings }: OpenBoard): How {
  const orderOf = ({ id }: Meeting) => meetings.findIndex((other) => other.id === id);
  if (orderOf(later) <= orderOf(meeting))
    throw new Refusal(
      `The meeting of ${later.id} is no later one than that of ${meeting.id}. Name one that is.`,
    );
  if (later.state === "agenda")
    throw new Refusal(`The meeting of ${later.id} is not held yet. Run \`rrb start ${later.id}\` first.`);
  if (!isHeld(later))
    throw new Refusal(`The meeting of ${later.id} was cancelled. Name the one that confirmed it.`);
  return { confirmation: { at: later.id, on: null, by: null }, meeting: later, words: ` at ${later.id}` };
}
