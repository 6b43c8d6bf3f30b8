/** How often each word stands in a text; case, punctuation and the shape of apostrophes aside. */
export type BagOfWords = ReadonlyMap<string, number>;

/** The words of a text, in order, as they are compared. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[\u2018\u2019`\u00b4]/g, "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  );
}

export function bagOfWords(text: string): BagOfWords {
  const bag = new Map<string, number>();
  for (const word of wordsOf(text)) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** Dice's coefficient of two bags: twice the shared words over all words, from 0 to 1. Two empty bags share nothing. */
export function agreement(a: BagOfWords, b: BagOfWords): number {
  const total = sizeOf(a) + sizeOf(b);
  return total === 0 ? 0 : (2 * sharedBy(a, b)) / total;
}

/** How much of the smaller bag stands in the other, from 0 to 1. */
export function containment(a: BagOfWords, b: BagOfWords): number {
  const smaller = Math.min(sizeOf(a), sizeOf(b));
  return smaller === 0 ? 0 : sharedBy(a, b) / smaller;
}

function sharedBy(a: BagOfWords, b: BagOfWords): number {
  let shared = 0;
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0);
  return shared;
}

/** How many words a bag holds. */
export function sizeOf(bag: BagOfWords): number {
  let size = 0;
  for (const count of bag.values()) size += count;
  return size;
}
