/** The letters of a page as they are written, one after the other. */
export interface Letters {
  /** How many there are, white space aside. */
  count: number;
  /** The last few of them. */
  last: string;
  /** After how many letters a soft hyphen stands, and the last letters before it: pdf.js leaves it out. */
  readonly hyphens: Map<number, string>;
}

/** Enough letters before a soft hyphen to be sure of its place. */
const LAST_LETTERS = 3;

/** Adds what one operator of a PDF writes, and says how many letters that are. */
export function addLetters(glyphs: unknown, letters: Letters): number {
  if (!Array.isArray(glyphs)) return 0;
  const before = letters.count;
  for (const glyph of glyphs as readonly { unicode?: unknown }[]) {
    const text = typeof glyph === "object" && typeof glyph?.unicode === "string" ? glyph.unicode : "";
    if (text === "\u00ad") letters.hyphens.set(letters.count, letters.last);
    const seen = lettersOf(text);
    letters.count += seen.length;
    letters.last = (letters.last + seen).slice(-LAST_LETTERS);
  }
  return letters.count - before;
}

/** The letters of a text as they are counted: no white space, nothing without a shape, and ligatures taken apart. */
export function lettersOf(text: string): string {
  return text.normalize("NFKD").replace(/[\s\p{Cf}]+/gu, "");
}
