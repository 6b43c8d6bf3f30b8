/**
 * Printable ASCII, the letters of Western Europe, dashes and quotation marks: one column each, and nothing joins them.
 * To ask for the graphemes of a table with one dash in it takes as long as to read two notes.
 */
const NARROW = /^[ -~\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027]*$/;

/** How many columns of a terminal a text without line breaks or escapes takes. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemesOf(text)) width += widthOfGrapheme(segment);
  return width;
}

/** A word in pieces that are no wider than `columns`, which is at least 2; one piece where it fits. */
export function breakWord(word: string, columns: number): string[] {
  if (widthOf(word) <= columns) return [word];
  const pieces: string[] = [];
  let piece = "";
  let width = 0;
  for (const { segment } of graphemesOf(word)) {
    const wide = widthOfGrapheme(segment);
    if (width + wide > columns) {
      pieces.push(piece);
      piece = "";
      width = 0;
    }
    piece += segment;
    width += wide;
  }
  return [...pieces, piece];
}

let graphemes: Intl.Segmenter | null = null;

/** A text cut into what a reader takes for one sign each. */
export function graphemesOf(text: string): Intl.Segments {
  // To make one takes a third of the time that Node takes to start, and few tables hold what asks for it.
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return graphemes.segment(text);
}

function widthOfGrapheme(grapheme: string): number {
  if (isAscii(grapheme)) return grapheme.length;
  if (hasNoWidth(grapheme)) return 0;
  return isWide(grapheme) ? 2 : 1;
}

// Patterns of classes take as long to make as a note to read, so they are made where one is asked.

/** Marks that stand on the character before them, and characters that are not seen. */
function hasNoWidth(grapheme: string): boolean {
  return /^[\p{Mn}\p{Me}\p{Cf}]+$/u.test(grapheme);
}

/** What takes two columns: East Asian characters, and emoji. */
function isWide(grapheme: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]|\ufe0f/u.test(
    grapheme,
  );
}

/** Whether every character is a printable one of ASCII, which takes one column. */
export function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** A text as lines no wider than `columns`, each after `indent`; one line where no width is given. */
export function wrapText(text: string, columns: number | undefined, indent: string): string[] {
  const room = columns === undefined ? Number.POSITIVE_INFINITY : Math.max(columns - indent.length, 2);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((whole) => breakWord(whole, room))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= room) {
      line = longer;
    } else {
      lines.push(indent + line);
      line = word;
    }
  }
  return [...lines, indent + line];
}
