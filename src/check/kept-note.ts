import type { Decision, Deferral, Item, Meeting, Note, ProgressRow, RaisedAction } from "../model/meeting.ts";
import { inCopies, type Keeping } from "../source/kept.ts";
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

/** Keeps of each note what rules ask when all are booked, its words copied, so that the rest can be let go. */
export function keepForRules(): (note: Note) => KeptNote {
  const keep = inCopies();
  return ({ path, meeting, frontMatter, faults }) => ({
    path,
    meeting: keepMeeting(meeting, keep),
    frontMatter: frontMatter === null ? null : keepNode(frontMatter, keep),
    faults,
  });
}

function keepMeeting(meeting: Meeting, keep: Keeping): KeptMeeting {
  const { blanket, confirmed } = meeting;
  const kept = (text: string | null) => (text === null ? null : keep.common(text));
  return {
    id: meeting.id,
    path: meeting.path,
    date: kept(meeting.date),
    statedDates: meeting.statedDates.map(({ value, span }) => ({ value: keep.common(value), span })),
    state: meeting.state,
    logHeading: meeting.logHeading,
    progressHeading: meeting.progressHeading,
    progressSections: meeting.progressSections.map(({ title, span, end }) => ({
      title: keep.common(title),
      span,
      end,
    })),
    blanket: blanket === null ? null : { ...blanket, reason: kept(blanket.reason) },
    deferred: meeting.deferred.map((deferral) => keepDeferral(deferral, keep)),
    nextMeeting: kept(meeting.nextMeeting),
    confirmed:
      confirmed === null ? null : { at: kept(confirmed.at), on: kept(confirmed.on), by: kept(confirmed.by) },
    movedFrom: kept(meeting.movedFrom),
    items: meeting.items.map(({ title, span }) => ({ title: keep.common(title), span })),
    actions: meeting.actions.map(({ ref, text, marker, span }) => ({
      ref,
      text: keep.rare(text),
      marker,
      span,
    })),
    decisions: meeting.decisions.map(({ text }) => ({ text: keep.rare(text) })),
  };
}

function keepDeferral({ text, to, item, span }: Deferral, keep: Keeping): Deferral {
  return { text: keep.rare(text), to: to === null ? null : keep.common(to), item, span };
}

/** A node without what its lists of texts hold. */
function keepNode(node: YamlNode, keep: Keeping): YamlNode {
  const { span } = node;
  if (node.kind === "scalar") return { ...node, text: keep.common(node.text) };
  if (node.kind === "map")
    return { kind: "map", entries: node.entries.map((entry) => keepEntry(entry, keep)), span };
  const items = node.items.filter(({ kind }) => kind !== "scalar").map((item) => keepNode(item, keep));
  return { kind: "list", items, span };
}

function keepEntry({ key, value }: YamlEntry, keep: Keeping): YamlEntry {
  return { key: { value: keep.common(key.value), span: key.span }, value: keepNode(value, keep) };
}
