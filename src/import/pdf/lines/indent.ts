import { divideWords, type Stretch } from "./stretch.ts";

/** Where an entry of a list begins, and where its words do, in points. */
export interface Indent {
  readonly left: number;
  readonly wordsLeft: number;
}

/** How far in the entry stands that begins with a line. */
export function indentOf({ left, pieces }: Stretch): Indent {
  const [, second] = pieces.flatMap(divideWords);
  return { left, wordsLeft: second?.left ?? left };
}

/** Whether a line stands as far in as the words of an entry, so that its paragraph is part of that. */
export function isAsFarIn({ left, size }: Stretch, entry: Indent): boolean {
  return left > entry.left + 4 && Math.abs(left - entry.wordsLeft) < size * 0.5;
}
