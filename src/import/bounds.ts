import { Refusal } from "../refusal.ts";

/** How many elements may stand within one another in a document: what reads them calls itself for each. */
export const DEEPEST = 120;

/** How many elements a document may have: some five hundred pages. */
export const MOST_ELEMENTS = 200_000;

/** How many lines and characters a text may have. */
const MOST_LINES = 200_000;
const MOST_CHARACTERS = 8_000_000;

/** Demands that a text is no longer than minutes can be; a Refusal else. */
export function demandLength(text: string): void {
  if (text.length > MOST_CHARACTERS) throw tooLong();
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
    if (++lines > MOST_LINES) throw tooLong();
}

/** Why a document is refused that is longer than minutes can be. */
export function tooLong(): Refusal {
  return new Refusal(
    "This document is longer than minutes can be. Import it in parts, without its pictures.",
  );
}

/** Why a document is refused that holds more within one another than a program can follow. */
export function tooDeep(): Refusal {
  return new Refusal(
    "This document has more than a hundred parts within one another. Save it anew from the program that made it.",
  );
}
