import type { Meeting } from "../model/meeting.ts";
import type { Business } from "./business.ts";
import type { Fields } from "./fields.ts";

/** What is known of a meeting once its whole note is read. */
type Known = Pick<Meeting, "id" | "path" | "date" | "statedDates" | "state" | "nextMeeting">;

/** Puts a meeting together from what its note says of itself, and what was done. */
export function wholeMeeting(known: Known, fields: Fields, business: Business): Meeting {
  // Written out key by key: to copy three values of many keys into one takes as long as to read a page.
  return {
    id: known.id,
    path: known.path,
    date: known.date,
    statedDates: known.statedDates,
    time: fields.time,
    place: fields.place,
    title: fields.title,
    state: known.state,
    chair: fields.chair,
    present: fields.present,
    inAttendance: fields.inAttendance,
    apologies: fields.apologies,
    absent: fields.absent,
    items: business.items,
    actions: business.actions,
    log: business.log,
    logHeading: business.logHeading,
    progress: business.progress,
    progressHeading: business.progressHeading,
    progressSections: business.progressSections,
    blanket: business.blanket,
    decisions: business.decisions,
    deferred: business.deferred,
    nextMeeting: known.nextMeeting,
    confirmed: fields.confirmed,
    movedTo: fields.movedTo,
    movedFrom: fields.movedFrom,
    inquorate: fields.inquorate,
  };
}
