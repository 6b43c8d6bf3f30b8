import type { Attendee, Meeting, ProgressRow } from "../model/meeting.ts";
import { broughtForwardReference } from "../model/reference.ts";
import type { Place, Span } from "../source/source-file.ts";

/**
 * A meeting for machines: days in ISO 8601, lines and columns from 1. `placeOf` tells where a thing stands; `refOf` the
 * reference of the action that a row was booked to; a row of a note that is in no book bears the name it would have if
 * it were the first.
 */
export function meetingJson(
  meeting: Meeting,
  placeOf: (span: Span) => Place,
  refOf: (row: ProgressRow) => string | null,
): Readonly<Record<string, unknown>> {
  const line = (span: Span) => {
    const { column: _, ...others } = placeOf(span);
    return others;
  };
  const { id, date, time, state, chair, nextMeeting } = meeting;
  return {
    id,
    date,
    time,
    place: meeting.place,
    state,
    chair,
    present: meeting.present.map(attendeeJson),
    inAttendance: meeting.inAttendance.map(attendeeJson),
    apologies: meeting.apologies.map(attendeeJson),
    absent: meeting.absent.map(attendeeJson),
    items: meeting.items.map(({ number, title, span }) => ({ number, title, ...line(span) })),
    actions: meeting.actions.map(({ ref, text, owners, due, dueText, item, span }) => ({
      ref,
      text,
      owners,
      due,
      dueText,
      item,
      ...placeOf(span),
    })),
    progress: meeting.progress.map((row) => ({
      ref: refOf(row) ?? row.cited?.value ?? broughtForwardReference(id, row.number ?? row.place),
      text: row.text,
      owners: row.owners,
      due: row.due,
      dueText: row.dueText,
      status: row.disposition?.words ?? null,
      state: row.disposition?.state ?? "open",
      update: row.update,
      ...placeOf(row.span),
    })),
    decisions: meeting.decisions.map(({ ref, kind, text, item, span }) => ({
      ref,
      kind,
      text,
      item,
      ...line(span),
    })),
    deferred: meeting.deferred.map(({ text, to, span }) => ({ text, to, ...line(span) })),
    nextMeeting,
  };
}

function attendeeJson({ organisation, name, as }: Attendee) {
  return { organisation, name, as };
}
