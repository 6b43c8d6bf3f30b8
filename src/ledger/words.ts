/** The words of a text, case, punctuation and order aside; a word that stands twice is there twice. */
export interface Bag {
  /** Sorted. */
  readonly words: readonly string[];
  /** Equal for equal bags; empty where there is no word. */
  readonly key: string;
}

/** The bag of a text's words. Every kind of apostrophe is one; tags are no words. */
export function bagOf(text: string): Bag {
  const folded = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u2018\u2019`\u00b4]/g, "'")
    .replace(/<\/?[a-z][^>]*>/g, "");
  const words = folded.match(/[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu) ?? [];
  words.sort();
  return { words, key: words.join(" ") };
}

/** Dice's coefficient of two bags, from 0 (no word in common) to 1 (the same words). Nothing agrees with no words. */
export function agreementOf(a: Bag, b: Bag): number {
  if (a.key === "" || b.key === "") return 0;
  if (a.key === b.key) return 1;
  return (2 * countShared(a, b)) / (a.words.length + b.words.length);
}

/** How much of the shorter wording stands in the longer, from 0 to 1. */
export function containmentOf(a: Bag, b: Bag): number {
  const shorter = Math.min(a.words.length, b.words.length);
  return shorter === 0 ? 0 : countShared(a, b) / shorter;
}

function countShared(a: Bag, b: Bag): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.words.length && j < b.words.length) {
    const left = a.words[i]!;
    const right = b.words[j]!;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared;
}
