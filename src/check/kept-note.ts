import type { Meeting, Note } from "../model/meeting.ts";

/** What is kept of a meeting once its note is read: all but who was there, and what else is asked of the note alone. */
export type KeptMeeting = Omit<
  Meeting,
  "present" | "inAttendance" | "apologies" | "absent" | "chair" | "place" | "title" | "log"
>;

/** What is kept of a note once it is read: its front matter names nobody. */
export interface KeptNote extends Omit<Note, "meeting"> {
  readonly meeting: KeptMeeting;
}

/** Keeps of notes what rules ask for once all are booked. */
export function keepForRules(): (note: Note) => Note {
  return (note) => note;
}
