import { dayOfMeeting } from "../ledger/order.ts";
import type { Board } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import type { Meeting } from "../model/meeting.ts";
import { type Appointment, domainOf, writeCalendar } from "./calendar.ts";
import type { Shown } from "./untrusted.ts";

/** A meeting for a calendar, and the next one that its note announces. */
export function writeMeetingCalendar(meeting: Meeting, meetings: readonly Meeting[], board: Board): Shown {
  const next = meeting.state === "cancelled" ? meeting.movedTo : meeting.nextMeeting;
  const appointments = [
    appointmentOf(meeting, board),
    ...(next === null ? [] : [announce(next, meeting, meetings, board)]),
  ];
  return writeCalendar({ appointments }, { name: nameOf(meeting, board), timeZone: board.timeZone });
}

function nameOf({ title }: Meeting, { name }: Board): string {
  return name ?? title ?? "Meeting of the board";
}

function dayOf(meeting: Meeting): Day {
  return dayOfMeeting(meeting) ?? meeting.id.slice(0, 10);
}

/** A meeting that has a note. */
function appointmentOf(meeting: Meeting, board: Board): Appointment {
  const { id, state, time, place, chair, items } = meeting;
  return {
    uid: `meeting-${id}@${domainOf(board.name)}`,
    said: dayOf(meeting),
    revision: state === "cancelled" ? 2 : 1,
    summary: nameOf(meeting, board),
    lines: [
      ...(chair === null ? [] : [`Chair: ${chair}`]),
      ...items.map(({ number, title }) => (number === null ? title : `${number}. ${title}`)),
    ],
    day: dayOf(meeting),
    ...readClock(time),
    place,
    status: state === "cancelled" ? "CANCELLED" : "CONFIRMED",
  };
}

/** The next meeting: as its own note has it, else on its day at the board's usual time and place, to be confirmed. */
function announce(day: Day, by: Meeting, meetings: readonly Meeting[], board: Board): Appointment {
  const there = meetings.filter((other) => dayOf(other) === day);
  const noted = there.find(({ state }) => state !== "cancelled") ?? there[0];
  if (noted !== undefined) return appointmentOf(noted, board);
  const isUsual = board.time !== null || board.place !== null;
  return {
    uid: `meeting-${day}@${domainOf(board.name)}`,
    said: dayOf(by),
    revision: 0,
    summary: nameOf(by, board),
    lines: isUsual ? ["There is no agenda yet: the time and the place are the usual ones."] : [],
    day,
    ...readClock(board.time),
    place: board.place,
    status: "TENTATIVE",
  };
}

const CLOCK = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*[-\u2013]\s*([01]?\d|2[0-3])[:.]([0-5]\d))?$/;

/** `10:30-12:30` as start and end. What is written in another way is not guessed at: the meeting takes the whole day. */
function readClock(time: string | null): { readonly start: string | null; readonly end: string | null } {
  const [, hour, minute, endHour, endMinute] = CLOCK.exec(time?.trim() ?? "") ?? [];
  if (hour === undefined) return { start: null, end: null };
  const end = endHour === undefined ? null : `${endHour.padStart(2, "0")}:${endMinute}`;
  return { start: `${hour.padStart(2, "0")}:${minute}`, end };
}
