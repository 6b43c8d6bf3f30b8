import ICAL from "ical.js";
import type { Day } from "../model/day.ts";
import { utcOf } from "./moment.ts";
import { clean, type Shown } from "./untrusted.ts";

/** What every entry of a calendar has. */
interface Entry {
  /** The same whenever the same thing is printed, so that a calendar takes it in once. */
  readonly uid: string;
  /** The day on which what it says was said. */
  readonly said: Day;
  /** How often it was said anew, from 0: of two prints a calendar keeps the greater. */
  readonly revision: number;
  readonly summary: string;
  /** Lines below it. */
  readonly lines: readonly string[];
}

/** Somewhere to be. */
export interface Appointment extends Entry {
  readonly day: Day;
  /** `10:30`, by the clocks of the board; a whole day where it is null. */
  readonly start: string | null;
  readonly end: string | null;
  readonly place: string | null;
  readonly status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
}

/** Something to do. */
export interface ToDo extends Entry {
  readonly due: Day | null;
  readonly status: "NEEDS-ACTION" | "COMPLETED" | "CANCELLED";
  /** The day on which it was found complete. */
  readonly completed: Day | null;
}

/** The clocks of London since 1996, by the rule of the European Union and the Summer Time Order 2002. */
const LONDON = `BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
END:STANDARD
END:VTIMEZONE`;

/**
 * Entries as iCalendar (RFC 5545). Times in London are told by its own clocks, with their rule; those of another time
 * zone as the moment in UTC that they are, since only London's rule is written here. The only file that knows the library.
 */
export function writeCalendar(
  { appointments = [], toDos = [] }: { appointments?: readonly Appointment[]; toDos?: readonly ToDo[] },
  { name, timeZone }: { readonly name: string; readonly timeZone: string },
): Shown {
  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", "-//rrb//Minutes and actions of a board//EN");
  calendar.updatePropertyWithValue("x-wr-calname", lineOf(name));
  const isLocal = timeZone === "Europe/London";
  if (isLocal && appointments.some(({ start }) => start !== null)) {
    calendar.addSubcomponent(ICAL.Component.fromString(LONDON.replaceAll("\n", "\r\n")));
  }
  for (const one of appointments) calendar.addSubcomponent(eventOf(one, isLocal ? null : timeZone));
  for (const one of toDos) calendar.addSubcomponent(toDoOf(one));
  // Of a line that is folded the library does not count the blank that it goes on with.
  ICAL.foldLength = 74;
  return { shown: `${calendar.toString()}\r\n` };
}

function eventOf(event: Appointment, timeZone: string | null): ICAL.Component {
  const { day, start, end, place, status } = event;
  const made = begin("vevent", event);
  if (start === null) made.updatePropertyWithValue("dtstart", dayOf(day));
  else {
    addMoment(made, "dtstart", day, start, timeZone);
    if (end !== null && end > start) addMoment(made, "dtend", day, end, timeZone);
  }
  if (place !== null) made.updatePropertyWithValue("location", lineOf(place));
  made.updatePropertyWithValue("status", status);
  return made;
}

function addMoment(
  made: ICAL.Component,
  property: string,
  day: Day,
  time: string,
  timeZone: string | null,
): void {
  const text = timeZone === null ? `${day}T${time}:00` : utcOf(day, time, timeZone);
  const moment = made.updatePropertyWithValue(property, ICAL.Time.fromDateTimeString(text));
  if (timeZone === null) moment.setParameter("tzid", "Europe/London");
}

function toDoOf(toDo: ToDo): ICAL.Component {
  const { due, status, completed } = toDo;
  const made = begin("vtodo", toDo);
  if (due !== null) made.updatePropertyWithValue("due", dayOf(due));
  made.updatePropertyWithValue("status", status);
  if (completed !== null) made.updatePropertyWithValue("completed", midnightOf(completed));
  return made;
}

function begin(kind: "vevent" | "vtodo", { uid, said, revision, summary, lines }: Entry): ICAL.Component {
  const made = new ICAL.Component(kind);
  made.updatePropertyWithValue("uid", uid);
  made.updatePropertyWithValue("dtstamp", midnightOf(said));
  made.updatePropertyWithValue("sequence", revision);
  made.updatePropertyWithValue("summary", lineOf(summary));
  if (lines.length > 0) made.updatePropertyWithValue("description", lines.map(lineOf).join("\n"));
  return made;
}

function dayOf(day: Day): ICAL.Time {
  return ICAL.Time.fromDateString(day);
}

function midnightOf(day: Day): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${day}T00:00:00Z`);
}

/** Words on one line, nothing in them that is no word: iCalendar has no place for control characters. */
function lineOf(words: string): string {
  return clean(words.replace(/\s+/g, " ").trim()).shown;
}

/** What the entries of a board are known by beside those of another: its name in small letters, joined by hyphens. */
export function domainOf(name: string | null): string {
  const bare = (name ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "rrb";
}
