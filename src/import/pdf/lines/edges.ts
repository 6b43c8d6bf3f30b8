import type { Piece } from "../sheet/pieces.ts";
import { isBlockTag, marksOf, type Tag, tagsIn } from "../sheet/tag.ts";
import type { Stretch } from "./stretch.ts";
import { divideIntoLines } from "./wrapped.ts";

/**
 * How far to the right text goes that begins at a distance from the left, in points: as far as the lines there that are
 * surely wrapped, since the next goes on in small letters; null where there are none.
 */
export function findEdges(
  tags: Tag,
  pieces: ReadonlyMap<string, readonly Piece[]>,
): (left: number) => number | null {
  const wrapped = paragraphsIn(tags).flatMap((paragraph) => {
    const lines = divideIntoLines(marksOf(paragraph).flatMap((mark) => pieces.get(mark) ?? []));
    return lines.filter((line, index) => {
      const next = lines[index + 1];
      return next !== undefined && isNear(line, next.left) && /^\p{Ll}/u.test(next.text);
    });
  });
  return (left) => {
    const rights = wrapped
      .filter((line) => isNear(line, left))
      .map(({ right }) => right)
      .toSorted((a, b) => a - b);
    // A title above two columns runs on where their paragraphs end.
    const usual = rights[Math.floor(rights.length / 2)];
    if (usual === undefined) return null;
    return rights.findLast((right) => right - left < (usual - left) * 1.2) ?? usual;
  };
}

/** A paragraph that goes on in the next column begins anew there. */
function isNear(line: Stretch, left: number): boolean {
  return Math.abs(line.left - left) < line.size * 4;
}

function paragraphsIn(tag: Tag): Tag[] {
  const inner = tagsIn(tag);
  return inner.some(isBlockTag) ? inner.flatMap(paragraphsIn) : [tag];
}
