import type { Attendee, Meeting } from "../model/meeting.ts";
import { MEETING_ID } from "../model/reference.ts";
import { writeYamlText } from "./yaml-text.ts";

/**
 * The front matter of a meeting, fences and all: when, where and who, as far as its note says; and why it was not held,
 * where it was not.
 */
export function writeNoteFront(meeting: Meeting, reason: string | null): string {
  const { id, date, title, time, place, state, chair, nextMeeting, movedTo } = meeting;
  const day = date ?? (MEETING_ID.test(id) ? id.slice(0, 10) : null);
  const words = (key: string, value: string | null) =>
    value === null ? [] : [`${key}: ${writeYamlText(value)}`];
  return [
    "---",
    ...words("date", day),
    ...words("time", time),
    ...words("place", place),
    ...words("title", title),
    `state: ${state}`,
    ...words("reason", reason),
    ...words("moved-to", movedTo),
    ...words("chair", chair),
    ...writeList("present", meeting.present),
    ...writeList("in-attendance", meeting.inAttendance),
    ...writeList("apologies", meeting.apologies),
    ...writeList("absent", meeting.absent),
    ...words("next-meeting", nextMeeting),
    "---",
    "",
  ].join("\n");
}

function writeList(key: string, attendees: readonly Attendee[]): string[] {
  return attendees.length === 0 ? [] : [`${key}:`, ...attendees.map(({ as }) => `  - ${writeYamlText(as)}`)];
}
