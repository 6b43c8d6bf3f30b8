import type { Attendee, Meeting } from "../../src/model/meeting.ts";

/** What a note says. Its title is the page's then, its state a draft's; the bodies may be written out. */
export function saidBy(meeting: Meeting) {
  const { id, date, time, place, chair, nextMeeting } = meeting;
  return {
    ...{ id, date, time, place, nextMeeting, chair },
    present: meeting.present.map(whoOf),
    inAttendance: meeting.inAttendance.map(whoOf),
    apologies: meeting.apologies.map(whoOf),
    absent: meeting.absent.map(whoOf),
    items: meeting.items.map(({ number, title }) => [number, title]),
    actions: meeting.actions.map(({ ref, text, owners, due, dueText, item }) => [
      ref,
      text,
      owners,
      due ?? dueText,
      item,
    ]),
    progress: meeting.progress.map(({ text, owners, disposition, update }) => [
      text,
      owners,
      disposition?.words,
      disposition?.state,
      update,
    ]),
    decisions: meeting.decisions.map(({ ref, kind, text, item }) => [ref, kind, text, item]),
    deferred: meeting.deferred.map(({ text, to, item }) => [text, to, item]),
  };
}

function whoOf({ organisation, name }: Attendee) {
  return [organisation, name];
}
