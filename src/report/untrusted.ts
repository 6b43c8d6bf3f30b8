import { makeVisible } from "../source/visible.ts";
import type { Output } from "../world.ts";

/**
 * Text that may go to a terminal: nothing in it that a note wrote can move the cursor, change a colour or turn the
 * direction of writing. Only this file, `colour.ts` and the machine formats make it; `print` takes nothing else.
 */
export interface Shown {
  readonly shown: string;
}

/** A text with every control character replaced by a visible sign: `␛` for an escape, else `�`. */
export function clean(text: string): Shown {
  return { shown: makeVisible(text) };
}

/** A template tag: the words of the template are rrb's own, strings put into it are cleaned, `Shown` ones stand. */
export function shown(words: readonly string[], ...values: readonly (string | number | Shown)[]): Shown {
  const parts = words.map((word, i) => {
    const value = values[i];
    if (value === undefined) return word;
    return word + (typeof value === "object" ? value : clean(String(value))).shown;
  });
  return { shown: parts.join("") };
}

/** Several texts as one, with `between` after each but the last. */
export function joinShown(parts: readonly (string | Shown)[], between: string): Shown {
  return { shown: parts.map((part) => (typeof part === "object" ? part : clean(part)).shown).join(between) };
}

/** What a CI system would take for a command of ours: `::` at the start of a line, `##[` anywhere. */
const COMMAND = /^([^\S\n]*)(?=::)|(?<=##)(?=\[)/gm;

/** The same text with a sign of no width put into whatever the log of a CI system would take for a command. */
export function disarm({ shown: text }: Shown): Shown {
  return { shown: text.replace(COMMAND, "$1\u200b") };
}

/** The door to the terminal. A line end is added where the text lacks one; an empty text prints nothing. */
export function print(output: Output, text: Shown): void {
  if (text.shown === "") return;
  output.write(text.shown.endsWith("\n") ? text.shown : `${text.shown}\n`);
}

/** Puts one line on a terminal in the place of the one that was put there so before; an empty text takes it away. */
export function replaceLine(output: Output, { shown: line }: Shown): void {
  output.write(`\r\u001b[K${line}`);
}

/** Hands over a document that is no text. Not for a terminal. */
export function pipeBytes(output: Output, bytes: Uint8Array): void {
  output.write(bytes);
}
