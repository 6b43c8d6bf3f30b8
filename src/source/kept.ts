/** How texts are held by what outlasts the note that they stand in. Each gives a text, or texts, equal to what it gets. */
export interface Keeping {
  /** A text that stands in few notes. */
  readonly rare: (text: string) => string;
  /** Words that stand in many notes. */
  readonly common: (text: string) => string;
  /** A list of such words. */
  readonly list: (texts: readonly string[]) => readonly string[];
}

/** Holds texts as they are: for whoever holds their notes as well. */
export const AS_THEY_ARE: Keeping = { rare: (text) => text, common: (text) => text, list: (texts) => texts };

/**
 * Holds copies of texts. A part of a text keeps the whole of it in memory, so what is kept of a note is copied out of
 * it, and what stands in many notes is kept once: of 10,000 notes that leaves a fifth.
 */
export function inCopies(): Keeping {
  const words = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  const common = (text: string): string => {
    const known = words.get(text);
    if (known !== undefined) return known;
    const own = detached(text);
    words.set(own, own);
    return own;
  };
  const list = (texts: readonly string[]): readonly string[] => {
    const key = texts.length === 1 ? texts[0]! : texts.join("\n");
    const known = lists.get(key);
    if (known !== undefined) return known;
    const own = texts.map(common);
    lists.set(common(key), own);
    return own;
  };
  return { rare: detached, common, list };
}

/** The same text, copied out of the one that it is a part of. */
export function detached(text: string): string {
  // What `join` gives is always copied, and nothing else stands around it: a sum or a part would be bound to another text.
  return [text.charAt(0), text.slice(1)].join("");
}
