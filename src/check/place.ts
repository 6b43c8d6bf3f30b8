import type { Day } from "../model/day.ts";
import type { Meeting, RaisedAction } from "../model/meeting.ts";
import { isOwnFrontMatter } from "../read/fields.ts";
import type { Span } from "../source/source-file.ts";
import { entryOf, type YamlNode } from "../source/yaml-node.ts";
import type { KeptNote } from "./kept-note.ts";

/** A pattern that finds words as they are written, whatever white space stands between them. */
export function literally(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+");
}

/** The start of a file. */
export const START: Span = { start: 0, end: 0 };

/** The index of the first of some things, in the order of their places, that starts at an offset or behind it. */
export function indexFrom<Thing>(
  things: readonly Thing[],
  offset: number,
  startOf: (thing: Thing) => number,
): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(things[middle]!) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Placed {
  readonly span: Span;
}

/** Things in the order of their places. */
export function inOrder<Thing extends Placed>(things: readonly Thing[]): readonly Thing[] {
  return things.toSorted((a, b) => a.span.start - b.span.start);
}

export function startOf({ span }: Placed): number {
  return span.start;
}

/** Whether a place begins within one of some things, given in the order of their places. */
export function isWithin({ start }: Span, things: readonly Placed[]): boolean {
  const last = things[indexFrom(things, start + 1, startOf) - 1];
  return last !== undefined && holds(last.span, start);
}

export function holds(span: Span, at: number): boolean {
  return span.start <= at && at < span.end;
}

/** The day of a meeting: the one that its note gives, else that of its file's name. */
export function dayOf({ date, id }: Pick<Meeting, "date" | "id">): Day {
  return date ?? id.slice(0, 10);
}

/** Where a note says which meeting it is of: its date, else its first item, else its start. */
export function placeOfNote(note: KeptNote): Span {
  const { statedDates, items } = note.meeting;
  return statedDates[0]?.span ?? items[0]?.span ?? START;
}

/** Where the front matter states a key; the note's own place where it does not. */
export function placeOfKey(note: KeptNote, key: string): Span {
  return entryOf(note.frontMatter, key)?.span ?? placeOfNote(note);
}

/** Where a marked line says what it is (`Action 1`); the whole of it where a log row or YAML alone has it. */
export function placeOfMarker(marked: { readonly marker: Span; readonly span: Span }): Span {
  return marked.marker.end > marked.marker.start ? marked.marker : marked.span;
}

/** Where an action says by when: the words themselves, or the key in YAML; its marker where they can't be found. */
export function placeOfDue(action: RaisedAction, note: KeptNote, text: string): Span {
  return placeWithin(action, note, "due", action.dueText, text);
}

/** Where an action names an owner, or the key in YAML; its marker where it calls them by another name. */
export function placeOfOwner(owner: string, action: RaisedAction, note: KeptNote, text: string): Span {
  return placeWithin(action, note, "owners", owner, text);
}

function placeWithin(
  action: RaisedAction,
  note: KeptNote,
  key: string,
  words: string | null,
  text: string,
): Span {
  const value = entryBeside(note.frontMatter, action.span, key);
  if (value !== null) return value.span;
  if (words === null) return placeOfMarker(action);
  const start = Math.min(action.span.start, action.marker.end);
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${literally(words)}(?![\\p{L}\\p{N}])`, "u").exec(
    text.slice(start, action.span.end),
  );
  if (found === null) return placeOfMarker(action);
  return { start: start + found.index, end: start + found.index + found[0].length };
}

/** The value of a key in the map in which a value stands at this place. */
function entryBeside(node: YamlNode | null, { start, end }: Span, key: string): YamlNode | null {
  if (node === null || node.kind === "scalar") return null;
  const children = node.kind === "list" ? node.items : node.entries.map(({ value }) => value);
  if (children.some(({ kind, span }) => kind === "scalar" && span.start === start && span.end === end)) {
    return entryOf(node, key);
  }
  for (const child of children) {
    const found = entryBeside(child, { start, end }, key);
    if (found !== null) return found;
  }
  return null;
}

/** Whether a note is written wholly in YAML, so that what to write is a key. */
export function isYaml(note: KeptNote): boolean {
  return /\.ya?ml$/i.test(note.path);
}

/** Whether a meeting was called besides the usual ones, as its file's name says: it has items of its own alone. */
export function isExtraordinary({ meeting }: KeptNote): boolean {
  return meeting.id.length > "2020-01-21".length;
}

/** Whether a note is in rrb's own form, with front matter that can be read. */
export function isOwnForm(note: KeptNote): boolean {
  return note.frontMatter !== null && isOwnFrontMatter(note.frontMatter);
}

/** Words of a note on one line, cut at a word where they are longer than so many characters. */
export function excerpt(words: string, most = 60): string {
  const signs = [...words.replace(/\s+/g, " ").trim()];
  if (signs.length <= most) return signs.join("");
  const end = signs.slice(0, most + 1).lastIndexOf(" ");
  return `${signs.slice(0, end > most / 2 ? end : most).join("")} …`;
}

/** Words of a note as a message shows them: on one line, in backticks, none within. */
export function quoted(words: string, most = 60): string {
  return `\`${excerpt(words.replaceAll("`", "'"), most)}\``;
}
