import { type Board, findOrganisation } from "../model/board.ts";
import { type Day, isDay } from "../model/day.ts";
import { type Attendee, type Confirmation, MEETING_STATES, type MeetingState } from "../model/meeting.ts";
import type { Located } from "../source/source-file.ts";
import { entryOf, isEmptyScalar, type YamlNode } from "../source/yaml-node.ts";
import { readAttendee } from "./attendee.ts";

/** What the front matter of a note in rrb's own form says. A value that is not understood is left out; `check` tells. */
export interface Fields {
  readonly date: Located<Day> | null;
  readonly time: string | null;
  readonly place: string | null;
  readonly title: string | null;
  readonly state: MeetingState;
  readonly chair: string | null;
  readonly present: readonly Attendee[];
  readonly inAttendance: readonly Attendee[];
  readonly apologies: readonly Attendee[];
  readonly absent: readonly Attendee[];
  readonly nextMeeting: Day | null;
  readonly confirmed: Confirmation | null;
  readonly movedTo: Day | null;
  readonly movedFrom: Day | null;
  readonly inquorate: boolean;
}

/** The keys by which rrb's own form is known from other front matter, such as a web site's. */
const OWN_KEYS = ["date", "state", "present", "apologies", "absent", "next-meeting", "chair"];

/** Whether front matter is rrb's own, rather than that of whatever published the note. */
export function isOwnFrontMatter(node: YamlNode | null): boolean {
  return OWN_KEYS.some((key) => entryOf(node, key) !== null);
}

export function readFields(node: YamlNode | null, board: Board): Fields {
  const day = (key: string): Day | null => {
    const text = textOf(entryOf(node, key));
    return text !== null && isDay(text) ? text : null;
  };
  const date = entryOf(node, "date");
  const dateText = textOf(date);
  const chair = textOf(entryOf(node, "chair"));
  const people = (key: string): Attendee[] => readPeople(entryOf(node, key), board);
  return {
    date: date !== null && dateText !== null && isDay(dateText) ? { value: dateText, span: date.span } : null,
    time: textOf(entryOf(node, "time")),
    place: textOf(entryOf(node, "place")),
    title: textOf(entryOf(node, "title")),
    state: readState(textOf(entryOf(node, "state"))),
    chair: chair === null ? null : (findOrganisation(board, chair)?.id ?? chair),
    present: people("present"),
    inAttendance: people("in-attendance"),
    apologies: people("apologies"),
    absent: people("absent"),
    nextMeeting: day("next-meeting"),
    confirmed: readConfirmation(entryOf(node, "confirmed")),
    movedTo: day("moved-to"),
    movedFrom: day("moved-from"),
    inquorate: /^(?:true|yes)$/i.test(textOf(entryOf(node, "inquorate")) ?? ""),
  };
}

/** The text of a scalar that says something; null for anything else. */
export function textOf(node: YamlNode | null): string | null {
  return node?.kind === "scalar" && !isEmptyScalar(node) ? node.text.trim() || null : null;
}

/** A list's elements; a single value stands for a list of one. */
export function elementsOf(node: YamlNode | null): readonly YamlNode[] {
  if (node === null || (node.kind === "scalar" && isEmptyScalar(node))) return [];
  return node.kind === "list" ? node.items : [node];
}

/** A state that is misspelt is no agenda and not cancelled: the note stays in the books. */
function readState(text: string | null): MeetingState {
  return MEETING_STATES.find((state) => state === text?.toLowerCase()) ?? "draft";
}

function readPeople(node: YamlNode | null, board: Board): Attendee[] {
  return elementsOf(node).flatMap((element) => {
    const text = textOf(element);
    return text === null ? [] : [readAttendee(text, element.span, board)];
  });
}

function readConfirmation(node: YamlNode | null): Confirmation | null {
  if (node?.kind !== "map") return null;
  const on = textOf(entryOf(node, "on"));
  return {
    at: textOf(entryOf(node, "at")),
    on: on !== null && isDay(on) ? on : null,
    by: textOf(entryOf(node, "by")),
  };
}
