import type { Output } from "../world.ts";

/**
 * Text that may go to a terminal: nothing in it that a note wrote can move the cursor, change a colour or turn the
 * direction of writing. Only this file, `colour.ts` and the machine formats make it; `print` takes nothing else.
 */
export interface Shown {
  readonly shown: string;
}

/** C0 (line feed and tab aside), DEL, C1, and the characters that reorder what stands around them. */
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** A text with every control character replaced by a visible sign: `␛` for an escape, else `�`. */
export function clean(text: string): Shown {
  return { shown: text.replace(/\r\n/g, "\n").replace(UNSAFE, signOf) };
}

function signOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
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

/** The one door to the terminal. A line end is added where the text lacks one; an empty text prints nothing. */
export function print(output: Output, text: Shown): void {
  if (text.shown === "") return;
  output.write(text.shown.endsWith("\n") ? text.shown : `${text.shown}\n`);
}
