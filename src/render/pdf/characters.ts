import type { Sheet } from "./sheet.ts";

/** The fields of a sheet that hold words to be shown. */
const WORDS: readonly string[] = ["title", "board", "author", "mark", "value"];
/** Control characters but for tab and line end, and what reorders the text around it: a reader would be misled. */
const HARMFUL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;
/** What every font has. */
const PLAIN = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u017f]$/;
/** What joins or changes the sign before it: the parts of one emoji. */
const JOINERS = "\\u200d\\ufe0e\\ufe0f\\u{1f3fb}-\\u{1f3ff}";
const JOINER = new RegExp(`[${JOINERS}]`, "u");

/** What some signs are called that people type into minutes. Any other is told by its number. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["✅", "tick"],
  ["❌", "cross"],
  ["❗", "!"],
  ["❓", "?"],
  ["⭐", "star"],
  ["👍", "thumbs up"],
  ["👎", "thumbs down"],
  ["🙂", "smile"],
  ["😀", "grin"],
  ["🎉", "party popper"],
  ["🔴", "red"],
  ["🟠", "amber"],
  ["🟡", "yellow"],
  ["🟢", "green"],
  ["📅", "calendar"],
  ["📌", "pin"],
  ["📎", "paper clip"],
]);

/** The characters of a sheet that are never printed as they are, once each. */
export function findHarmful(sheet: Sheet): string[] {
  const found: string[] = [];
  inWords(sheet, (words) => {
    found.push(...(words.match(HARMFUL) ?? []));
    return words;
  });
  return [...new Set(found)];
}

/** The characters that the compiler found in no font, once each, from its own message on them. Of an emoji made of several, the signs. */
export function readMissing(says: string): string[] {
  const texts = [
    ...says.matchAll(/the text `((?:(?! could not be displayed).)*)` could not be displayed/gsu),
  ];
  const characters = texts.flatMap(([, quoted]) => [...unquote(quoted!)]);
  const missing = [...new Set(characters)].filter((character) => !PLAIN.test(character));
  const signs = missing.filter((character) => !JOINER.test(character));
  return signs.length === 0 ? missing : signs;
}

/** `\"\\u{1b}\"`, a text that was quoted twice, without its quotes and escapes. */
function unquote(quoted: string): string {
  return quoted
    .replace(/\\(.)/gsu, "$1")
    .replace(/^"|"$/g, "")
    .replace(/\\u\{([0-9a-f]+)\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\(["'\\])/g, "$1");
}

/** A sheet with words in the place of some characters, and every run of them that it had. Nothing is left out. */
export function substitute(
  sheet: Sheet,
  characters: readonly string[],
): { readonly sheet: Sheet; readonly runs: readonly string[] } {
  const any = characters.map((character) => `\\u{${hex(character)}}`).join("");
  const runOfAny = new RegExp(`[${any}][${any}${JOINERS}]*`, "gu");
  const runs = new Set<string>();
  const shown = inWords(sheet, (words) =>
    words.replace(runOfAny, (run) => {
      runs.add(run);
      return standIn(run);
    }),
  );
  return { sheet: shown, runs: [...runs] };
}

/** What stands for a run of characters that can't be shown: `[thumbs up]`, `[U+4E2D U+6587]`. */
export function standIn(run: string): string {
  return `[${signsOf(run)
    .map((sign) => NAMES.get(sign) ?? codeOf(sign))
    .join(" ")}]`;
}

/** `U+1F469 U+1F467`, the numbers of the signs in a run. */
export function codesOf(run: string): string {
  return signsOf(run).map(codeOf).join(" ");
}

function signsOf(run: string): string[] {
  return [...run].filter((sign) => !JOINER.test(sign) || run === sign);
}

function codeOf(character: string): string {
  return `U+${hex(character).toUpperCase().padStart(4, "0")}`;
}

function hex(character: string): string {
  return character.codePointAt(0)!.toString(16);
}

function inWords(sheet: Sheet, change: (words: string) => string): Sheet {
  return JSON.parse(JSON.stringify(sheet), (field, value) =>
    typeof value === "string" && WORDS.includes(field) ? change(value) : value,
  ) as Sheet;
}
