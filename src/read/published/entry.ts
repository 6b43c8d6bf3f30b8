/** A number as entries of a list bear it where no list is made: `22/104`, `2.1`, `FP/31`, `AP3`, `A4 –`, `[Done]`. */
const ENTRY =
  /^(?:\d{1,4}(?:[./]\d{1,4})+[a-z]?[.):]?\s+(?=\S)|[A-Z]{1,5}[/-]\d{1,4}[:.]?\s+(?=\p{Lu})|AP\s?\d+\s*[:.\u2013\u2014-]?\s|A\d{1,3}\s*[:.\u2013\u2014-]\s|\[[\p{L} ]{2,20}\]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=\p{Lu}))/u;

/** Whether a line begins as an entry of a list does that the document does not mark as one. */
export function beginsEntry(line: string): boolean {
  return ENTRY.test(line);
}

/** `(ii) The Clerk to write` without the letter or the numeral that counts it. */
export function withoutCount(text: string): string {
  return text.replace(/^\(?(?:[a-z]|[ivx]{1,4})[.)]\s+(?=\p{Lu})/u, "");
}

/** `FP/031 Ann Other to write` without the code by which the board knows the action. */
export function withoutCode(text: string): string {
  return text.replace(/^(?:\d{1,4}(?:[./]\d{1,4})+[a-z]?|[A-Z]{1,5}[/-]\d{1,4})[.):]?\s+(?=\p{Lu})/u, "");
}

/** `2.2` or `(b)` behind a full stop counts the entries of one paragraph. */
const COUNTED_WITHIN = /(?<=[.;]\s+)(?:\d{1,2}\.\d{1,2}|\([a-z]\))\s+(?=\p{Lu})/gu;

/** Where the lines of a paragraph begin that are entries of their own: numbered, or behind a finished sentence. */
export function entryStarts(text: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    const line = text.slice(at + 1, at + 120).trimStart();
    // `COMPLETE` at the end of a line ends its entry as a full stop does.
    const isShouted = /[\s\u2013\u2014-]\p{Lu}{4,}\s*$/u.test(text.slice(Math.max(at - 20, 0), at));
    const isFinished = /[.!?;:)\]]\s*$/.test(text.slice(Math.max(at - 3, 0), at)) && /^\p{Lu}/u.test(line);
    if (beginsEntry(line) || isFinished || isShouted) starts.push(at + 1);
  }
  for (const { index } of text.matchAll(COUNTED_WITHIN)) starts.push(index);
  return starts;
}
