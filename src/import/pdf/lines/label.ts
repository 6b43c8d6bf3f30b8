import type { Block, Entry, List } from "../../block.ts";
import { tidyLine, type Line as Words, wordsOf } from "../../inline.ts";

/** Bullets of all programs; Word's own stand in the private part of Unicode. */
const BULLET =
  /^[\u2022\u25cf\u25cb\u25e6\u25aa\u25ab\u25a0\u25a1\u2023\u2043\u2219\u00b7\u27a2\u2713\u2714\u2756\u25c6\u25ba\u25b8\uf000-\uf0ff\u2013\u2014*-]$/u;
const LABEL = /^(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})[.)]|\d{1,3}(?:\.\d{1,3})+[.)]?)$/i;

/** What stands before the words of an entry of a list (null for a bullet), and the words. */
export interface Labelled {
  readonly label: string | null;
  readonly words: Words;
}

/** The label and the words of a line that begins an entry of a list; null where it begins none. */
export function splitLabel(words: Words): Labelled | null {
  // A number of two figures may leave no room before the words of its entry.
  const label = /^(?:(\(?\d{1,3}[.)])(?=\p{Lu})|(\S+)\s+\S)/u.exec(wordsOf(words))?.slice(1).find(Boolean);
  if (label === undefined || !(BULLET.test(label) || LABEL.test(label))) return null;
  return { label: cleanLabel(label), words: dropStart(words, label.length) };
}

/** A label as blocks have it: a bullet is null. */
export function cleanLabel(label: string): string | null {
  return label === "" || BULLET.test(label) ? null : label;
}

function dropStart(words: Words, letters: number): Words {
  let left = letters;
  const rest = words.map((piece) => {
    const kept = piece.words.slice(left);
    left = Math.max(0, left - piece.words.length);
    return { ...piece, words: kept };
  });
  return tidyLine(rest);
}

/** Entries that follow one another, with their depths from 0, as lists within lists. */
export function nest(entries: readonly { readonly entry: Entry; readonly depth: number }[]): Entry[] {
  const nested: Entry[] = [];
  for (let i = 0; i < entries.length; ) {
    const { entry, depth } = entries[i]!;
    let next = i + 1;
    while (next < entries.length && entries[next]!.depth > depth) next++;
    const inner = nest(entries.slice(i + 1, next));
    const list: Block[] =
      inner.length === 0 ? [] : [{ kind: "list", place: inner[0]!.place, entries: inner }];
    nested.push({ ...entry, blocks: [...entry.blocks, ...list] });
    i = next;
  }
  return nested;
}

/** A list whose last entry, in the innermost list, has become longer. */
export function growLast(list: List, grow: (blocks: readonly Block[]) => readonly Block[]): List {
  const last = list.entries.at(-1)!;
  const inner = last.blocks.at(-1);
  const blocks =
    inner?.kind === "list" ? [...last.blocks.slice(0, -1), growLast(inner, grow)] : grow(last.blocks);
  return { ...list, entries: [...list.entries.slice(0, -1), { ...last, blocks }] };
}
