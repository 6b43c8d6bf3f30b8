/** The known word that a misspelt one most likely stands for, case aside; null where none is near. */
export function nearest(word: string, known: Iterable<string>): string | null {
  const written = word.toLowerCase();
  let best: string | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const wanted = candidate.toLowerCase();
    if (wanted === written) return candidate;
    const allowed = slipsAllowed(Math.max(written.length, wanted.length));
    if (Math.abs(written.length - wanted.length) > allowed) continue;
    const distance = slipsBetween(written, wanted);
    if (distance > allowed || distance >= shortest) continue;
    best = candidate;
    shortest = distance;
  }
  return best;
}

/** What to write in place of a word that is not known: the nearest known one, or `otherwise` where none is near. */
export function suggest(word: string, known: Iterable<string>, otherwise: string): string {
  const near = nearest(word, known);
  return near === null ? otherwise : `Did you mean \`${near}\`?`;
}

/** One slip in three letters still leaves the word recognisable; beyond four it is another word. */
function slipsAllowed(length: number): number {
  return Math.min(4, Math.floor(length / 3));
}

/** Letters added, dropped, changed or swapped with their neighbour (optimal string alignment). */
export function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + changed);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, beforeLast[j - 2]! + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
