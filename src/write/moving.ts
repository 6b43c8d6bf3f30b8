import type { Note } from "../model/meeting.ts";
import type { Edit } from "../source/diagnostic.ts";
import { entryOf } from "../source/yaml-node.ts";
import { keyEdit, topMap } from "./yaml-map.ts";

/** The edits that put the note of a meeting itself on another day: its date, where it moved from, its references. */
export function movingEdits(note: Note, to: string, text: string): Edit[] {
  const map = topMap(note);
  const { id, movedFrom } = note.meeting;
  return [
    ...referenceEdits(text, id, to),
    keyEdit(text, map, "date", to.slice(0, 10)),
    // Moved a second time, it was still meant for its first day.
    ...(movedFrom === null ? [keyEdit(text, map, "moved-from", id.slice(0, 10), ["state", "date"])] : []),
  ];
}

/**
 * The edits that make another note speak of a meeting by its new day: references, and keys that name it. The day that a
 * confirmed note gives for the next meeting stays: it is what was said then, and `moved-from` tells the rest.
 */
export function citingEdits({ frontMatter, meeting }: Note, from: string, to: string, text: string): Edit[] {
  const at = entryOf(entryOf(frontMatter, "confirmed"), "at");
  const days = ["next-meeting", "moved-to"].map((key) => entryOf(frontMatter, key));
  const keys = [
    { node: at, value: to },
    ...(meeting.state === "confirmed" ? [] : days.map((node) => ({ node, value: to.slice(0, 10) }))),
  ];
  return [
    ...referenceEdits(text, from, to),
    ...keys.flatMap(({ node, value }) =>
      node?.kind === "scalar" && node.text === from ? [{ span: node.span, text: value }] : [],
    ),
  ];
}

function referenceEdits(text: string, from: string, to: string): Edit[] {
  const reference = new RegExp(`(?<![\\w/-])${from}(?=/(?:bf|d)?\\d+(?!\\w))`, "g");
  return [...text.matchAll(reference)].map(({ index }) => ({
    span: { start: index, end: index + from.length },
    text: to,
  }));
}
