import { isDay } from "./day.ts";
import { MEETING_ID } from "./reference.ts";

/** What is wrong with the name of a file in a board's folder, and what to call it. */
export interface WrongName {
  readonly message: string;
  readonly advice: string;
}

/** The name of a file, without the folders that it lies in. */
export function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

/** The id of the meeting that a file claims to be of: its name without the ending. */
export function idOf(path: string): string {
  return nameOf(path).replace(/\.(?:md|ya?ml|txt)$/i, "");
}

/** Whether a file of this name in a board's folder is the board's: Markdown or YAML, `README.md` aside. */
export function isBoardsOwn(name: string): boolean {
  return /\.(?:md|ya?ml)$/i.test(name) && !/^readme\.md$/i.test(name);
}

/** Judges the name of such a file: `board.yaml`, or a note named by its day. Null where nothing is wrong with it. */
export function judgeName(name: string): WrongName | null {
  const stem = name.replace(/\.[^.]*$/, "");
  const startsWithDay = isDay(stem.slice(0, 10));
  if (name === "board.yaml" || (startsWithDay && MEETING_ID.test(stem))) return null;
  if (/^board\.ya?ml$/i.test(name)) {
    return { message: "Its name is not quite `board.yaml`.", advice: "Call it `board.yaml`." };
  }
  if (startsWithDay) {
    return {
      message: "Its name goes on after the date.",
      advice: "Write a hyphen and small letters: `2020-01-21-extraordinary.md`.",
    };
  }
  return {
    message: "Its name is no date.",
    advice: "Call it by the day of its meeting, `2020-01-21.md`, or move it elsewhere.",
  };
}
