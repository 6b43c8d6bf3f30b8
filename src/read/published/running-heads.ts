import { plainText } from "../../markdown/plain-text.ts";
import type { Passage } from "../passage.ts";

/** How often a heading must come again to be the head of a page. */
const REPEATS = 3;
/** A scan misreads a letter or two: `MOPAC`, `NOPAC`, `IOPAC`. */
const MISREAD_LETTERS = 2;
/** The head of a page is no longer, in letters. */
const LONGEST_HEAD = 200;

/** The headings that are no headings but the head of every page, conversion faults and all. */
export function findRunningHeads(text: string, passages: readonly Passage[]): ReadonlySet<Passage> {
  const headings = passages
    .filter((passage) => passage.kind === "heading")
    .map((passage) => ({ passage, letters: lettersOf(plainText(text, passage.lines).text) }))
    .filter(({ letters }) => letters !== "" && letters.length <= LONGEST_HEAD);
  const running = new Set<Passage>();
  const heads: string[] = [];
  for (const { letters } of headings.slice(0, 200)) {
    const alike = headings.filter((other) => areAlike(letters, other.letters));
    if (alike.length < REPEATS) continue;
    heads.push(letters);
    for (const { passage } of alike) running.add(passage);
  }
  // A page may repeat the first words of its head alone.
  for (const { passage, letters } of headings) {
    if (letters.length >= 4 && heads.some((head) => head.startsWith(letters))) running.add(passage);
  }
  return running;
}

function lettersOf(title: string): string {
  return /\d/.test(title) ? "" : title.toLowerCase().replace(/[^\p{L}]/gu, "");
}

function areAlike(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > MISREAD_LETTERS) return false;
  return a === b || (a.length > 8 && distanceWithin(a, b, MISREAD_LETTERS));
}

/** Whether a few changes of single letters turn one text into the other. */
function distanceWithin(a: string, b: string, most: number): boolean {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    if (Math.min(...next) > most) return false;
    row = next;
  }
  return row[b.length]! <= most;
}
