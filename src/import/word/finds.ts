import type { Dropped } from "../imported.ts";
import type { CountedEntry } from "./numbering.ts";

/** What Word knows of a paragraph and mammoth does not tell. */
export interface ParagraphFact {
  /** Which paragraph or row of the document it is, from 1. */
  readonly place: number;
  /** The level of a heading, from 1; null for no heading. */
  readonly heading: number | null;
  /** Its entry in a list; null for none. */
  readonly entry: CountedEntry | null;
  /** Whether it stands as far in as an entry, without a sign of its own: it belongs to the one before it. */
  readonly goesOn: boolean;
}

/** What is found while a document is rewritten. */
export interface WordFinds {
  readonly facts: ParagraphFact[];
  readonly hidden: Dropped[];
  /** A table of contents says again what the headings say. */
  readonly contents: Dropped[];
  pictures: number;
  insertions: number;
  deletions: number;
  struck: number;
  /** Other files put into this one, which nothing here can read. */
  inserted: number;
}

/** The name of the bookmark that leads each paragraph, before the index of what is known of it. */
export const FACT = "rrb-";

/** Nothing found yet. */
export function noFinds(): WordFinds {
  return {
    facts: [],
    hidden: [],
    contents: [],
    pictures: 0,
    insertions: 0,
    deletions: 0,
    struck: 0,
    inserted: 0,
  };
}
