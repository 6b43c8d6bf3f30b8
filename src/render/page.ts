import type { Heading, Root } from "mdast";
import type { Day } from "../model/day.ts";

/** A meeting laid out to be read: what is on it and in which order. A format prints it, and decides nothing. */
export interface Page {
  readonly kind: PageKind;
  /** What the document is called, its day included. */
  readonly title: string;
  /** The language of its words, as a BCP 47 tag. */
  readonly language: "en-GB";
  /** The name of the board; null where only the title knows it. */
  readonly board: string | null;
  /** Who issues it: the secretariat by its full name, else the board; null where neither is named. */
  readonly author: string | null;
  /** The day of its meeting. A document that bears a date bears this one, so that it is the same whenever it is made. */
  readonly day: Day;
  /** What must be seen on every sheet of it, such as that it is a draft; null where nothing must. */
  readonly mark: string | null;
  /** One heading of depth 1, and below it headings that skip no depth; tables begin with a row of headings. No HTML. */
  readonly tree: Root;
  /** How many paragraphs right below the title tell when and where the meeting is, and who takes the chair. */
  readonly occasion: number;
  /** The headings below the title, in order. */
  readonly outline: readonly OutlineEntry[];
}

/** A heading of a page, and what it is known by. */
export interface OutlineEntry {
  readonly heading: Heading;
  /** Its own on the page, and the same in every format and at every time, as long as its words stay: `any-other-business`. */
  readonly id: string;
  readonly words: string;
}

/** What of a meeting a page shows. */
export type PageKind = "agenda" | "minutes" | "action-log";

export const PAGE_KINDS: readonly PageKind[] = ["agenda", "minutes", "action-log"];
