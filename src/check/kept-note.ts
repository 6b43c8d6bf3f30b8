import type {
  Confirmation,
  Decision,
  Deferral,
  Item,
  Meeting,
  Note,
  ProgressRow,
  RaisedAction,
} from "../model/meeting.ts";
import { detached } from "../source/kept.ts";
import type { Span } from "../source/source-file.ts";
import type { YamlEntry, YamlNode } from "../source/yaml-node.ts";

/** What is kept of an action that a note raises. */
export type KeptAction = Pick<RaisedAction, "ref" | "text" | "marker" | "span">;

/** What is kept of a meeting once its note is read: what rules ask when all notes are booked. */
export interface KeptMeeting
  extends Pick<
    Meeting,
    | "id"
    | "path"
    | "date"
    | "statedDates"
    | "state"
    | "logHeading"
    | "progressHeading"
    | "progressSections"
    | "blanket"
    | "deferred"
    | "nextMeeting"
    | "confirmed"
    | "movedFrom"
  > {
  readonly items: readonly Pick<Item, "title" | "span">[];
  readonly actions: readonly KeptAction[];
  readonly decisions: readonly Pick<Decision, "text">[];
}

/** What is kept of a note once it is read. The lists in its front matter may be empty: they say who was there. */
export interface KeptNote extends Pick<Note, "path" | "frontMatter" | "faults"> {
  readonly meeting: KeptMeeting;
}

/** A row on an earlier action, and the reference that it was booked to; null where it was to none. */
export interface BookedRow {
  readonly ref: string | null;
  readonly span: Span;
  readonly statusSpan: Span;
}

/** The rows of a note that is booked, in its order. */
export function bookedRows(
  { progress }: Pick<Meeting, "progress">,
  bookedTo: ReadonlyMap<ProgressRow, string>,
): readonly BookedRow[] {
  return progress.map((row) => ({
    ref: bookedTo.get(row) ?? null,
    span: row.span,
    statusSpan: row.statusSpan,
  }));
}

/** Keeps of a note what rules ask when all are booked. Its words are copied, so that the rest can be let go. */
export function keepForRules({ path, meeting, frontMatter, faults }: Note): KeptNote {
  return {
    path,
    meeting: keepMeeting(meeting),
    frontMatter: frontMatter === null ? null : keepNode(frontMatter),
    faults,
  };
}

function keepMeeting(meeting: Meeting): KeptMeeting {
  const { blanket, confirmed } = meeting;
  return {
    id: meeting.id,
    path: meeting.path,
    date: keepText(meeting.date),
    statedDates: meeting.statedDates.map(({ value, span }) => ({ value: detached(value), span })),
    state: meeting.state,
    logHeading: meeting.logHeading,
    progressHeading: meeting.progressHeading,
    progressSections: meeting.progressSections.map(({ title, span, end }) => ({
      title: detached(title),
      span,
      end,
    })),
    blanket: blanket === null ? null : { ...blanket, reason: keepText(blanket.reason) },
    deferred: meeting.deferred.map(keepDeferral),
    nextMeeting: keepText(meeting.nextMeeting),
    confirmed: confirmed === null ? null : keepConfirmation(confirmed),
    movedFrom: keepText(meeting.movedFrom),
    items: meeting.items.map(({ title, span }) => ({ title: detached(title), span })),
    actions: meeting.actions.map(keepAction),
    decisions: meeting.decisions.map(({ text }) => ({ text: detached(text) })),
  };
}

function keepAction({ ref, text, marker, span }: RaisedAction): KeptAction {
  return { ref, text: detached(text), marker, span };
}

function keepDeferral({ text, to, item, span }: Deferral): Deferral {
  return { text: detached(text), to: keepText(to), item, span };
}

function keepConfirmation({ at, on, by }: Confirmation): Confirmation {
  return { at: keepText(at), on: keepText(on), by: keepText(by) };
}

/** A node without what its lists of texts hold. */
function keepNode(node: YamlNode): YamlNode {
  const { span } = node;
  if (node.kind === "scalar") return { ...node, text: detached(node.text) };
  if (node.kind === "map") return { kind: "map", entries: node.entries.map(keepEntry), span };
  return { kind: "list", items: node.items.filter(({ kind }) => kind !== "scalar").map(keepNode), span };
}

function keepEntry({ key, value }: YamlEntry): YamlEntry {
  return { key: { value: detached(key.value), span: key.span }, value: keepNode(value) };
}

function keepText(text: string | null): string | null {
  return text === null ? null : detached(text);
}
