/**
 * Words as a reader sees them: white space is one space, tabs are kept, and what has no shape of its own (control
 * characters, soft hyphens, zero-width spaces) is left out. White space at the ends stays, as one space.
 */
export function cleanWords(words: string): string {
  return words
    .replace(/[\ud800-\udfff]/gu, "\ufffd")
    .replace(/[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/[^\S\t]*\t[^\S\t]*/g, "\t")
    .replace(/[^\S\t]+|\x85/g, " ");
}

/** Clean words as Markdown that reads back as those very words: what would be markup gets a backslash. */
export function escapeWords(words: string): string {
  if (!/[\\`*_<&[]/.test(words)) return words;
  return words
    .replace(/\\(?=[!-/:-@[-`{-~]|$)|[*`<]|&(?=#?[a-z0-9]+;)|\[(?=[^[\]]*(?:\](?:[([]|$)|$))/gi, "\\$&")
    .replace(/_+/g, (run, at: number, all: string) =>
      isLetter(all[at - 1]) && isLetter(all[at + run.length]) ? run : run.replaceAll("_", "\\_"),
    );
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/**
 * A line of escaped words as one that begins no other block than a reader sees: a typed `1.` or `-` begins an entry
 * of a list, a typed bullet is written `-`, and all else is words.
 */
export function escapeLine(line: string): string {
  const text = line.trim();
  const bullet =
    /^(?:[\u2022\u00b7\u2023\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u25e6\uf0b7\uf0a7]|-|\\\*)\s+(?=\S)/u.exec(
      text,
    )?.[0];
  if (bullet !== undefined) return `- ${escapeLine(text.slice(bullet.length))}`;
  const number = /^(\d{1,3})(?:([.)])\s|\t(?=[^\t]*$))\s*(?=\S)/.exec(text);
  if (number !== null) return `${number[1]}${number[2] ?? "."} ${escapeLine(text.slice(number[0].length))}`;
  if (/^(?:#{1,6}(?:\s|$)|>|\+(?:\s|$)|-$|~~~|\[[^\]]*\]:|[-=|:\s]+$)/.test(text)) return `\\${text}`;
  return text.replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}
