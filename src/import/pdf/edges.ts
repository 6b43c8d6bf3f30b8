import { greatest } from "../../source/many.ts";
import type { Piece } from "./pieces.ts";
import { isBlockTag, marksOf, type Tag, tagsIn } from "./tag.ts";
import { areWrapped, divideIntoLines } from "./wrapped.ts";

/**
 * How far to the right text goes that begins at a distance from the left, in points: as far as most paragraphs there
 * that are surely wrapped, else as far as `widest`.
 */
export function findEdges(
  tags: Tag,
  pieces: ReadonlyMap<string, readonly Piece[]>,
  widest: number,
): (left: number) => number {
  const wrapped = paragraphsIn(tags).flatMap((paragraph) => {
    const lines = divideIntoLines(marksOf(paragraph).flatMap((mark) => pieces.get(mark) ?? []));
    const [first] = lines;
    const right = greatest(
      lines.map((line) => line.right),
      0,
    );
    return first !== undefined && areWrapped(lines, right)
      ? [{ left: first.left, right, size: first.size }]
      : [];
  });
  return (left) => {
    const rights = wrapped
      .filter((paragraph) => Math.abs(paragraph.left - left) < paragraph.size * 4)
      .map(({ right }) => right)
      .toSorted((a, b) => a - b);
    // A title above two columns runs on where their paragraphs end.
    const usual = rights[Math.floor(rights.length / 2)] ?? widest;
    return rights.findLast((right) => right - left < (usual - left) * 1.2) ?? usual;
  };
}

function paragraphsIn(tag: Tag): Tag[] {
  const inner = tagsIn(tag);
  return inner.some(isBlockTag) ? inner.flatMap(paragraphsIn) : [tag];
}
