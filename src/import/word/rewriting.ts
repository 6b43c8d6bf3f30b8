import type { Xml } from "../xml.ts";
import type { WordFinds } from "./finds.ts";
import type { CountOn } from "./numbering.ts";
import { elementOf } from "./settings.ts";
import type { Style, Styles } from "./styles.ts";

/** A part of a Word file while it is being written anew. */
export interface Rewriting {
  readonly styles: Styles;
  readonly countOn: CountOn;
  readonly finds: WordFinds;
  /** What is written so far into the element that is open. */
  out: (Xml | string)[];
  /** The place that the next words are at, whether any were, and how many tables are open. */
  place: number;
  hasWords: boolean;
  tables: number;
  style: Style;
}

/** A part of which nothing is written yet. */
export function beginRewriting(styles: Styles, countOn: CountOn, finds: WordFinds): Rewriting {
  return {
    styles,
    countOn,
    finds,
    out: [],
    place: 1,
    hasWords: false,
    tables: 0,
    style: styles(undefined),
  };
}

/** Writes an element, and into it what `fill` writes. */
export function writeElement(
  name: string,
  attributes: Xml["attributes"],
  rewriting: Rewriting,
  fill: () => void,
): void {
  const { out } = rewriting;
  const children: (Xml | string)[] = [];
  rewriting.out = children;
  fill();
  rewriting.out = out;
  out.push(elementOf(name, attributes, children));
}

/** Paragraphs are counted as a reader counts them: only those with words, and a row of a table as one. */
export function nextPlace(rewriting: Rewriting): void {
  if (rewriting.hasWords) rewriting.place++;
  rewriting.hasWords = false;
}
