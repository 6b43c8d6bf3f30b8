import { clean } from "./untrusted.ts";
import { graphemesOf, isAscii, widthOf } from "./width.ts";

/** One sign of a line as a terminal shows it. */
export interface Cell {
  /** Where it stands in the line, in UTF-16 code units, half-open. */
  readonly start: number;
  readonly end: number;
  readonly shown: string;
  /** How many columns it takes: 0 to 2; more where it is a tab. */
  readonly width: number;
}

/** How many columns lie between two tab stops. */
const TAB = 4;

/** A sign that is drawn as one picture, of however many characters it is made. */
const PICTURE = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[\d#*]\ufe0f?\u20e3/u;

/** A line cut into signs: control characters made visible, tabs filled with blanks. */
export function cellsOf(line: string): readonly Cell[] {
  // Of most lines each character is a sign of its own.
  if (isAscii(line)) {
    return Array.from(line, (sign, index) => ({ start: index, end: index + 1, shown: sign, width: 1 }));
  }
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of graphemesOf(line)) {
    const shown = segment === "\t" ? " ".repeat(TAB - (column % TAB)) : clean(segment).shown;
    const width = PICTURE.test(shown) ? 2 : widthOf(shown);
    cells.push({ start: index, end: index + segment.length, shown, width });
    column += width;
  }
  return cells;
}
