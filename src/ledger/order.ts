import { type Day, isDay } from "../model/day.ts";
import type { Meeting } from "../model/meeting.ts";

/** The meetings of a board as they followed each other, and the ids that two files claim. */
export interface Sequence {
  readonly meetings: readonly Meeting[];
  readonly claimedTwice: ReadonlyMap<string, readonly Meeting[]>;
}

/** The day of a meeting: what its note says, else its name; null where neither names one. */
export function dayOfMeeting(meeting: Meeting): Day | null {
  if (meeting.date !== null) return meeting.date;
  const named = meeting.id.slice(0, 10);
  return isDay(named) ? named : null;
}

/** Orders meetings by date, start time and id, up to a day; what two files claim is set apart. */
export function orderMeetings(meetings: readonly Meeting[], asOf: Day | null): Sequence {
  const byId = new Map<string, Meeting[]>();
  for (const meeting of meetings) {
    if (asOf !== null && (dayOfMeeting(meeting) ?? "") > asOf) continue;
    const others = byId.get(meeting.id);
    if (others === undefined) byId.set(meeting.id, [meeting]);
    else others.push(meeting);
  }
  const groups = [...byId.values()];
  const ordered = groups
    .filter((group) => group.length === 1)
    .map(([meeting]) => placeInTime(meeting!))
    .sort(comparePlaces);
  const twice = groups.filter((group) => group.length > 1).sort((a, b) => compare(a[0]!.id, b[0]!.id));
  return {
    meetings: ordered.map(({ meeting }) => meeting),
    claimedTwice: new Map(twice.map((group) => [group[0]!.id, group])),
  };
}

interface PlaceInTime {
  readonly meeting: Meeting;
  readonly day: string;
  readonly time: number;
}

function placeInTime(meeting: Meeting): PlaceInTime {
  return { meeting, day: dayOfMeeting(meeting) ?? "", time: startOf(meeting) };
}

function comparePlaces(a: PlaceInTime, b: PlaceInTime): number {
  return compare(a.day, b.day) || a.time - b.time || compare(a.meeting.id, b.meeting.id);
}

/** Whether a meeting comes before another one. */
export function comesBefore(meeting: Meeting, other: Meeting): boolean {
  return comparePlaces(placeInTime(meeting), placeInTime(other)) < 0;
}

/** Whether a meeting has been held: its note is a draft or confirmed. */
export function isHeld(meeting: Meeting): boolean {
  return meeting.state === "draft" || meeting.state === "confirmed";
}

/** The start in minutes after midnight; a meeting without a time comes first on its day. */
function startOf(meeting: Meeting): number {
  const start = /(\d{1,2})[:.](\d{2})/.exec(meeting.time ?? "");
  return start === null ? -1 : Number(start[1]) * 60 + Number(start[2]);
}

/** Not `localeCompare`, which asks the machine where it stands. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
