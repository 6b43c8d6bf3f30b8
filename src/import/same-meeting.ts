import { squash } from "../markdown/plain-text.ts";
import type { Attendee, Meeting } from "../model/meeting.ts";

/** What a meeting says in one field, places and the numbers that the note itself wrote aside. */
type Saying = readonly [field: string, value: unknown];

/** The fields in which two readings of one meeting differ, by their names; none where both say the same. */
export function differingFields(a: Meeting, b: Meeting): string[] {
  const others = new Map(sayingsOf(b).map(([field, value]) => [field, JSON.stringify(value)]));
  return sayingsOf(a).flatMap(([field, value]) =>
    others.get(field) === JSON.stringify(value) ? [] : [field],
  );
}

function sayingsOf(meeting: Meeting): Saying[] {
  const { date, time, place, title, chair, nextMeeting } = meeting;
  return [
    ["date", date],
    ["time", time],
    ["place", place],
    ["title", title === null ? null : squash(title)],
    ["chair", chair],
    ["next meeting", nextMeeting],
    ["present", meeting.present.map(whoOf)],
    ["in attendance", meeting.inAttendance.map(whoOf)],
    ["apologies", meeting.apologies.map(whoOf)],
    ["absent", meeting.absent.map(whoOf)],
    ["items", meeting.items.map(({ title: words }) => words)],
    ["actions", actionsOf(meeting)],
    ["progress", progressOf(meeting)],
    ["decisions", meeting.decisions.map(({ ref, kind, text }) => [ref, kind, text])],
    ["deferred", meeting.deferred.map(({ text, to }) => [text, to])],
    ["the sentence for all", meeting.blanket && [meeting.blanket.says, meeting.blanket.count]],
  ];
}

function whoOf({ organisation, name }: Attendee) {
  return [organisation, name];
}

function actionsOf({ actions }: Meeting) {
  return actions.map(({ ref, text, owners, due, dueText }) => [ref, text, owners, due, dueText]);
}

function progressOf({ progress }: Meeting) {
  return progress.map(({ text, owners, due, dueText, disposition, update, number, cited }) => [
    [text, owners, due, dueText],
    [disposition?.state, disposition?.words, update, number, cited?.value],
  ]);
}
