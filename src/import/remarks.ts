import type { Dropped } from "./imported.ts";

/** A whole sentence about how many of something there are, `%` standing for the number; none where there are none. */
export function remarkOn(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [(count === 1 ? one : many).replace("%", String(count))];
}

/** What must be told about the words that nobody sees in a document. */
export function remarkOnHidden(hidden: readonly Dropped[]): string[] {
  const count = hidden.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  return remarkOn(count, "A hidden word was left out.", "% words of hidden text were left out.");
}

/** What must be told about pictures. */
export function remarkOnPictures(count: number): string[] {
  return remarkOn(
    count,
    "A picture was left out. If it shows words, type them in.",
    "% pictures were left out. If they show words, type them in.",
  );
}

/** What must be told about tracked changes. */
export function remarkOnChanges(count: number): string[] {
  return remarkOn(count, "A tracked change was taken as made.", "% tracked changes were taken as made.");
}

/** What must be told about comments. */
export function remarkOnComments(count: number): string[] {
  return remarkOn(count, "A comment was left out.", "% comments were left out.");
}

/** What must be told about words struck through. */
export function remarkOnStruck(count: number): string[] {
  return remarkOn(
    count,
    "A passage is struck through, and was read as if it were not.",
    "% passages are struck through, and were read as if they were not.",
  );
}
