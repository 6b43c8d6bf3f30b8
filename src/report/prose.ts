import type { Output } from "../world.ts";
import { unpainted } from "./column-widths.ts";
import { disarm, print, type Shown } from "./untrusted.ts";
import { widthOf } from "./width.ts";

/**
 * Tells a person something in sentences: on a terminal their lines are broken between words, and nothing in them is a
 * command to the CI system in whose log they may stand.
 */
export function printProse(output: Output, text: Shown): void {
  const { shown } = disarm(text);
  const { isTerminal, columns } = output;
  print(output, { shown: isTerminal && columns !== undefined ? foldLines(shown, columns) : shown });
}

/** `1 action`, `12 actions`. */
export function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

/** A text whose lines are broken between words where they are wider than so many columns. */
export function foldLines(text: string, columns: number): string {
  return text
    .split("\n")
    .flatMap((line) => (widthOf(unpainted(line)) <= columns ? [line] : foldLine(line, columns)))
    .join("\n");
}

/** A line that is set in goes on below a little further in. */
function foldLine(line: string, columns: number): string[] {
  const margin = /^ */.exec(line)![0];
  const indent = margin === "" ? "" : `${margin}  `;
  const [first = "", ...words] = splitWords(line.slice(margin.length));
  const lines: string[] = [];
  let last = margin + first;
  for (const word of words) {
    const longer = `${last} ${word}`;
    if (widthOf(unpainted(longer)) <= columns) last = longer;
    else {
      lines.push(last.trimEnd());
      last = indent + word;
    }
  }
  return [...lines, last];
}

/** What stands in backticks stays in one piece, as somebody may copy it. */
function splitWords(line: string): string[] {
  const words: string[] = [];
  let isOpen = false;
  for (const part of line.split(" ")) {
    words.push(isOpen ? `${words.pop()} ${part}` : part);
    if (part.split("`").length % 2 === 0) isOpen = !isOpen;
  }
  return words;
}
