import type { Dropped } from "../imported.ts";
import type { Counts, ListStyle } from "./lists.ts";
import type { OpenStyles } from "./styles.ts";

/** What is found on the way that is no words of the document. */
export interface OpenFinds {
  readonly hidden: Dropped[];
  readonly comments: Dropped[];
  readonly contents: Dropped[];
  pictures: number;
  struck: number;
}

/** What is known while a document is read. */
export interface OpenReading {
  readonly styles: OpenStyles;
  readonly lists: ReadonlyMap<string, ListStyle>;
  readonly finds: OpenFinds;
  /** The counts of lists by the list's id, and by its style for one that goes on with the last. */
  readonly counts: Map<string, Counts>;
  readonly outline: Counts;
  /** The place of the next paragraph or row with words, from 1. */
  place: number;
  tables: number;
  notes: number;
}
