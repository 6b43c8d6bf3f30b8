import type { RootContent } from "mdast";
import { type Board, findOrganisation, foldName } from "../model/board.ts";
import { formatDay } from "../model/day.ts";
import type { Attendee, Meeting } from "../model/meeting.ts";
import { bulletsOf, headingOf, paragraphOf } from "./nodes.ts";
import type { PageKind } from "./page.ts";

/** The title of a page, its day left out: whose it is and what it is. */
export function titleOf(kind: PageKind, { name, documentTitle }: Board, { title }: Meeting): string {
  const document = { agenda: "Agenda", minutes: documentTitle, "action-log": "Actions log" }[kind];
  if (name !== null) return `${name}: ${document}`;
  // A board without a `board.yaml` has its name, and what it calls its minutes, in the title of its notes.
  return title === null ? document : kind === "minutes" ? title : `${title}: ${document}`;
}

/** Who issues the documents of a board: its secretariat by its full name, else the board; null where neither is named. */
export function authorOf(board: Board): string | null {
  const { secretariat, name } = board;
  if (secretariat === null) return name;
  return findOrganisation(board, secretariat)?.name ?? secretariat;
}

/** What a meeting is called beside the name of its board; null where that says it all. */
function ownTitleOf({ name, documentTitle }: Board, { title }: Meeting): string | null {
  if (name === null || title === null) return null;
  const isBoards = foldName(title).includes(foldName(name)) || foldName(title) === foldName(documentTitle);
  return isBoards ? null : title;
}

/** When and where a meeting is, and who takes the chair: one line each. */
export function layOutOccasion(meeting: Meeting, board: Board): RootContent[] {
  const { date, time, place, chair } = meeting;
  const ownTitle = ownTitleOf(board, meeting);
  const when = [date === null ? null : formatDay(date), time].filter((part) => part !== null).join(", ");
  const lines = [ownTitle, when, place, chair === null ? null : `Chair: ${nameOf(chair, board)}`];
  return lines.filter((line) => line !== null && line !== "").map((line) => paragraphOf(line!));
}

/** Who was there and who was not, list by list. */
export function layOutAttendance(meeting: Meeting, board: Board): RootContent[] {
  const { present, inAttendance, apologies, absent } = meeting;
  return [
    ...listOf(areBodies(present) ? "Organisations in attendance" : "Present", present, board),
    ...listOf("Also in attendance", inAttendance, board),
    ...listOf("Apologies", apologies, board),
    ...listOf(areBodies(absent) ? "Organisations absent" : "Absent", absent, board),
  ];
}

function areBodies(attendees: readonly Attendee[]): boolean {
  return attendees.every(({ name }) => name === null);
}

function listOf(title: string, attendees: readonly Attendee[], board: Board): RootContent[] {
  if (attendees.length === 0) return [];
  return [headingOf(2, title), bulletsOf(attendees.map(({ as }) => nameOf(as, board)))];
}

/** A body by its full name, and in brackets what the notes call it; anything else as it is written. */
function nameOf(written: string, board: Board): string {
  const body = findOrganisation(board, written);
  if (body === null || foldName(body.id) !== foldName(written)) return written;
  const isSaid = foldName(body.name).split(/\W+/).join(" ").includes(foldName(body.id));
  return isSaid ? body.name : `${body.name} (${body.id})`;
}
