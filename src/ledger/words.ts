import { wordsOf } from "../model/wording.ts";

/** The words of a text, case, punctuation and order aside; a word that stands twice is there twice. */
export interface Bag {
  /** Sorted. */
  readonly words: readonly string[];
  /** Equal for equal bags; empty where there is no word. */
  readonly key: string;
  /** A bit for each word, 64 in two halves: a bit that another bag lacks is a word that it lacks. */
  readonly low: number;
  readonly high: number;
}

/** The bag of a text's words. */
export function bagOf(text: string): Bag {
  const words = wordsOf(text.normalize("NFC")).map(withoutQuotes).sort();
  let low = 0;
  let high = 0;
  for (const word of words) {
    const mark = hash(word);
    if (mark & 32) high |= 1 << mark;
    else low |= 1 << mark;
  }
  return { words, key: words.join(" "), low, high };
}

/**
 * Dice's coefficient of two bags, from 0 (no word in common) to 1 (the same words). Nothing agrees with no words. What
 * is less than `least` may come out as 0: that is quickly told of most pairs.
 */
export function agreementOf(a: Bag, b: Bag, least = 0): number {
  const total = a.words.length + b.words.length;
  const mayShare = Math.min(a.words.length - countLacking(a, b), b.words.length - countLacking(b, a));
  if (a.key === "" || b.key === "" || 2 * mayShare < least * total) return 0;
  return a.key === b.key ? 1 : (2 * countShared(a, b)) / total;
}

/** How much of the shorter wording stands in the longer, from 0 to 1. */
export function containmentOf(a: Bag, b: Bag): number {
  const shorter = Math.min(a.words.length, b.words.length);
  return shorter === 0 ? 0 : countShared(a, b) / shorter;
}

/** A wording in quotation marks is the same wording. */
function withoutQuotes(word: string): string {
  return word.startsWith("'") || word.endsWith("'") ? word.replace(/^'+|'+$/g, "") : word;
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

/** At least so many words of a bag does another one lack. */
function countLacking(a: Bag, b: Bag): number {
  return countBits(a.low & ~b.low) + countBits(a.high & ~b.high);
}

function countBits(marks: number): number {
  const pairs = marks - ((marks >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** A number from 0 to 63 for a word. */
function hash(word: string): number {
  let sum = 0;
  for (let i = 0; i < word.length; i++) sum = (Math.imul(sum, 31) + word.charCodeAt(i)) | 0;
  return Math.imul(sum, 0x9e3779b1) >>> 26;
}
