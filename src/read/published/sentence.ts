/** An end of a sentence: not the full stop of `Mr.`, of initials or of `e.g.`. */
const END =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|Cllr|Cllrs|Supt|Insp|Sgt|Prof|Rev|Hon|St|No|Nos|Fig|approx|e\.g|i\.e|[A-Z]))[.!?][)\]"'\u2019\u201d]*\s+(?=["'([\u2018\u201c]?[\p{Lu}\d\u00a3])/gu;

/** Where each sentence of a text begins. */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(END)) starts.push(match.index + match[0].length);
  return starts;
}
